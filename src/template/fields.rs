//! What may be written where a criterion is answered, and the words that say so.

use crate::{
    criteria::{Criterion, Evidence, Kind, NotApplicable, Requirement},
    model::{Decimal, spelled},
};

use super::page::{Field, Goal, Takes};

/// The words for a verdict, as the program reads them back.
pub(super) const ACHIEVED: &str = "Đạt";
pub(super) const NOT_ACHIEVED: &str = "Không đạt";
pub(super) const NOT_APPLICABLE: &str = "Không áp dụng";
/// The words for the state of a task.
pub(super) const STATES: [&str; 3] = ["Hoàn thành", "Đang thực hiện", "Chưa thực hiện"];

/// A criterion and what it requires of the unit that answers.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) criterion: &'a Criterion,
    pub(super) requirement: &'a Requirement,
    pub(super) prompting: Prompting,
}

/// Whose requirement a prompt tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Prompting {
    /// That of the unit that answers.
    ByUnit,
    /// Those of every unit: a prompt stays at its place where rows are sorted.
    ByColumn,
}

impl Question<'_> {
    /// Returns whether the answer is a part and a whole, each under its own name.
    pub(super) fn is_share(self) -> bool {
        is_share(self.criterion)
    }

    /// The cell of the figure, or of the state of a task.
    pub(super) fn figure(self) -> Field {
        let criterion = self.criterion;
        let (takes, asks) = match criterion.kind {
            Kind::Percent => {
                let most = (!criterion.may_exceed).then_some(Decimal::HUNDRED);
                (Takes::Percent { most }, "Ghi tỷ lệ phần trăm, chỉ ghi số, không gõ dấu %. Ví dụ: 95,5".to_owned())
            }
            Kind::Count => (Takes::Count, format!("Ghi số{}, là số nguyên; không có thì ghi 0", self.measure())),
            Kind::Amount => (Takes::Amount, format!("Ghi số liệu{}", self.measure())),
            Kind::Points => (Takes::Points(criterion.max), format!("Ghi số điểm{}", most_points(criterion))),
            Kind::Task => (Takes::Choice(self.words(&STATES)), "Chọn trong danh sách".to_owned()),
            Kind::YesNo => return self.verdict(),
        };
        Field { takes, prompt: Some((self.label(), self.with_requirement(&asks))), goal: self.goal(), within: None }
    }

    /// The cell of the part, beside the whole in the column `whole`.
    pub(super) fn part(self, whole: usize) -> Field {
        let within = (!self.criterion.may_exceed).then_some(whole);
        let name = self.criterion.part.as_deref().unwrap_or_default();
        let asks = self.with_requirement(&format!("Ghi {name}; không có thì ghi 0"));
        Field { takes: Takes::Part, prompt: Some((self.label(), asks)), goal: None, within }
    }

    /// The cell of the whole.
    pub(super) fn whole(self) -> Field {
        let name = self.criterion.whole.as_deref().unwrap_or_default();
        let nothing =
            if self.may_not_apply() { "; không có gì để đánh giá thì chọn Không áp dụng" } else { "" };
        let asks = self.with_requirement(&format!("Ghi {name}, lớn hơn 0{nothing}"));
        Field { takes: Takes::Whole, prompt: Some((self.label(), asks)), goal: None, within: None }
    }

    /// The cell of the unit's own verdict.
    pub(super) fn verdict(self) -> Field {
        let words = match self.criterion.kind {
            Kind::Task => self.words(&STATES),
            _ => self.words(&[ACHIEVED, NOT_ACHIEVED]),
        };
        let asks = self.with_requirement("Chọn trong danh sách");
        Field { takes: Takes::Choice(words), prompt: Some((self.label(), asks)), goal: None, within: None }
    }

    /// The cell that says that a measured criterion does not apply, where that may be said.
    pub(super) fn exception(self) -> Option<Field> {
        let may_be = self.may_not_apply() && self.criterion.kind.is_measured();
        let asks = "Chỉ chọn khi tiêu chí không áp dụng cho đơn vị này; khi đó để trống số liệu".to_owned();
        let takes = Takes::Choice(vec![NOT_APPLICABLE]);
        may_be.then(|| Field { takes, prompt: Some((self.label(), asks)), goal: None, within: None })
    }

    /// The cell of the evidence, where there is room for it.
    pub(super) fn evidence(self) -> Option<Field> {
        let asks = match self.criterion.evidence {
            Evidence::None => return None,
            Evidence::Optional => None,
            Evidence::Required => Some("Bắt buộc nêu văn bản, hồ sơ chứng minh".to_owned()),
        };
        let prompt = asks.map(|asks| (self.label(), asks));
        Some(Field { takes: Takes::Words, prompt, goal: None, within: None })
    }

    /// What the figure has to reach.
    pub(super) fn goal(self) -> Option<Goal> {
        let is_measured = self.criterion.kind.is_measured();
        is_measured.then(|| Goal { requirement: self.requirement.clone(), kind: self.criterion.kind })
    }

    fn words(self, words: &[&'static str]) -> Vec<&'static str> {
        words.iter().copied().chain(self.may_not_apply().then_some(NOT_APPLICABLE)).collect()
    }

    fn may_not_apply(self) -> bool {
        self.criterion.not_applicable != NotApplicable::Forbidden
    }

    fn label(self) -> String {
        format!("Tiêu chí {}", self.criterion.id)
    }

    fn measure(self) -> String {
        self.criterion.measure.as_ref().map(|measure| format!(" ({measure})")).unwrap_or_default()
    }

    fn with_requirement(self, asks: &str) -> String {
        let required = match self.prompting {
            Prompting::ByUnit => self.requirement.in_words(self.criterion.kind).vi,
            Prompting::ByColumn => requirements(self.criterion),
        };
        format!("{}\nYêu cầu: {required}\n{asks}", self.criterion.title)
    }
}

/// Returns whether a criterion is answered by a part and a whole, each under its own name.
pub(super) fn is_share(criterion: &Criterion) -> bool {
    criterion.kind == Kind::Percent && criterion.part.is_some() && criterion.whole.is_some()
}

/// Returns what a criterion requires, in words: of most units, and of those for which a case says otherwise.
pub(super) fn requirements(criterion: &Criterion) -> String {
    let said = |requirement: &Requirement| requirement.in_words(criterion.kind).vi;
    let cases = criterion.cases.iter().map(|case| {
        let when = [&case.when.unit_kind, &case.when.area, &case.when.ward];
        let when = when.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        format!("; {when}: {}", said(&case.requirement))
    });
    std::iter::once(said(&criterion.requirement)).chain(cases).collect()
}

/// Returns the unit in which a criterion is answered, and from what a percentage is made.
pub(super) fn measured_in(criterion: &Criterion) -> String {
    match (criterion.kind, &criterion.part, &criterion.whole) {
        (Kind::Percent, Some(part), Some(whole)) => format!("% = {part} / {whole}"),
        (Kind::Percent, ..) => "%".to_owned(),
        (Kind::Points, ..) => format!("điểm{}", most_points(criterion)),
        _ => criterion.measure.clone().unwrap_or_default(),
    }
}

fn most_points(criterion: &Criterion) -> String {
    criterion.max.map(|most| format!(", cao nhất {}", spelled(most).vi)).unwrap_or_default()
}
