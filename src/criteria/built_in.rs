//! The criteria sets that the program brings along: the folder `criteria/`.

use include_dir::{Dir, include_dir};

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/criteria");

/// Returns name and bytes of every criteria file that is built in, in the order of names; a file is named after its
/// set, `lai-chau-tdp-2023-08-07.toml`.
pub fn built_in() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let mut files: Vec<_> = FOLDER
        .files()
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents())))
        .collect();
    files.sort_unstable();
    files.into_iter()
}

/// Returns name and bytes of the built-in criteria file that a plan names: `lai-chau-tdp@2023-08-07`.
pub fn find_built_in(reference: &str) -> Option<(&'static str, &'static [u8])> {
    let (id, version) = reference.split_once('@')?;
    let name = format!("{id}-{version}.toml");
    built_in().find(|(file, _)| *file == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        criteria::{CriteriaSet, Kind, Provenance, Rollup, Subject, parse},
        model::Language,
    };

    fn set(reference: &str) -> CriteriaSet {
        let (name, bytes) = find_built_in(reference).unwrap();
        parse(name, bytes).unwrap_or_else(|findings| {
            panic!(
                "{:#?}",
                findings.iter().map(|f| (&f.place, f.message.in_language(Language::English))).collect::<Vec<_>>()
            )
        })
    }

    #[test]
    fn every_file_parses_and_is_named_after_its_set() {
        for (name, bytes) in built_in() {
            let set = parse(name, bytes).unwrap();
            assert_eq!(format!("{}-{}.toml", set.id, set.version), name);
            assert_eq!(set.provenance, Provenance::Modelled, "none of the official tables is public");
        }
        assert_eq!(built_in().count(), 3);
        assert!(find_built_in("lai-chau-tdp").is_none() && find_built_in("lai-chau-tdp@2020-05-08").is_none());
    }

    #[test]
    fn every_file_says_that_it_is_modelled_and_where_its_schema_is() {
        for (name, bytes) in built_in() {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(text.starts_with("#:schema ./criteria.schema.json\n"), "{name}");
            assert!(text.contains("\n# PHỎNG THEO") && text.contains("\n# MODELLED"), "{name}");
        }
    }

    #[test]
    fn the_amending_set_knows_every_criterion_of_the_amended_one() {
        let (old, new) = (set("lai-chau-tdp@2021-03-22"), set("lai-chau-tdp@2023-08-07"));
        assert!(new.amends.contains(&old.version));
        for criterion in &old.criteria {
            let heirs = new.criteria.iter().filter(|heir| heir.replaces.contains(&criterion.id)).count();
            assert_eq!(heirs, 1, "{}", criterion.id);
        }
        for replaced in new.criteria.iter().flat_map(|criterion| &criterion.replaces) {
            assert!(old.find(replaced).is_some(), "{replaced}");
        }
        assert_eq!(new.criteria.iter().filter(|criterion| criterion.replaces.is_empty()).count(), 1);
    }

    #[test]
    fn lai_chau_has_six_fields_and_a_knockout() {
        let set = set("lai-chau-tdp@2023-08-07");
        assert_eq!((set.standards.len(), set.criteria.len()), (6, 23));
        let knockouts: Vec<_> =
            set.criteria.iter().filter(|criterion| criterion.knockout).map(|c| c.id.as_str()).collect();
        assert_eq!(knockouts, ["6.2"]);
        assert_eq!(set.criteria.last().map(|criterion| criterion.id.as_str()), Some("6.10"));
    }

    #[test]
    fn da_nang_has_tasks_a_count_of_wards_and_a_percentage_of_the_city() {
        let set = set("da-nang-71@2024-03-19");
        let shown = |id: &str| {
            let criterion = set.criterion(set.find(id).unwrap());
            (criterion.kind, criterion.requirement.to_text(criterion.kind), criterion.subject, criterion.rollup)
        };
        assert_eq!(shown("2.1"), (Kind::Task, "done".to_owned(), Subject::Ward, None));
        assert_eq!(shown("3.2"), (Kind::Count, ">= 10".to_owned(), Subject::Ward, Some(Rollup::Sum)));
        assert_eq!(shown("3.3"), (Kind::Percent, "> 95%".to_owned(), Subject::City, Some(Rollup::Parts)));
    }
}
