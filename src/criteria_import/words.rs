//! The words of requirements, canonical.

/// What may stand before a comparison and says nothing of its own.
const FILLERS: &[&str] = &[
    "",
    "đạt",
    "phải đạt",
    "cần đạt",
    "đạt tỷ lệ",
    "tỷ lệ đạt",
    "tỷ lệ",
    "tỉ lệ",
    "đạt mức",
    "mức",
    "có",
    "phải có",
    "có số lượng",
    "số lượng",
    "đạt từ",
    "yêu cầu",
    "chỉ tiêu",
];
/// Requirements of a mere yes.
const YES: &[&str] = &[
    "đạt",
    "có",
    "tốt",
    "đảm bảo",
    "bảo đảm",
    "thực hiện tốt",
    "được công nhận",
    "theo quy định",
    "đúng quy định",
    "x",
];
/// How statements begin that are so or not.
const STATEMENTS: &[&str] =
    &["có ", "đạt ", "được ", "đảm bảo ", "bảo đảm ", "thực hiện tốt ", "thực hiện đầy đủ ", "thực hiện đúng "];
/// How requirements begin that ask for none of something.
const NONE: &[&str] =
    &["không có", "không để xảy ra", "không để phát sinh", "không xảy ra", "không phát sinh", "không còn"];
/// What may follow them and adds nothing.
const NOTHING_MORE: &[&str] = &["", "vụ việc nào", "trường hợp nào", "vụ nào", "vụ việc", "trường hợp"];
/// Requirements of a task.
const DONE: &[&str] = &["hoàn thành", "đã hoàn thành", "hoàn thành xong", "thực hiện xong"];
/// Words that make a text say more than one condition, or one that only some units have, or a number in letters.
const SAY_MORE: &[&str] = &[
    "và",
    "hoặc",
    "hay",
    "riêng",
    "trừ",
    "nếu",
    "khi",
    "trong",
    "đối",
    "với",
    "tại",
    "ở",
    "từ",
    "đến",
    "so",
    "trên",
    "dưới",
    "hơn",
    "trở",
    "không",
    "chưa",
    "chỉ",
    "mỗi",
    "từng",
    "giảm",
    "tăng",
    "bình",
    "quân",
    "khu",
    "vùng",
    "ngoài",
    "theo",
    "thì",
    "mà",
    "nhưng",
    "tùy",
    "phường",
    "xã",
    "bản",
    "thôn",
    "ít",
    "nhất",
    "thiểu",
    "đa",
    "quá",
    "nửa",
    "hầu",
    "một",
    "hai",
    "ba",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "trăm",
    "nghìn",
    "triệu",
    "khoảng",
    "gần",
    "đồng thời",
    "kế",
    "hoạch",
    "toàn",
    "mọi",
    "tối",
    "cao",
    "thấp",
    "vượt",
    "cùng",
    "khác",
    "kể",
    "lần",
    "phấn",
    "đấu",
    "cơ",
    "bản,",
    "nt",
];
/// Words of a number for each of several times.
const OFTEN: &[&str] = &["hằng", "hàng", "ngày", "tuần", "tháng", "quý", "kỳ", "lượt", "đợt"];
/// The most words that a statement has which is read as one.
const LONGEST_STATEMENT: usize = 14;

/// Returns whether words before a comparison say nothing of their own.
pub(super) fn is_filler(words: &str) -> bool {
    FILLERS.contains(&words)
}

/// Returns whether words name all that a title does, both canonical: "hộ nghèo" for "tỷ lệ hộ nghèo (%)".
pub(super) fn names_title(words: &str, title: &str) -> bool {
    let title = title.split('(').next().unwrap_or_default().trim_end();
    let bare = ["tỷ lệ ", "tỉ lệ ", "số "].iter().find_map(|start| title.strip_prefix(start));
    !words.is_empty() && (words == title || Some(words) == bare)
}

/// Returns whether the words only name something: no further condition, number or comparison is in them.
pub(super) fn is_plain(words: &str) -> bool {
    let is_word = |word: &str| word.chars().all(char::is_alphabetic) && !SAY_MORE.contains(&word);
    words.split(' ').filter(|word| !word.is_empty()).all(is_word) && words.split(' ').count() <= LONGEST_STATEMENT
}

/// Returns whether a canonical text stands for what is in the row above.
pub(super) fn is_ditto(text: &str) -> bool {
    let bare = text.trim_matches([' ', '-', '.', '/']);
    matches!(bare, "nt" | "như trên" | "như nt" | "\"" | "''" | "'" | "\"\"" | "〃")
}

/// Returns whether the words behind a unit only name what is counted: no further condition, and not how often.
pub(super) fn is_mere_name(words: &str) -> bool {
    is_plain(words) && !words.split(' ').any(|word| OFTEN.contains(&word))
}

/// Returns whether a requirement without a number is a mere yes for certain.
pub(super) fn is_yes(text: &str) -> bool {
    YES.contains(&text) || STATEMENTS.iter().any(|start| text.strip_prefix(start).is_some_and(is_plain))
}

/// Returns what there must be none of.
pub(super) fn none_of(text: &str) -> Option<&str> {
    NONE.iter().find_map(|start| {
        let rest = text.strip_prefix(start)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
    })
}

/// Returns whether nothing more is said behind "không có" than that.
pub(super) fn is_nothing_more(what: &str) -> bool {
    NOTHING_MORE.contains(&what)
}

/// Takes "hoàn thành" off a text.
pub(super) fn done(text: &str) -> Option<&str> {
    let starts = DONE.iter().filter_map(|start| text.strip_prefix(start));
    starts.min_by_key(|rest| rest.len()).filter(|rest| rest.is_empty() || rest.starts_with(' ')).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_a_yes_while_it_says_one_thing() {
        for text in ["đạt", "có", "đạt chuẩn", "có quy ước được công nhận", "được cấp trên công nhận"]
        {
            assert_eq!(is_yes(text), !text.contains("trên"), "{text}");
        }
        for text in ["có quy ước và hương ước", "đạt mức khá trở lên", "có hai mô hình", "tổ chức họp", "có 2 lần"]
        {
            assert!(!is_yes(text), "{text}");
        }
    }
}
