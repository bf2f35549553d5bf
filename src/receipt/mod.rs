//! What was received to receipts: one page a file that says what came, when, what was read and what is to be mended.
//!
//! A receipt says nothing that is not known: a day that nobody has named is left as dots. It is in Vietnamese whatever
//! the language of the interface, and says everything; what the page holds of it is for [`mod@crate::write`] to see.

mod corrections;
mod fields;
mod result;
mod sheets;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    appendix::{
        Table,
        signing::{committee, dated, issuer},
    },
    facts::Source,
    finding::{Finding, by_file},
    model::{FileKey, UnitKey},
    plan::Rulebook,
};

pub use self::{
    corrections::Corrections,
    fields::{Cut, Field},
};

/// A receipt for one file, ready to be set.
#[derive(Debug)]
pub struct Receipt {
    /// What it is called where programs list documents: its kind and the file.
    pub name: String,
    /// Who issues it, in capitals, a text a line.
    pub issuer: Vec<String>,
    /// "Số: ………/BN-UBND".
    pub number: String,
    /// "Lai Châu, ngày 05 tháng 10 năm 2025".
    pub dated: String,
    /// What kind of document it is.
    pub title: &'static str,
    /// What it is about.
    pub subject: String,
    /// What is told of the file; the last is what became of it.
    pub fields: Vec<Field>,
    /// What was read, sheet by sheet, below its caption; nothing where there is no table.
    pub sheets: Option<(&'static str, Table<'static>)>,
    /// What is to be mended.
    pub corrections: Corrections,
    /// A line above the signatures.
    pub closing: &'static str,
    /// Who signs, on the left and on the right.
    pub signers: [&'static str; 2],
    /// What is asked of them.
    pub sign: &'static str,
    /// The day of the receipt, else of the plan: never the clock's, so that the same inputs give the same bytes.
    pub day: NaiveDate,
}

/// The receipts of a run.
#[derive(Debug)]
pub struct Receipts<'a> {
    rulebook: &'a Rulebook,
    sources: &'a [Source],
    findings: BTreeMap<FileKey, Vec<&'a Finding>>,
    judged: BTreeMap<UnitKey, Vec<UnitKey>>,
    received: Option<NaiveDate>,
}

impl<'a> Receipts<'a> {
    /// Takes the files of a run with what was found in them, all received on the day `received`, if that is known.
    pub fn new(
        rulebook: &'a Rulebook,
        sources: &'a [Source],
        findings: &'a [Finding],
        received: Option<NaiveDate>,
    ) -> Self {
        Self { rulebook, sources, findings: by_file(findings), judged: rulebook.judged_by_ward(), received }
    }

    /// Makes the receipt for a file; nothing for one that is not among those of the run.
    pub fn receipt(&self, file: FileKey) -> Option<Receipt> {
        let source = self.sources.get(file.index())?;
        let findings = self.findings.get(&file).map_or(&[][..], Vec::as_slice);
        let corrections = Corrections::of(self.rulebook, source, findings);
        let plan = &self.rulebook.plan;
        let letters = if committee(&plan.issuer).is_some() { "UBND" } else { "………" };
        Some(Receipt {
            name: format!("{TITLE} {}", source.path),
            issuer: issuer(&plan.issuer),
            number: format!("Số: ………/BN-{letters}"),
            dated: dated(&plan.report.place, self.received),
            title: TITLE,
            subject: format!("Tệp số liệu theo Kế hoạch số {}", plan.number),
            fields: fields::fields(self, source, result::result(self.rulebook, source, findings, &corrections)),
            sheets: sheets::table(source).map(|table| ("Những trang tính đã đọc", table)),
            corrections,
            closing: "Giấy này lập thành hai bản, bên nộp và bên nhận mỗi bên giữ một bản.",
            signers: ["BÊN NỘP", "BÊN NHẬN"],
            sign: "(Ký, ghi rõ họ tên)",
            day: self.received.unwrap_or(plan.date),
        })
    }
}

/// What kind of document it is.
const TITLE: &str = "GIẤY BIÊN NHẬN";
