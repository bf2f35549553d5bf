//! The least work: reading the same files with calamine, and writing as many cells with `rust_xlsxwriter`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use calamine::{Data, Reader, Xlsx, open_workbook, open_workbook_auto};
use rust_xlsxwriter::Workbook;

/// Reads every sheet of every workbook of a folder, and nothing else.
pub(crate) fn read(folder: &Path) -> anyhow::Result<()> {
    let cells = read_all(folder)?;
    println!("{cells}");
    Ok(())
}

/// Reads a folder, then writes a workbook of the volume that [`print_volume`] tells.
pub(crate) fn read_and_write(folder: &Path, out: &Path, volume: &[&str]) -> anyhow::Result<()> {
    read_all(folder)?;
    let [sheets, columns, strings, distinct, letters, numbers] = numbers(volume)?;
    let texts: Vec<String> =
        (0..distinct).map(|index| format!("{index:0>width$}", width = usize::try_from(letters).unwrap_or(1))).collect();
    let mut book = Workbook::new();
    let (strings_a_sheet, numbers_a_sheet) = (strings / sheets, numbers / sheets);
    for sheet in 0..sheets {
        let page = book.add_worksheet();
        for cell in 0..strings_a_sheet + numbers_a_sheet {
            let (row, column) = (cell / columns, u16::try_from(cell % columns)?);
            if cell < strings_a_sheet {
                let text = &texts[((sheet * strings_a_sheet + cell) % distinct) as usize];
                page.write_string(row, column, text)?;
            } else {
                page.write_number(row, column, f64::from(cell) / 8.0)?;
            }
        }
    }
    book.save(out)?;
    Ok(())
}

/// Prints what a workbook holds: sheets, columns, text cells, distinct texts, letters a text, number cells.
pub(crate) fn print_volume(workbook: &Path) -> anyhow::Result<()> {
    let mut book: Xlsx<_> = open_workbook(workbook)?;
    let (mut columns, mut strings, mut letters, mut numbers, mut distinct) = (0, 0, 0, 0, BTreeSet::new());
    let sheets = book.worksheets();
    for (_, range) in &sheets {
        columns = columns.max(range.width());
        for (_, _, cell) in range.used_cells() {
            match cell {
                Data::String(text) => {
                    strings += 1;
                    letters += text.len();
                    distinct.insert(text.clone());
                }
                _ => numbers += 1,
            }
        }
    }
    println!("{} {columns} {strings} {} {} {numbers}", sheets.len(), distinct.len(), letters / strings.max(1));
    Ok(())
}

fn read_all(folder: &Path) -> anyhow::Result<usize> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    let mut cells = 0;
    for path in paths {
        let mut book = open_workbook_auto(&path).with_context(|| path.display().to_string())?;
        for name in book.sheet_names() {
            cells += book.worksheet_range(&name)?.get_size().0;
        }
    }
    Ok(cells)
}

fn numbers<const N: usize>(words: &[&str]) -> anyhow::Result<[u32; N]> {
    let numbers: Vec<u32> = words.iter().map(|word| word.parse()).collect::<Result<_, _>>()?;
    numbers.try_into().map_err(|_| anyhow::anyhow!("{N} numbers are needed, not {words:?}"))
}
