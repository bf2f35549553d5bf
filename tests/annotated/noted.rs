//! Notes of the ward on the cells to be mended: their words stay, and those of this program come and go below them.

use crate::book::{Parts, SHEET, between, book, copy, marked, packed, parts};

const RELATED: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../c.xml"/><Relationship Id="v" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../v.vml"/><Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../t.xml"/></Relationships>"#;
const BOXES: &str = r##"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>
    2, 15, 0, 2, 4, 31, 4, 1</x:Anchor><x:Row>0</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>"##;
const OURS: &str = "tdp · lỗi TDP201\nÔ B1 sai &lt;&quot;&amp;&quot;&gt;\n→ Sửa ô B1";

/// A workbook with a note of the ward on B1, whose text holds `words`.
fn noted(words: &str) -> Parts {
    let sheet = SHEET.replace("</worksheet>", "<legacyDrawing xmlns:q=\"u\" q:id=\"v\"/></worksheet>");
    let notes = format!(
        "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>Phường</author>\
         <author>tdp</author></authors><commentList><comment ref=\"B1\" authorId=\"0\"><text>{words}</text></comment>\
         </commentList></comments>"
    );
    let threads = "<ThreadedComments><threadedComment ref=\"B2\"/></ThreadedComments>";
    let mut parts = book();
    for (path, content) in [
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
        ("xl/worksheets/_rels/sheet1.xml.rels", RELATED),
        ("xl/c.xml", &notes),
        ("xl/v.vml", BOXES),
        ("xl/t.xml", threads),
    ] {
        parts.insert(path.to_owned(), content.to_owned());
    }
    parts
}

/// Returns what is inside the text of the only note.
fn inside(bytes: &[u8]) -> String {
    let notes = &parts(bytes)["xl/c.xml"];
    let texts = between(notes, "<text>", "</text>");
    assert_eq!(texts.len(), 1, "{notes}");
    texts[0].to_owned()
}

#[test]
fn the_words_of_the_ward_stay_above_ours_and_are_back_byte_for_byte_without_them() {
    let ours = format!("<r><t xml:space=\"preserve\">\n──────────\n{OURS}\n──────────</t></r>");
    for (words, above) in [
        ("<t>Cũ &amp; mới</t>", "<r><t>Cũ &amp; mới</t></r>"),
        ("<t xml:space=\"preserve\"> Cũ \n</t>", "<r><t xml:space=\"preserve\"> Cũ \n</t></r>"),
        (
            "<r><rPr><b/></rPr><t>Phường:</t></r><r><rPr><sz val=\"9\"/></rPr><t xml:space=\"preserve\">\n&#13;a</t></r><phoneticPr fontId=\"1\"/>",
            "<r><rPr><b/></rPr><t>Phường:</t></r><r><rPr><sz val=\"9\"/></rPr><t xml:space=\"preserve\">\n&#13;a</t></r><phoneticPr fontId=\"1\"/>",
        ),
    ] {
        let before = packed(&noted(words));
        let once = marked(&before, &["B1"]);
        assert_eq!(inside(&once), format!("{above}{ours}"));
        assert!(copy(&once, &["B1"]).bytes == once, "marked again it is the same");
        let mended = parts(&marked(&once, &[]));
        for path in ["xl/c.xml", "xl/v.vml", "xl/t.xml"] {
            assert_eq!(mended[path], noted(words)[path], "{words}");
        }
    }
}

#[test]
fn ours_go_from_a_note_that_another_program_has_saved_in_one_piece_or_in_many() {
    let rule = "──────────";
    for (words, rest) in [
        (format!("<t>Cũ &amp;\n{rule}\n{OURS}\n{rule}</t>"), "<t>Cũ &amp;</t>"),
        (format!("<t>Cũ\n{rule}\n{OURS}\n{rule}\nđã sửa</t>"), "<t>Cũ\nđã sửa</t>"),
        (format!("<t>{OURS}\n{rule}\nđã sửa</t>"), "<t>\nđã sửa</t>"),
        (
            format!("<r><rPr><b/></rPr><t>Cũ\n</t></r><r><t>{rule}</t></r><r><t>\n{OURS}\n{rule}</t></r>"),
            "<r><rPr><b/></rPr><t>Cũ</t></r>",
        ),
        (format!("<t>Cũ\n{rule}\n{OURS}</t>"), "<t>Cũ</t>"),
        // Without the line below, what the ward has written where it was stays.
        (format!("<t>{OURS}\nPhường: có 3 mô hình</t>"), "<t>\nPhường: có 3 mô hình</t>"),
        (format!("<t>Cũ\n{rule}\n{OURS}\n\ncảnh báo TDP204\nÔ B1 lạ\n\nxem sổ 12</t>"), "<t>Cũ\n\nxem sổ 12</t>"),
    ] {
        assert_eq!(inside(&marked(&packed(&noted(&words)), &[])), rest, "{words}");
    }
    let of_ward = packed(&noted("<t>tdp · phường tự ghi</t>"));
    assert!(copy(&of_ward, &[]).bytes == of_ward, "words of the ward that only begin like ours stay");
    for words in [OURS.to_owned(), format!("{OURS}\n{rule}\n")] {
        let mended = parts(&marked(&packed(&noted(&format!("<t>{words}</t>"))), &[]));
        assert!(!mended["xl/c.xml"].contains("<comment ") && !mended["xl/v.vml"].contains("<v:shape "), "{words}");
    }
}

#[test]
fn the_box_of_a_note_grows_and_shrinks_with_ours() {
    let once = marked(&packed(&noted("<t>Cũ</t>")), &["B1"]);
    // Below the words of the ward: the end of their line, two rules, the opening and two sentences of fewer than twenty
    // letters each.
    assert_eq!(between(&parts(&once)["xl/v.vml"], "2, 15, 0, 2, 4, 31, ", ", 1</x:Anchor>"), ["10"]);
}

#[test]
fn a_cell_with_a_threaded_comment_has_its_mark_and_its_line_in_the_list_which_says_so() {
    let after = parts(&marked(&packed(&noted("<t>Cũ</t>")), &["B2"]));
    let before = noted("<t>Cũ</t>");
    for path in ["xl/c.xml", "xl/v.vml", "xl/t.xml"] {
        assert_eq!(after[path], before[path]);
    }
    assert!(after["xl/worksheets/sheet1.xml"].contains("<conditionalFormatting sqref=\"B2\">"));
    let list = &after["xl/worksheets/can-sua1.xml"];
    assert!(list.contains(">Sửa ô B2 (ô này đang có trao đổi nên không kèm ghi chú)<"), "{list}");
}

#[test]
fn words_of_a_cell_that_look_like_the_end_of_ours_are_not_taken_for_it() {
    use tdp::{annotate::annotated, model::Language};

    let mut finding = crate::book::finding("B1");
    finding.message.vi = "\"──────────\" không phải là số".to_owned();
    let mark = |bytes: &[u8]| {
        annotated("a.xlsx", bytes, &[crate::book::listed(&finding)], Language::Vietnamese).unwrap().bytes
    };
    let once = mark(&packed(&noted("<t>Cũ</t>")));
    assert!(mark(&once) == once);
    assert_eq!(inside(&marked(&once, &[])), "<t>Cũ</t>");
}
