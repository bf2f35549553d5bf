//! The tables against the charts of others, real cells, and texts there and back again.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn check(from: Legacy, stored: &str, said: &str) {
    assert_eq!(decode(stored, from), said, "{stored:?}");
}

/// The letters and their bytes, as glibc's `iconv -t TCVN` writes them.
const TCVN: [(&str, &str); 14] = [
    ("aàảãáạ", "61 B5 B6 B7 B8 B9"),
    ("ăằẳẵắặ", "A8 BB BC BD BE C6"),
    ("âầẩẫấậ", "A9 C7 C8 C9 CA CB"),
    ("eèẻẽéẹ", "65 CC CE CF D0 D1"),
    ("êềểễếệ", "AA D2 D3 D4 D5 D6"),
    ("iìỉĩíị", "69 D7 D8 DC DD DE"),
    ("oòỏõóọ", "6F DF E1 E2 E3 E4"),
    ("ôồổỗốộ", "AB E5 E6 E7 E8 E9"),
    ("ơờởỡớợ", "AC EA EB EC ED EE"),
    ("uùủũúụ", "75 EF F1 F2 F3 F4"),
    ("ưừửữứự", "AD F5 F6 F7 F8 F9"),
    ("yỳỷỹýỵ", "79 FA FB FC FD FE"),
    ("đ", "AE"),
    ("ĂÂÊÔƠƯĐ", "A1 A2 A3 A4 A5 A6 A7"),
];

fn in_tcvn3(text: &str) -> String {
    let byte = |letter: char| {
        TCVN.iter().find_map(|(letters, bytes)| {
            let at = letters.chars().position(|known| known == letter)?;
            Some(char::from(u8::from_str_radix(bytes.split(' ').nth(at)?, 16).unwrap()))
        })
    };
    text.chars().map(|letter| byte(letter).unwrap_or(letter)).collect()
}

/// Writes VNI by its rules: a mark for each tone, others for a tone together with the hat or the bow of the vowel.
fn in_vni(text: &str) -> String {
    text.chars().map(letter_in_vni).collect()
}

