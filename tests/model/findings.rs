//! What must be said about the workbooks, and at which cells.

use crate::city::{
    paper::Places,
    rules::RULES,
    truth::{City, Claim, Form, Value},
};

/// One thing that must be said.
pub(crate) struct Planted {
    pub(crate) code: &'static str,
    /// Code of the unit.
    pub(crate) unit: String,
    /// File, sheet, cell and criterion; nothing for a ward that sent nothing.
    pub(crate) place: Option<PlantedPlace>,
}

/// Where it must be said.
pub(crate) struct PlantedPlace {
    pub(crate) file: String,
    pub(crate) sheet: String,
    pub(crate) cell: String,
    pub(crate) criterion: &'static str,
}

/// Returns everything that must be said, ward by ward; `places` tells where each ward wrote what.
pub(crate) fn planted(city: &City, places: &[&Places]) -> Vec<Planted> {
    let mut planted = Vec::new();
    for (ward, places) in city.wards.iter().zip(places) {
        if ward.form == Form::NotSent {
            planted.push(Planted { code: "TDP404", unit: ward.code.clone(), place: None });
            continue;
        }
        for group in &ward.groups {
            for (rule, told) in RULES.iter().zip(&group.told) {
                let place = &places[&(group.code.clone(), rule.id)];
                let (code, cell) = match (told.value, told.claim) {
                    (_, Claim::Contrary) => ("TDP301", &place.claim),
                    (Value::Blank, Claim::Bare) => ("TDP302", &place.claim),
                    (Value::Blank, _) => ("TDP116", &place.figure),
                    _ => continue,
                };
                let (sheet, cell) = (place.sheet.clone(), cell.clone());
                let place = Some(PlantedPlace { file: ward.file_name(), sheet, cell, criterion: rule.id });
                planted.push(Planted { code, unit: group.code.clone(), place });
            }
        }
    }
    planted
}
