//! A workspace from last year's: its plan a year on, units and criteria as they are, targets from what was achieved.

use std::{
    fmt::Write as _,
    io,
    path::{Component, Path},
};

use chrono::Datelike as _;
use tdp::{
    Assessment, criteria,
    model::{Message, Outcome, Target},
    plan::SetReference,
};

use super::{Draft, built_in_file, later, table};
use crate::cli::{
    arguments::Session,
    assess, inputs, on_disk,
    trouble::Trouble,
    workspace::{self, PLAN_FILE},
};

/// The largest file that is taken over.
const MOST_BYTES: u64 = 20 << 20;

/// Drafts the workspace `new` from the one in `old`.
pub(super) fn draft(old: &Path, new: &Path, session: &Session) -> anyhow::Result<Draft> {
    let workspace = workspace::load(old)?;
    let plan = workspace.rulebook.plan.clone();
    let mut names = workspace::own_sets(old);
    names.push(plan.units.clone());
    let mut files = names.into_iter().map(|name| taken_over(old, name)).collect::<anyhow::Result<Vec<_>>>()?;
    if !files.iter().any(|(name, bytes)| is_set(name, bytes, &plan.criteria)) {
        files.extend(built_in_file(&plan.criteria).ok());
    }
    let text = taken_over(old, PLAN_FILE.to_owned())?.1;
    let targets = Targets::after(&assess::judged_alone(workspace, session));
    let change = later::Change {
        year: plan.period.0.year(),
        previous: relative(new, old),
        maintain: targets.maintain,
        new: targets.new,
    };
    let text = later::a_year_later(&String::from_utf8_lossy(&text), &change)?;
    files.insert(0, (PLAN_FILE.to_owned(), text.into_bytes()));
    if let Some(file) = plan.targets_file {
        files.push((inside(file)?, table(&targets.csv)));
    }
    Ok(Draft { files, notes: notes(&targets) })
}

/// Returns whether a file holds the set that the plan names.
fn is_set(name: &str, bytes: &[u8], wanted: &SetReference) -> bool {
    let set = criteria::parse(name, bytes);
    set.is_ok_and(|set| set.id == wanted.id && set.version == wanted.version)
}

/// Reads a file of the old workspace that the new one gets as it is.
fn taken_over(old: &Path, name: String) -> anyhow::Result<(String, Vec<u8>)> {
    let name = inside(name)?;
    let path = on_disk::on_disk(&old.join(&name));
    let bytes = inputs::read(&path, MOST_BYTES).map_err(|error| unreadable(&path, error))?;
    Ok((name, bytes))
}

fn unreadable(path: &Path, error: io::Error) -> Trouble {
    let shown = path.display();
    Trouble::new(say!("Không đọc được {shown}", "{shown} cannot be read")).because(error)
}

/// Refuses a name that would lead out of the new workspace.
fn inside(name: String) -> Result<String, Trouble> {
    let stays = Path::new(&name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if stays { Ok(name) } else { Err(leads_out(&name)) }
}

fn leads_out(name: &str) -> Trouble {
    Trouble::new(say!("\"{name}\" nằm ngoài thư mục làm việc cũ", "\"{name}\" lies outside the old workspace"))
        .helped_by(say!(
            "Chép tệp vào thư mục làm việc cũ và sửa tên trong tdp.toml",
            "Copy it into the old workspace and name it so in tdp.toml"
        ))
}

/// What the new plan wants of each unit, to be looked through by the office.
struct Targets {
    csv: String,
    maintain: u32,
    new: u32,
}

impl Targets {
    /// Units that were achieved are to be maintained; a unit aimed at and not achieved is aimed at again.
    fn after(assessment: &Assessment) -> Self {
        let (register, year) =
            (&assessment.received.rulebook.register, assessment.received.rulebook.plan.period.0.year());
        let mut targets = Self { csv: "code,target,recognised_year,decision\n".to_owned(), maintain: 0, new: 0 };
        for card in &assessment.scorecards {
            let before = assessment.received.rulebook.targets.entries.get(&card.unit);
            let (target, recognised) = match (card.target, card.outcome) {
                (Some(Target::New), Outcome::Achieved) => (Target::Maintain, Some(year)),
                (Some(Target::Maintain), Outcome::Achieved | Outcome::Incomplete) => {
                    (Target::Maintain, before.and_then(|entry| entry.recognised_year))
                }
                (Some(_), _) => (Target::New, None),
                (None, _) => continue,
            };
            let word = match target {
                Target::Maintain => "maintain",
                Target::New => "new",
            };
            *(if target == Target::Maintain { &mut targets.maintain } else { &mut targets.new }) += 1;
            let recognised = recognised.map(|year| year.to_string()).unwrap_or_default();
            let _ = writeln!(targets.csv, "{},{word},{recognised},", register.unit(card.unit).code);
        }
        targets
    }
}

/// Returns the way from the folder `from` to the folder `to`, with `/`.
fn relative(from: &Path, to: &Path) -> String {
    let (from, to) = (on_disk::real(from), on_disk::real(to));
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

fn notes(targets: &Targets) -> Vec<Message> {
    let (maintain, new) = (targets.maintain, targets.new);
    vec![
        say!("Lấy lại danh sách đơn vị và bộ tiêu chí của năm trước", "Units and criteria are those of last year"),
        say!(
            "Các ngày trong tdp.toml đã chuyển sang năm sau; hãy ghi số kế hoạch mới",
            "The days in tdp.toml are a year later; enter the new plan's number"
        ),
        say!(
            "Chỉ tiêu lập từ kết quả năm trước: {maintain} duy trì, {new} đạt mới; hãy soát lại",
            "Targets made from last year's results: {maintain} to maintain, {new} new; look through them"
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_last_year_is_relative() {
        let place = tempfile::tempdir().unwrap();
        let (new, old) = (place.path().join("2026"), place.path().join("old/2025"));
        assert_eq!(relative(&new, &old), "../old/2025");
    }

    #[test]
    fn no_name_leads_out_of_the_workspace() {
        assert!(inside("units.csv".to_owned()).is_ok());
        assert!(inside("../units.csv".to_owned()).is_err());
        assert!(inside("/etc/units.csv".to_owned()).is_err());
    }
}
