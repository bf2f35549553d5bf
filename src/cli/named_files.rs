//! A run on files of one ward, named one by one: a clerk looks at one's own table, and nobody was asked for the others.

use std::{collections::BTreeSet, path::PathBuf};

use clap::ArgMatches;
use tdp::{Received, finding::codes, model::UnitKey};

/// Leaves out that nothing came from other wards where every PATH is a file, and there is but one or all are of one
/// ward: then the run is about those files alone. A folder, or the files of several wards, stands for what a city has
/// received.
pub(super) fn keep_to(received: &mut Received, matches: &ArgMatches) {
    let mut paths = matches.get_many::<PathBuf>("paths").unwrap_or_default().peekable();
    if paths.peek().is_none() || paths.any(|path| path.is_dir()) {
        return;
    }
    let wards: BTreeSet<UnitKey> = received.sources.iter().filter_map(|source| source.ward).collect();
    let of_one_ward = wards.len() == 1 && received.sources.iter().all(|source| source.ward.is_some());
    if received.sources.len() > 1 && !of_one_ward {
        return;
    }
    received.findings.retain(|finding| {
        *finding.code != codes::NOTHING_FROM_WARD || finding.unit.is_some_and(|ward| wards.contains(&ward))
    });
}
