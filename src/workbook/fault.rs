//! What is wrong with a part of a package, before it is said in which part.

use crate::{
    model::{Message, phrase},
    workbook::{CellTwice, Limit, Limits, ReadError},
};

/// Why a part is not handed on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// It ends within a tag, or something in it is malformed.
    Malformed,
    /// It declares its own entities, which no spreadsheet writer does.
    Doctype,
    /// Elements lie within each other deeper than in any workbook.
    TooDeep,
    /// It is not in UTF-8.
    Encoding,
    /// A text or a tag is longer than in any workbook: its bytes.
    TooLong(usize),
    /// Two values stand under one address.
    Twice(CellTwice),
    /// More than a limit allows: how much.
    Over(Limit, u64),
}

impl Fault {
    /// Says it of the part that is called `part`.
    pub(crate) fn in_part(self, part: &Message, limits: &Limits) -> ReadError {
        let over = |limit, found| ReadError::OverLimits { limit, found, allowed: limits.of(limit) };
        let Message { vi, en } = part;
        let reason = match self {
            Self::TooLong(bytes) => return over(Limit::CellTextBytes, bytes as u64),
            Self::Over(limit, found) => return over(limit, found),
            Self::Malformed => phrase!("{vi} bị cắt cụt hoặc sai cấu trúc", "{en} is cut short or malformed"),
            Self::Doctype => {
                phrase!("{vi} có khai báo mà không phần mềm bảng tính nào tạo ra", "{en} declares its own entities")
            }
            Self::TooDeep => {
                phrase!("{vi} lồng nhau quá sâu", "in {en} elements lie within each other too deep")
            }
            Self::Twice(CellTwice(at)) => phrase!(
                "{vi} ghi ô {at} hai lần nên không biết lấy giá trị nào",
                "{en} holds the cell {at} twice, and nothing tells which of the two is meant"
            ),
            Self::Encoding => phrase!("{vi} không dùng bảng mã UTF-8", "{en} is not in UTF-8"),
        };
        ReadError::Damaged { reason }
    }
}

/// Names the part that holds the sheet `name`.
pub(crate) fn sheet_part(name: &str) -> Message {
    phrase!("trang tính \"{name}\"", "sheet \"{name}\"")
}
