//! The stages in their order: bytes to a submission, submissions to an assessment.

use chrono::NaiveDate;

use crate::{
    Assessment, Received,
    campaign::{self, Campaign},
    checks,
    facts::{
        Encoding, FileLayout, Fit, Form, MOST_FINDINGS, Receiving, Source, Submission, extract, made_for_other,
        name_headings,
    },
    finding::{Finding, Place, Severity, codes},
    layout::Lexicon,
    model::{APPENDICES_LINE, APPENDICES_STAMP, FileKey, digest, say},
    plan::Rulebook,
    score::{self, Previous},
    text::to_nfc,
    totals,
    workbook::{self, Cell, Limits, Value, Workbook},
};

/// So much is told of such a file.
const TOLD_OF_MANY: usize = 100;

/// A file as it came in.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Its path relative to what the user named, with `/`.
    pub path: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// Reads one file: its facts, and what was found in it. Files are independent of each other, so that they may be
/// read side by side.
pub fn receive(lexicon: &Lexicon<'_>, file: FileKey, input: Input<'_>, receiving: &Receiving) -> Submission {
    let size = u64::try_from(input.bytes.len()).ok();
    let source = Source { sha256: digest(input.bytes), size, ..unread(input.path, receiving) };
    let book = match workbook::read(input.path, input.bytes, &Limits::default()) {
        Ok(book) => book,
        Err(error) => {
            return Submission { received: receiving.received, ..Submission::unread(source, error.finding(file)) };
        }
    };
    if is_own(&book) {
        return Submission { received: receiving.received, ..Submission::unread(source, own_appendices(file)) };
    }
    let (rulebook, form) = (lexicon.rulebook(), Form::of(&book));
    let receiving =
        &Receiving { agency: receiving.agency.or_else(|| form.agency(&rulebook.plan)), ..receiving.clone() };
    let source = Source { encoding: Encoding::of(&book), voice: receiving.voice(), agency: receiving.agency, ..source };
    let mut submission = match form.fit(rulebook) {
        Fit::Fits => checked(lexicon, file, &book, source, receiving),
        Fit::Renumbered(criteria, message) => {
            let numbered = Rulebook { criteria: *criteria, ..rulebook.clone() };
            let mut submission = checked(&Lexicon::new(&numbered), file, &book, source, receiving);
            submission.findings.push(made_for_other(rulebook, Place::File(file), form, message, Severity::Warning));
            submission
        }
        Fit::Other(message) => {
            let finding = made_for_other(rulebook, Place::File(file), form, message, Severity::Error);
            Submission { received: receiving.received, ..Submission::unread(source, finding) }
        }
    };
    if submission.findings.len() > MOST_FINDINGS {
        give_up(&mut submission, file);
    }
    submission
}

/// Reads the tables of a workbook and runs every check on what they say.
fn checked(lexicon: &Lexicon<'_>, file: FileKey, book: &Workbook, source: Source, receiving: &Receiving) -> Submission {
    let (mut submission, tables) = extract(lexicon, file, book, source, receiving);
    let context =
        checks::Context { rulebook: lexicon.rulebook(), file, book, tables: &tables, facts: &submission.facts };
    checks::run(&context, &mut submission.findings);
    name_headings(&lexicon.rulebook().criteria, book, &tables, &mut submission.findings);
    submission
}

/// Returns whether a workbook is an appendix made by this program: stamped, or a table that says so below its rows.
fn is_own(book: &Workbook) -> bool {
    let says_so = |cell: &Cell| match &cell.value {
        Value::Text(text) => cell.at.column == 0 && to_nfc(text.trim()) == APPENDICES_LINE,
        _ => false,
    };
    book.properties.iter().any(|(name, value)| (name.as_str(), value.as_str()) == APPENDICES_STAMP)
        || book.sheets.iter().any(|sheet| sheet.cells().iter().any(says_so))
}

fn own_appendices(file: FileKey) -> Finding {
    let message = say!(
        "Đây là phụ lục do tdp lập, không phải biểu của phường, xã",
        "This is an appendix made by tdp, not what a ward sent"
    );
    let help = say!("Bỏ tệp này ra khỏi thư mục cần đọc", "Take this file out of the folder to be read");
    Finding::new(&codes::NO_TABLE, Place::File(file), message).helped_by(help)
}

