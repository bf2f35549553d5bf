//! The register and the targets of a made-up city, as files of a workspace.

use super::truth::{City, Target};

/// Returns `units.csv`.
pub(crate) fn units_csv(city: &City) -> String {
    let mut lines = vec!["code,name,kind,parent,area,aliases,valid_from,valid_to,succeeds".to_owned()];
    lines.push("LC,Thành phố Lai Châu,thành phố,,,,,,".to_owned());
    for ward in &city.wards {
        let kind = ward.name.split(' ').next().unwrap_or_default().to_lowercase();
        lines.push(format!("{},{},{kind},LC,,,,,", ward.code, ward.name));
        for group in &ward.groups {
            let (kind, aliases) = (group.kind.word(), group.aliases);
            lines.push(format!("{},{},{kind},{},,{aliases},,,", group.code, group.name, ward.code));
        }
    }
    lines.join("\n") + "\n"
}

/// Returns `targets.csv`.
pub(crate) fn targets_csv(city: &City) -> String {
    let groups = city.wards.iter().flat_map(|ward| &ward.groups);
    let lines = groups.filter_map(|group| match group.target {
        Target::Maintain(year) => Some(format!("{},maintain,{year},\n", group.code)),
        Target::New => Some(format!("{},new,,\n", group.code)),
        Target::Outside => None,
    });
    "code,target,recognised_year,decision\n".to_owned() + &lines.collect::<String>()
}
