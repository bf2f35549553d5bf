//! Words and signs for verdicts and states, whether the program knows them or not.

use tdp::facts::{Claim, TaskState};
use unicode_normalization::UnicodeNormalization;

use crate::{
    asked::{Asked, Said, Truth},
    exact::Exact,
    habit::Habit,
};

const ACHIEVED: &[&str] = &[
    "Đạt",
    "x",
    "đ",
    "v",
    "✓",
    "✔",
    "√",
    "có",
    "TRUE",
    "☑",
    "✅",
    "+",
    "1",
    "ok",
    "Đạt yêu cầu",
    "Đ.",
    "Đạt.",
    "Yes",
    "Rồi",
    "Tốt",
    "Ðạt",
    "Đạt (100%)",
    "х",
];
const NOT_ACHIEVED: &[&str] = &[
    "Chưa đạt",
    "Không đạt",
    "KĐ",
    "CĐ",
    "ko đạt",
    "k đạt",
    "k.đạt",
    "FALSE",
    "☒",
    "✗",
    "✘",
    "×",
    "0",
    "K.Đ",
    "C.Đ",
    "kd",
    "cd",
    "chưa",
    "No",
    "Chưa đạt yêu cầu",
    "Không",
    "Chưa Ðạt",
    "Ko",
    "ch.đạt",
    "chưa được",
];
const NOT_APPLICABLE: &[&str] = &[
    "Không áp dụng",
    "KAD",
    "k.áp dụng",
    "k áp dụng",
    "ko áp dụng",
    "không thuộc phạm vi",
    "Không thuộc diện",
    "N/A",
    "miễn",
    "k/ad",
];
const DONE: &[&str] = &["Đã hoàn thành", "hoàn thành", "đã thực hiện", "xong", "done", "Đã xong", "Đạt", "x", "100%"];
const UNDER_WAY: &[&str] = &["Đang thực hiện", "đang triển khai", "under-way", "đang làm", "50%"];
const NOT_STARTED: &[&str] = &["Chưa thực hiện", "chưa triển khai", "not-started", "chưa làm", "0%"];
const NONE: &[&str] = &["Không", "không có", "Không có vụ nào", "ko có", "Không xảy ra"];

/// The words for a verdict or a state.
fn words(truth: Truth) -> &'static [&'static str] {
    match truth {
        Truth::Claim(Claim::Achieved) => ACHIEVED,
        Truth::Claim(Claim::NotAchieved) => NOT_ACHIEVED,
        Truth::Claim(Claim::NotApplicable) => NOT_APPLICABLE,
        Truth::Task(TaskState::Done) => DONE,
        Truth::Task(TaskState::UnderWay) => UNDER_WAY,
        Truth::Task(TaskState::NotStarted) => NOT_STARTED,
        Truth::Number(_) | Truth::Ratio(..) => NONE,
    }
}

/// Writes a verdict, a state, or that there is none.
pub(crate) fn word(asked: Asked, truth: Truth, habit: Habit) -> String {
    let word = Habit::pick(habit.word, words(truth));
    // "Không" answers a question; beside a number that is asked for it says that there is none.
    let misplaced = matches!(word, "Không" | "Ko" | "No" | "0" | "1") && asked.is_measured();
    if misplaced && matches!(truth, Truth::Claim(_)) { words(truth)[0].to_owned() } else { word.to_owned() }
}

/// What the word says by itself, as the truth that was meant.
pub(crate) fn said(asked: Asked, truth: Truth) -> Vec<Said> {
    match truth {
        // A task that is done is achieved.
        Truth::Task(TaskState::Done) => vec![Said::task(TaskState::Done), Said::claim(Claim::Achieved)],
        Truth::Task(state) => vec![Said::task(state)],
        Truth::Claim(claim) => vec![Said::claim(claim)],
        Truth::Number(_) | Truth::Ratio(..) if asked == Asked::NoneOf => vec![Said::figure(Exact::new(0, 0))],
        Truth::Number(_) | Truth::Ratio(..) => Vec::new(),
    }
}

/// What a text says that is just such a word, letter by letter but for case and form.
pub(crate) fn meant(asked: Asked, text: &str) -> Vec<Said> {
    let mut truths = vec![Truth::Claim(Claim::Achieved), Truth::Claim(Claim::NotAchieved)];
    truths.push(Truth::Claim(Claim::NotApplicable));
    match asked {
        Asked::Task => {
            truths.extend([TaskState::Done, TaskState::UnderWay, TaskState::NotStarted].map(Truth::Task));
        }
        Asked::NoneOf => truths.push(Truth::Number(Exact::new(0, 0))),
        _ => {}
    }
    let key = plain(text);
    let is_told = |truth: &Truth| words(*truth).iter().any(|word| plain(word) == key);
    let certain = |truth: &&Truth| {
        let number = matches!(text, "0" | "1") && asked.is_measured();
        let none = key == "không" && (asked.is_measured() || asked == Asked::Task);
        !(number || none && matches!(truth, Truth::Claim(_)))
    };
    truths.iter().filter(|truth| is_told(truth)).filter(certain).flat_map(|truth| said(asked, *truth)).collect()
}

/// A word as it is compared here.
fn plain(text: &str) -> String {
    let small = text.nfc().collect::<String>().to_lowercase().replace('ð', "đ").replace(['–', '—', '−'], "-");
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}
