//! Sheets of a few kilobytes that ask for hours: read rightly, or given up as a whole.

use super::{layouts::SET, rulebook, sheet, submit};
use crate::facts::MOST_FINDINGS;

const TABLE: &str = "Phường Đoàn Kết\nTT|Tên tổ|2.1|2.2|2.10\n#1|Tổ 1|#0%|x|#0\n#2|Tổ 2|#0.05%|x|#2";

#[test]
fn a_file_in_which_all_is_wrong_is_told_no_further_than_that_it_is() {
    let nameless = format!("{TABLE}{}", "\n#3||#0%|x|#0".repeat(MOST_FINDINGS + 100));
    let submission = submit(&rulebook(SET), vec![sheet("Biểu 1", &nameless)]);
    assert_eq!(submission.findings.len(), MOST_FINDINGS + 1);
}
