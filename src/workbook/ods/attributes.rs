//! The attributes of a cell, gathered in one walk: of the tags of a workbook most are cells, and most are asked nine times.

use crate::workbook::{fault::Fault, tags::Tag};

/// What the tag of a cell says, as it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Attributes<'a> {
    /// In how many columns it stands.
    pub columns_repeated: Option<&'a [u8]>,
    /// How many columns it covers.
    pub columns_spanned: Option<&'a [u8]>,
    /// How many rows it covers.
    pub rows_spanned: Option<&'a [u8]>,
    /// Its style.
    pub style: Option<&'a [u8]>,
    /// Its formula.
    pub formula: Option<&'a [u8]>,
    /// What kind of value it holds.
    pub kind: Option<&'a [u8]>,
    /// What kind of value `LibreOffice` says that it holds.
    pub own_kind: Option<&'a [u8]>,
    /// The number, percentage or amount of money.
    pub number: Option<&'a [u8]>,
    /// The day.
    pub date: Option<&'a [u8]>,
    /// The time.
    pub time: Option<&'a [u8]>,
    /// The truth.
    pub truth: Option<&'a [u8]>,
    /// The text, where no paragraph holds it.
    pub text: Option<&'a [u8]>,
}

impl<'a> Attributes<'a> {
    /// Gathers the attributes of the cell that `tag` opens; of two of one name the first stands.
    pub(super) fn of(tag: &Tag<'a>) -> Result<Self, Fault> {
        let mut found = Self::default();
        for attribute in tag.attributes() {
            let (name, value) = attribute?;
            let place = match name {
                b"table:number-columns-repeated" => &mut found.columns_repeated,
                b"table:number-columns-spanned" => &mut found.columns_spanned,
                b"table:number-rows-spanned" => &mut found.rows_spanned,
                b"table:style-name" => &mut found.style,
                b"table:formula" => &mut found.formula,
                b"office:value-type" => &mut found.kind,
                b"calcext:value-type" => &mut found.own_kind,
                b"office:value" => &mut found.number,
                b"office:date-value" => &mut found.date,
                b"office:time-value" => &mut found.time,
                b"office:boolean-value" => &mut found.truth,
                b"office:string-value" => &mut found.text,
                _ => continue,
            };
            place.get_or_insert(value);
        }
        Ok(found)
    }
}
