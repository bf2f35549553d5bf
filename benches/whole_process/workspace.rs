//! A city of many wards as a workspace on disk.

use std::{fs, path::Path};

use anyhow::Context;

use crate::{
    city::{
        matrix, register, scaled,
        truth::{City, Form, Target},
    },
    verdicts,
};

/// Writes the workspace of a city of so many wards.
pub(crate) fn make(folder: &Path, wards: usize) -> anyhow::Result<()> {
    let city = scaled::city(wards);
    let submissions = folder.join("submissions");
    fs::create_dir_all(&submissions)?;
    fs::write(folder.join("units.csv"), register::units_csv(&city))?;
    fs::write(folder.join("targets.csv"), register::targets_csv(&city))?;
    fs::write(folder.join("tdp.toml"), plan(&city))?;
    for ward in &city.wards {
        let Form::Matrix { numbered_columns } = ward.form else { continue };
        let filled = matrix::fill(ward, numbered_columns, verdicts::reached).context("a form could not be written")?;
        fs::write(submissions.join(ward.file_name()), filled.bytes)?;
    }
    Ok(())
}

fn plan(city: &City) -> String {
    let wanted = |new| {
        let groups = city.wards.iter().flat_map(|ward| &ward.groups);
        groups.filter(|group| group.target != Target::Outside && (group.target == Target::New) == new).count()
    };
    format!(
        "schema = 1\n[plan]\nnumber = \"604/KH-UBND\"\ntitle = \"Xây dựng tổ dân phố, bản tự quản\"\n\
         issuer = \"UBND thành phố\"\ndate = 2025-02-28\nperiod = {{ from = 2025-01-01, to = 2025-12-31 }}\n\
         deadline = 2025-10-15\ncriteria = \"lai-chau-tdp@2023-08-07\"\nunits = \"units.csv\"\n\
         targets_file = \"targets.csv\"\ntargets = {{ maintain = {}, new = {} }}\n\n\
         [report]\ndate = 2025-10-20\n",
        wanted(false),
        wanted(true)
    )
}
