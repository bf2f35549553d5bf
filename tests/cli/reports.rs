//! `report -o FILE.docx`: whole or not at all, and never over what people have written.

use std::{
    fs,
    io::{Cursor, Read, Write},
};

use crate::harness::{GOOD, Place, UNITS};

fn place() -> Place {
    let place = Place::with_workspace();
    place.write("submissions/phường một.csv", GOOD);
    place
}

#[test]
fn a_report_is_written_and_written_again() {
    let place = place();
    let run = place.run(&["report", "-o", "van-ban/bao-cao.docx"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.err.contains("Đã ghi báo cáo vào van-ban/bao-cao.docx"), "{}", run.err);
    let content = fs::read(place.path("van-ban/bao-cao.docx")).unwrap();
    assert_eq!(place.run(&["report", "-o", "van-ban/bao-cao.docx"]).code, 0);
    assert_eq!(fs::read(place.path("van-ban/bao-cao.docx")).unwrap(), content);
    assert_eq!(place.files("van-ban"), ["bao-cao.docx"]);
}

#[test]
fn a_foreign_file_is_replaced_only_by_force() {
    let place = place();
    place.write("bao-cao.docx", "của tôi");
    let run = place.run(&["report", "-o", "bao-cao.docx"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("không phải báo cáo do tdp lập") && run.err.contains("--force"), "{}", run.err);
    assert_eq!(place.read("bao-cao.docx"), "của tôi");
    assert_eq!(place.run(&["report", "-o", "bao-cao.docx", "--force"]).code, 0);
    assert_eq!(place.run(&["report", "-o", "bao-cao.docx"]).code, 0);
}

#[test]
fn what_people_wrote_into_a_report_is_not_lost() {
    let place = place();
    assert_eq!(place.run(&["report", "-o", "bao-cao.docx"]).code, 0);
    let edited = edited(&fs::read(place.path("bao-cao.docx")).unwrap());
    fs::write(place.path("bao-cao.docx"), &edited).unwrap();
    let run = place.run(&["report", "-o", "bao-cao.docx", "--lang", "en"]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains("was edited and saved after tdp made it"), "{}", run.err);
    assert_eq!(fs::read(place.path("bao-cao.docx")).unwrap(), edited);
}

/// Returns the document as an editor saves it: the words changed, its properties kept.
fn edited(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.replace("BÁO CÁO", "BÁO CÁO (đã sửa)").as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_file_for_a_report_is_refused_before_anything_is_read() {
    let place = place();
    fs::create_dir(place.path("thu-muc.docx")).unwrap();
    place.write("tệp", "");
    let before = place.files(".");
    for (output, message) in [
        ("bao-cao.pdf", ".docx"),
        ("bao-cao", ".docx"),
        ("thu-muc.docx", "là thư mục"),
        ("tệp/bao-cao.docx", "Không ghi được"),
        ("submissions/bao-cao.docx", "nằm trong thư mục cần đọc"),
    ] {
        let run = place.run(&["report", "-o", output]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{output}");
        assert!(run.err.contains(message), "{output}: {}", run.err);
    }
    assert_eq!(place.files("."), before);
}

#[test]
fn what_is_missing_counts_only_when_completeness_is_required() {
    let place = place();
    place.write("units.csv", &format!("{UNITS}02,Phường Hai,phường,C,,,,,\n02.1,Tổ dân phố số 1,tổ dân phố,02,,,,,\n"));
    assert_eq!(place.run(&["report", "-o", "bao-cao.docx"]).code, 0);
    assert_eq!(place.run(&["report", "-o", "bao-cao.docx", "--require-complete"]).code, 1);
    assert_eq!(place.run(&["report", "-o", "bao-cao.docx", "--strict"]).code, 1);
}

#[test]
fn names_are_words_whatever_they_look_like() {
    let place = Place::with_workspace();
    place.write("units.csv", &UNITS.replace("Tổ dân phố số 1", "=1+1").replace("Tổ dân phố số 2", "<b>&amp;</b>"));
    let run = place.run(&["report", "--format", "json", "-o", "bao-cao.docx"]);
    assert!(run.out.contains("Phường Một: =1+1"), "{}", run.out);
    let bytes = fs::read(place.path("bao-cao.docx")).unwrap();
    let mut content = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut content).unwrap();
    assert!(content.contains("&lt;b&gt;&amp;amp;&lt;/b&gt;") && !content.contains("<b>"), "{content}");
}
