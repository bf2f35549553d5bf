//! The page of the sample city: well-formed, whole, quiet, and the same as the other outputs.

use std::collections::BTreeSet;

use quick_xml::{Reader, events::Event};

use super::*;
use crate::{
    appendix::{Annex, Value, sample},
    write::{outputs, outputs_with_overview},
};

fn page(language: Language) -> String {
    String::from_utf8(outputs_with_overview(sample::assessment(), language).unwrap().overview.unwrap()).unwrap()
}

/// Returns the page without its style and script, which are no words.
fn markup(page: &str) -> String {
    page.replace(STYLE, "").replace(SCRIPT, "").replace("<!DOCTYPE html>\n", "")
}

/// An element as it closes: its name, its attributes, and the words within it.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    words: String,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a page as XML, which allows no tag left open and no markup in words.
fn elements(page: &str) -> Vec<Element> {
    let markup = markup(page);
    let mut reader = Reader::from_str(&markup);
    reader.config_mut().expand_empty_elements = true;
    let (mut open, mut closed): (Vec<Element>, Vec<Element>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    (attribute.key.as_ref().to_string(), plain(&attribute.value))
                });
                let attributes = attributes.collect();
                open.push(Element { name: start.name().as_ref().to_string(), attributes, words: String::new() });
            }
            Event::End(_) => {
                let element = open.pop().unwrap();
                if let Some(above) = open.last_mut() {
                    above.words.push_str(&element.words);
                }
                closed.push(element);
            }
            Event::Text(text) => {
                if let Some(last) = open.last_mut() {
                    last.words.push_str(&text);
                }
            }
            Event::GeneralRef(name) => {
                let name = format!("&{};", &*name);
                open.last_mut().unwrap().words.push_str(&plain(&name));
            }
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    closed
}

fn plain(markup: &str) -> String {
    quick_xml::escape::unescape(markup).unwrap().into_owned()
}

/// Returns the rows of every table of the annexes, section by section as they stand, the cells separated by `|`.
fn rows(page: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for table in markup(page).split("<section class=\"annex").skip(1) {
        let body = table.split("</thead>").nth(1).unwrap().split("</table>").next().unwrap();
        for row in elements(&format!("<table>{body}</table>")).iter().filter(|element| element.name == "tr") {
            rows.push(row.words.clone());
        }
    }
    rows
}

/// Returns what a row of a table says, numbers as they are written in Vietnamese.
fn words_of(annex: &Annex<'_>) -> Vec<String> {
    let said = |value: &Value<'_>| match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Decimal(sum) => sum.to_string().replace('.', ","),
        Value::Percent(sum) => format!("{:.2}", sum.to_f64()).replace('.', ","),
        Value::Year(year) => year.to_string(),
        Value::Date(day) => day.format("%d/%m/%Y").to_string(),
    };
    annex.table.rows.iter().map(|row| row.cells.iter().map(|cell| said(&cell.value)).collect()).collect()
}

#[test]
fn every_row_of_every_table_is_there_with_the_same_values() {
    let assessment = sample::assessment();
    let annexes = sample::annexes(&assessment);
    let expected: Vec<String> = annexes.iter().flat_map(words_of).collect();
    assert_eq!(rows(&page(Language::Vietnamese)), expected);
    assert_eq!(rows(&page(Language::English)), expected);
}

#[test]
fn every_heading_and_every_line_around_a_table_is_there() {
    let elements = elements(&page(Language::English));
    let said: BTreeSet<&str> = elements.iter().map(|element| element.words.as_str()).collect();
    let assessment = sample::assessment();
    for annex in sample::annexes(&assessment) {
        let headings = annex.table.columns.iter().flat_map(|column| [Some(&column.heading), column.over.as_ref()]);
        for heading in headings.flatten() {
            assert!(said.contains(heading.as_ref()), "{heading}");
        }
        for line in annex
            .remarks
            .iter()
            .chain(&annex.table.unit)
            .chain(&annex.table.notes)
            .chain([&annex.annexed_to, &annex.heading.title])
        {
            assert!(said.contains(line.as_str()), "{line}");
        }
    }
}

#[test]
fn a_signed_appendix_bears_who_issues_and_who_signs_it_and_a_list_of_sources_does_not() {
    let mut assessment = sample::assessment();
    assessment.received.rulebook.plan.report.sign_appendices = true;
    assessment.received.rulebook.plan.report.signer = "Nguyễn <A>".to_owned();
    let page = outputs_with_overview(assessment, Language::English).unwrap().overview.unwrap();
    let page = String::from_utf8(page).unwrap();
    assert_eq!(elements(&page).iter().filter(|element| element.words == "Nguyễn <A>").count(), 6);
    assert_eq!(page.matches("<div class=\"issuing\">").count(), 6);
    assert_eq!(page.matches("Lai Châu, ngày 20 tháng 10 năm 2025").count(), 6);
}

