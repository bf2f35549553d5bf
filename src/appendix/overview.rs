//! What the results come to on one page: the main totals by name, the wards and the standards beside each other, and
//! how far the plan's targets are reached. Its figures are those of the appendices, and say which.

use crate::{
    model::{Ratio, Target, UnitKey},
    totals::{CriterionTally, CriterionTotals},
};

use super::{
    Parts,
    numbers::share,
    origin::{Origin, UnitCount, VerdictCount},
    report::Report,
    table::{Cell, Heading, Value},
};

/// More wards than these are not seen beside each other on a page: those with the lowest share are shown.
const MOST_WARDS: usize = 20;

/// The page.
#[derive(Debug)]
pub struct Overview {
    /// What it is called.
    pub heading: Heading,
    /// "(Kèm theo Báo cáo số …)".
    pub annexed_to: String,
    /// Lines below the title: plan, criteria set, who reported.
    pub remarks: Vec<String>,
    /// The main totals, each under a name that formulas elsewhere may use.
    pub totals: Vec<MainTotal>,
    /// How the judged units of each ward stand.
    pub wards: Standings,
    /// How the verdicts on the criteria of each standard stand.
    pub standards: Standings,
    /// What the plan wants and what was reached.
    pub goals: Vec<Goal>,
}

/// One of the main totals.
#[derive(Debug)]
pub struct MainTotal {
    /// What it is, in words.
    pub label: String,
    /// The name of its cell, in ASCII: `SO_TO_DAT`.
    pub name: &'static str,
    /// The figure, and which cell of the appendices prints it, too; empty where the plan sets none.
    pub figure: Cell<'static>,
}

/// Several that are compared with each other.
#[derive(Debug)]
pub struct Standings {
    /// What is compared, and what is counted.
    pub title: String,
    /// Each of them.
    pub each: Vec<Standing>,
}

/// How many came to which result; a count is the sum of several where a standard has several criteria.
#[derive(Debug)]
pub struct Standing {
    /// Of what.
    pub name: String,
    /// Đạt.
    pub achieved: Vec<Cell<'static>>,
    /// Chưa đạt.
    pub not_achieved: Vec<Cell<'static>>,
    /// What has no result yet.
    pub open: Vec<Cell<'static>>,
    /// The achieved out of those with a result, in percent; empty where there is none.
    pub share: Value<'static>,
}

/// A target of the plan; both figures are among the main totals, under these names.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// Duy trì, công nhận mới.
    pub label: &'static str,
    /// The name of what the plan wants.
    pub wanted: &'static str,
    /// The name of what was reached.
    pub reached: &'static str,
}

/// The name of the share achieved, which is computed from the two totals named after it.
pub const SHARE_ACHIEVED: [&str; 3] = ["TY_LE_DAT", "SO_TO_DAT", "SO_TO_CHUA_DAT"];

impl Overview {
    /// Returns the main total of that name; nothing where there is none.
    pub fn figure(&self, name: &str) -> Value<'static> {
        self.totals.iter().find(|total| total.name == name).map_or(Value::Empty, |total| total.figure.value.clone())
    }

    /// Returns how much is lacking to a goal, and the share of it that was reached in percent; nothing where the plan sets
    /// none.
    pub fn beside_goal(&self, goal: &Goal) -> [Value<'static>; 2] {
        let (Value::Whole(wanted), Value::Whole(reached)) = (self.figure(goal.wanted), self.figure(goal.reached))
        else {
            return [Value::Empty, Value::Empty];
        };
        let part = Ratio::new(reached, wanted).map_or(Value::Empty, |ratio| Value::Percent(share(ratio).into()));
        [Value::Whole(wanted.saturating_sub(reached)), part]
    }
}

const GOALS: [Goal; 2] = [
    Goal { label: "Duy trì", wanted: "CHI_TIEU_DUY_TRI", reached: "SO_DUY_TRI_DUOC" },
    Goal { label: "Công nhận mới", wanted: "CHI_TIEU_DAT_MOI", reached: "SO_DAT_MOI" },
];

/// Builds the page.
pub fn overview(parts: Parts<'_, '_>) -> Overview {
    let report = &Report::new(parts);
    Overview {
        heading: Heading { name: "overview", number: None, title: "Tổng quan".to_owned() },
        annexed_to: report.annexed_to(),
        remarks: report.remarks(),
        totals: totals(report),
        wards: wards(report),
        standards: standards(report),
        goals: GOALS.to_vec(),
    }
}

