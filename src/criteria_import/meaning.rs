//! A requirement in words to a kind, a requirement and a unit; whatever is not certain is said.

use crate::{
    criteria::{Against, Comparison, Kind, Requirement},
    model::{Decimal, Message, phrase},
    text::{LoneSeparator, Written, canonical, read_number},
};

use super::{
    phrase::{self, Phrase, not_understood},
    unit::{Unit, text_in_brackets},
    words,
};

/// What a requirement is taken for; it is certain while there is no doubt.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Meaning {
    pub kind: Kind,
    pub requirement: Requirement,
    pub measure: Option<String>,
    pub doubts: Vec<Message>,
}

/// What is said beside a requirement.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beside<'t> {
    /// The title of the criterion.
    pub title: &'t str,
    /// The unit of measurement in a column of its own.
    pub measure: Option<&'t str>,
    /// The heading over the requirement.
    pub heading: &'t str,
}

impl Meaning {
    /// Reads a requirement that is not blank.
    pub(super) fn of(requirement: &str, beside: Beside<'_>) -> Self {
        let title = canonical(beside.title);
        let said = canonical(requirement);
        let read = phrase::read(&said, &title);
        let mut reading = Reading { beside, title: &title, doubts: read.doubts };
        if read.phrase != Phrase::Yes {
            reading.doubt_figures_of_title(&said);
        }
        let (kind, requirement, unit) = reading.taken(read.phrase);
        let fits = kind.takes(&requirement);
        if !fits {
            reading.doubts.push(phrase!("số lẻ không hợp với số đếm", "a count has no decimals"));
        }
        let own = beside.measure.filter(|measure| Unit::read(&canonical(measure)) != Some(Unit::Percent));
        let measure = own.map(str::to_owned).or_else(|| unit.as_ref().and_then(Unit::name).map(str::to_owned));
        let is_measured = matches!(kind, Kind::Count | Kind::Amount);
        Self {
            kind: if fits { kind } else { Kind::Amount },
            requirement,
            measure: measure.filter(|_| is_measured),
            doubts: reading.doubts,
        }
    }

    /// Says what is assumed, as the criteria set writes it.
    pub(super) fn assumed(&self) -> Message {
        let (kind, achieved) = (self.kind.word(), self.requirement.to_text(self.kind));
        phrase!("tạm ghi {kind} \"{achieved}\"", "assumed: {kind} \"{achieved}\"")
    }
}

/// A requirement while it is read.
struct Reading<'t> {
    beside: Beside<'t>,
    title: &'t str,
    doubts: Vec<Message>,
}

type Taken = (Kind, Requirement, Option<Unit>);

