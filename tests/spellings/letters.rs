//! Texts in the encodings of the old fonts.

/// The letters of TCVN3 and, in the same order, the characters that code page 1252 has for their bytes.
const TCVN3: [(&str, &str); 13] = [
    ("àảãáạ", "µ¶·¸¹"),
    ("ăằẳẵắặ", "¨»¼½¾Æ"),
    ("âầẩẫấậ", "©ÇÈÉÊË"),
    ("èẻẽéẹ", "ÌÎÏÐÑ"),
    ("êềểễếệ", "ªÒÓÔÕÖ"),
    ("ìỉĩíị", "×ØÜÝÞ"),
    ("òỏõóọ", "ßáâãä"),
    ("ôồổỗốộ", "«åæçèé"),
    ("ơờởỡớợ", "¬êëìíî"),
    ("ùủũúụ", "ïñòóô"),
    ("ưừửữứự", "\u{ad}õö÷øù"),
    ("ỳỷỹýỵ", "úûüýþ"),
    ("đĂÂÊÔƠƯĐ", "®¡¢£¤¥¦§"),
];

/// The letters of VNI, each a vowel and its mark; capitals are made of their small ones.
const VNI: [(&str, &[&str]); 13] = [
    ("àảãáạ", &["aø", "aû", "aõ", "aù", "aï"]),
    ("ăằẳẵắặ", &["aê", "aè", "aú", "aü", "aé", "aë"]),
    ("âầẩẫấậ", &["aâ", "aà", "aå", "aã", "aá", "aä"]),
    ("èẻẽéẹ", &["eø", "eû", "eõ", "eù", "eï"]),
    ("êềểễếệ", &["eâ", "eà", "eå", "eã", "eá", "eä"]),
    ("ìỉĩíị", &["ì", "æ", "ó", "í", "ò"]),
    ("òỏõóọ", &["oø", "oû", "oõ", "où", "oï"]),
    ("ôồổỗốộ", &["oâ", "oà", "oå", "oã", "oá", "oä"]),
    ("ơờởỡớợ", &["ô", "ôø", "ôû", "ôõ", "ôù", "ôï"]),
    ("ùủũúụ", &["uø", "uû", "uõ", "uù", "uï"]),
    ("ưừửữứự", &["ö", "öø", "öû", "öõ", "öù", "öï"]),
    ("ỳỷỹýỵ", &["yø", "yû", "yõ", "yù", "î"]),
    ("đ", &["ñ"]),
];

/// The text in TCVN3, where letters with tones have no capitals; nothing where it has a letter that is not to be had.
pub(crate) fn in_tcvn3(text: &str) -> Option<String> {
    let of = |letter: char| TCVN3.iter().find_map(|(letters, stored)| stored.chars().nth(place(letters, letter)?));
    let stored = |letter: char| {
        let found = of(letter).or_else(|| of(letter.to_lowercase().next()?));
        found.or_else(|| is_kept(letter).then_some(letter))
    };
    text.chars().map(stored).collect()
}

/// The text in VNI; nothing where it has a letter that is not to be had there.
pub(crate) fn in_vni(text: &str) -> Option<String> {
    let stored = |letter: char| {
        let small = letter.to_lowercase().next()?;
        let found = VNI.iter().find_map(|(letters, stored)| Some(stored[place(letters, small)?].to_owned()));
        let cased = found.map(|stored| if letter.is_uppercase() { stored.to_uppercase() } else { stored });
        cased.or_else(|| is_kept(letter).then(|| letter.to_string()))
    };
    text.chars().map(stored).collect()
}

fn place(letters: &str, letter: char) -> Option<usize> {
    letters.chars().position(|known| known == letter)
}

/// Whether the old fonts leave it as it is: ASCII, and signs that come from another font.
fn is_kept(letter: char) -> bool {
    letter.is_ascii() || !letter.is_alphabetic() && !('\u{a1}'..='\u{36f}').contains(&letter)
}
