//! Files of wards of which the register holds no group yet.

use super::{found, rulebook, sheet, submit};

const SET: &str =
    "[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Có quy ước\"\nkind = \"yes-no\"\nachieved = \"yes\"\n";

/// Reads a table under the title of `ward`, twice in a file, and returns the places of what was found.
fn told(ward: &str) -> Vec<String> {
    let rulebook = rulebook(SET);
    // The register has one Gia Khâu, in another ward, and nothing like Màng.
    let rows = format!("{ward}\nTT|Tên tổ dân phố, bản|1.1. Có quy ước\n#1|Bản Gia Khâu|x\n#2|Bản Màng|x\n#3|Tổ 3|x");
    let submission = submit(&rulebook, vec![sheet("Biểu 1", &rows), sheet("Biểu 2", &rows)]);
    assert!(submission.facts.iter().all(|fact| rulebook.register.unit(fact.unit).code.starts_with("01")));
    found(&submission)
}

#[test]
fn a_ward_without_groups_in_the_register_is_told_once() {
    assert_eq!(told("PHƯỜNG QUYẾT THẮNG"), ["TDP111 B3"]);
}

#[test]
fn the_message_names_the_ward_and_the_help_the_register() {
    let rows = "PHƯỜNG QUYẾT THẮNG\nTT|Tên tổ dân phố, bản|1.1. Có quy ước\n#1|Bản Màng|x";
    let finding = submit(&rulebook(SET), vec![sheet("Biểu", rows)]).findings.swap_remove(0);
    assert_eq!(
        finding.message.en,
        "The register holds no group of Phường Quyết Thắng yet, so that no row of Phường Quyết Thắng in this file can be used"
    );
    assert!(finding.help.vi.contains("units.csv") && finding.help.vi.contains("03"), "{}", finding.help.vi);
}

#[test]
fn a_ward_with_groups_has_every_unknown_name_told() {
    assert_eq!(
        told("PHƯỜNG TÂN PHONG"),
        ["TDP112 B3", "TDP111 B4", "TDP111 B5", "TDP112 B3", "TDP111 B4", "TDP111 B5"]
    );
}
