//! Columns of scores beside criteria that are not judged by points.

use crate::{
    criteria::Kind,
    layout::Lexicon,
    model::{Message, say},
};

use super::reader::Reader;

impl Reader<'_> {
    /// Says of a column of scores that nothing is read from it, and what answers the criteria; nothing of other columns, or
    /// where criteria have points.
    pub(super) fn unread_scores(&self, heading: &str) -> Option<(Message, Message)> {
        let mut criteria = self.lexicon.rulebook().criteria.criteria.iter();
        if !Lexicon::is_over_scores(heading) || criteria.any(|criterion| criterion.kind == Kind::Points) {
            return None;
        }
        let message = say!(
            "Cột \"{heading}\" là điểm chấm; các tiêu chí này không xét theo điểm nên cột không được đọc",
            "The column \"{heading}\" holds scores; these criteria are not judged by points, so it is not read"
        );
        let help = say!(
            "Có thể để nguyên cột điểm; kết quả của tiêu chí ghi ở cột số liệu hoặc cột \"Đạt\", \"Chưa đạt\"",
            "The column may stay; the result of a criterion goes into its column of figures or of \"Đạt\" and \"Chưa đạt\""
        );
        Some((message, help))
    }
}