/// Leaves out what a file says in which next to nothing is right, and most of what was found in it.
fn give_up(submission: &mut Submission, file: FileKey) {
    let told = TOLD_OF_MANY;
    submission.facts.clear();
    submission.named.clear();
    let source = &mut submission.source;
    source.read.clear();
    (source.facts, source.refused, source.units, source.judged) = (0, 0, 0, 0);
    submission.findings.truncate(TOLD_OF_MANY);
    let message = say!(
        "Tệp có quá nhiều chỗ sai nên không được dùng; chỉ nêu {told} chỗ đầu",
        "The file has too many mistakes to be used; the first {told} are told"
    );
    submission.findings.push(Finding::new(&codes::OVER_LIMITS, Place::File(file), message));
}

/// Records a path at which nothing could be read, for the reason in `finding`.
pub fn not_received(path: &str, finding: Finding, receiving: &Receiving) -> Submission {
    Submission::unread(unread(path, receiving), finding)
}

/// Puts the files of a run together, in the order of their paths, and looks at them beside those of the period before.
pub fn gather(rulebook: Rulebook, submissions: Vec<Submission>, previous: Option<&Received>) -> Received {
    let Campaign { sources, mut findings, evidence } = campaign::gather(&rulebook, submissions);
    findings.extend(score::claims_over_indicators(&rulebook, &evidence));
    if let Some(before) = previous {
        let previous = Previous::new(&before.rulebook, &before.evidence);
        findings.extend(score::far_from_previous(&rulebook, &evidence, &previous));
    }
    Received { rulebook, sources, findings: campaign::in_order(findings), evidence }
}

/// Judges what was received as of a day, beside the period before where there was one.
pub fn assess(received: Received, as_of: NaiveDate, previous: Option<&Received>) -> Assessment {
    let previous = previous.map(|before| Previous::new(&before.rulebook, &before.evidence));
    let context = score::Context { as_of, previous: previous.as_ref() };
    let scorecards = score::score(&received.rulebook, &received.evidence, &context);
    let totals = totals::total(&received.rulebook, &scorecards);
    Assessment { received, scorecards, totals }
}

pub(crate) fn unread(path: &str, receiving: &Receiving) -> Source {
    Source {
        path: to_nfc(path).into_owned(),
        sha256: String::new(),
        size: None,
        ward: receiving.ward,
        voice: receiving.voice(),
        agency: receiving.agency,
        layout: FileLayout::None,
        encoding: Encoding::Unicode,
        sheets: Vec::new(),
        read: Vec::new(),
        units: 0,
        judged: 0,
        rows: 0,
        facts: 0,
        refused: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appendix::sample;

    #[test]
    fn appendices_are_not_read_as_submissions_whatever_they_are_called() {
        let assessment = sample::assessment();
        let outputs = crate::write::outputs(sample::assessment()).unwrap();
        for (path, bytes) in &outputs.tables {
            assert_eq!(read(&assessment, bytes), (0, vec!["TDP004"]), "{path}");
        }
    }

    #[test]
    fn an_appendix_saved_again_with_semicolons_is_still_known() {
        let assessment = sample::assessment();
        let outputs = crate::write::outputs(sample::assessment()).unwrap();
        let (_, matrix) = outputs.tables.iter().find(|(path, _)| path == "csv/phu-luc-IV.csv").unwrap();
        let records = csv::ReaderBuilder::new().has_headers(false).from_reader(&matrix[..]).into_records();
        let mut records: Vec<csv::StringRecord> = records.collect::<Result<_, _>>().unwrap();
        let saved = |records: &[csv::StringRecord]| {
            let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
            for record in records {
                writer.write_record(record).unwrap();
            }
            writer.into_inner().unwrap()
        };
        assert_eq!(read(&assessment, &saved(&records)), (0, vec!["TDP004"]));
        records.pop();
        assert_ne!(read(&assessment, &saved(&records)).0, 0, "without its last line it is a table like any other");
    }

    /// Returns how many facts a file gives, and the codes of what was found in it.
    fn read(assessment: &Assessment, bytes: &[u8]) -> (usize, Vec<&'static str>) {
        let lexicon = Lexicon::new(&assessment.received.rulebook);
        let input = Input { path: "phường Đoàn Kết.csv", bytes };
        let submission = receive(&lexicon, FileKey::new(0), input, &Receiving::default());
        (submission.facts.len(), submission.findings.iter().map(|finding| finding.code.number).collect())
    }
}
