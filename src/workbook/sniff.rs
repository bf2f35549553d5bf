//! What a file is, told by its content; its extension is not believed.

use memchr::memmem;

use super::csv_text;
use crate::model::{Message, say};

/// What a file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// No bytes at all.
    Empty,
    /// Excel's note that somebody has the workbook open: `~$name.xlsx`.
    LockFile,
    /// Excel workbook, with or without macros.
    Xlsx,
    /// Text: rows of fields.
    Csv,
    /// Text in another encoding than Unicode: read where its words tell the encoding.
    LegacyText,
    /// Workbook of Excel 5 to 2003.
    Xls,
    /// Sheet of Excel 4 or older, or one that a program wrote without the container around it.
    BareXls,
    /// Excel binary workbook.
    Xlsb,
    /// Workbook of `LibreOffice`.
    Ods,
    /// A container of Office that can only be opened with a password.
    Encrypted,
    /// A web page, often saved by another program as `.xls`.
    Html,
    /// XML Spreadsheet 2003.
    SpreadsheetMl,
    /// Workbook of `LibreOffice` in one XML text: `.fods`.
    FlatOds,
    /// Any other XML.
    Xml,
    /// Word or Writer.
    Document,
    /// `PowerPoint`.
    Slides,
    /// PDF.
    Pdf,
    /// A picture.
    Image,
    /// A compressed folder.
    Archive,
    /// None of these.
    Unknown,
}

/// Length of the lock file that Excel puts beside an open workbook.
const LOCK_FILE_BYTES: usize = 165;
/// So much of a text tells whether it is marked up.
const OPENING_BYTES: usize = 4096;
/// The kinds that their first bytes tell.
const MAGIC: [(&[u8], Kind); 18] = [
    (b"PK\x03\x04", Kind::Xlsx),
    (b"PK\x05\x06", Kind::Archive),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Xls),
    (b"\x09\0\x04\0", Kind::BareXls),
    (b"\x09\x02\x06\0", Kind::BareXls),
    (b"\x09\x04\x06\0", Kind::BareXls),
    (b"\x09\x08", Kind::BareXls),
    (b"%PDF-", Kind::Pdf),
    (b"\x89PNG", Kind::Image),
    (b"\xFF\xD8\xFF", Kind::Image),
    (b"GIF8", Kind::Image),
    (b"II*\0", Kind::Image),
    (b"MM\0*", Kind::Image),
    (b"RIFF", Kind::Image),
    (b"Rar!", Kind::Archive),
    (b"7z\xBC\xAF\x27\x1C", Kind::Archive),
    (b"\x1F\x8B", Kind::Archive),
    (b"{\\rtf", Kind::Document),
];

/// Tells what the file `name` with the content `bytes` is.
pub(super) fn sniff(name: &str, bytes: &[u8]) -> Kind {
    if bytes.is_empty() {
        return Kind::Empty;
    }
    if is_lock_file(name, bytes) {
        return Kind::LockFile;
    }
    match MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, kind)| kind) {
        Some(Kind::Xlsx) => package(bytes),
        Some(Kind::Xls) => container(bytes),
        Some(kind) => kind,
        None => text(bytes),
    }
}

fn is_lock_file(name: &str, bytes: &[u8]) -> bool {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.starts_with("~$") && bytes.len() == LOCK_FILE_BYTES
}

/// Tells zip packages apart by the names of their parts, which stand in them uncompressed.
fn package(bytes: &[u8]) -> Kind {
    let opening = &bytes[..bytes.len().min(128)];
    if memmem::find(opening, b"mimetypeapplication/vnd.oasis.opendocument.").is_some() {
        let spreadsheet = memmem::find(opening, b"opendocument.spreadsheet").is_some();
        return if spreadsheet { Kind::Ods } else { Kind::Document };
    }
    let parts: [(&[u8], Kind); 5] = [
        (b"xl/workbook.xml", Kind::Xlsx),
        (b"xl/workbook.bin", Kind::Xlsb),
        (b"word/document.xml", Kind::Document),
        (b"ppt/presentation.xml", Kind::Slides),
        // Where a writer has compressed the mimetype, the reader tells a text document apart.
        (b"content.xml", Kind::Ods),
    ];
    let known = parts.iter().find(|(part, _)| memmem::rfind(bytes, part).is_some());
    known.map_or(Kind::Xlsx, |&(_, kind)| kind)
}

/// Tells the containers of older Office apart by the names in their directory.
fn container(bytes: &[u8]) -> Kind {
    let streams = [
        ("EncryptedPackage", Kind::Encrypted),
        ("WordDocument", Kind::Document),
        ("PowerPoint Document", Kind::Slides),
        ("Workbook", Kind::Xls),
        ("Book", Kind::Xls),
    ];
    streams.into_iter().find(|(stream, _)| has_stream(bytes, stream)).map_or(Kind::Unknown, |(_, kind)| kind)
}

