//! Words and signs that number formats show before and behind a number, as far as they leave it the number that it is.

use super::{
    canonical::canonical,
    counted::{BOUNDS, NEGATIONS, NEGATIONS_WITHIN, is_power},
    measure::Measure,
};

/// Words before a number that say nothing else of it, canonical.
const BEFORE: &[&str] =
    &["", "%", "có", "đạt", "được", "là", "số", "số lượng", "sl", "tổng", "tổng cộng", "tổng số", "tỷ lệ", "tỉ lệ"];
/// Words that go on with the number they stand behind: "5 mươi", "5 ngan"; "năm" is a year as well.
const GO_ON: &[&str] = &[
    "âm", "chấm", "lẻ", "linh", "mươi", "mười", "nửa", "phẩy", "rưỡi", "tá", "một", "hai", "bốn", "sáu", "bảy", "tám",
    "chín", "chuc", "tram", "ngan", "van", "ty", "b", "bn", "mil", "mio", "mn", "thousand", "million", "billion",
];
/// Millions in English; metres have a small letter.
const MILLIONS: &str = "M";
/// Words that make it the number of something else: of a plan, of somebody's guess, or of another year.
const NOT_ACTUAL: &[&str] = &[
    "dự kiến",
    "dự báo",
    "dự ước",
    "kh",
    "tạm tính",
    "theo kế hoạch",
    "chỉ tiêu",
    "mục tiêu",
    "đề nghị",
    "đăng ký",
    "phấn đấu",
    "tăng",
    "giảm",
    "vắng",
    "trừ",
    "bị trừ",
    "còn lại",
    "năm trước",
    "năm ngoái",
    "năm sau",
    "năm tới",
    "cùng kỳ",
];
/// What a number is the number of where it stands alone, and else says that it is not what is: "2 kế hoạch", but "2 mô
/// hình kế hoạch", "2 % kế hoạch".
const PLAN: &str = "kế hoạch";
/// Signs between words, or of money, that say nothing of the number.
const SIGNS: &str = " /.,;:')-₫$€£‰";
/// Letters like digits, next to which nobody tells them apart.
const LIKE_DIGITS: &str = "oilszb";

/// Returns whether a number with `before` before it and `behind` behind it, as they are shown, is the number that it is:
/// there is nothing else than its unit or the name of what is counted.
pub fn leaves_number(before: &str, behind: &str) -> bool {
    introduces(&canonical(before)) && names_unit(behind)
}

fn introduces(before: &str) -> bool {
    let before = before.trim_end_matches(':').trim_end();
    BEFORE.contains(&before) || Measure::read(before).is_some_and(|measure| measure.is_money())
}

fn names_unit(behind: &str) -> bool {
    let is_stuck = behind.starts_with(char::is_alphabetic);
    if behind.trim() == MILLIONS {
        return false;
    }
    let behind = canonical(behind);
    let behind = behind.trim_start();
    let (behind, is_percent) = behind.strip_prefix('%').map_or((behind, false), |rest| (rest.trim_start(), true));
    let Some(outside) = without_brackets(behind) else { return false };
    let words: Vec<&str> = outside.split(|letter| SIGNS.contains(letter)).filter(|word| !word.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    let unparted = words.concat();
    let first = words.first().copied().unwrap_or_default();
    let is_like_digits = |letters: &str| !first.is_empty() && first.chars().all(|letter| letters.contains(letter));
    let goes_on = GO_ON.contains(&first) || is_like_digits(if is_stuck { LIKE_DIGITS } else { "o" });
    let says_more = |word: &&str| NEGATIONS.contains(word) || BOUNDS.contains(word);
    let is_planned = is_percent && spaced.contains(PLAN) || spaced.trim_start().contains(&format!(" {PLAN}"));
    let is_actual = !is_planned && !NOT_ACTUAL.iter().any(|phrase| spaced.contains(&format!(" {phrase} ")));
    let turns_round = NEGATIONS_WITHIN.iter().any(|negation| unparted.contains(negation));
    let is_dashed = outside.trim_start().starts_with('-');
    let is_plain = |word: &&str| is_power(word) || word.chars().all(is_letter);
    words.iter().all(is_plain) && !words.iter().any(says_more) && is_actual && !goes_on && !turns_round && !is_dashed
}

/// Takes out what stands in brackets, where that is a unit or one of the names by which forms count; nothing where it is
/// something else, such as "(kế hoạch)".
fn without_brackets(text: &str) -> Option<String> {
    let mut outside = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let (inside, after) = after.split_once(')')?;
        Measure::read_counted(inside)?;
        outside.push_str(before);
        rest = after;
    }
    outside.push_str(rest);
    Some(outside)
}

/// Returns whether a letter is one of the Latin alphabet, of which Vietnamese has the most: those of others may look like
/// digits.
fn is_letter(letter: char) -> bool {
    let is_latin = letter.is_ascii() || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}');
    is_latin && letter.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_names_of_what_is_counted_leave_the_number_what_it_is() {
        for (before, behind) in [
            ("", ""),
            ("", " hộ"),
            ("", "hộ"),
            ("", "lượt"),
            ("", " l"),
            ("", "m"),
            ("", " năm"),
            ("", " m2"),
            ("", " km²"),
            ("", " (ha)"),
            ("", " triệu đồng/người/năm"),
            ("", " tr.đ"),
            ("", " nghìn hộ"),
            ("", "% hộ nghèo"),
            ("", " y tá"),
            ("", " dự án"),
            ("", " kế hoạch"),
            ("", " lượt/tháng"),
            ("", "."),
            ("", ")"),
            ("", ";"),
            ("", "‰"),
            ("₫ ", ""),
            ("$", " "),
            ("Tỷ lệ: ", "%"),
            ("Đạt ", " mô hình"),
        ] {
            assert!(leaves_number(before, behind), "{before:?} {behind:?}");
        }
    }

    #[test]
    fn what_says_more_makes_another_number_of_it() {
        for (before, behind) in [
            ("không ", ""),
            ("không phải ", ""),
            ("Không đạt ", ""),
            ("KH ", ""),
            ("năm ", ""),
            ("-", " hộ"),
            ("", " chưa đạt"),
            ("", " không đạt"),
            ("", " (kế hoạch)"),
            ("", " mô hình (kế hoạch)"),
            ("", " (ước)"),
            ("", " hộ (KH"),
            ("", " dự kiến"),
            ("", " lượt kế hoạch"),
            ("", "% kế hoạch"),
            ("", "% giảm"),
            ("", " giảm"),
            ("", " vắng"),
            ("", " lượt bị trừ"),
            ("", " đề nghị"),
            ("", " hộ năm trước"),
            ("", " âm"),
            ("", "M"),
            ("", " bn"),
            ("", " ngan"),
            ("", "k"),
            ("", "K"),
            ("", " tá"),
            ("", " rưỡi"),
            ("", "e3"),
            ("", "OOO"),
            ("", " ooo"),
            ("", "О"),
            ("", "½"),
            ("", "²"),
            ("", "０００"),
            ("", "٠"),
            ("", "?"),
            ("", "%%"),
            ("", " -"),
            ("", " hộ ±1"),
        ] {
            assert!(!leaves_number(before, behind), "{before:?} {behind:?}");
        }
    }
}
