//! What the main job costs as a whole process, beside the least work that could be done instead.
//!
//! `cargo bench --bench whole_process -- --wards 30,300 --formats xlsx,xls,ods,mixed --runs 5 --peer peer.py` makes
//! cities of so many wards with twenty-seven groups and twenty-three criteria each, runs every program in turn, and
//! prints the medians as a Markdown table, one for each kind of workbook. All but .xlsx are made by `soffice`, and left
//! out where it is not there. `--peer` names a script to be run with `python3` as
//! `peer.py openpyxl|calamine FOLDER OUT.xlsx`, beside .xlsx alone.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark lays out files, looks at the clock and prints what it measured"
)]

#[cfg(unix)]
mod bare;
#[allow(dead_code, reason = "the tests use more of the made-up cities")]
#[path = "../../tests/city/mod.rs"]
mod city;
#[cfg(unix)]
mod contest;
#[cfg(unix)]
mod form;
#[cfg(unix)]
mod measure;
#[allow(dead_code, reason = "the tests judge with it; here it fills in the claims")]
#[path = "../../tests/model/verdicts.rs"]
mod verdicts;
#[cfg(unix)]
mod workspace;

#[cfg(unix)]
fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", folder, number] => workspace::make(folder.as_ref(), number.parse()?),
        ["read", folder] => bare::read(folder.as_ref()),
        ["read-write", folder, out, volume @ ..] => bare::read_and_write(folder.as_ref(), out.as_ref(), volume),
        ["volume", workbook] => bare::print_volume(workbook.as_ref()),
        ["measure", command @ ..] => measure::print_cost(command),
        // Without this word it is a run of the tests, which should not take minutes.
        words if words.contains(&"--bench") => contest::run(&contest::Options::parse(words)?),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn main() {}
