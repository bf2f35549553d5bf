//! A city of any number of wards, each with twenty-seven groups, for measuring how cost grows.

use super::{
    draw::{self, Draw},
    exact::whole,
    rules::RULES,
    truth::{City, Claim, Form, Group, GroupKind, Numbered, Target, Told, Value, Ward},
};

const SYLLABLES: [&str; 15] = [
    "An", "Bình", "Châu", "Đông", "Giang", "Hòa", "Khánh", "Lộc", "Minh", "Ngọc", "Phú", "Quang", "Sơn", "Tân", "Xuân",
];
const VILLAGES: [&str; 7] = ["Màng", "Lùng Than", "Căn Câu", "Phan Lìn", "Thành Công", "Trung Chải", "Cư Nhà La"];
const STREETS: usize = 20;

/// Returns a city of so many wards, all reporting by matrix.
pub(crate) fn city(wards: usize) -> City {
    City { wards: (0..wards).map(ward).collect() }
}

fn ward(index: usize) -> Ward {
    let code = format!("{}", 10_001 + index);
    let syllable = |place: usize| SYLLABLES[index / place % SYLLABLES.len()];
    let name = format!("Phường {} {} {}", syllable(1), syllable(15), syllable(225));
    let groups = (0..STREETS + VILLAGES.len()).map(|number| group(&code, number)).collect();
    Ward { code, name, form: Form::Matrix { numbered_columns: Numbered::No }, groups }
}

fn group(ward: &str, index: usize) -> Group {
    let code = format!("{ward}.{:03}", index + 1);
    let (kind, name) = match index.checked_sub(STREETS) {
        None => (GroupKind::Street, format!("Tổ dân phố số {}", index + 1)),
        Some(village) => (GroupKind::Village, format!("Bản {}", VILLAGES[village])),
    };
    let (households, mut told) = draw::achieved_group(&code, kind);
    fail_some(&code, &mut told);
    let target = match index % 9 {
        0..=6 => Target::Maintain(2021 + u16::try_from(index % 4).unwrap_or(0)),
        7 => Target::New,
        _ => Target::Outside,
    };
    Group { written: name.clone(), name, code, aliases: "", kind, target, households, told }
}

/// Makes one group in five miss one criterion.
fn fail_some(code: &str, told: &mut [Told]) {
    let mut draw = Draw::seeded(code);
    if draw.between(1, 5) > 1 {
        return;
    }
    let (id, value) = match draw.between(1, 4) {
        1 => ("1.2", Value::No),
        2 => ("3.1", Value::Number(whole(1))),
        3 => ("3.4", Value::Number(whole(2))),
        _ => ("5.3", Value::Number(whole(1))),
    };
    for (_, told) in RULES.iter().zip(told).filter(|(rule, _)| rule.id == id) {
        *told = Told { value, claim: Claim::Honest };
    }
}