#[test]
fn the_figures_are_those_of_the_totals() {
    let outputs = outputs_with_overview(sample::assessment(), Language::Vietnamese).unwrap();
    let totals: serde_json::Value = serde_json::from_slice(&outputs.totals).unwrap();
    let page = String::from_utf8(outputs.overview.unwrap()).unwrap();
    let elements = elements(&page);
    let figures: Vec<&str> =
        elements.iter().filter(|element| element.name == "dd").map(|element| element.words.as_str()).collect();
    let (reported, targets, summary) = (&totals["reported"], &totals["targets"], &totals["summary"]);
    let expected = [
        "01/01/2025 – 31/12/2025".to_owned(),
        format!("{}/{}", reported["wards"], reported["wards_expected"]),
        format!("{}/{}", reported["units"], reported["units_expected"]),
        format!("{}/{}", targets["maintain"]["reached"], targets["maintain"]["goal"]),
        format!("{}/{}", targets["new"]["reached"], targets["new"]["goal"]),
        format!("{}/{}", summary["achieved"], summary["units"]),
        summary["not_achieved"].to_string(),
        summary["incomplete"].to_string(),
        "lỗi: 0; cảnh báo: 2".to_owned(),
    ];
    assert_eq!(figures, expected);
    // Worked out by hand: two of three wards, four of five groups, one of three maintained.
    assert_eq!(figures[1..4], ["2/3", "4/5", "1/3"]);
}

#[test]
fn bars_stand_for_wards_and_criteria_and_say_their_figures() {
    let page = markup(&page(Language::English));
    let charts: Vec<&str> = page.split("<table class=\"bars\">").skip(1).collect();
    let row = |chart: usize, name: &str| {
        let rows = elements(&format!("<table>{}</table>", charts[chart].split("</table>").next().unwrap()));
        rows.into_iter().find(|row| row.name == "tr" && row.words.starts_with(name)).unwrap().words
    };
    let said = |name: &str, told: &str, share: &str, rest: &str| format!("{name}{told}{share}\u{a0}%{rest}");
    let results = "achieved 2; not achieved 1; no result yet 2";
    assert_eq!(row(0, "Maintained"), said("Maintained", "1/31/3", "33.33", "2"));
    assert_eq!(
        row(1, "Xã Tân Phong"),
        said("Xã Tân Phong", "achieved 0; not achieved 1; no result yet 10/1", "0.00", "1")
    );
    assert_eq!(row(1, "Phường Quyết Thắng"), "Phường Quyết Thắngachieved 0; not achieved 0; no result yet 10/0–1");
    assert_eq!(row(1, "Total"), said("Total", &format!("{results}2/3"), "66.67", "2"));
    assert_eq!(row(2, "1.2"), said("1.2 Tỷ lệ hộ dự họp", &format!("{results}2/3"), "66.67", "2"));
}

#[test]
fn modelled_criteria_are_said_to_be_so_in_either_language() {
    assert!(page(Language::Vietnamese).contains("<strong>Bộ tiêu chí mô phỏng, chưa phải bảng tiêu chí chính thức<"));
    assert!(page(Language::English).contains("<strong>Modelled criteria, not the official table<"));
    let mut assessment = sample::assessment();
    assessment.received.rulebook.criteria.provenance = crate::criteria::Provenance::Official;
    let page = outputs_with_overview(assessment, Language::Vietnamese).unwrap().overview.unwrap();
    assert!(!String::from_utf8(page).unwrap().contains("mô phỏng"));
}

#[test]
fn nothing_is_fetched_and_nothing_else_is_run() {
    for language in [Language::Vietnamese, Language::English] {
        let page = page(language);
        assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"), "{page}");
        for element in elements(&page) {
            let fetching = ["script", "style"].contains(&element.name.as_str());
            assert!(!["img", "iframe", "object", "form", "base", "link"].contains(&element.name.as_str()));
            for (name, value) in &element.attributes {
                assert!(name != "src" && name != "style" && !name.starts_with("on"), "{name}={value}");
                assert!(name != "href" || value.starts_with('#'), "{name}={value}");
                assert!(!fetching, "{} has {name}={value}", element.name);
            }
        }
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("//w") && !text.contains("http") && !text.contains("@import"));
            assert!(!text.contains("</"), "would end the element");
        }
    }
}