impl Reading<'_> {
    fn taken(&mut self, phrase: Phrase) -> Taken {
        match phrase {
            Phrase::Yes => {
                self.doubt_figure();
                (Kind::YesNo, Requirement::Yes, None)
            }
            Phrase::Done(day) => {
                self.doubt_figure();
                (Kind::Task, Requirement::Done(day), None)
            }
            Phrase::None(what) => self.none(&what),
            Phrase::Number { comparison, number, unit } => {
                let has_sign = unit.starts_with('%') || unit.starts_with("phần trăm");
                let unit = self.unit(&unit);
                let Some(value) = self.value(&number, unit.as_ref()) else { return unread() };
                self.doubt_unit(unit.as_ref(), comparison);
                if unit == Some(Unit::Percent) && !has_sign && Decimal::ZERO < value && value <= Decimal::from(1) {
                    self.doubts.push(phrase!(
                        "số không có dấu %, có thể là phần của một",
                        "the number has no percent sign and may be a fraction"
                    ));
                }
                (kind(unit.as_ref(), &[value]), Requirement::Compare(comparison, Against::Threshold(value)), unit)
            }
            Phrase::Range { low, high, unit } => {
                let unit = self.unit(&unit);
                let values = self.value(&low, unit.as_ref()).zip(self.value(&high, unit.as_ref()));
                let Some((low, high)) = values else { return unread() };
                self.doubt_unit(unit.as_ref(), Comparison::AtLeast);
                let is_descending = Decimal::cmp(&low, &high).is_gt();
                let (low, high) = if is_descending { (high, low) } else { (low, high) };
                if is_descending {
                    self.doubts.push(phrase!("số đầu lớn hơn số cuối", "the first number is above the last"));
                }
                (kind(unit.as_ref(), &[low, high]), Requirement::Between(low, high), unit)
            }
            Phrase::Relative(comparison, against) => {
                let unit = self.own_unit().or_else(|| self.unit_of_title());
                match &unit {
                    Some(unit) => self.doubt_title(unit),
                    None => self.doubts.push(no_unit()),
                }
                (kind(unit.as_ref(), &[]), Requirement::Compare(comparison, against), unit)
            }
        }
    }

    /// A mere yes is not certain for a criterion that speaks of a figure.
    fn doubt_figure(&mut self) {
        let measured = self.own_unit().is_some_and(|unit| unit != Unit::YesNo);
        let is_figure =
            measured || self.is_rate() || self.title.starts_with("số ") || !phrase::figures(self.title).is_empty();
        if self.doubts.is_empty() && is_figure {
            self.doubts.push(phrase!(
                "tên hoặc đơn vị tính nói đến số liệu, nhưng không thấy ngưỡng",
                "the title or the unit speaks of a figure, but no threshold is seen"
            ));
        }
    }

    fn none(&mut self, what: &str) -> Taken {
        let stated = Unit::leading(what).map(|(unit, _)| unit);
        let unit = self.own_unit().or(stated.clone()).or_else(|| self.unit_of_title());
        if let Some(stated) = &stated {
            self.doubt_title(stated);
        }
        if self.adds_to_title(what) {
            self.doubt_once(phrase!(
                "\"{what}\" nói hẹp hơn tên: có thể chỉ đếm những trường hợp như vậy",
                "\"{what}\" says more than the title: perhaps such cases alone are counted"
            ));
        }
        if self.is_rate() || unit.as_ref().is_some_and(|unit| !matches!(unit, Unit::Counted(_))) {
            self.doubts.push(phrase!(
                "\"không có\" mà tên hoặc đơn vị tính không nói đến số đếm",
                "none is asked for, while the title or the unit speaks of no count"
            ));
        }
        if what.is_empty() && self.title.starts_with("có ") {
            self.doubts.push(phrase!(
                "\"không có\" trái với tên, tên nói phải có",
                "none is asked for, while the title speaks of having it"
            ));
        }
        let unit = if self.is_rate() { Some(Unit::Percent) } else { unit };
        let kind = match unit {
            Some(Unit::Percent) => Kind::Percent,
            _ => Kind::Count,
        };
        (kind, Requirement::Compare(Comparison::Equal, Against::Threshold(Decimal::ZERO)), stated.or(unit))
    }

    /// Whether words that name what there must be none of say anything that the title does not.
    fn adds_to_title(&self, what: &str) -> bool {
        let bare = |word: &'_ str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
        let title: Vec<String> = self.title.split(' ').map(bare).collect();
        let is_said = |word: &str| word == "nào" || title.contains(&bare(word));
        !words::is_nothing_more(what) && !what.split(' ').all(is_said)
    }

    /// Returns the unit of a number, from the words behind it, the column of units or the title.
    fn unit(&mut self, behind: &str) -> Option<Unit> {
        let stated = match behind.strip_prefix('%').or_else(|| behind.strip_prefix("phần trăm")) {
            // "%o" may be a thousandth.
            Some(rest) if rest.starts_with(char::is_alphabetic) => None,
            Some(rest) => Some((Unit::Percent, rest.trim_start())),
            None => Unit::leading(behind),
        };
        if let Some(rest) = stated.as_ref().map(|(_, rest)| *rest).filter(|rest| !words::is_mere_name(rest)) {
            self.doubt_once(not_understood(rest));
        }
        if stated.is_none() && !behind.is_empty() {
            self.doubt_once(phrase!("chưa biết đơn vị \"{behind}\"", "the unit \"{behind}\" is not known"));
        }
        let (stated, own) = (stated.map(|(unit, _)| unit), self.own_unit());
        if let (Some(stated), Some(own)) = (&stated, &own)
            && stated.contradicts(own)
        {
            let column = self.beside.measure.unwrap_or(self.beside.heading);
            self.doubts.push(phrase!(
                "đơn vị ở đây khác với đơn vị tính hoặc tiêu đề cột \"{column}\"",
                "the unit here is another than that of the column of units or of the heading, \"{column}\""
            ));
        }
        // The unit of a percentage is not written down.
        let is_unknown = own.is_none() && self.beside.measure.is_some() && stated != Some(Unit::Percent);
        if is_unknown {
            let column = self.beside.measure.unwrap_or_default();
            self.doubts.push(phrase!("chưa biết đơn vị tính \"{column}\"", "the unit \"{column}\" is not known"));
        }
        let unit = stated.or(own);
        if let Some(unit) = &unit {
            self.doubt_title(unit);
        }
        let is_bare = unit.is_none() && behind.is_empty() && !is_unknown;
        let of_title = if is_bare { self.unit_of_title() } else { None };
        // "Tỷ lệ hộ nghèo (hộ)" may be either.
        if let Some(of_title) = &of_title {
            self.doubt_title(of_title);
        }
        // A rate without a percent sign may be a fraction, and anything else without a unit may be anything.
        let is_told = self.unit_in_title().is_some() || matches!(of_title, Some(Unit::Counted(_)));
        if is_bare && !is_told {
            self.doubts.push(no_unit());
        }
        unit.or(of_title)
    }

    /// Reads a number by what it counts.
    fn value(&mut self, number: &str, unit: Option<&Unit>) -> Option<Decimal> {
        let lone = match unit {
            Some(Unit::Percent) => LoneSeparator::Decimal,
            Some(Unit::Counted(_)) => LoneSeparator::Thousands,
            _ => LoneSeparator::Undecidable,
        };
        let value = match read_number(number, lone) {
            Written::Number(value, _) => Some(value),
            Written::DecimalOrThousands => {
                self.doubts.push(phrase!(
                    "\"{number}\" có thể là phần nghìn hoặc phần lẻ",
                    "\"{number}\" may have thousands or decimals"
                ));
                number.replace(['.', ','], "").parse().ok()
            }
            _ => None,
        };
        if value.is_none() {
            self.doubts.push(phrase!("không đọc được số \"{number}\"", "the number \"{number}\" cannot be read"));
        }
        let most = match unit {
            Some(Unit::Percent) => Some(Decimal::from(100)),
            Some(unit) if unit.multiplies() => Some(Decimal::from(999)),
            _ => None,
        };
        if most.zip(value).is_some_and(|(most, value)| most < value) {
            self.doubts.push(phrase!(
                "số \"{number}\" lớn khác thường đối với đơn vị này",
                "the number \"{number}\" is unusually large for this unit"
            ));
        }
        value.filter(|value| !value.is_negative())
    }

    /// Things that a number of this unit may mean beside the usual.
    fn doubt_unit(&mut self, unit: Option<&Unit>, comparison: Comparison) {
        let Some(Unit::Counted(name)) = unit else { return };
        if name == "điểm" && comparison != Comparison::Equal {
            self.doubts.push(phrase!("\"điểm\" có thể là điểm chấm", "\"điểm\" may be points"));
        }
        if unit.is_some_and(Unit::multiplies) {
            self.doubts.push(phrase!("số đếm theo \"{name}\"", "the things are counted in \"{name}\""));
        }
        if name.contains('/') && !name.ends_with("/năm") {
            self.doubts.push(phrase!(
                "số tính cho \"{name}\", không phải cho cả kỳ",
                "the number is one of \"{name}\", not of the whole period"
            ));
        }
    }

    /// Tells a unit that is another than the title speaks of.
    fn doubt_title(&mut self, unit: &Unit) {
        let spoken_of = [self.unit_in_title(), self.is_rate().then_some(Unit::Percent), self.counted_in_title()];
        let other = spoken_of.iter().flatten().find(|titled| unit.differs_from(titled));
        if let Some(other) = other.map(|unit| unit.name().unwrap_or("%")) {
            self.doubts.push(phrase!(
                "đơn vị ở đây khác với tên, tên nói đến \"{other}\"",
                "the unit here is another than the title's, which speaks of \"{other}\""
            ));
        }
    }

    /// A title with a figure that the requirement does not have may require something else.
    fn doubt_figures_of_title(&mut self, requirement: &str) {
        let own = phrase::figures(requirement);
        let is_unit = |figure: &str| {
            text_in_brackets(self.title).any(|inner| inner.contains(figure) && Unit::read(inner).is_some())
        };
        let other = phrase::figures(self.title).into_iter().find(|figure| !own.contains(figure) && !is_unit(figure));
        if let Some(other) = other {
            self.doubts.push(phrase!("tên cũng nêu số \"{other}\"", "the title has a figure too: \"{other}\""));
        }
    }

    /// Returns the unit of the column of units, else that in the heading: "Mức đạt (%)".
    fn own_unit(&self) -> Option<Unit> {
        match self.beside.measure {
            Some(measure) => Unit::read(&canonical(measure)),
            None => Unit::in_brackets(&canonical(self.beside.heading)),
        }
    }

    fn is_rate(&self) -> bool {
        self.title.starts_with("tỷ lệ") || self.title.starts_with("tỉ lệ")
    }

    /// "Thu nhập (triệu đồng)" is in millions, "Tỷ lệ hộ nghèo" a percentage, "Số vụ phạm tội" a count.
    fn unit_of_title(&self) -> Option<Unit> {
        let rate = || self.is_rate().then_some(Unit::Percent);
        self.unit_in_title().or_else(rate).or_else(|| self.counted_in_title())
    }

    fn unit_in_title(&self) -> Option<Unit> {
        Unit::in_brackets(self.title)
    }

    fn counted_in_title(&self) -> Option<Unit> {
        let behind = self.title.strip_prefix("tổng ").unwrap_or(self.title).strip_prefix("số ")?;
        Unit::leading(behind).map(|(unit, _)| unit).filter(|unit| matches!(unit, Unit::Counted(_)))
    }

    /// Adds a doubt that only explains one that is there already.
    fn doubt_once(&mut self, doubt: Message) {
        if self.doubts.is_empty() {
            self.doubts.push(doubt);
        }
    }
}

fn kind(unit: Option<&Unit>, values: &[Decimal]) -> Kind {
    let are_whole = !values.is_empty() && values.iter().all(|value| value.is_whole());
    match unit {
        Some(Unit::Percent) => Kind::Percent,
        Some(Unit::Counted(_)) => Kind::Count,
        Some(Unit::YesNo) | None if are_whole => Kind::Count,
        Some(Unit::Amount(_) | Unit::YesNo) | None => Kind::Amount,
    }
}

fn unread() -> Taken {
    (Kind::YesNo, Requirement::Yes, None)
}

fn no_unit() -> Message {
    phrase!("không rõ đơn vị của số", "it is not clear what the number is measured in")
}

#[cfg(test)]
mod tests;
