//! `validate --receipt DIR`: a page for each file that its sender may keep as proof, in a folder of receipts.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, ValueHint};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use tdp::{
    Received,
    annotate::Names,
    model::{FileKey, Language, Message},
    receipt::Receipts,
    write::{WriteError, receipt_docx},
};

use super::{
    annotated, apart,
    arguments::Session,
    inputs::InputFile,
    language::Pick,
    on_disk,
    outputs::{Before, OutputFolder},
    staged::StagedFile,
    trouble::Trouble,
    written::Purpose,
};

/// The name of the flag.
const FLAG: &str = "receipt";

/// Defines `--receipt`.
pub(crate) fn argument(language: Language) -> Arg {
    Arg::new(FLAG)
        .long(FLAG)
        .value_name(language.pick("THƯ_MỤC", "DIR"))
        .help(language.pick(
            "Ghi vào thư mục này một giấy biên nhận (.docx, một trang A4) cho mỗi tệp; ngày nhận lấy từ --received, không có thì từ --as-of",
            "Write to this folder a receipt for each file (.docx, one page, in Vietnamese), with the day of --received, else of --as-of",
        ))
        .help_heading(language.pick("Kết quả", "Results"))
        .value_parser(on_disk::path())
        .value_hint(ValueHint::DirPath)
}

/// The folder of the receipts, which may be written.
pub(crate) struct ReceiptFolder {
    folder: PathBuf,
    output: OutputFolder,
}

impl ReceiptFolder {
    /// Makes sure, before the work begins, that the folder named may be written; nothing where none is named.
    ///
    /// # Errors
    /// When it holds foreign files, is among what is read, or is, holds or lies in the folder of the marked copies.
    pub(crate) fn claim(matches: &ArgMatches, session: &Session) -> anyhow::Result<Option<Self>> {
        let Some(folder) = matches.get_one::<PathBuf>(FLAG) else { return Ok(None) };
        apart::from_inputs(folder, "--receipt bien-nhan", matches, session)?;
        if let Some(copies) = annotated::folder(matches) {
            apart::from_other_results(folder, copies, "--receipt bien-nhan")?;
        }
        Ok(Some(Self { folder: folder.clone(), output: OutputFolder::claim(folder, Purpose::Receipts)? }))
    }

    /// Writes a receipt for each file that is there, readable or not; returns what to say of them.
    ///
    /// # Errors
    /// When a receipt cannot be made, would replace one that somebody has changed, or the folder cannot be written.
    pub(crate) fn write(
        &self,
        received: &Received,
        files: &[InputFile],
        matches: &ArgMatches,
        session: &Session,
    ) -> anyhow::Result<Vec<Message>> {
        let day = matches.get_one("received").copied().or(session.as_of);
        let receipts = Receipts::new(&received.rulebook, &received.sources, &received.findings, day);
        let (there, absent): (Vec<_>, Vec<_>) = files.iter().enumerate().partition(|(_, file)| file.path.is_file());
        let staged = self.output.stage()?;
        let made = there.par_iter().filter_map(|(index, file)| {
            let receipt = receipts.receipt(FileKey::new(*index))?;
            let put = |bytes: Vec<u8>| self.output.put(&staged, *index, &bytes);
            Some(receipt_docx(receipt).map_err(not_made).and_then(put).map(|made| (file.name.as_str(), made)))
        });
        let made: Vec<(&str, StagedFile)> = made.collect::<Result<_, Trouble>>()?;
        let mut names = Names::default();
        let made: Vec<(String, StagedFile)> =
            made.into_iter().map(|(name, made)| (names.take_with_ending(name, "docx"), made)).collect();
        let before = self.output.add(staged, &made)?;
        let (folder, count, Before { replaced, kept }) = (self.folder.display(), made.len(), before);
        let mut told =
            vec![say!("Đã ghi {count} giấy biên nhận vào {folder}", "Receipts written to {folder}: {count}")];
        if replaced + kept > 0 {
            told.push(say!(
                "Giấy biên nhận đã có ở đó: thay {replaced} giấy cùng tên, giữ {kept} giấy",
                "Receipts that were there: {replaced} of the same name replaced, {kept} kept"
            ));
        }
        if day.is_none() {
            told.push(say!(
                "Ngày nhận để dấu chấm trên giấy biên nhận; nêu ngày bằng --received",
                "The day of receipt is left as dots; name it with --received"
            ));
        }
        if !absent.is_empty() {
            let names = absent.iter().map(|(_, file)| file.name.as_str()).collect::<Vec<_>>().join(", ");
            told.push(say!(
                "Không có giấy biên nhận cho những gì không phải là tệp: {names}",
                "There is no receipt for what is no file: {names}"
            ));
        }
        Ok(told)
    }
}

fn not_made(error: WriteError) -> Trouble {
    Trouble::new(say!("Không lập được giấy biên nhận", "A receipt cannot be made")).because(error)
}