fn totals(report: &Report<'_, '_>) -> Vec<MainTotal> {
    let (summary, reported) = (report.parts.totals.summary, report.parts.totals.reported);
    let (units, wards) = (report.judged_kinds(), report.ward_kinds());
    let total = |name, label: String, figure| MainTotal { label, name, figure };
    let counted = |count, value| Cell::new(Value::Whole(value), Origin::Units(None, count));
    let received = |count| Cell::new(Value::Whole(count), Origin::Files);
    let goal = |target| report.goal(target).map_or(Cell::EMPTY, |goal| Cell::new(Value::Whole(goal), Origin::Plan));
    let share = summary.share().map_or(Value::Empty, |ratio| Value::Percent(share(ratio).into()));
    let named = |name, label: &str, figure| total(name, label.to_owned(), figure);
    vec![
        total("SO_PHUONG_XA", format!("Số {wards}"), received(reported.wards_expected)),
        total("SO_PHUONG_XA_BAO_CAO", format!("Số {wards} đã báo cáo"), received(reported.wards)),
        total("TONG_SO_TO", format!("Tổng số {units}"), counted(UnitCount::All, summary.units)),
        total("SO_TO_BAO_CAO", format!("Số {units} đã báo cáo"), counted(UnitCount::Reported, reported.units)),
        named("SO_TO_DAT", "Đạt", counted(UnitCount::Achieved, summary.achieved)),
        named("SO_TO_CHUA_DAT", "Chưa đạt", counted(UnitCount::NotAchieved, summary.not_achieved)),
        named("SO_TO_CHUA_DU_SO_LIEU", "Chưa đủ số liệu", counted(UnitCount::Incomplete, summary.incomplete)),
        named("TY_LE_DAT", "Tỷ lệ đạt trên số đã kết luận (%)", Cell::new(share, Origin::Words)),
        named("CHI_TIEU_DUY_TRI", "Chỉ tiêu duy trì", goal(Target::Maintain)),
        named("SO_DUY_TRI_DUOC", "Duy trì được", counted(UnitCount::Maintained, summary.maintained)),
        named("SO_KHONG_DUY_TRI_DUOC", "Không duy trì được", counted(UnitCount::Lost, summary.lost)),
        named("CHI_TIEU_DAT_MOI", "Chỉ tiêu công nhận mới", goal(Target::New)),
        named("SO_DAT_MOI", "Đạt mới", counted(UnitCount::NewlyAchieved, summary.newly_achieved)),
        named("SO_CHUA_DAT_MOI", "Chưa đạt mới", counted(UnitCount::NotYet, summary.not_yet)),
        named("SO_CHUA_KET_LUAN", "Có chỉ tiêu, chưa kết luận được", counted(UnitCount::Undecided, summary.undecided)),
        named("SO_NGOAI_KE_HOACH", "Ngoài kế hoạch", counted(UnitCount::OutsidePlan, summary.outside_plan)),
    ]
}

fn wards(report: &Report<'_, '_>) -> Standings {
    let mut wards: Vec<_> = report.wards().collect();
    let (all, units, kinds) = (wards.len(), report.judged_kinds(), report.ward_kinds());
    let title = if all > MOST_WARDS {
        wards.sort_by_key(|ward| (ward.tally.share().is_none(), ward.tally.share()));
        wards.truncate(MOST_WARDS);
        format!("{MOST_WARDS} {kinds} có tỷ lệ đạt thấp nhất trong {all} (số {units})")
    } else {
        format!("Kết quả theo {kinds} (số {units})")
    };
    let each = wards.into_iter().map(|ward| {
        let counted = |count: UnitCount| vec![count.cell(&ward.tally, Some(ward.unit))];
        Standing {
            name: report.unit(ward.unit).name.clone(),
            achieved: counted(UnitCount::Achieved),
            not_achieved: counted(UnitCount::NotAchieved),
            open: counted(UnitCount::Incomplete),
            share: ward.tally.share().map_or(Value::Empty, |ratio| Value::Percent(share(ratio).into())),
        }
    });
    Standings { title, each: each.collect() }
}

fn standards(report: &Report<'_, '_>) -> Standings {
    let criteria = &report.parts.totals.criteria;
    let standards = report.criteria().standards.iter().enumerate();
    let each = standards.map(|(index, standard)| {
        let own: Vec<&CriterionTotals> =
            criteria.iter().filter(|totals| report.criterion(totals.criterion).standard == index).collect();
        standing(format!("{}. {}", standard.id, standard.title), &own)
    });
    Standings {
        title: "Kết quả theo tiêu chuẩn (số lượt chấm từng tiêu chí)".to_owned(), each: each.collect()
    }
}

