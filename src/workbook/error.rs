//! Why a file could not be read as a workbook at all.

use super::{Kind, Limit};
use crate::{
    finding::{Finding, Place, codes},
    model::{FileKey, Message, say},
};

/// Why a file gave no workbook; what is wrong inside one that could be read is for others to find.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// The file is there and could not be opened or read.
    #[error("the file cannot be opened: {}", .reason.en)]
    CannotOpen {
        /// Why the operating system refused.
        reason: Message,
    },
    /// The file is something else than a workbook that this version reads.
    #[error("not a workbook: {0:?}")]
    NotAWorkbook(Kind),
    /// The file is a workbook of a known kind, and damaged.
    #[error("damaged: {}", .reason.en)]
    Damaged {
        /// What is wrong, and on which sheet if the damage lies there.
        reason: Message,
    },
    /// The file can only be opened with a password.
    #[error("protected by a password")]
    PasswordProtected,
    /// The file holds more than is read.
    #[error("over the limits: {}, found {found}, allowed {allowed}", .limit.told().en)]
    OverLimits {
        /// The bound that is exceeded.
        limit: Limit,
        /// What was found; at least this much, as counting stops at the bound.
        found: u64,
        /// What is allowed.
        allowed: u64,
    },
}

impl ReadError {
    /// Returns the finding that tells it, at the file as a whole.
    pub fn finding(&self, file: FileKey) -> Finding {
        let place = Place::File(file);
        match self {
            Self::Missing => Finding::new(
                &codes::UNREADABLE_FILE,
                place,
                say!("Không có tệp hay thư mục này", "There is no such file or folder"),
            )
            .helped_by(say!("Kiểm tra lại tên tệp và thư mục", "Check the name and the folder")),
            Self::CannotOpen { reason } => cannot_open(place, reason),
            Self::NotAWorkbook(kind) => {
                let (message, help) = kind.told();
                Finding::new(&codes::UNREADABLE_FILE, place, message).helped_by(help)
            }
            Self::Damaged { reason } => damaged(place, reason),
            Self::PasswordProtected => password_protected(place),
            Self::OverLimits { limit, found, allowed } => over_limits(place, *limit, *found, *allowed),
        }
    }
}

fn cannot_open(place: Place, reason: &Message) -> Finding {
    let message = say!("Không mở được tệp: {reason}", "The file cannot be opened: {reason}", reason);
    Finding::new(&codes::UNREADABLE_FILE, place, message).helped_by(say!(
        "Đóng tệp nếu đang mở ở chương trình khác, kiểm tra quyền đọc tệp rồi chạy lại",
        "Close the file in other programs, check that it may be read, then run again"
    ))
}

fn damaged(place: Place, reason: &Message) -> Finding {
    let message = Message { vi: format!("Tệp bị hỏng: {}", reason.vi), en: format!("Damaged: {}", reason.en) };
    Finding::new(&codes::UNREADABLE_FILE, place, message).helped_by(say!(
        "Mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx với tên khác; nếu không mở được thì đề nghị nơi gửi cung cấp tệp khác",
        "Open it in Excel or LibreOffice and save it as .xlsx under another name; if it does not open, ask for it again"
    ))
}

fn password_protected(place: Place) -> Finding {
    Finding::new(
        &codes::PASSWORD_PROTECTED,
        place,
        say!("Tệp được bảo vệ bằng mật khẩu", "The file is protected by a password"),
    )
    .helped_by(say!(
        "Mở tệp bằng mật khẩu, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc, Mã hóa bằng mật khẩu), lưu rồi gửi lại",
        "Open it with the password, remove the password (File, Info, Protect Workbook, Encrypt with Password), save it and send it again"
    ))
}

fn over_limits(place: Place, limit: Limit, found: u64, allowed: u64) -> Finding {
    let Message { vi, en } = limit.told();
    let message = say!(
        "Tệp vượt giới hạn đọc: {vi} là {found}, cho phép ≤ {allowed}",
        "Over the reading limits: {found} {en}, allowed ≤ {allowed}"
    );
    Finding::new(&codes::OVER_LIMITS, place, message)
        .quoting(found.to_string())
        .expecting(format!("<= {allowed}"))
        .helped_by(say!(
            "Chép riêng bảng số liệu sang một tệp mới (chỉ các dòng, cột có số liệu) rồi gửi lại",
            "Copy the table alone into a new workbook, only the rows and columns with data, and send that one"
        ))
}

#[cfg(test)]
mod tests {
    use crate::model::phrase;

    use super::*;

    #[test]
    fn each_reason_is_told_under_its_own_code() {
        let cases = [
            (ReadError::Missing, "TDP001"),
            (ReadError::CannotOpen { reason: phrase!("không được phép", "denied") }, "TDP001"),
            (ReadError::NotAWorkbook(Kind::Pdf), "TDP001"),
            (ReadError::Damaged { reason: phrase!("thiếu trang tính", "a sheet is missing") }, "TDP001"),
            (ReadError::PasswordProtected, "TDP002"),
            (ReadError::OverLimits { limit: Limit::Cells, found: 3, allowed: 2 }, "TDP003"),
        ];
        for (error, number) in cases {
            let finding = error.finding(FileKey::new(4));
            assert_eq!(finding.code.number, number, "{error}");
            assert_eq!(finding.place, Place::File(FileKey::new(4)));
        }
    }

    #[test]
    fn over_limits_says_which_limit_how_much_and_how_much_is_allowed() {
        let finding = ReadError::OverLimits { limit: Limit::Cells, found: 3, allowed: 2 }.finding(FileKey::new(0));
        assert_eq!(finding.message.vi, "Tệp vượt giới hạn đọc: số ô, kể cả ô trống có định dạng là 3, cho phép ≤ 2");
        let told = "Over the reading limits: 3 cells, formatted blanks included, allowed ≤ 2";
        assert_eq!(finding.message.en, told);
        assert_eq!(finding.expected.as_deref(), Some("<= 2"));
    }
}