/// Whether a directory entry is named `stream`; entries stand every 128 bytes and begin with their name.
fn has_stream(bytes: &[u8], stream: &str) -> bool {
    let name: Vec<u8> = stream.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    memmem::find_iter(bytes, &name).any(|at| at % 128 == 0)
}

fn text(bytes: &[u8]) -> Kind {
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let opening = &bytes[if wide { 2 } else { 0 }..bytes.len().min(OPENING_BYTES)];
    // In UTF-16 every other byte of a tag is zero.
    let opening: Vec<u8> = opening.iter().filter(|byte| !(wide && **byte == 0)).copied().collect();
    match marked_up(opening.trim_ascii_start()) {
        Some(kind) => kind,
        None if wide || csv_text::is_utf16(bytes) => Kind::Csv,
        None => plain_text(bytes),
    }
}

/// Tells what begins as marked-up text does; office programs save web pages as `.xls`, too, alone or in an envelope.
fn marked_up(opening: &[u8]) -> Option<Kind> {
    let opening = opening.to_ascii_lowercase();
    let says = |word: &str| memmem::find(&opening, word.as_bytes()).is_some();
    if opening.starts_with(b"mime-version:") {
        return Some(Kind::Html);
    }
    match () {
        () if !opening.starts_with(b"<") => None,
        () if says("urn:schemas-microsoft-com:office:spreadsheet") => Some(Kind::SpreadsheetMl),
        () if says("application/vnd.oasis.opendocument.spreadsheet") => Some(Kind::FlatOds),
        () if says("<html") || says("<table") || says("<!doctype html") || says("<meta") => Some(Kind::Html),
        () if says("<?xml") => Some(Kind::Xml),
        () => None,
    }
}

fn plain_text(bytes: &[u8]) -> Kind {
    let control = |byte: &u8| *byte < b' ' && !byte.is_ascii_whitespace();
    match std::str::from_utf8(bytes) {
        _ if bytes.iter().any(control) => Kind::Unknown,
        Ok(_) => Kind::Csv,
        Err(_) => Kind::LegacyText,
    }
}

impl Kind {
    /// Says what the file is and how to make a workbook of it.
    pub(super) fn told(self) -> (Message, Message) {
        (self.message(), self.help())
    }

    fn message(self) -> Message {
        match self {
            Self::Empty => say!("Tệp rỗng, không có nội dung", "The file is empty"),
            Self::LockFile => say!(
                "Đây là tệp tạm mà Excel tạo ra khi bảng tính đang mở",
                "This is the temporary file that Excel makes while a workbook is open"
            ),
            Self::Xlsx | Self::Xls | Self::Xlsb | Self::Ods | Self::Csv => {
                say!("Tệp không có bảng tính", "The file holds no workbook")
            }
            Self::LegacyText => {
                say!(
                    "Tệp văn bản không dùng bảng mã Unicode (UTF-8), cũng không đoán chắc được là bảng mã nào",
                    "The text file is not in Unicode (UTF-8), and nothing tells for certain what it is in"
                )
            }
            Self::BareXls => say!(
                "Đây là bảng tính Excel đời cũ (Excel 4 trở về trước) hoặc do phần mềm khác xuất ra không đúng dạng .xls",
                "This is a sheet of Excel 4 or older, or one that another program wrote without the frame of an .xls"
            ),
            Self::Encrypted => say!("Tệp được bảo vệ bằng mật khẩu", "The file is protected by a password"),
            Self::Html => {
                say!("Đây là trang web (HTML), không phải bảng tính", "This is a web page (HTML), not a workbook")
            }
            Self::SpreadsheetMl => say!(
                "Đây là bảng tính dạng XML của Excel 2003, không phải .xlsx",
                "This is an XML Spreadsheet 2003, not an .xlsx"
            ),
            Self::FlatOds => say!(
                "Đây là bảng tính LibreOffice dạng XML phẳng (.fods), chương trình không đọc dạng này",
                "This is a flat XML workbook of LibreOffice (.fods), which is not read"
            ),
            Self::Xml => say!("Đây là tệp XML, không phải bảng tính", "This is an XML file, not a workbook"),
            Self::Document => {
                say!("Đây là văn bản Word, không phải bảng tính", "This is a text document, not a workbook")
            }
            Self::Slides => {
                say!("Đây là bài trình chiếu, không phải bảng tính", "This is a slide show, not a workbook")
            }
            Self::Pdf => say!("Đây là tệp PDF, không phải bảng tính", "This is a PDF, not a workbook"),
            Self::Image => say!("Đây là tệp ảnh, không phải bảng tính", "This is a picture, not a workbook"),
            Self::Archive => {
                say!("Đây là tệp nén, không phải bảng tính", "This is a compressed folder, not a workbook")
            }
            Self::Unknown => say!("Không nhận ra đây là loại tệp gì", "This is no kind of file that is known"),
        }
    }

