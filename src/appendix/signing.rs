//! Who issues a document, where and when, and who signs it, as Decree 30/2020/NĐ-CP has them.

use chrono::NaiveDate;

use crate::plan::Plan;

use super::words::dated_day;

/// What replaces words that people will write.
pub(crate) const DOTS: &str = "……………………";

/// Who issues and who signs; dots where the plan leaves it open.
#[derive(Clone, Debug)]
pub struct Signing {
    /// The issuing body in capitals, a text a line.
    pub issuer: Vec<String>,
    /// "Lai Châu, ngày 05 tháng 10 năm 2025".
    pub dated: String,
    /// Title of the signer in capitals, a text a line.
    pub title: Vec<String>,
    /// Name of the signer.
    pub name: String,
}

impl Signing {
    /// Takes from the plan who issues and signs its report.
    pub(crate) fn of(plan: &Plan) -> Self {
        let report = &plan.report;
        let title = report.signer_title.split('|').map(|line| line.trim().to_uppercase());
        let title: Vec<String> = title.filter(|line| !line.is_empty()).collect();
        Self {
            issuer: issuer(&plan.issuer),
            dated: dated(&report.place, report.date),
            title: if title.is_empty() { vec![DOTS.to_owned()] } else { title },
            name: or_dots(&report.signer).to_owned(),
        }
    }
}

/// Returns where a paper is signed, and the day: "Lai Châu, ngày 05 tháng 10 năm 2025".
pub(crate) fn dated(place: &str, day: Option<NaiveDate>) -> String {
    let day = day.map_or_else(|| "ngày …… tháng …… năm ………".to_owned(), dated_day);
    format!("{}, {day}", or_dots(place))
}

/// Returns whether the plan leaves a text open.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn or_dots(text: &str) -> &str {
    if is_blank(text) { DOTS } else { text.trim() }
}

/// Returns the issuing body in capitals; a people's committee is written out, above its place.
pub(crate) fn issuer(name: &str) -> Vec<String> {
    match committee(name) {
        Some(place) => {
            let place = place.trim().to_uppercase();
            ["ỦY BAN NHÂN DÂN".to_owned(), place].into_iter().filter(|line| !line.is_empty()).collect()
        }
        None => vec![name.trim().to_uppercase()],
    }
}

/// Returns the place of a people's committee, if `name` is one's.
pub(crate) fn committee(name: &str) -> Option<&str> {
    let name = name.trim();
    ["UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"].iter().find_map(|words| name.strip_prefix(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appendix::sample;

    /// Takes the signing of the sample's plan after `change`.
    fn signing(change: impl FnOnce(&mut Plan)) -> Signing {
        let mut plan = sample::assessment().received.rulebook.plan;
        change(&mut plan);
        Signing::of(&plan)
    }

    #[test]
    fn the_title_is_in_capitals_a_line_each() {
        let signing = signing(|plan| plan.report.signer_title = "TM. Ủy ban nhân dân | Chủ tịch |".to_owned());
        assert_eq!(signing.title, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
        assert_eq!(signing.issuer, ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ LAI CHÂU"]);
        assert_eq!(signing.dated, "Lai Châu, ngày 20 tháng 10 năm 2025");
    }

    #[test]
    fn what_the_plan_leaves_open_is_dots() {
        let signing = signing(|plan| {
            plan.issuer = "Phòng Nội vụ".to_owned();
            plan.report = crate::plan::Report::default();
        });
        assert_eq!(signing.issuer, ["PHÒNG NỘI VỤ"]);
        assert_eq!(signing.dated, "……………………, ngày …… tháng …… năm ………");
        assert_eq!((signing.title.as_slice(), signing.name.as_str()), ([DOTS.to_owned()].as_slice(), DOTS));
    }
}
