//! Documents of every kind of trouble: what is told, and where.

use super::*;

static SHAPE: Shape = Shape {
    about: "",
    keys: &[
        Key::optional("text", Form::Text, ""),
        Key::optional("word", Form::Word(&["some", "none"]), ""),
        Key::optional("day", Form::Date, ""),
        Key::optional("whole", Form::Whole(1, 5), ""),
        Key::optional("number", Form::Number, ""),
        Key::optional("truth", Form::Truth, ""),
        Key::optional("days", Form::List(&Form::Date), ""),
        Key::optional("table", Form::Table(&INNER), ""),
        Key::optional("tables", Form::Several(&Form::Table(&INNER)), ""),
        Key::optional("choice", Form::WordOr(&["all"], &INNER), ""),
    ],
};

static INNER: Shape = Shape { about: "", keys: &[Key::required("id", Form::Text, "")] };

fn mistakes(bytes: &[u8]) -> Vec<Finding> {
    match Document::read("a.toml", bytes, &SHAPE) {
        Ok(document) => document.into_mistakes(),
        Err(findings) => findings,
    }
}

fn check(text: &str, expected: &[(&str, u32, u32)]) {
    let findings = mistakes(text.as_bytes());
    let found: Vec<_> = findings
        .iter()
        .map(|finding| match &finding.place {
            Place::Definition(place) => (finding.code.number, place.line, place.column),
            place => panic!("{place:?} is no place in the file"),
        })
        .collect();
    assert_eq!(found, expected, "{text:?} {findings:#?}");
}

#[test]
fn right_values_are_right() {
    check("", &[]);
    check("\u{feff}text = 'a'\r\nwhole = 0x5\r\nnumber = 1_000.5\r\ndays = [2025-01-31]\r\n", &[]);
    check("choice = 'all'\ntable.id = 'a'\ntables = [{ id = 'b' }]", &[]);
    check("choice = { id = 'a' }\n[[tables]]\nid = 'b'\n[[tables]]\nid = 'c'", &[]);
}

#[test]
fn a_day_written_as_people_write_it_is_told_once_with_the_day_meant() {
    for text in ["14/10/2025", "\"14/10/2025\"", "14-10-2025", "'2025-10-14'", "14.10.2025"] {
        let line = format!("day = {text} # hạn\nwhole = 1\n");
        let [finding] = &mistakes(line.as_bytes())[..] else { panic!("{text}: {:#?}", mistakes(line.as_bytes())) };
        assert_eq!(finding.message.vi, "Ngày phải viết năm-tháng-ngày, không ngoặc kép", "{text}");
        assert_eq!(finding.help.vi, "Ghi lại là 2025-10-14", "{text}");
    }
}

#[test]
fn a_day_that_there_is_not_is_told_as_such() {
    for text in ["2025-13-28", "2025-02-30", "2025-00-10"] {
        let line = format!("day = {text}\n");
        let [finding] = &mistakes(line.as_bytes())[..] else { panic!("{text}: {:#?}", mistakes(line.as_bytes())) };
        assert!(
            finding.help.vi.starts_with("Ghi một ngày có thật"),
            "{text}: {} {}",
            finding.message.vi,
            finding.help.vi
        );
    }
}

#[test]
fn wrong_values_stand_at_the_value() {
    check("text = ''", &[("TDP504", 1, 8)]);
    check("text = \"a\\u0000\"", &[("TDP504", 1, 8)]);
    check("text = '''\na\nb'''", &[("TDP504", 1, 8)]);
    check("word = 'sone'", &[("TDP504", 1, 8)]);
    check("day = 2025-01-31T07:00:00", &[("TDP504", 1, 7)]);
    check("day = '2025-01-31'", &[("TDP504", 1, 7)]);
    check("whole = 6\n", &[("TDP504", 1, 9)]);
    check("whole = 123456789012345678901234567890", &[("TDP504", 1, 9)]);
    check("whole = 2.0", &[("TDP504", 1, 9)]);
    check("number = -1", &[("TDP504", 1, 10)]);
    check("number = 1e3", &[("TDP504", 1, 10)]);
    check("number = nan", &[("TDP504", 1, 10)]);
    check("truth = 'true'", &[("TDP504", 1, 9)]);
    check("days = 2025-01-31", &[("TDP504", 1, 8)]);
    check("days = [2025-01-31, 'a', 1]", &[("TDP504", 1, 21), ("TDP504", 1, 26)]);
    check("table = 'a'", &[("TDP504", 1, 9)]);
    check("tables = []", &[("TDP504", 1, 10)]);
    check("choice = 'some'", &[("TDP504", 1, 10)]);
}

