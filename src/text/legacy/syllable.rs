//! Whether a word can be a Vietnamese syllable: onset, rime and tone that go together.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// The vowels, plain and with the tones sắc, huyền, hỏi, ngã, nặng.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'á', 'à', 'ả', 'ã', 'ạ'],
    ['ă', 'ắ', 'ằ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ấ', 'ầ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'é', 'è', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ế', 'ề', 'ể', 'ễ', 'ệ'],
    ['i', 'í', 'ì', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ó', 'ò', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ố', 'ồ', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ớ', 'ờ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ú', 'ù', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ứ', 'ừ', 'ử', 'ữ', 'ự'],
    ['y', 'ý', 'ỳ', 'ỷ', 'ỹ', 'ỵ'],
];
/// The place of sắc and of nặng in a row of [`VOWELS`]: the tones of syllables that end in c, ch, p or t.
const STOPPED: [usize; 2] = [1, 5];
/// What a syllable may begin with, before a vowel that is written alike.
const ONSETS: &[&str] = &[
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];
/// What may follow: the vowels and the ending, without the tone.
static RIMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| WRITTEN_RIMES.split(' ').collect());
/// The same as they are written down.
const WRITTEN_RIMES: &str = "\
    a ac ach ai am an ang anh ao ap at au ay \
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uynh uyên uyêt uyt uyu \
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
    y yêm yên yêng yêt yêu yt";
/// The onsets that a lone y follows.
const BEFORE_Y: [&str; 10] = ["", "h", "k", "l", "m", "n", "qu", "s", "t", "v"];

/// Returns whether `word` can be a Vietnamese syllable, in any case; a word without a tone or mark can be one, too.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut plain = String::with_capacity(word.len());
    let mut toned = None;
    for letter in word.chars().flat_map(char::to_lowercase) {
        let (vowel, tone) = match tone(letter) {
            Some(vowel) => vowel,
            None if letter.is_ascii() || letter == 'đ' => (letter, 0),
            None => return false,
        };
        if tone > 0 && toned.replace((plain.len(), tone)).is_some() {
            return false;
        }
        plain.push(vowel);
    }
    let stopped = plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch");
    let tone_fits = toned.map_or(!stopped, |(_, tone)| !stopped || STOPPED.contains(&tone));
    let parts = ONSETS.iter().filter_map(|onset| plain.strip_prefix(onset).map(|rime| (*onset, rime)));
    tone_fits
        && parts.filter(|(onset, rime)| go_together(onset, rime)).any(|(onset, rime)| {
            toned.is_none_or(|(at, _)| at.checked_sub(onset.len()).is_some_and(|at| bears_tone(rime, at)))
        })
}

/// Returns whether the character is a letter of Vietnamese beyond ASCII.
pub(super) fn is_vietnamese_letter(letter: char) -> bool {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    !letter.is_ascii() && (small == 'đ' || tone(small).is_some())
}

fn go_together(onset: &str, rime: &str) -> bool {
    let front = rime.starts_with(['e', 'ê', 'i']);
    match onset {
        "c" | "ng" => !front && !rime.starts_with('y') && is_rime(rime),
        "g" => (!front || rime.starts_with('i')) && !rime.starts_with('y') && is_rime(rime),
        "gh" | "ngh" => front && is_rime(rime),
        "k" => (front || rime == "y") && is_rime(rime),
        // The i of the onset is that of iê, too.
        "gi" => !rime.starts_with(['i', 'y']) && (is_rime(rime) || is_rime(&format!("i{rime}"))),
        "qu" => !rime.starts_with(['o', 'u', 'ư']) && (is_rime(rime) || is_rime(&format!("u{rime}"))),
        _ if rime.starts_with("yê") => onset.is_empty() && is_rime(rime),
        _ if rime.starts_with('y') => rime == "y" && BEFORE_Y.contains(&onset),
        _ => is_rime(rime),
    }
}

/// Returns whether the tone is written on the vowel that begins at the byte `at` of the rime.
fn bears_tone(rime: &str, at: usize) -> bool {
    let marked = |letter| matches!(letter, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư');
    if let Some((last, _)) = rime.char_indices().rfind(|(_, letter)| marked(*letter)) {
        return at == last;
    }
    let vowels = rime.trim_end_matches(|letter| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    match vowels.len() {
        2 if vowels.len() < rime.len() => at == 1,
        // Written both ways: hòa, hoà.
        2 if matches!(vowels, "oa" | "oe" | "uy") => at < 2,
        3 => at == 1,
        _ => at == 0,
    }
}

fn is_rime(rime: &str) -> bool {
    RIMES.contains(rime)
}

/// Returns the vowel beyond ASCII without its tone, and the place of the tone in a row of [`VOWELS`].
fn tone(letter: char) -> Option<(char, usize)> {
    if letter.is_ascii() {
        return None;
    }
    VOWELS.iter().find_map(|row| row.iter().position(|vowel| *vowel == letter).map(|tone| (row[0], tone)))
}
