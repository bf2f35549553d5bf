//! Whether a file is a report as it was made, one that people have written into, or something else.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::model::{REPORT_STAMP, digest};

use super::parts;

/// The part that holds the words.
pub(super) const CONTENT: &str = "word/document.xml";
/// The part that holds the stamp.
pub(super) const PROPERTIES: &str = "docProps/custom.xml";
/// A part larger than this is none of ours.
const LARGEST: u64 = 256 << 20;

/// What a file is that stands where a report is to be written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ReportStanding {
    /// A report as it was made: nothing is lost with it.
    AsMade,
    /// A report that was saved again since, by people who may have written into it.
    Edited,
    /// Anything else.
    Foreign,
}

/// Tells what the file is that holds `bytes`.
pub fn report_standing(bytes: &[u8]) -> ReportStanding {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return ReportStanding::Foreign };
    let (Some(content), Some(properties)) = (part(&mut archive, CONTENT), part(&mut archive, PROPERTIES)) else {
        return ReportStanding::Foreign;
    };
    let stamp = format!(">{}<", REPORT_STAMP.1);
    if properties == parts::custom_properties(REPORT_STAMP, &digest(&content)).as_bytes() {
        ReportStanding::AsMade
    } else if memchr::memmem::find(&properties, stamp.as_bytes()).is_some() {
        ReportStanding::Edited
    } else {
        ReportStanding::Foreign
    }
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<Vec<u8>> {
    let entry = archive.by_name(path).ok().filter(|entry| entry.size() <= LARGEST)?;
    let mut content = Vec::new();
    entry.take(LARGEST).read_to_end(&mut content).ok()?;
    Some(content)
}
