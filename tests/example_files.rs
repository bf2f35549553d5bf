//! The files of the example city are as they were made, and can be made again.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "the test reads files, and writes them when asked to")]
#![allow(dead_code, reason = "the made-up cities also serve the benchmark")]

mod city;
mod model;

use std::{
    collections::BTreeMap,
    env, fs,
    io::{Cursor, Read},
    path::{Path, PathBuf},
};

use city::{
    card, lai_chau, matrix,
    paper::{Filled, Places},
    register,
    truth::{Form, Ward},
};
use model::{findings, json, verdicts};

/// Set to rewrite the files of the example instead of comparing them.
const BLESS: &str = "TDP_BLESS";

#[test]
fn the_files_of_the_example_are_as_they_were_made() {
    let city = lai_chau::city();
    let filled: Vec<Option<Filled>> = city.wards.iter().map(fill).collect();
    for (ward, filled) in city.wards.iter().zip(&filled) {
        if let Some(filled) = filled {
            keep(&format!("submissions/{}", ward.file_name()), &filled.bytes, parts);
        }
    }
    let none = Places::new();
    let places: Vec<&Places> =
        filled.iter().map(|filled| filled.as_ref().map_or(&none, |filled| &filled.places)).collect();
    let as_written = |bytes: &[u8]| BTreeMap::from([(String::new(), bytes.to_vec())]);
    keep("units.csv", register::units_csv(&city).as_bytes(), as_written);
    keep("targets.csv", register::targets_csv(&city).as_bytes(), as_written);
    keep("expected.json", json::expected(&city, &findings::planted(&city, &places)).as_bytes(), as_written);
}

#[test]
fn the_plan_counts_thirty_five_groups_to_maintain_and_two_new_ones() {
    let targets = register::targets_csv(&lai_chau::city());
    assert_eq!(targets.matches(",maintain,").count(), 35);
    assert_eq!(targets.matches(",new,").count(), 2);
}

fn fill(ward: &Ward) -> Option<Filled> {
    let filled = match ward.form {
        Form::Matrix { numbered_columns } => matrix::fill(ward, numbered_columns, verdicts::reached),
        Form::Card { columns } => card::fill(ward, columns, verdicts::reached),
        Form::NotSent => return None,
    };
    Some(filled.expect("the form can be written"))
}

/// Compares a file of the example with what it should be, taken apart by `parts`; or rewrites it.
fn keep(name: &str, made: &[u8], parts: impl Fn(&[u8]) -> BTreeMap<String, Vec<u8>>) {
    let path = example().join(name);
    if env::var_os(BLESS).is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of the example");
        fs::write(&path, made).expect("the file of the example");
    }
    let there = fs::read(&path).unwrap_or_default();
    assert!(parts(&there) == parts(made), "{name} is stale; set {BLESS}=1 to make it again");
}

/// Takes a workbook apart, because another processor may compress the same parts into other bytes.
fn parts(workbook: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(workbook)) else { return BTreeMap::new() };
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part of the workbook");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("the bytes of the part");
            (part.name().expect("a part has a name").into_owned(), bytes)
        })
        .collect()
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lai-chau-2025")
}
