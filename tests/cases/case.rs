//! A case: the folder of one code.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::place::Place;

/// The folder within a case that holds what is not told.
pub(crate) const SOUND: &str = "sound";

/// The folder of one code.
pub(crate) struct Case {
    /// `TDP113`.
    pub(crate) number: &'static str,
    folder: PathBuf,
}

impl Case {
    /// Returns the case of a code, whether its folder is there or not.
    pub(crate) fn of(number: &'static str, name: &str) -> Self {
        Self { number, folder: root().join(format!("{number}-{name}")) }
    }

    /// Returns the name of its folder.
    pub(crate) fn name(&self) -> String {
        self.folder.file_name().unwrap().to_str().unwrap().to_owned()
    }

    /// Returns what is expected in a language.
    pub(crate) fn expected(&self, language: &str) -> String {
        let path = self.transcript(language);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        text.replace("\r\n", "\n")
    }

    /// Keeps what was told as what is expected.
    pub(crate) fn keep(&self, language: &str, told: &str) {
        fs::write(self.transcript(language), told).unwrap();
    }

    /// Lays the case out.
    pub(crate) fn place(&self) -> Place {
        Place::laid_out(&[&default_folder(), &self.folder])
    }

    /// Lays out what is not told, where the case has it.
    pub(crate) fn sound_place(&self) -> Option<Place> {
        let sound = self.folder.join(SOUND);
        sound.is_dir().then(|| Place::laid_out(&[&default_folder(), &self.folder, &sound]))
    }

    fn transcript(&self, language: &str) -> PathBuf {
        self.folder.join(format!("expected.{language}.txt"))
    }
}

/// Returns the folder of what every case begins with.
pub(crate) fn default_folder() -> PathBuf {
    root().join("default")
}

/// Returns the names of all folders but the one that every case begins with.
pub(crate) fn folders() -> BTreeSet<String> {
    let listed = fs::read_dir(root()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir());
    let names = listed.map(|entry| entry.file_name().into_string().unwrap());
    names.filter(|name| name != "default").collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}
