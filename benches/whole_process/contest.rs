//! Running everyone in turn, and the table.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;

use crate::{
    form::Form,
    measure::{self, Cost},
};

/// What to run.
pub(crate) struct Options {
    wards: Vec<usize>,
    forms: Vec<Form>,
    runs: usize,
    peer: Option<String>,
}

/// One program of the contest.
struct Entrant {
    name: &'static str,
    command: Vec<String>,
    /// The bare program that does the same.
    beside: Option<&'static str>,
}

const TDP: &str = env!("CARGO_BIN_EXE_tdp");
const BARE_READ: &str = "bare read";
const BARE_READ_WRITE: &str = "bare read and write";

impl Options {
    /// Reads `--wards 30,300`, `--formats xlsx,xls`, `--runs 5` and `--peer FILE`.
    pub(crate) fn parse(words: &[&str]) -> anyhow::Result<Options> {
        let forms = vec![Form::Xlsx, Form::Xls, Form::Ods];
        let mut options = Options { wards: vec![30, 300], forms, runs: 5, peer: None };
        let mut words = words.iter().filter(|word| **word != "--bench");
        while let Some(word) = words.next() {
            let value = words.next().with_context(|| format!("{word} needs a value"))?;
            match *word {
                "--wards" => options.wards = value.split(',').map(str::parse).collect::<Result<_, _>>()?,
                "--formats" => options.forms = value.split(',').map(Form::parse).collect::<Result<_, _>>()?,
                "--runs" => options.runs = value.parse()?,
                "--peer" => options.peer = Some((*value).to_owned()),
                other => anyhow::bail!("{other} is not known; there are --wards, --formats, --runs and --peer"),
            }
        }
        Ok(options)
    }
}

/// Makes every city, runs everyone, prints a table a city and kind of workbook, and then how cost grows with the wards.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let mut growth = vec!["| user+sys a ward | ms |\n|---|---:|".to_owned()];
    for wards in &options.wards {
        let folder = tempfile::tempdir()?;
        let workspace = folder.path().to_str().context("a folder with a plain name")?;
        own(&["make", workspace, &wards.to_string()])?;
        let mut totals = None;
        for form in &options.forms {
            let word = form.word();
            let Some(submissions) = form.folder(folder.path())? else {
                println!("{wards} wards in {word}: left out, as soffice, which converts workbooks, is not there\n");
                continue;
            };
            let submissions = submissions.to_str().context("a folder with a plain name")?;
            let peer = options.peer.as_deref().filter(|_| *form == Form::Xlsx);
            let entrants = entrants(workspace, submissions, peer)?;
            let read = fs::read(folder.path().join("out/tong-hop.json"))?;
            // Whoever reads less is quick.
            anyhow::ensure!(*totals.get_or_insert_with(|| read.clone()) == read, "{word} gives other totals");
            let costs = contest(&entrants, options.runs, workspace);
            let city = format!("{wards} wards, {word}");
            print_table(&city, &entrants, &costs);
            growth.extend(a_ward(*wards, &city, &entrants, &costs));
        }
    }
    println!("{}", growth.join("\n"));
    Ok(())
}

fn entrants(workspace: &str, submissions: &str, peer: Option<&str>) -> anyhow::Result<Vec<Entrant>> {
    let target = format!("{workspace}/out");
    let bench = own_path()?;
    measure::cost(&[TDP, "-C", workspace, "-q", "aggregate", submissions, "-o", &target])?;
    let volume = own(&["volume", &format!("{target}/phu-luc.xlsx")])?;
    println!("phu-luc.xlsx: sheets, columns, texts, distinct texts, letters a text, numbers: {}\n", volume.trim());
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let mut bare_write = words(&[&bench, "read-write", submissions, &format!("{workspace}/bare.xlsx")]);
    bare_write.extend(volume.split_whitespace().map(str::to_owned));
    let mut entrants = vec![
        Entrant { name: BARE_READ, command: words(&[&bench, "read", submissions]), beside: None },
        Entrant {
            name: "tdp validate",
            command: words(&[TDP, "-C", workspace, "-q", "validate", submissions]),
            beside: Some(BARE_READ),
        },
        Entrant { name: BARE_READ_WRITE, command: bare_write, beside: None },
        Entrant {
            name: "tdp aggregate",
            command: words(&[TDP, "-C", workspace, "-q", "aggregate", submissions, "-o", &target]),
            beside: Some(BARE_READ_WRITE),
        },
    ];
    match peer.filter(|peer| Path::new(peer).exists()) {
        None => println!("no script to compare with: --peer FILE was not given, or is not there\n"),
        Some(peer) => {
            let out = format!("{workspace}/peer.xlsx");
            for (name, reader) in [("script, openpyxl", "openpyxl"), ("script, python-calamine", "calamine")] {
                let command = words(&["python3", peer, reader, submissions, &out]);
                entrants.push(Entrant { name, command, beside: Some(BARE_READ_WRITE) });
            }
        }
    }
    Ok(entrants)
}

