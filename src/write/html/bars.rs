//! Bars of one length, filled by shares: each stands in a row of a table that says the same in figures.
//!
//! What was achieved is solid, what was not is hatched, what is open is blank, so that colours are not needed.

use std::fmt::Write as _;

use crate::{
    appendix::numbers::{in_column, share},
    model::{Language, Message, Ratio, phrase, printed},
};

use super::{markup::shown, words};

/// What one bar shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Shares {
    /// The solid part.
    pub(super) achieved: u32,
    /// The hatched part.
    pub(super) not_achieved: u32,
    /// The blank rest: what has no result.
    pub(super) open: u32,
}

impl Shares {
    /// Returns what the whole bar stands for.
    pub(super) fn whole(self) -> u32 {
        self.achieved.saturating_add(self.not_achieved).saturating_add(self.open)
    }

    /// Returns how much has a result, achieved or not.
    fn with_result(self) -> u32 {
        self.achieved.saturating_add(self.not_achieved)
    }

    /// Returns the solid part out of what has a result, where anything has: what nobody answered is not zero.
    pub(super) fn achieved_share(self) -> Option<Ratio> {
        Ratio::new(self.achieved, self.with_result())
    }

    fn in_words(self) -> Message {
        let Self { achieved, not_achieved, open } = self;
        phrase!(
            "đạt {achieved}; chưa đạt {not_achieved}; chưa có kết quả {open}",
            "achieved {achieved}; not achieved {not_achieved}; no result yet {open}"
        )
    }
}

/// The patterns that every bar of the page is filled with.
pub(super) const PATTERNS: &str = "<svg class=\"patterns\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>\
     <pattern id=\"gach-cheo\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
     patternTransform=\"rotate(45)\"><rect class=\"ground\" width=\"5\" height=\"5\"/>\
     <rect class=\"line\" width=\"2\" height=\"5\"/></pattern></defs></svg>\n";

/// Returns the heading of a row that bears a name, which is Vietnamese in any language.
pub(super) fn name(name: &str) -> String {
    format!("<th scope=\"row\" lang=\"vi\">{}</th>", shown(name))
}

/// Appends a row: its heading, its bar, the achieved out of those with a result, that as a percentage, and how many have
/// none.
pub(super) fn push_row(page: &mut String, heading: &str, shares: Shares, language: Language) {
    let told = words(&shares.in_words(), language);
    let _ = write!(page, "<tr>{heading}<td class=\"bar\">");
    push_bar(page, shares, &told);
    let count = |count: u32| words(&printed(count), language);
    let (achieved, results) = (count(shares.achieved), count(shares.with_result()));
    let _ = write!(page, "</td><td class=\"f\">{achieved}/{results}</td><td class=\"f\">");
    push_percent(page, shares.achieved_share(), language);
    let _ = writeln!(page, "</td><td class=\"f\">{}</td></tr>", count(shares.open));
}

/// Appends a percentage that never passes for all or nothing; a dash where there is nothing to be a share of.
pub(super) fn push_percent(page: &mut String, ratio: Option<Ratio>, language: Language) {
    match ratio {
        Some(ratio) => {
            let _ = write!(page, "{}\u{a0}%", words(&printed(in_column(share(ratio))), language));
        }
        None => page.push('–'),
    }
}

/// Appends a bar that says in its title what it shows.
pub(super) fn push_bar(page: &mut String, shares: Shares, title: &str) {
    let whole = shares.whole();
    let _ = write!(page, "<svg role=\"img\" width=\"100%\" height=\"14\"><title>{title}</title>");
    let mut from = 0;
    for (class, part) in [("solid", shares.achieved), ("hatched", shares.not_achieved)] {
        let to = part.saturating_add(from);
        if part > 0 {
            let (start, end) = (hundredths(from, whole), hundredths(to, whole));
            let (x, width) = (percent(start), percent(end - start));
            let _ = write!(page, "<rect class=\"{class}\" x=\"{x}%\" width=\"{width}%\" height=\"100%\"/>");
        }
        from = to;
    }
    page.push_str("<rect class=\"frame\" width=\"100%\" height=\"100%\"/></svg>");
}

/// Returns a share in hundredths of a percent, cut off: only for drawing.
fn hundredths(part: u32, whole: u32) -> u64 {
    u64::from(part) * 10_000 / u64::from(whole).max(1)
}

fn percent(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(achieved: u32, not_achieved: u32, open: u32) -> Shares {
        Shares { achieved, not_achieved, open }
    }

    fn drawn(achieved: u32, not_achieved: u32, open: u32) -> String {
        let mut page = String::new();
        push_bar(&mut page, shares(achieved, not_achieved, open), "");
        let rects = page.split("<rect ").filter(|rect| rect.contains(" x="));
        rects.map(|rect| rect.split(" height").next().unwrap_or_default()).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn the_parts_of_a_bar_stand_beside_each_other() {
        assert_eq!(
            drawn(2, 1, 3),
            "class=\"solid\" x=\"0.00%\" width=\"33.33%\" | class=\"hatched\" x=\"33.33%\" width=\"16.67%\""
        );
        assert_eq!(drawn(0, 5, 0), "class=\"hatched\" x=\"0.00%\" width=\"100.00%\"");
        assert_eq!(drawn(0, 0, 0), "");
    }

    #[test]
    fn a_row_says_in_figures_what_its_bar_shows() {
        let mut page = String::new();
        push_row(&mut page, &name("Bản <Gia>"), shares(2, 1, 4), Language::Vietnamese);
        assert!(page.contains(">Bản &lt;Gia&gt;</th>"), "{page}");
        assert!(page.contains("<title>đạt 2; chưa đạt 1; chưa có kết quả 4</title>"), "{page}");
        assert!(page.contains(">2/3</td><td class=\"f\">66,67\u{a0}%</td><td class=\"f\">4</td></tr>"), "{page}");
    }

    #[test]
    fn what_nobody_answered_is_no_share_of_zero() {
        let percent = |shares: Shares| {
            let mut page = String::new();
            push_percent(&mut page, shares.achieved_share(), Language::English);
            page
        };
        assert_eq!(percent(shares(0, 0, 5)), "–");
        assert_eq!(percent(shares(0, 0, 0)), "–");
        assert_eq!(percent(shares(0, 1, 5)), "0.00\u{a0}%");
        assert_eq!(percent(shares(1, 2, 3)), "33.33\u{a0}%");
        assert_eq!(percent(shares(99_999, 1, 0)), "99.999\u{a0}%");
    }
}