fn letter_in_vni(letter: char) -> String {
    const TONES: [char; 6] = ['\0', '\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];
    let small: String = letter.to_lowercase().collect();
    let parts: Vec<char> = small.nfd().collect();
    let tone = TONES.iter().rposition(|tone| parts.contains(tone)).unwrap_or_default();
    let choose = |marks: &str| marks.chars().nth(tone).unwrap();
    let stored = match (small.as_str(), parts[0]) {
        ("đ", _) => "ñ".to_owned(),
        ("ỵ", _) => "î".to_owned(),
        (_, base) if parts.contains(&'\u{302}') => format!("{base}{}", choose("âáàåãä")),
        (_, base) if parts.contains(&'\u{306}') => format!("{base}{}", choose("êéèúüë")),
        (_, 'i') => choose("iíìæóò").to_string(),
        (_, base) => {
            let base = match (base, parts.contains(&'\u{31b}')) {
                ('o', true) => 'ô',
                ('u', true) => 'ö',
                _ => base,
            };
            if tone == 0 { base.to_string() } else { format!("{base}{}", choose("\0ùøûõï")) }
        }
    };
    match letter {
        _ if letter.is_ascii() => letter.to_string(),
        _ if letter.is_uppercase() => stored.to_uppercase(),
        _ => stored,
    }
}

#[test]
fn every_letter_of_tcvn3_is_that_of_iconv() {
    for (letters, _) in TCVN {
        check(Legacy::Tcvn3, &in_tcvn3(letters), letters);
    }
    let none = "\u{a0}¯°±²³´º¿ÀÁÂÃÄÅÍÙÚÛàðÿ€“”…";
    check(Legacy::Tcvn3, none, none);
}

#[test]
fn real_cells_of_tcvn3_say_what_was_typed() {
    // Published workbooks of 2005 and 2006: an export report, a list of projects, indicators of the plan of 2003, and
    // forms of reports on credit and on foreign workers.
    for (stored, said) in [
        ("               - DN §TNN kh«ng kÓ dÇu th« ", "               - DN ĐTNN không kể dầu thô "),
        ("§Þa ®iÓm", "Địa điểm"),
        ("5.000 tÊn ph©n/n¨m", "5.000 tấn phân/năm"),
        ("S¶n l\u{ad}îng c©y c«ng nghiÖp chñ yÕu:", "Sản lượng cây công nghiệp chủ yếu:"),
        ("B\u{ad}u côc", "Bưu cục"),
        ("¦íc TH \nn¨m 2002", "Ước TH \nnăm 2002"),
        ("B¸o c¸o vÒ giíi h¹n cho vay, b¶o l·nh", "Báo cáo về giới hạn cho vay, bảo lãnh"),
        ("GPL§ bÞ c¬ quan NN thu håi", "GPLĐ bị cơ quan NN thu hồi"),
        ("Hµ néi, ngµy…  th¸ng…  n¨m…", "Hà nội, ngày…  tháng…  năm…"),
        ("Sè TT", "Số TT"),
    ] {
        check(Legacy::Tcvn3, stored, said);
    }
    check(
        Legacy::Tcvn3,
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam. Th«ng t\u{ad} h\u{ad}íng dÉn",
        "Cộng hoà xã hội chủ nghĩa Việt Nam. Thông tư hướng dẫn",
    );
}

#[test]
fn real_cells_of_vni_say_what_was_typed() {
    // Published workbooks of 2006 and 2009: accounts of a district, and a form of reports on accidents at work.
    for (stored, said) in [
        ("Thu vieän trôï khoâng hoaøn laïi", "Thu viện trợ không hoàn lại"),
        ("_ Boå sung coù muïc tieâu", "_ Bổ sung có mục tiêu"),
        ("BAÙO CAÙO TAI NAÏN LAO ÑOÄNG (tieáp theo)", "BÁO CÁO TAI NẠN LAO ĐỘNG (tiếp theo)"),
        ("Phaân loaïi TNLÑ theo tuoåi ngheà (soá ngöôøi)", "Phân loại TNLĐ theo tuổi nghề (số người)"),
        ("Khoâng xaùc ñiïnh thôøi haïn", "Không xác định thời hạn"),
    ] {
        check(Legacy::Vni, stored, said);
    }
}

#[test]
fn utf_8_taken_for_a_code_page_is_taken_for_what_it_is() {
    check(Legacy::MisreadUtf8, "Tá»• dÃ¢n phá»‘ sá»‘ 1", "Tổ dân phố số 1");
    check(Legacy::MisreadUtf8, "Ä\u{90}áº¡t", "Đạt");
    check(Legacy::MisreadUtf8, "á»¦Y BAN NHÃ‚N DÃ‚N", "ỦY BAN NHÂN DÂN");
    // The same by a computer whose code page is the Vietnamese one.
    check(Legacy::MisreadUtf8, "Tá»• dĂ¢n phá»‘", "Tổ dân phố");
    for text in ["25 Â°C", "Ã", "São", "Tổ dân phố", "CÃ´ng tráº¡i của tôi", "Ð§", "Hà Nội"] {
        check(Legacy::MisreadUtf8, text, text);
    }
}

#[test]
fn code_page_1258_has_its_tones_after_the_vowels() {
    // The bytes that glibc's iconv writes for CP1258.
    let stored = from_windows_1252(b"T\xF4\xD2 d\xE2n ph\xF4\xEC; \xF0a\xF2t; \xDD\xF5ng; \x80\x81");
    check(Legacy::Windows1258, &stored, "Tổ dân phố; đạt; Ương; €\u{81}");
}

#[test]
fn fonts_are_told_by_the_beginning_of_their_names() {
    for (font, expected) in [
        (".VnTime", Some(Legacy::Tcvn3)),
        (".vntimeh", Some(Legacy::Tcvn3)),
        ("VNI-Times", Some(Legacy::Vni)),
        ("Vni Helve", Some(Legacy::Vni)),
        ("Times New Roman", None),
        ("VN", None),
        ("ＶＮＩ", None),
    ] {
        assert_eq!(Legacy::of_font(font), expected, "{font}");
    }
}

/// What several texts together are taken for where no font tells.
fn told(texts: &[&str]) -> Option<Legacy> {
    let (mut words, mut evidence) = (Words::default(), Evidence::default());
    for text in texts {
        words.hear(text, &mut evidence);
    }
    evidence.encoding(None)
}

#[test]
fn words_tell_the_encoding_where_no_font_does() {
    assert_eq!(told(&["Sè TT", "Hä vµ tªn", "Tæng céng"]), Some(Legacy::Tcvn3));
    assert_eq!(told(&["Soá TT", "Hoï vaø teân", "Toång coäng"]), Some(Legacy::Vni));
    assert_eq!(told(&["Tôò dân phôì sôì 1", "hôò nghèo"]), Some(Legacy::Windows1258));
}

#[test]
fn unicode_and_other_languages_are_left_alone() {
    for texts in [
        ["Sè TT", "Ghi chó", "Néi dung"],
        ["Ghi chú", "Không có", "Là nhà"],
        ["Tổ dân phố", "Đạt", "thø thø"],
        ["25 µm²", "Café Noël", "São Tomé"],
        ["Loïc Müller", "naïve über Ångström", "garçon, où, dès l’été"],
        ["«Nhà» 5 °C ± 3", "§ 12 — ©®™", "m³ · 1ª · n¼"],
    ] {
        assert_eq!(told(&texts), None, "{texts:?}");
    }
}

#[test]
fn a_font_is_believed_until_the_words_say_otherwise() {
    let of = |text: &str| Words::default().evidence(text).encoding(Some(Legacy::Tcvn3));
    assert_eq!(of("Sè TT"), Some(Legacy::Tcvn3));
    assert_eq!(of("Ghi chú"), None);
    assert_eq!(of("Số thứ tự"), None);
    assert_eq!(of("Hoï vaø teân, toång coäng"), Some(Legacy::Vni));
}

proptest! {
    #[test]
    fn text_in_tcvn3_comes_back(
        text in "[ -~àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ“”–…\n]{0,40}"
    ) {
        let stored = in_tcvn3(&text);
        prop_assert_eq!(decode(&stored, Legacy::Tcvn3), text);
    }

    #[test]
    fn text_in_vni_comes_back(
        text in "[ -~àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ“”–…]{0,40}",
        capitals in any::<bool>(),
    ) {
        let text = if capitals { text.to_uppercase() } else { text };
        let stored = in_vni(&text);
        prop_assert_eq!(decode(&stored, Legacy::Vni), text);
    }

    #[test]
    fn utf_8_read_as_a_code_page_comes_back(text in "[ -~\n]{0,9}[àảãáạăằẳẵắặđĐÂêềểễếệƯự]{1,20}[ -~“”–…]{0,9}") {
        let misread = from_windows_1252(text.as_bytes());
        prop_assert_eq!(decode(&misread, Legacy::MisreadUtf8), text);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), latin in "[ -~\u{80}-\u{ff}\u{300}-\u{323}]{0,40}") {
        for text in [text, latin] {
            for from in [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258, Legacy::MisreadUtf8] {
                decode(&text, from);
            }
            told(&[&text]);
        }
    }
}