/// Adds the verdicts on several criteria up.
fn standing(name: String, criteria: &[&CriterionTotals]) -> Standing {
    let nowhere: Option<UnitKey> = None;
    let counted = |count, value: fn(&CriterionTally) -> u32| {
        let cell = move |totals: &&CriterionTotals| {
            Cell::new(Value::Whole(value(&totals.tally)), Origin::Verdicts(nowhere, totals.criterion, count))
        };
        criteria.iter().map(cell)
    };
    let sum = criteria.iter().fold(CriterionTally::default(), |sum, totals| CriterionTally {
        achieved: sum.achieved.saturating_add(totals.tally.achieved),
        not_achieved: sum.not_achieved.saturating_add(totals.tally.not_achieved),
        ..sum
    });
    let missing = counted(VerdictCount::Missing, |tally| tally.missing);
    Standing {
        name,
        achieved: counted(VerdictCount::Achieved, |tally| tally.achieved).collect(),
        not_achieved: counted(VerdictCount::NotAchieved, |tally| tally.not_achieved).collect(),
        open: missing.chain(counted(VerdictCount::NotDue, |tally| tally.not_due)).collect(),
        share: sum.share().map_or(Value::Empty, |ratio| Value::Percent(share(ratio).into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appendix::sample;

    fn of_sample() -> Overview {
        let assessment = sample::assessment();
        overview(Parts::new(&assessment, &assessment.received.evidence, &assessment.scorecards))
    }

    fn sum(cells: &[Cell<'_>]) -> u32 {
        let whole = |cell: &Cell<'_>| if let Value::Whole(count) = cell.value { count } else { 0 };
        cells.iter().map(whole).sum()
    }

    #[test]
    fn the_main_totals_have_names_that_formulas_take() {
        let names: Vec<&str> = of_sample().totals.iter().map(|total| total.name).collect();
        let plain = |name: &&str| name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_');
        assert!(names.iter().all(plain), "{names:?}");
        let distinct: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
        let wanted = GOALS.iter().flat_map(|goal| [goal.wanted, goal.reached]).chain(SHARE_ACHIEVED);
        assert!(wanted.into_iter().all(|name| names.contains(&name)));
    }

    #[test]
    fn wards_and_standards_stand_beside_each_other_and_silence_has_no_share() {
        // Worked out by hand: the wards with two achieved, one failed and one open, one silent; the verdicts on 1.1 and
        // 1.2 (4 and 2 achieved, one failed, 1 and 2 missing), on 2.1 and 2.2 (4 and 3 achieved, one missing each).
        let overview = of_sample();
        let told =
            |standing: &Standing| [&standing.achieved, &standing.not_achieved, &standing.open].map(|cells| sum(cells));
        assert_eq!(overview.wards.each.iter().map(told).collect::<Vec<_>>(), [[2, 0, 0], [0, 1, 1], [0, 0, 1]]);
        assert_eq!(overview.standards.each.iter().map(told).collect::<Vec<_>>(), [[6, 1, 3], [7, 0, 2]]);
        assert_eq!(overview.wards.each[2].share, Value::Empty);
    }

    #[test]
    fn what_the_plan_leaves_open_is_no_goal_of_zero() {
        let whole = Value::Whole;
        let sample = of_sample();
        let percent = |text: &str| Value::Percent(Box::new(text.parse::<crate::model::Decimal>().unwrap().into()));
        // One of three maintained, one of one new.
        assert_eq!(sample.beside_goal(&GOALS[0]), [whole(2), percent("33.33")]);
        assert_eq!(sample.beside_goal(&GOALS[1]), [whole(0), percent("100")]);
        let mut assessment = sample::assessment();
        assessment.totals.targets.new.goal = None;
        let without = overview(Parts::new(&assessment, &assessment.received.evidence, &assessment.scorecards));
        assert_eq!(without.beside_goal(&GOALS[1]), [Value::Empty, Value::Empty]);
        assert_eq!(without.figure("CHI_TIEU_DAT_MOI"), Value::Empty);
    }

    #[test]
    fn of_too_many_wards_the_lowest_are_shown_and_the_title_says_so() {
        let mut assessment = sample::assessment();
        let ward = assessment.totals.levels[1];
        assessment.totals.levels.extend(std::iter::repeat_n(ward, 20));
        let overview = overview(Parts::new(&assessment, &assessment.received.evidence, &assessment.scorecards));
        assert_eq!(overview.wards.each.len(), MOST_WARDS);
        assert_eq!(overview.wards.each[0].name, "Xã Tân Phong");
        assert!(overview.wards.title.starts_with("20 phường, xã có tỷ lệ đạt thấp nhất trong 23"));
    }
}
