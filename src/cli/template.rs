//! `tdp template`: blank forms to be sent out, one a ward or one for an agency, in a folder.

use std::path::PathBuf;

use clap::{Arg, ArgMatches};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use tdp::{
    Received,
    finding::{Finding, codes},
    model::{Language, UnitKey},
    plan::{Rulebook, Unit},
    score::Previous,
    template::{self, Form, FormLayout, Former, SelfAssessed},
    write::{WorkbookProperties, form_xlsx},
};

use super::{
    Command, apart,
    arguments::{self, Session},
    assess::{self, Receipt, agency_with, ward_with},
    console::Console,
    language::Pick,
    not_yet,
    outcome::{Outcome, Strictness},
    outputs::OutputFolder,
    render::findings,
    trouble::Trouble,
    workspace::{self, Workspace},
    written::Purpose,
};

pub(super) const COMMAND: Command = Command { name: "template", define, run };

fn define(language: Language, command: clap::Command) -> clap::Command {
    let forms = language.pick("Biểu cần lập", "Forms to make");
    command
        .about(language.pick(
            "Lập biểu trống để gửi đi: tên, mã đơn vị và tiêu chí ghi sẵn, ô nhập có kiểm tra và lời nhắc",
            "Make blank forms to send out: units and criteria filled in, cells that check what is typed and say what is wanted",
        ))
        .override_usage(language.pick(
            "tdp template [CỜ] -o <THƯ_MỤC> [ĐƯỜNG_DẪN]...",
            "tdp template [FLAGS] -o <DIR> [PATH]...",
        ))
        .arg(arguments::output_folder(
            language,
            "Thư mục ghi biểu: mới, trống, hoặc do tdp ghi lần trước",
            "The folder for the forms: new, empty, or written by tdp before",
        ))
        .arg(
            Arg::new("ward")
                .long("ward")
                .value_name(language.pick("MÃ", "CODE"))
                .help(language.pick("Chỉ phường, xã có mã này", "The ward with this code alone"))
                .help_heading(forms),
        )
        .arg(
            Arg::new("layout")
                .long("layout")
                .value_name(language.pick("DẠNG", "LAYOUT"))
                .help(language.pick(
                    "matrix: một biểu tổng hợp, mỗi đơn vị một dòng; card: mỗi đơn vị một phiếu [không nêu: matrix]",
                    "matrix: one table, a row a unit; card: a sheet a unit [unless named: matrix]",
                ))
                .help_heading(forms)
                .value_parser(["card", "matrix"])
                .hide_possible_values(true)
                .conflicts_with("agency"),
        )
        .arg(
            Arg::new("agency")
                .long("agency")
                .value_name(language.pick("MÃ", "ID"))
                .help(language.pick(
                    "Danh sách thẩm định cho cơ quan có mã này, gồm các tiêu chí mà kế hoạch giao",
                    "The list of the agency with this id, of the criteria that the plan assigns to it",
                ))
                .help_heading(forms),
        )
        .arg(
            arguments::inputs(language)
                .help(language.pick(
                    "Với --agency: tệp, thư mục phường, xã đã gửi; tự đánh giá và minh chứng được in bên cạnh [không nêu: thư mục submissions]",
                    "With --agency: files and folders that wards sent; their self-assessment and evidence are printed beside [unless named: the folder submissions]",
                ))
                .requires("agency"),
        )
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Outcome> {
    let folder = matches.get_one::<PathBuf>("output").ok_or_else(no_folder)?;
    apart::from_inputs(folder, "-o bieu-mau", matches, session)?;
    let output = OutputFolder::claim(folder, Purpose::Forms)?;
    let workspace = workspace::load(session.folder())?;
    not_yet::tell(&workspace.rulebook, session.console);
    for warning in &workspace.findings {
        session.console.notice(&warning.message);
    }
    let wanted = Wanted::read(matches, &workspace.rulebook)?;
    let known = Known::gather(&wanted, matches, workspace, session);
    let forms = wanted.forms(&known, session)?;
    let plan = &known.rulebook.plan;
    let properties = WorkbookProperties { day: plan.date, ..WorkbookProperties::of(plan) };
    let files = forms.par_iter().map(|form| Ok((form.file.as_str(), form_xlsx(form, &properties)?)));
    let files: Vec<(&str, Vec<u8>)> = files
        .collect::<Result<_, tdp::write::WriteError>>()
        .map_err(|error| Trouble::new(say!("Không lập được biểu", "The forms cannot be made")).because(error))?;
    output.replace(files.iter().map(|(name, bytes)| (*name, bytes.as_slice())))?;
    let outcome = known.tell_unread(session)?;
    Console::print(&told(&forms, session.console.language))?;
    let (count, shown) = (forms.len(), folder.display());
    session.console.notice(&say!("Đã ghi {count} biểu vào {shown}", "Forms written to {shown}: {count}"));
    Ok(outcome)
}

/// What forms are made from.
struct Known {
    rulebook: Rulebook,
    /// What was received in the period before.
    before: Option<Received>,
    /// What stands of what the wards sent, where an agency is to see it, and why nothing was taken from some of it.
    said: Option<Received>,
}

impl Known {
    /// Tells why nothing was taken from files that were to be shown, and returns what that amounts to.
    fn tell_unread(&self, session: &Session) -> anyhow::Result<Outcome> {
        let Some(said) = self.said.as_ref().filter(|said| !said.findings.is_empty()) else { return Ok(Outcome::Fine) };
        Console::print(&findings::text(said, session.console.language))?;
        Ok(Outcome::of(&said.findings, Strictness::Errors))
    }

    /// Reads the period before and, for an agency, what the wards sent.
    fn gather(wanted: &Wanted, matches: &ArgMatches, mut workspace: Workspace, session: &Session) -> Self {
        if matches!(wanted, Wanted::Wards(..)) {
            let before = workspace.previous.take().map(|previous| assess::alone(*previous, session));
            return Self { rulebook: workspace.rulebook, before, said: None };
        }
        let Receipt { mut received, previous, .. } = assess::said_by_wards(matches, workspace, session);
        let count = received.sources.iter().filter(|source| source.facts > 0).count();
        if count > 0 {
            session.console.notice(&say!(
                "Tự đánh giá của phường, xã lấy từ {count} tệp; chỗ còn phải sửa trong các tệp đó: xem bằng tdp validate",
                "What the wards said of themselves is taken from {count} files; see what is to be mended in them with tdp \
                 validate"
            ));
        }
        let named = matches.get_many::<PathBuf>("paths").is_some();
        received.findings = unread(&received, named);
        Self { rulebook: received.rulebook.clone(), before: previous, said: Some(received) }
    }
}

/// Returns what was found wrong with files from which nothing was taken, and with folders that the command line names
/// and that hold none.
fn unread(received: &Received, named: bool) -> Vec<Finding> {
    let gave_nothing = |finding: &&Finding| match finding.place.file() {
        Some(file) => received.sources.get(file.index()).is_some_and(|source| source.facts == 0),
        None => named && *finding.code == codes::EMPTY_FOLDER,
    };
    received.findings.iter().filter(gave_nothing).cloned().collect()
}

/// Which forms are wanted.
enum Wanted {
    /// One for each ward, or for one of them.
    Wards(Option<UnitKey>, FormLayout),
    /// The list of an agency, about every ward or one.
    Agency(usize, Option<UnitKey>),
}

impl Wanted {
    fn read(matches: &ArgMatches, rulebook: &Rulebook) -> Result<Self, Trouble> {
        let said = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let ward = said("ward").map(|code| ward_with(code, rulebook)).transpose()?;
        let agency = said("agency").map(|id| agency_with(id, rulebook)).transpose()?;
        let layout = if said("layout") == Some("card") { FormLayout::Card } else { FormLayout::Matrix };
        Ok(agency.map_or(Self::Wards(ward, layout), |agency| Self::Agency(agency, ward)))
    }

    /// Makes the forms; a ward of which nothing is asked is told, and none at all is refused.
    fn forms(&self, known: &Known, session: &Session) -> Result<Vec<Form>, Trouble> {
        let rulebook = &known.rulebook;
        let previous = known.before.as_ref().map(|before| Previous::new(&before.rulebook, &before.evidence));
        let former = Former::new(rulebook, previous.as_ref());
        let forms: Vec<Form> = match *self {
            Self::Agency(agency, ward) => {
                let said = SelfAssessed::new(rulebook, known.said.as_ref().map(|said| &said.evidence));
                template::of_agency(rulebook, agency, ward, former, said).into_iter().collect()
            }
            Self::Wards(ward, layout) => {
                let wards: Vec<UnitKey> = ward.map_or_else(|| template::wards(rulebook).collect(), |ward| vec![ward]);
                let made = wards.into_iter().flat_map(|ward| {
                    let forms = template::of_ward(rulebook, ward, layout, former);
                    if forms.is_empty() {
                        nothing_asked(rulebook, ward, session);
                    }
                    forms
                });
                made.collect()
            }
        };
        if forms.is_empty() { Err(nothing_to_ask()) } else { Ok(forms) }
    }
}

fn nothing_asked(rulebook: &Rulebook, ward: UnitKey, session: &Session) {
    let (Unit { name, code, .. }, units) = (rulebook.register.unit(ward), &rulebook.plan.units);
    session.console.notice(&say!(
        "Không có gì để hỏi {name} (mã {code}): {units} chưa có đơn vị nào của phường, xã này phải trả lời bộ tiêu chí",
        "There is nothing to ask of {name} (code {code}): {units} holds no unit of it that answers the criteria"
    ));
}

fn nothing_to_ask() -> Trouble {
    Trouble::new(say!("Không có biểu nào để lập", "There is no form to make")).helped_by(say!(
        "Kiểm tra danh sách đơn vị đã có tổ dân phố, bản chưa, và cơ quan được giao tiêu chí nào trong tdp.toml",
        "See whether the register holds the groups yet, and which criteria the agency appraises in tdp.toml"
    ))
}

/// Lists the forms made, a line each.
fn told(forms: &[Form], language: Language) -> String {
    let lines = forms.iter().map(|Form { file, units, criteria, .. }| {
        let words =
            phrase!("{file}: {units} đơn vị, {criteria} tiêu chí", "{file}: {units} units, {criteria} criteria");
        format!("{}\n", words.in_language(language))
    });
    lines.collect()
}

fn no_folder() -> Trouble {
    Trouble::new(say!("Chưa nêu thư mục ghi biểu", "No folder for the forms is named"))
        .helped_by(say!("Thêm -o bieu-mau", "Add -o bieu-mau"))
}
