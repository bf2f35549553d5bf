//! The reference of findings in docs/ is the one that the program would write today.

use std::{fs, path::Path};

#[test]
#[expect(clippy::disallowed_methods, reason = "a test that compares a file, and writes it when asked to")]
fn the_reference_of_findings_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/findings.md");
    let reference = tdp::finding::reference();
    if std::env::var_os("TDP_BLESS").is_some() {
        fs::write(&path, &reference).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == reference, "docs/findings.md is stale; refresh it with: TDP_BLESS=1 cargo test reference");
}
