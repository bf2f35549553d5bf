//! The charts: progress to the plan's targets, what each ward achieved, and how many units achieved each criterion.

use std::fmt::Write as _;

use crate::{
    Assessment,
    model::{Language, Message, Ratio, printed, say},
    plan::Level,
    totals::{CriterionTally, TargetTotal, UnitTally},
};

use super::{
    bars::{self, Shares},
    overview::target,
    words,
};

/// More bars than this below each other show nothing any more.
const MOST_WARDS: usize = 200;

/// Appends every chart.
pub(super) fn push_charts(page: &mut String, assessment: &Assessment, language: Language) {
    let title = words(&say!("Biểu đồ", "Charts"), language);
    let _ = writeln!(page, "<section class=\"charts\" id=\"bieu-do\" aria-labelledby=\"bieu-do-ten\">");
    let _ = writeln!(page, "<h2 id=\"bieu-do-ten\">{title}</h2>\n{}", bars::PATTERNS);
    push_legend(page, language);
    push_targets(page, assessment, language);
    push_wards(page, assessment, language);
    push_criteria(page, assessment, language);
    page.push_str("</section>\n");
}

fn push_legend(page: &mut String, language: Language) {
    let only = |achieved, not_achieved, open| Shares { achieved, not_achieved, open };
    let open = say!("Chưa có kết quả: chưa đủ số liệu, chưa đến hạn", "No result yet: figures missing, or not yet due");
    let signs = [
        (only(1, 0, 0), say!("Đạt", "Achieved")),
        (only(0, 1, 0), say!("Chưa đạt", "Not achieved")),
        (only(0, 0, 1), open),
    ];
    page.push_str("<ul class=\"legend\">");
    for (shares, meaning) in signs {
        let meaning = words(&meaning, language);
        page.push_str("<li>");
        bars::push_bar(page, shares, &meaning);
        let _ = write!(page, " {meaning}</li>");
    }
    page.push_str("</ul>\n");
}

/// Opens a table of bars under a title, with the headings of its five columns.
fn push_opening(page: &mut String, title: &Message, names: Message, figures: [Message; 3], language: Language) {
    let title = words(title, language);
    let _ = write!(page, "<table class=\"bars\">\n<caption>{title}</caption>\n<thead><tr>");
    for heading in [names, say!("Biểu đồ", "Chart")].into_iter().chain(figures) {
        let _ = write!(page, "<th scope=\"col\">{}</th>", words(&heading, language));
    }
    page.push_str("</tr></thead>\n");
}

/// The headings of the columns of [`bars::push_row`].
fn results() -> [Message; 3] {
    [
        say!("Đạt / có kết quả", "Achieved / with a result"),
        say!("Tỷ lệ đạt trên số có kết quả", "Share of those with a result"),
        say!("Chưa có kết quả", "No result yet"),
    ]
}

fn push_targets(page: &mut String, assessment: &Assessment, language: Language) {
    let targets = assessment.totals.targets;
    let title = say!("Tiến độ so với chỉ tiêu của kế hoạch", "Progress to the targets of the plan");
    let figures = [
        say!("Đã đạt / chỉ tiêu", "Reached / target"),
        say!("Tỷ lệ trên chỉ tiêu", "Share of the target"),
        say!("Còn thiếu", "Still lacking"),
    ];
    push_opening(page, &title, say!("Chỉ tiêu", "Target"), figures, language);
    page.push_str("<tbody>\n");
    let rows =
        [(say!("Duy trì", "Maintained"), targets.maintain), (say!("Công nhận mới", "Newly recognised"), targets.new)];
    for (name, reached) in rows {
        let _ = write!(page, "<tr><th scope=\"row\">{}</th><td class=\"bar\">", words(&name, language));
        push_progress(page, reached, language);
        let lacking = reached.goal.map(|goal| words(&printed(goal.saturating_sub(reached.reached)), language));
        let _ = writeln!(page, "</td><td class=\"f\">{}</td></tr>", lacking.as_deref().unwrap_or("–"));
    }
    page.push_str("</tbody>\n</table>\n");
}

