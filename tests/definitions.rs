//! Whatever the bytes of a definition, the answer is a definition or diagnostics with places: never a panic.

use proptest::prelude::*;
use tdp::{
    criteria,
    finding::{Finding, Place},
    plan,
};

const PLAN: &[u8] = include_bytes!("../examples/lai-chau-2025/tdp.toml");

/// Checks that bytes are refused with places inside the file, or not at all.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    for refused in [criteria::parse("a.toml", bytes).err(), plan::parse_plan("tdp.toml", bytes).err()] {
        let Some(findings) = refused else { continue };
        prop_assert!(!findings.is_empty(), "refused without a reason");
        findings.iter().try_for_each(|finding| check_place(finding, bytes))?;
        prop_assert!(findings.is_sorted_by(|a, b| a.place <= b.place));
    }
    Ok(())
}

fn check_place(finding: &Finding, bytes: &[u8]) -> Result<(), TestCaseError> {
    let Place::Definition(place) = &finding.place else {
        return Err(TestCaseError::fail(format!("{finding:?} has no place")));
    };
    prop_assert!(place.start <= place.end && place.end <= bytes.len(), "{:?}", place);
    let line = bytes[..place.start].split(|byte| *byte == b'\n').count();
    prop_assert_eq!(place.line as usize, line);
    prop_assert!(!finding.message.vi.is_empty() && !finding.message.en.is_empty() && !finding.help.vi.is_empty());
    Ok(())
}

/// One of the shipped definitions.
fn shipped() -> impl Strategy<Value = Vec<u8>> {
    let files: Vec<Vec<u8>> = criteria::built_in().map(|(_, bytes)| bytes.to_vec()).chain([PLAN.to_vec()]).collect();
    prop::sample::select(files)
}

/// A piece of TOML, as slips of the hand leave it.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..4),
        prop::sample::select(vec![
            "\"",
            "'",
            "=",
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            ",",
            "\n",
            "\r\n",
            "#",
            ".",
            "..",
            "-1",
            "1e9",
            "true",
            "kind",
            "achieved = \">= 1\"\n",
            "[[standard]]\n",
            "[[standard.criterion]]\n",
            "[[standard.criterion.indicator]]\n",
            "case = [{}]\n",
            "require = {}\n",
            "max = 99999999999999999999\n",
            "id = \"1\"\n",
            "đ",
            "\u{feff}",
            "\"\"\"",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes)?;
    }

    #[test]
    fn any_toml_like_text_is_answered(pieces in prop::collection::vec(piece(), 0..40)) {
        check(&pieces.concat())?;
    }

    #[test]
    fn any_change_of_a_shipped_file_is_answered(
        file in shipped(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, piece()), 1..4),
    ) {
        let mut bytes = file;
        for (at, length, piece) in changes {
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, piece);
        }
        check(&bytes)?;
    }
}

#[test]
fn the_shipped_definitions_are_right() {
    for (name, bytes) in criteria::built_in() {
        assert!(criteria::parse(name, bytes).is_ok(), "{name}");
    }
    let plan = plan::parse_plan("tdp.toml", PLAN).unwrap();
    let (name, bytes) = criteria::find_built_in("lai-chau-tdp@2023-08-07").unwrap();
    assert_eq!(plan::check_plan(&plan, &criteria::parse(name, bytes).unwrap()).len(), 0);
}