#[test]
fn unknown_and_missing_keys_are_told_at_every_depth() {
    check("đ = 1\nbare.x = 1", &[("TDP501", 1, 1), ("TDP502", 2, 1)]);
    check("[table]\nit = 'a'", &[("TDP503", 1, 1), ("TDP502", 2, 1)]);
    check("[[tables]]\nid = 'a'\n[[tables]]\nname = 'b'", &[("TDP503", 3, 1), ("TDP502", 4, 1)]);
    check("choice = { ids = 'b' }", &[("TDP503", 1, 10), ("TDP502", 1, 12)]);
}

#[test]
fn every_broken_line_is_told_once() {
    check("text = chữ không ngoặc\nwhole = \ntruth = true", &[("TDP501", 1, 8), ("TDP501", 2, 9)]);
    check("text = một, hai", &[("TDP501", 1, 8)]);
    check("text = 'a", &[("TDP501", 1, 10)]);
    check("text 'a'", &[("TDP501", 1, 6)]);
    check("text = 'a'\ntext = 'b'", &[("TDP505", 2, 1)]);
    check("[table]\nid = 'a'\n[table]\nid = 'b'", &[("TDP505", 3, 2), ("TDP505", 4, 1)]);
    check("days = [2025-02-30]", &[("TDP501", 1, 9)]);
}

#[test]
fn what_follows_from_a_broken_line_is_left_out() {
    // The table seems to lack its id only because its line is broken; the wrong word has nothing to do with it.
    check("word = 'sone'\n[table]\nid = a", &[("TDP504", 1, 8), ("TDP501", 3, 6)]);
    // Under a broken header nobody knows what the keys belong to.
    check("word = 'some'\n[[tables\nid = 'a'\nname = 'b'", &[("TDP501", 2, 9)]);
}

#[test]
fn bytes_that_are_no_text_are_told_at_the_first() {
    let findings = mistakes(b"text = 'a'\nword = '\xe1'");
    let Place::Definition(place) = &findings[0].place else { panic!("no place") };
    assert_eq!((findings[0].code.number, place.line, place.column, place.start, place.end), ("TDP501", 2, 9, 19, 20));
    assert_eq!(mistakes(b"\xff\xfet\0").len(), 1);
}

#[test]
fn nesting_without_end_is_refused() {
    for bomb in [
        format!("days = {}", "[".repeat(100_000)),
        format!("table = {}", "{a=".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
        format!("[{}a]", "a.".repeat(100_000)),
        format!("days = {}", format!("{{{}a=[", "a.".repeat(70)).repeat(1000)),
    ] {
        let findings = mistakes(bomb.as_bytes());
        assert!(!findings.is_empty());
    }
}

#[test]
fn a_file_over_the_limit_is_refused_and_mistakes_without_end_are_cut() {
    assert_eq!(mistakes(&vec![b'#'; MOST_BYTES]).len(), 0);
    assert_eq!(mistakes(&vec![b'#'; MOST_BYTES + 1])[0].code.number, "TDP510");
    assert_eq!(mistakes("=\n".repeat(2 * MOST_MISTAKES).as_bytes()).len(), MOST_MISTAKES);
    let keys: Vec<_> = (0..3 * MOST_MISTAKES).map(|number| format!("k{number}=1\n")).collect();
    assert_eq!(mistakes(keys.concat().as_bytes()).len(), MOST_MISTAKES);
}

#[test]
fn a_message_names_key_found_allowed_and_nearest() {
    let message = |text: &str| mistakes(text.as_bytes()).remove(0).message;
    assert_eq!(
        message("word = 'sone'").en,
        "Key \"word\" says 'sone', but needs one of the words: some, none; did you mean \"some\""
    );
    assert_eq!(
        message("word = 'sone'").vi,
        "Mục \"word\" ghi 'sone', cần một trong các từ: some, none; có phải \"some\" không"
    );
    assert_eq!(message("worf = 'some'").en, "There is no key \"worf\" here, did you mean \"word\"");
    assert_eq!(message("text = chữ").vi, "Chỗ ghi chữ sai quy cách: chữ phải đặt trong ngoặc kép");
    assert_eq!(message("text = “chữ”").en, "A word processor's curly quote “ cannot be used here");
    assert_eq!(message("text = \"chữ”").vi, "Dấu nháy cong ” của phần mềm soạn thảo không dùng được ở đây");
    assert_eq!(message("text =").vi, "Chỗ này viết sai quy cách: thiếu giá trị sau dấu bằng");
}