/// Runs everyone once a round, so that what else the machine does falls on all alike; returns what each round cost each.
fn contest(entrants: &[Entrant], runs: usize, workspace: &str) -> Vec<Vec<Option<Cost>>> {
    let mut rounds: Vec<Vec<Option<Cost>>> = vec![Vec::new(); entrants.len()];
    for _ in 0..runs {
        for (entrant, costs) in entrants.iter().zip(&mut rounds) {
            // Every round begins without the outputs of the one before; the first has none.
            let _ = fs::remove_dir_all(PathBuf::from(workspace).join("out"));
            let command: Vec<&str> = entrant.command.iter().map(String::as_str).collect();
            let cost = measure::cost(&command).inspect_err(|error| eprintln!("{}: {error:#}", entrant.name));
            costs.push(cost.ok());
        }
    }
    rounds
}

/// Prints the medians, and those of the ratios of each round: the machine is not equally quick in all of them.
fn print_table(city: &str, entrants: &[Entrant], costs: &[Vec<Option<Cost>>]) {
    let of = |name: &str| entrants.iter().zip(costs).find(|(entrant, _)| entrant.name == name).map(|(_, costs)| costs);
    println!("| {city} | user+sys s | clock s | peak MiB | user+sys, of bare | clock, of bare |");
    println!("|---|---:|---:|---:|---:|---:|");
    for (entrant, costs) in entrants.iter().zip(costs) {
        let Some(cost) = median_cost(costs) else {
            println!("| {} | did not run | | | | |", entrant.name);
            continue;
        };
        let beside = entrant.beside.and_then(of);
        let ratio = |part: fn(&Cost) -> f64| {
            let both = costs.iter().zip(beside?).filter_map(|(mine, theirs)| Some((mine.as_ref()?, theirs.as_ref()?)));
            median(both.map(|(mine, theirs)| part(mine) / part(theirs)))
        };
        let told = |ratio: Option<f64>| ratio.map_or_else(String::new, |ratio| format!("{ratio:.2} ×"));
        println!(
            "| {} | {:.3} | {:.3} | {:.0} | {} | {} |",
            entrant.name,
            cost.processor,
            cost.clock,
            cost.memory,
            told(ratio(|cost| cost.processor)),
            told(ratio(|cost| cost.clock)),
        );
    }
    println!();
}

/// Returns a line for each of our commands: what one ward of so many costs it.
fn a_ward(wards: usize, city: &str, entrants: &[Entrant], costs: &[Vec<Option<Cost>>]) -> Vec<String> {
    let ours =
        entrants.iter().zip(costs).filter(|(entrant, _)| entrant.command.first().is_some_and(|first| first == TDP));
    let wards_in_all = f64::from(u32::try_from(wards).unwrap_or(u32::MAX));
    ours.filter_map(|(entrant, costs)| Some((entrant.name, median_cost(costs)?.processor)))
        .map(|(name, processor)| format!("| {name}, {city} | {:.2} |", 1000.0 * processor / wards_in_all))
        .collect()
}

fn median_cost(costs: &[Option<Cost>]) -> Option<Cost> {
    let part = |part: fn(&Cost) -> f64| median(costs.iter().flatten().map(part));
    Some(Cost {
        processor: part(|cost| cost.processor)?,
        clock: part(|cost| cost.clock)?,
        memory: part(|cost| cost.memory)?,
    })
}

fn median(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

fn own(arguments: &[&str]) -> anyhow::Result<String> {
    let output = std::process::Command::new(own_path()?).args(arguments).output()?;
    anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

fn own_path() -> anyhow::Result<String> {
    Ok(std::env::current_exe()?.to_str().context("a program with a plain path")?.to_owned())
}