#[test]
fn every_anchor_leads_somewhere_and_every_name_is_there_once() {
    let elements = elements(&page(Language::Vietnamese));
    let ids: Vec<&str> = elements.iter().filter_map(|element| element.attribute("id")).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len(), "{ids:?}");
    let links = elements.iter().filter_map(|element| element.attribute("href")?.strip_prefix('#'));
    let labels = elements.iter().filter_map(|element| element.attribute("aria-labelledby"));
    for name in links.chain(labels) {
        assert!(distinct.contains(name), "{name}");
    }
    assert!(distinct.contains("phu-luc-IV") && distinct.contains("sources"));
}

#[test]
fn names_that_are_markup_stay_words() {
    let mut assessment = sample::assessment();
    assessment.received.rulebook.plan.title = "</title><script>alert(1)</script>".to_owned();
    assessment.received.rulebook.plan.issuer = "\" onload=\"alert(1)\u{202e}".to_owned();
    let page = outputs_with_overview(assessment, Language::Vietnamese).unwrap().overview.unwrap();
    let elements = elements(&String::from_utf8(page).unwrap());
    assert_eq!(elements.iter().filter(|element| element.name == "script").count(), 1);
    let said = |text: &str| elements.iter().any(|element| element.words == text);
    assert!(said("</title><script>alert(1)</script>") && said("\" onload=\"alert(1)[U+202E]"));
    assert!(said(sample::MARKUP) && said(sample::FORMULA));
}

#[test]
fn the_words_of_the_interface_are_in_its_language_and_the_documents_in_vietnamese() {
    let (vietnamese, english) = (page(Language::Vietnamese), page(Language::English));
    assert!(vietnamese.contains("<html lang=\"vi\"") && english.contains("<html lang=\"en\""));
    for word in ["Overview", "Charts", "Contents", "Find in", "Achieved", "{all} rows"] {
        assert!(english.contains(word) && !markup(&vietnamese).contains(word), "{word}");
    }
    let sections = elements(&english).into_iter().filter(|element| element.name == "section");
    let annexes: Vec<Element> =
        sections.filter(|section| section.attribute("class").is_some_and(|class| class.starts_with("annex"))).collect();
    assert_eq!(annexes.len(), 8);
    assert!(annexes.iter().all(|annex| annex.attribute("lang") == Some("vi")));
}

#[test]
fn rows_are_found_by_section_and_by_result() {
    let page = page(Language::Vietnamese);
    let annex = page.split("id=\"phu-luc-I\"").nth(1).unwrap().split("</section>").next().unwrap();
    let sections = "<select data-by=\"section\"><option value=\"\">Tất cả</option>\
                    <option value=\"0\" lang=\"vi\">Phường Đoàn Kết</option>";
    assert!(annex.contains(sections), "{annex}");
    let results = "Đánh giá</span> <select data-by=\"7\"><option value=\"\">Tất cả</option>\
                   <option lang=\"vi\">Đạt</option><option lang=\"vi\">Chưa đạt</option>\
                   <option lang=\"vi\">Chưa đủ số liệu</option></select>";
    assert!(annex.contains(results), "{annex}");
    assert_eq!(annex.matches("<tbody class=\"section\">").count(), 3);
}

#[test]
fn sums_and_the_lines_that_head_them_open_groups_of_their_own() {
    let page = page(Language::Vietnamese);
    let bodies = |id: &str| {
        let annex = page.split(&format!("id=\"{id}\"")).nth(1).unwrap().split("</section>").next().unwrap();
        annex.split("<tbody").skip(1).map(|body| body.split('>').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (section, lead) = (" class=\"section\"", " class=\"lead\"");
    assert_eq!(bodies("phu-luc-II"), ["", " class=\"totals\""]);
    assert_eq!(bodies("phu-luc-III"), [section, lead, lead, section, lead, lead]);
    assert_eq!(bodies("phu-luc-VI"), [section, section]);
}

#[test]
fn without_the_wish_for_it_there_is_no_page_and_the_rest_is_the_same() {
    let (without, with) = (
        outputs(sample::assessment()).unwrap(),
        outputs_with_overview(sample::assessment(), Language::English).unwrap(),
    );
    assert!(without.overview.is_none());
    assert!(without.files().eq(with.files().filter(|(name, _)| *name != "tong-quan.html")));
    let again = outputs_with_overview(sample::assessment(), Language::English).unwrap();
    assert!(again.files().eq(with.files()));
}
