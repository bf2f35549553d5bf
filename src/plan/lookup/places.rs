//! Names of wards and cities as they are written behind the name of a unit: "…, phường Đoàn Kết".

use super::name::Name;
use crate::{
    plan::{Unit, register::KINDS},
    text::canonical,
};

/// Returns how `unit` may be written behind a name, in canonical form: in full, and with its kind in short.
pub(super) fn forms(unit: &Unit) -> Vec<String> {
    let names = std::iter::once(&unit.name).chain(&unit.aliases).map(|name| Name::new(name));
    let mut forms: Vec<String> = names.filter(|name| !name.kinds.is_empty()).flat_map(|name| forms_of(&name)).collect();
    let bare = Name::new(&unit.name);
    if bare.kinds.is_empty() {
        forms.extend(forms_of(&Name::new(&format!("{} {}", unit.kind, unit.name))));
    }
    forms
}

fn forms_of(name: &Name) -> Vec<String> {
    let words = name.kinds.first().map_or(&[][..], |kind| KINDS[*kind].words);
    let joined = words.iter().flat_map(|word| [" ", ". ", "."].map(|joint| format!("{word}{joint}{}", name.core)));
    std::iter::once(name.canonical.clone()).chain(joined).collect()
}

/// Returns `text`, in canonical form, without the places behind it; `None` where there are none.
pub(super) fn without(text: &str, places: &[&[String]]) -> Option<String> {
    let mut rest = text;
    while let Some(shorter) = places.iter().copied().flatten().find_map(|place| without_place(rest, place)) {
        rest = shorter;
    }
    (rest.len() < text.len()).then(|| canonical(rest).into_owned())
}

fn without_place<'a>(text: &'a str, place: &str) -> Option<&'a str> {
    let rest = text.trim_end_matches([')', '.', ',', ' ']).strip_suffix(place)?;
    let before = rest.trim_end_matches([' ', ',', ';', '-', '/', '(', '|']);
    (before.len() < rest.len() && !before.is_empty()).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let ward = forms_of(&Name::new("Phường Tân Phong"));
        let city = forms_of(&Name::new("Thành phố Lai Châu"));
        let places = [ward.as_slice(), city.as_slice()];
        assert_eq!(without(&canonical(text), &places).as_deref(), expected, "{text}");
    }

    #[test]
    fn places_behind_a_name_come_off() {
        for text in [
            "Tổ 1, phường Tân Phong",
            "Tổ 1 - P.Tân Phong",
            "Tổ 1 (phường Tân Phong)",
            "TỔ 1 PHƯỜNG TÂN PHONG, TP. LAI CHÂU.",
            "Tổ 1, p. Tân Phong, thành phố Lai Châu",
        ] {
            check(text, Some("tổ 1"));
        }
    }

    #[test]
    fn other_text_stays() {
        for text in ["Tổ 1", "Phường Tân Phong", "Tổ 1, phường Đoàn Kết", "Bản phường Tân Phong 2", "Tổ 1, Tân Phong"]
        {
            check(text, None);
        }
    }
}