/// Appends the bar and the figures of a target; without a goal there is no length to fill.
fn push_progress(page: &mut String, reached: TargetTotal, language: Language) {
    let figures = words(&target(reached), language);
    if let Some(goal) = reached.goal {
        let achieved = reached.reached.min(goal);
        bars::push_bar(page, Shares { achieved, not_achieved: 0, open: goal - achieved }, &figures);
    } else {
        page.push_str(&words(&say!("Kế hoạch không giao số", "The plan sets no number"), language));
    }
    let _ = write!(page, "</td><td class=\"f\">{figures}</td><td class=\"f\">");
    bars::push_percent(page, reached.goal.and_then(|goal| Ratio::new(reached.reached, goal)), language);
}

fn push_wards(page: &mut String, assessment: &Assessment, language: Language) {
    let register = &assessment.received.rulebook.register;
    let levels = assessment.totals.levels.iter().map(|level| (register.unit(level.unit), &level.tally));
    let wards = levels.filter(|(unit, _)| unit.level == Level::Ward);
    let mut wards: Vec<(&str, Shares)> = wards.map(|(unit, tally)| (unit.name.as_str(), of_units(tally))).collect();
    let all = wards.len();
    if all > MOST_WARDS {
        keep_lowest(&mut wards, MOST_WARDS);
        let told = say!(
            "Chỉ vẽ {MOST_WARDS} phường, xã có tỷ lệ đơn vị đạt thấp nhất trong {all}; các bảng bên dưới có đủ",
            "Drawn are the {MOST_WARDS} wards of {all} with the lowest share achieved; the tables below hold them all"
        );
        let _ = writeln!(page, "<p class=\"note\">{}</p>", words(&told, language));
    }
    let title = say!("Đơn vị đạt theo phường, xã", "Units that achieved, by ward");
    push_opening(page, &title, say!("Phường, xã", "Ward"), results(), language);
    page.push_str("<tbody>\n");
    for (name, shares) in wards {
        bars::push_row(page, &bars::name(name), shares, language);
    }
    page.push_str("</tbody>\n<tbody class=\"totals\">\n");
    let total = format!("<th scope=\"row\">{}</th>", words(&say!("Tổng cộng", "Total"), language));
    bars::push_row(page, &total, of_units(&assessment.totals.summary), language);
    page.push_str("</tbody>\n</table>\n");
}

/// Keeps the wards with the lowest share achieved, the lowest first; those without any result are not the lowest.
fn keep_lowest(wards: &mut Vec<(&str, Shares)>, most: usize) {
    wards.sort_by_key(|(_, shares)| (shares.achieved_share().is_none(), shares.achieved_share()));
    wards.truncate(most);
}

fn push_criteria(page: &mut String, assessment: &Assessment, language: Language) {
    let set = &assessment.received.rulebook.criteria;
    let title = say!("Đơn vị đạt theo tiêu chí", "Units that achieved, by criterion");
    push_opening(page, &title, say!("Tiêu chí", "Criterion"), results(), language);
    let mut standard = None;
    for totals in &assessment.totals.criteria {
        let criterion = set.criterion(totals.criterion);
        if standard != Some(criterion.standard) {
            let name = &set.standards[criterion.standard];
            let opening = if standard.is_none() { "" } else { "</tbody>\n" };
            let name = format!("{}. {}", name.id, name.title);
            let _ = writeln!(
                page,
                "{opening}<tbody>\n<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"5\" lang=\"vi\">{}</th></tr>",
                super::shown(&name)
            );
            standard = Some(criterion.standard);
        }
        let name = format!("{} {}", criterion.id, criterion.title);
        bars::push_row(page, &bars::name(&name), of_verdicts(&totals.tally), language);
    }
    page.push_str(if standard.is_none() { "</table>\n" } else { "</tbody>\n</table>\n" });
}

fn of_units(tally: &UnitTally) -> Shares {
    Shares { achieved: tally.achieved, not_achieved: tally.not_achieved, open: tally.incomplete }
}

/// Returns the shares of the units that a criterion applies to.
fn of_verdicts(tally: &CriterionTally) -> Shares {
    let open = tally.missing.saturating_add(tally.not_due);
    Shares { achieved: tally.achieved, not_achieved: tally.not_achieved, open }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_too_many_wards_the_lowest_are_drawn_and_silence_is_not_the_lowest() {
        let ward =
            |name, achieved, not_achieved| (name, Shares { achieved, not_achieved, open: 4 - achieved - not_achieved });
        let mut wards = vec![ward("A", 3, 1), ward("B", 0, 0), ward("C", 1, 3), ward("D", 2, 2)];
        keep_lowest(&mut wards, 3);
        assert_eq!(wards.iter().map(|(name, _)| *name).collect::<String>(), "CDA");
    }
}