    fn help(self) -> Message {
        match self {
            Self::LockFile => say!(
                "Lưu và đóng bảng tính trong Excel; tệp này không cần gửi",
                "Save and close the workbook in Excel; this file need not be sent"
            ),
            Self::LegacyText => say!(
                "Mở tệp bằng Excel, chọn Lưu dưới dạng, loại \"CSV UTF-8\" hoặc \".xlsx\"",
                "Open it in Excel and save it as \"CSV UTF-8\" or \".xlsx\""
            ),
            Self::FlatOds => say!(
                "Mở tệp bằng LibreOffice, chọn Lưu dưới dạng, loại \".xlsx\"",
                "Open it in LibreOffice and save it as \".xlsx\""
            ),
            Self::BareXls | Self::Html | Self::SpreadsheetMl => say!(
                "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu dưới dạng, loại \".xlsx\"",
                "Open it in Excel or LibreOffice and save it as \".xlsx\""
            ),
            Self::Document | Self::Slides => say!(
                "Chép bảng sang Excel rồi lưu loại \".xlsx\"",
                "Copy the table into Excel and save it as \".xlsx\""
            ),
            Self::Archive => say!("Giải nén rồi gửi từng bảng tính", "Unpack it and send the workbooks in it"),
            Self::Encrypted => say!("Bỏ mật khẩu rồi gửi lại", "Remove the password and send it again"),
            Self::Pdf | Self::Image => say!(
                "Đề nghị nơi gửi cung cấp bảng tính gốc loại \".xlsx\"",
                "Ask the sender for the workbook itself, as \".xlsx\""
            ),
            Self::Empty | Self::Xlsx | Self::Xls | Self::Xlsb | Self::Ods | Self::Csv | Self::Xml | Self::Unknown => {
                say!("Gửi lại bảng tính loại \".xlsx\"", "Send the workbook again, as \".xlsx\"")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn container_with(stream: &str) -> Vec<u8> {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(1024, 0);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(2048, 0);
        bytes
    }

    #[test]
    fn content_tells_the_kind_whatever_the_extension() {
        let page: Vec<u8> = "\u{feff}<html><table>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(&[u8], Kind); 20] = [
            (&page, Kind::Html),
            (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", Kind::Html),
            (b"\x09\x08\x10\0\0\x06\x05\0", Kind::BareXls),
            (b"\x09\0\x04\0\x02\0\x10\0", Kind::BareXls),
            (b"", Kind::Empty),
            (b"%PDF-1.7", Kind::Pdf),
            (b"\x89PNG\r\n\x1a\n", Kind::Image),
            (b"  <HTML><body><table>", Kind::Html),
            (b"<table border=1><tr>", Kind::Html),
            (
                b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
                Kind::SpreadsheetMl,
            ),
            (
                b"<?xml version='1.0'?><office:document xmlns:table='x' xmlns:xhtml='http://www.w3.org/1999/xhtml' \
                  office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:meta>",
                Kind::FlatOds,
            ),
            (b"<?xml version='1.0'?><a/>", Kind::Xml),
            (b"{\\rtf1", Kind::Document),
            (b"Rar!\x1a\x07", Kind::Archive),
            (b"code,name\n1,a\n", Kind::Csv),
            (b"\xEF\xBB\xBFcode;name", Kind::Csv),
            (b"\xFF\xFEa\0", Kind::Csv),
            (b"a\0;\0b\0\n\0", Kind::Csv),
            (b"T\xE6 d\xA9n ph\xE8;1", Kind::LegacyText),
            (b"\x01\x02\0\x03", Kind::Unknown),
        ];
        for (bytes, kind) in cases {
            assert_eq!(sniff("biểu.xlsx", bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn the_directory_of_an_old_office_file_tells_what_it_is() {
        let cases = [
            ("Workbook", Kind::Xls),
            ("Book", Kind::Xls),
            ("WordDocument", Kind::Document),
            ("EncryptedPackage", Kind::Encrypted),
            ("Something", Kind::Unknown),
        ];
        for (stream, kind) in cases {
            assert_eq!(sniff("a.xlsx", &container_with(stream)), kind, "{stream}");
        }
    }

    #[test]
    fn a_zip_package_is_told_by_its_parts() {
        let with = |part: &[u8]| [b"PK\x03\x04".as_slice(), &[0; 26], part].concat();
        assert_eq!(sniff("a", &with(b"xl/workbook.xml")), Kind::Xlsx);
        assert_eq!(sniff("a", &with(b"xl/workbook.bin")), Kind::Xlsb);
        assert_eq!(sniff("a", &with(b"word/document.xml")), Kind::Document);
        assert_eq!(sniff("a", &with(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")), Kind::Ods);
        assert_eq!(sniff("a", &with(b"mimetypeapplication/vnd.oasis.opendocument.text")), Kind::Document);
    }

    #[test]
    fn a_lock_file_is_not_taken_for_text() {
        assert_eq!(sniff("thang 10/~$biểu.xlsx", &[b' '; 165]), Kind::LockFile);
        assert_eq!(sniff("biểu.csv", &[b' '; 165]), Kind::Csv);
    }
}
