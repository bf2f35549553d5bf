//! Who issues an annex, above its titles at the left, and who signs it, below its table at the right.

use std::ops::RangeInclusive;

use rust_xlsxwriter::{ColNum, Format, RowNum, XlsxError};

use crate::appendix::Signing;

use super::{
    super::{
        measure::{BOLD, lines},
        placement::SIGNATURE_LINES,
    },
    SheetWriter, column_number, height,
};

/// Size of the words, in points.
const SIZE: f64 = 13.0;
/// Room that the issuing body and the signer ask for, in points.
const ISSUER: f64 = 200.0;
const SIGNER: f64 = 240.0;

impl SheetWriter {
    /// Writes the issuing body over the first columns.
    pub(super) fn write_issuer(&mut self, signing: &Signing) -> Result<(), XlsxError> {
        let first = self.first_of_lines();
        let mut filled = 0.0;
        let taken = self.shape.widths.iter().skip(usize::from(first)).take_while(|width| {
            let wanted = filled < ISSUER;
            filled += **width;
            wanted
        });
        let last = first + column_number(taken.count().saturating_sub(1));
        let last = last.min(self.last_of_first_block());
        let bold = self.formats.title.clone();
        for (row, line) in (self.placement.issuer..).zip(&signing.issuer) {
            self.write_across(row, first..=last, line, &bold)?;
        }
        Ok(())
    }

    /// Writes place and date, the signer's title, room for the signature, and the signer's name over the last columns.
    pub(super) fn write_signer(&mut self, signing: &Signing) -> Result<(), XlsxError> {
        let columns = self.columns_of_signer();
        let (italic, bold) = (self.formats.annexed_to.clone(), self.formats.title.clone());
        let first = self.placement.signing;
        self.write_across(first, columns.clone(), &signing.dated, &italic)?;
        let mut row = first + 1;
        for line in &signing.title {
            self.write_across(row, columns.clone(), line, &bold)?;
            row += 1;
        }
        self.write_across(row + SIGNATURE_LINES, columns, &signing.name, &bold)
    }

    /// Returns the columns at the right that have room enough for the signer: in a table that goes on beside itself
    /// those of its last part, if that is wide enough, as the signature stands where the table ends.
    fn columns_of_signer(&self) -> RangeInclusive<ColNum> {
        let width = |block: &&std::ops::Range<usize>| self.shape.widths[block.start..block.end].iter().sum::<f64>();
        let blocks = &self.shape.blocks;
        let wide = blocks.last().filter(|block| width(block) >= SIGNER).or(blocks.first());
        let Some(block) = wide else { return 0..=self.last_column };
        let mut filled = 0.0;
        let taken = self.shape.widths[block.start..block.end].iter().rev().take_while(|width| {
            let wanted = filled < SIGNER;
            filled += **width;
            wanted
        });
        let first = block.end.saturating_sub(taken.count());
        column_number(first)..=column_number(block.end.saturating_sub(1))
    }

    fn write_across(
        &mut self,
        row: RowNum,
        columns: RangeInclusive<ColNum>,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let (from, to) = columns.into_inner();
        self.merge(row, from, row, to, text, format)?;
        self.set_height(row, height(lines(text, SIZE * BOLD, self.room(from, to)), SIZE))
    }
}
