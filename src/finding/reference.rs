//! The registry of codes as one Markdown page in Vietnamese and English.

use std::fmt::Write;

use crate::{
    finding::{Code, Severity, codes},
    model::Language,
};

/// Returns the reference of all codes as Markdown: a table of the codes, then the pages in Vietnamese and in English.
pub fn reference() -> String {
    let mut page = String::from(
        "# Các thông báo khi kiểm tra · Findings\n\n\
         Trang này được tạo ra từ chương trình; `tdp explain TDP113` in từng mục. \
         Có lỗi trong số liệu thì lệnh kết thúc với mã 1, \
         lỗi trong tệp khai báo (từ TDP501) thì với mã 2; cảnh báo chỉ tính như lỗi khi có `--strict`.\n\n\
         This page is made from the program; `tdp explain TDP113` prints one entry. \
         Errors in the data make a command end with exit code 1, \
         those in definition files (from TDP501) with 2; warnings count as errors only with `--strict`.\n",
    );
    table(&mut page);
    pages(&mut page, Language::Vietnamese);
    pages(&mut page, Language::English);
    page
}

/// Appends the table of codes.
fn table(page: &mut String) {
    page.push_str("\n| Mã | Tên · Name | Mức · Severity | Nội dung | Meaning |\n|---|---|---|---|---|\n");
    for code in codes::ALL {
        let (vietnamese, english) = (title(code, Language::Vietnamese), title(code, Language::English));
        let severity = severity(code.severity);
        let (number, name) = (code.number, code.name);
        let _ = writeln!(page, "| [{number}](#{name}) | `{name}` | {severity} | {vietnamese} | {english} |");
    }
}

/// Appends every page in `language`; the anchors that the table points at stand in the Vietnamese part.
fn pages(page: &mut String, language: Language) {
    page.push_str(match language {
        Language::Vietnamese => "\n## Giải thích\n",
        Language::English => "\n## Explanations\n",
    });
    for code in codes::ALL {
        if language == Language::Vietnamese {
            let _ = write!(page, "\n<a id=\"{}\"></a>\n", code.name);
        }
        let _ = writeln!(page, "\n### {} · {}\n", code.number, title(code, language));
        page.push_str(&escaped(code.page(language).split_once("\n\n").map_or("", |(_, body)| body)));
        page.push('\n');
    }
}

/// Returns the first line of a page.
fn title(code: &Code, language: Language) -> String {
    escaped(code.page(language).lines().next().unwrap_or_default())
}

/// Returns a severity in both languages.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "lỗi · error",
        Severity::Warning => "cảnh báo · warning",
        Severity::Note => "lưu ý · note",
    }
}

/// Returns plain text so that Markdown shows it as it stands.
fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut markdown, letter| {
        if matches!(letter, '\\' | '*' | '_' | '`' | '<' | '#' | '|' | '~' | '[' | ']') {
            markdown.push('\\');
        }
        markdown.push(letter);
        markdown
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_looks_like_markdown_stays_text() {
        assert_eq!(escaped("#REF! a_b <= 3% \"~$\" 6.*"), r#"\#REF! a\_b \<= 3% "\~$" 6.\*"#);
    }

    #[test]
    fn every_code_has_a_row_and_a_section_in_each_language() {
        let page = reference();
        for code in codes::ALL {
            let row = format!("\n| [{}](#{}) |", code.number, code.name);
            assert_eq!(page.matches(&row).count(), 1, "{}", code.number);
            let section = format!("\n### {} · ", code.number);
            assert_eq!(page.matches(&section).count(), 2, "{}", code.number);
        }
    }
}
