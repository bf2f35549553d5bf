//! What several targets need: the rules of the example, and real files taken apart and put together again.

use std::{
    fs,
    io::{Cursor, Read, Write},
    path::{Path, PathBuf},
};

use tdp::{
    criteria,
    plan::{self, DefinitionTable, Rulebook, Targets},
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Where the files to change are; a file of one name in two folders counts twice.
const SEEDS: &[&str] = &[
    "tests/reading/one-table",
    "tests/legacy",
    "tests/samples/messy-a/submissions",
    "tests/samples/messy-b/submissions",
    "examples/lai-chau-2025/submissions",
];
const EXTENSIONS: &[&str] = &["xlsx", "xls", "xlsb", "ods", "csv"];

/// A real file: its parts if it is a package, else the one part without a path that it is.
#[derive(Clone, Debug)]
pub struct Seed {
    /// Name of the file.
    pub name: String,
    /// Path and content of each part.
    pub parts: Vec<(String, Vec<u8>)>,
    /// The parts lie in a package.
    pub packed: bool,
}

/// Returns the rules by which the example is judged.
///
/// # Panics
/// When the example is not right, which its own tests tell better.
#[must_use]
pub fn rulebook() -> Rulebook {
    let folder = root().join("examples/lai-chau-2025");
    let plan = plan::parse_plan("tdp.toml", &content(&folder.join("tdp.toml"))).expect("a plan");
    let reference = format!("{}@{}", plan.criteria.id, plan.criteria.version);
    let (name, criteria) = criteria::find_built_in(&reference).expect("shipped criteria");
    let criteria = criteria::parse(name, criteria).expect("right criteria");
    let units = DefinitionTable::from_csv("units.csv", &content(&folder.join("units.csv"))).expect("a register");
    let (register, _) = plan::parse_register(&units, plan.units_on).expect("a right register");
    Rulebook { plan, criteria, register, targets: Targets::default() }
}

/// Returns the files to change, in the order of their paths, so that an input means the same on every machine.
///
/// # Panics
/// When the folders are not there.
#[must_use]
pub fn seeds() -> Vec<Seed> {
    let mut paths: Vec<PathBuf> = SEEDS.iter().flat_map(|folder| files(&root().join(folder))).collect();
    paths.sort();
    paths.iter().map(|path| seed(path)).collect()
}

impl Seed {
    /// Puts the file together again; nothing is compressed, which saves the fuzzer time.
    ///
    /// # Panics
    /// When two parts have one path, which those of no seed have.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        if !self.packed {
            return self.parts.iter().flat_map(|(_, content)| content).copied().collect();
        }
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, content) in &self.parts {
            package.start_file(path.as_str(), options).expect("a part");
            package.write_all(content).expect("its content");
        }
        package.finish().expect("a package").into_inner()
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn content(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = listed.map(|entry| entry.expect("an entry").path());
    let known = |path: &PathBuf| path.extension().is_some_and(|known| EXTENSIONS.iter().any(|one| known == *one));
    paths.filter(known).collect()
}

fn seed(path: &Path) -> Seed {
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let bytes = content(path);
    let packed = bytes.starts_with(b"PK");
    let parts = if packed { parts(&bytes) } else { vec![(String::new(), bytes)] };
    Seed { name, parts, packed }
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let indices = 0..archive.len();
    let read = |index| {
        let mut part = archive.by_index(index).expect("a part");
        let path = part.name().expect("a path").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its content");
        (path, content)
    };
    let all: Vec<(String, Vec<u8>)> = indices.map(read).collect();
    all.into_iter().filter(|(path, _)| !path.ends_with('/')).collect()
}
