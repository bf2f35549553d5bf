//! The overview: one page for a browser that holds everything it needs and reaches for nothing.
//!
//! The page is well-formed XML too, so that it can be checked as such. Its documents are in Vietnamese; the words
//! around them are in the language of the interface.

mod bars;
mod charts;
mod controls;
mod markup;
mod overview;
mod policy;
mod table;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use crate::{
    Assessment,
    appendix::{Annex, Heading},
    model::{Language, Message, say},
};

use self::markup::shown;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// An annex that was made a part of the page.
pub(super) struct Part {
    heading: Heading,
    /// The lines that stand in every annex between the title and the table.
    remarks: Vec<String>,
    /// Its anchor.
    id: String,
    markup: String,
}

/// Makes `annex` a part of the page, under an anchor that is called like its file in CSV.
pub(super) fn part(annex: &Annex<'_>, csv: &str, language: Language) -> Part {
    let file = csv.rsplit('/').next().unwrap_or(csv);
    let id = file.strip_suffix(".csv").unwrap_or(file).to_owned();
    let markup = table::section(annex, &id, language);
    Part { heading: annex.heading.clone(), remarks: annex.remarks.clone(), id, markup }
}

/// Puts the page together: what the results come to, the charts, then the annexes.
pub(super) fn page(assessment: &Assessment, parts: Vec<Part>, language: Language) -> Vec<u8> {
    let annexes: usize = parts.iter().map(|part| part.markup.len()).sum();
    let mut page = String::with_capacity(annexes + (64 << 10));
    push_head(&mut page, &assessment.received.rulebook.plan.title, language);
    let remarks = parts.first().map(|part| part.remarks.as_slice()).unwrap_or_default();
    overview::push_summary(&mut page, assessment, remarks, language);
    push_contents(&mut page, &parts, language);
    charts::push_charts(&mut page, assessment, language);
    for part in parts {
        page.push_str(&part.markup);
    }
    overview::push_end(&mut page, language);
    let _ = writeln!(page, "<script>{SCRIPT}</script>\n</body>\n</html>");
    page.into_bytes()
}

/// Returns a sentence in the language of the interface as markup.
fn words(message: &Message, language: Language) -> String {
    shown(message.in_language(language)).to_string()
}

fn push_head(page: &mut String, title: &str, language: Language) {
    let code = language.tag();
    let policy = policy::policy(STYLE, SCRIPT);
    let overview = words(&say!("Tổng quan kết quả", "Overview of results"), language);
    let skip = words(&say!("Đến nội dung chính", "Skip to the content"), language);
    let title = shown(title);
    let _ = write!(
        page,
        "<!DOCTYPE html>\n\
         <html lang=\"{code}\" xmlns=\"http://www.w3.org/1999/xhtml\">\n\
         <head>\n\
         <meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n\
         <title>{overview}: {title}</title>\n\
         <style>{STYLE}</style>\n\
         </head>\n\
         <body>\n\
         <a class=\"skip\" href=\"#noi-dung\">{skip}</a>\n"
    );
}

fn push_contents(page: &mut String, parts: &[Part], language: Language) {
    let contents = words(&say!("Mục lục", "Contents"), language);
    let charts = words(&say!("Biểu đồ", "Charts"), language);
    let _ = writeln!(page, "<nav aria-labelledby=\"muc-luc\">\n<h2 id=\"muc-luc\">{contents}</h2>\n<ul>");
    let _ = writeln!(page, "<li><a href=\"#bieu-do\">{charts}</a></li>");
    for part in parts {
        let Heading { number, title, .. } = &part.heading;
        let number = number.as_ref().map(|number| format!("Phụ lục {number}. ")).unwrap_or_default();
        let _ = writeln!(
            page,
            "<li><a href=\"#{}\" lang=\"vi\">{}{}</a></li>",
            shown(&part.id),
            shown(&number),
            shown(title)
        );
    }
    page.push_str("</ul>\n</nav>\n");
}
