//! Headings that name a voice: who judges, what they do, and what they give; patterns of words, not a list of them.

use crate::model::Appraiser;

use super::{
    Heading, Holds, Speaker,
    names::are,
    words::{
        AGENCIES, AGENCIES_OF_PLACES, APPRAISING_ACTS, BODIES, CITIES, GOVERNMENTS, GROUPS, JUDGING_ACTS, KINDS,
        OWN_ACTS, WARDS,
    },
};

/// Reads a canonical heading that names a voice: "phường thẩm định", "điểm tự chấm của tổ", "đoàn thẩm định của thành
/// phố"; `agencies` are those that the plan names.
pub(super) fn read(text: &str, agencies: &[String]) -> Option<Heading> {
    let kind = KINDS.iter().find_map(|(word, holds)| Some((*holds, behind(text, word)?)));
    let (holds, voice) = kind.map_or((Holds::Claim, text), |(holds, voice)| (holds, voice));
    let opinion = holds == Holds::Opinion;
    match speaker(voice, agencies) {
        Some((speaker, Act::Judges)) if holds == Holds::Figure => {
            Some(Heading { holds: Some(Holds::Claim), speaker: Some(speaker) })
        }
        Some((speaker, _)) => {
            let scored = voice.split(' ').any(|word| word == "điểm");
            Some(Heading { holds: Some(if scored { Holds::Points } else { holds }), speaker: Some(speaker) })
        }
        None if opinion => Some(Heading { holds: Some(Holds::Note), speaker: None }),
        // Under "Thẩm định", the names of those who did.
        None => agency_of_plan(text, agencies).map(|speaker| Heading { holds: None, speaker: Some(speaker) }),
    }
}

/// What is done by whoever speaks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Act {
    /// They judge themselves.
    Own,
    /// They judge.
    Judges,
    /// They judge after others.
    Appraises,
}

/// Every act with its words.
const ACTS: [(Act, &[&str]); 3] =
    [(Act::Own, OWN_ACTS), (Act::Judges, JUDGING_ACTS), (Act::Appraises, APPRAISING_ACTS)];

/// Returns who speaks and what they do: "tổ tự chấm", "thẩm định của phường", "hội đồng thẩm định".
fn speaker(text: &str, agencies: &[String]) -> Option<(Speaker, Act)> {
    let body = || body(text).map(|speaker| (speaker, Act::Appraises));
    let acts = || ACTS.iter().flat_map(|(act, words)| words.iter().map(move |word| (*act, *word)));
    acts().find_map(|(act, word)| Some((doing(act, who(text, word, agencies)?)?, act))).or_else(body)
}

/// Returns who does what `act` says, before or behind its words; nobody may be named.
fn who(text: &str, act: &str, agencies: &[String]) -> Option<Who> {
    if text == act {
        return Some(Who::Unnamed);
    }
    let behind_it =
        || behind(text, act).and_then(|who| who.strip_prefix("của ").or(who.starts_with("cấp ").then_some(who)));
    let before_it = || text.strip_suffix(act).and_then(|who| who.strip_suffix(' '));
    let named = behind_it().or_else(before_it)?;
    Who::named(named.trim_end_matches([',', ':', '-', ' ']), agencies)
}

/// Returns whose voice it is when `who` does `act`.
fn doing(act: Act, who: Who) -> Option<Speaker> {
    match (act, who) {
        (Act::Own, Who::Unnamed | Who::Judged | Who::Body(Speaker::Ward)) | (Act::Judges, Who::Judged) => {
            Some(Speaker::Own)
        }
        (Act::Appraises, Who::Unnamed) => Some(Speaker::Appraisal),
        (Act::Judges | Act::Appraises, Who::Body(speaker)) => Some(speaker),
        (Act::Own, Who::Body(_)) | (Act::Judges, Who::Unnamed) | (Act::Appraises, Who::Judged) => None,
    }
}

/// Who judges.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Who {
    /// Nobody is named.
    Unnamed,
    /// Those who are judged.
    Judged,
    /// Somebody else.
    Body(Speaker),
}

impl Who {
    fn named(text: &str, agencies: &[String]) -> Option<Self> {
        if let Some(known) = agency_of_plan(text, agencies) {
            return Some(Self::Body(known));
        }
        if are(text, GROUPS) || text == "đơn vị" {
            return Some(Self::Judged);
        }
        body(text).or_else(|| government(text)).or_else(|| agency(text, agencies)).map(Self::Body)
    }
}

/// Returns whose voice a body is that was called together to judge: a ward's speaks for the ward.
fn body(text: &str) -> Option<Speaker> {
    BODIES.iter().find_map(|(word, speaker)| {
        if text == *word {
            return Some(*speaker);
        }
        match place(behind(text, word)?)? {
            Place::Ward => Some(Speaker::Ward),
            Place::City => Some(Speaker::Panel),
        }
    })
}

/// Returns whose voice a place or its people's committee is.
fn government(text: &str) -> Option<Speaker> {
    let of = GOVERNMENTS.iter().find_map(|word| behind(text, word)).unwrap_or(text);
    match place(of)? {
        Place::Ward => Some(Speaker::Ward),
        Place::City => Some(Speaker::Agency(Appraiser::Unnamed)),
    }
}

/// How a city is written in short before its name.
const SHORT_CITIES: &[&str] = &["tp", "tp."];

/// Returns the voice of the agency of the plan whose name this is, as the plan writes it.
fn agency_of_plan(text: &str, agencies: &[String]) -> Option<Speaker> {
    let at = agencies.iter().position(|agency| agency == text)?;
    Some(Speaker::Agency(u16::try_from(at).map_or(Appraiser::Unknown, Appraiser::Agency)))
}

/// Returns which agency a text names that is no agency of a ward: the only one of the plan with this name, whatever
/// place stands behind it. Where the plan assigns nothing to any agency, none is looked for.
fn appraiser(text: &str, agencies: &[String]) -> Appraiser {
    let names_none = |word: &str| {
        text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([',', '/'])) && word != "công an"
    };
    let any = behind(text, "cơ quan").is_some() || text.contains("chuyên môn");
    if agencies.is_empty() || any || AGENCIES.iter().any(|word| names_none(word)) {
        return Appraiser::Unnamed;
    }
    let mut fitting = agencies.iter().enumerate().filter(|(_, agency)| without_place(agency) == without_place(text));
    match (fitting.next(), fitting.next()) {
        (Some((at, _)), None) => u16::try_from(at).map_or(Appraiser::Unknown, Appraiser::Agency),
        _ => Appraiser::Unknown,
    }
}

/// Returns the name of an agency without the place that it is of: "công an thành phố lai châu" is "công an".
fn without_place(name: &str) -> &str {
    let places = CITIES.iter().chain(SHORT_CITIES);
    let before = places.filter_map(|place| {
        let mut splits = name.match_indices(place).map(|(at, _)| name.split_at(at));
        let stands_alone = |from: &str| from == *place || behind(from, place).is_some();
        splits.find(|(before, from)| before.ends_with(' ') && stands_alone(from))
    });
    before.map(|(before, _)| before.trim_end()).min_by_key(|before| before.len()).unwrap_or(name)
}

/// Returns whose voice an agency is by the beginning of its name: one of a ward speaks for it.
fn agency(text: &str, agencies: &[String]) -> Option<Speaker> {
    AGENCIES
        .iter()
        .find(|word| text == **word || behind(text, word).is_some() || text.starts_with(&format!("{word},")))?;
    let has_place = |word: &&str| text.ends_with(&format!(" {word}")) || text.contains(&format!(" {word} "));
    let needs_place = |word: &&str| behind(text, word).is_some() || text.starts_with(&format!("{word},"));
    let of_place = WARDS.iter().chain(CITIES).chain(SHORT_CITIES).any(has_place);
    if AGENCIES_OF_PLACES.iter().any(needs_place) && !of_place {
        return None;
    }
    let of_ward = WARDS.iter().any(|ward| {
        text.strip_suffix(ward).is_some_and(|before| before.ends_with(' ')) || text.ends_with(" phường, xã")
    });
    Some(if of_ward { Speaker::Ward } else { Speaker::Agency(appraiser(text, agencies)) })
}

/// A place whose people judge.
enum Place {
    Ward,
    City,
}

/// Returns what place a text names: "phường", "xã, phường", "của thành phố", "phường đoàn kết".
fn place(text: &str) -> Option<Place> {
    let text = text.strip_prefix("của ").unwrap_or(text);
    let text = GOVERNMENTS.iter().find_map(|word| behind(text, word)).unwrap_or(text);
    let named = |words: &[&str]| words.iter().any(|word| behind(text, word).is_some_and(|name| name != "hội"));
    if are(text, WARDS) || named(WARDS) {
        return Some(Place::Ward);
    }
    (are(text, CITIES) || named(CITIES)).then_some(Place::City)
}

/// Returns what follows a word and a space.
fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.strip_prefix(word)?.strip_prefix(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, holds: Holds, speaker: Speaker) {
        let agencies = ["công an thành phố".to_owned(), "ban dân vận xã".to_owned()];
        let expected = Heading { holds: Some(holds), speaker: Some(speaker) };
        assert_eq!(read(text, &agencies), Some(expected), "{text}");
    }

    fn of_plan(at: u16) -> Speaker {
        Speaker::Agency(Appraiser::Agency(at))
    }

    #[test]
    fn an_agency_of_the_plan_is_known_whatever_place_stands_behind_its_name() {
        for text in [
            "công an thẩm định",
            "công an tp thẩm định",
            "công an thành phố lai châu thẩm định",
            "kết quả thẩm định của công an thành phố",
        ] {
            let speaker = read(text, &["phòng nội vụ thành phố".to_owned(), "công an thành phố".to_owned()]);
            assert_eq!(speaker.and_then(|heading| heading.speaker), Some(of_plan(1)), "{text}");
        }
        let two = ["công an thành phố".to_owned(), "công an tỉnh".to_owned()];
        let unclear = read("công an thẩm định", &two).and_then(|heading| heading.speaker);
        assert_eq!(unclear, Some(Speaker::Agency(Appraiser::Unknown)));
        let nothing_assigned = read("công an thẩm định", &[]).and_then(|heading| heading.speaker);
        assert_eq!(nothing_assigned, Some(Speaker::Agency(Appraiser::Unnamed)));
    }

    #[test]
    fn a_body_of_a_group_is_no_agency() {
        for text in
            ["ban công tác mặt trận xác nhận", "công an viên xác nhận", "hội nông dân đánh giá", "sở hữu đánh giá"]
        {
            assert_eq!(read(text, &[]), None, "{text}");
        }
        check("công an thành phố thẩm định", Holds::Claim, of_plan(0));
    }

    #[test]
    fn those_who_are_judged_speak_for_themselves() {
        for text in [
            "tự đánh giá",
            "tổ dân phố tự đánh giá",
            "bản tự đánh giá",
            "tổ, bản tự đánh giá",
            "tự đánh giá của tổ",
            "đánh giá của tổ",
            "tổ chấm",
            "đơn vị tự chấm",
        ] {
            check(text, Holds::Claim, Speaker::Own);
        }
        check("điểm tự chấm của tổ", Holds::Points, Speaker::Own);
        check("tự chấm điểm", Holds::Points, Speaker::Own);
        check("kết quả tự đánh giá", Holds::Figure, Speaker::Own);
        check("kết quả đánh giá của tổ", Holds::Claim, Speaker::Own);
    }

    #[test]
    fn whoever_judges_after_them_is_told_by_name() {
        check("phường thẩm định", Holds::Claim, Speaker::Ward);
        check("ubnd xã, phường đánh giá", Holds::Claim, Speaker::Ward);
        check("phường đoàn kết thẩm định", Holds::Claim, Speaker::Ward);
        check("thẩm định cấp xã", Holds::Claim, Speaker::Ward);
        check("điểm phường thẩm định", Holds::Points, Speaker::Ward);
        check("kết quả thẩm định của phường", Holds::Figure, Speaker::Ward);
        check("ý kiến thẩm định của phường", Holds::Opinion, Speaker::Ward);
        check("hội đồng thẩm định của phường", Holds::Claim, Speaker::Ward);
        check("tổ thẩm định phường", Holds::Claim, Speaker::Ward);
        check("công an phường thẩm định", Holds::Claim, Speaker::Ward);
        check("hội đồng thẩm định", Holds::Claim, Speaker::Appraisal);
        check("tổ thẩm định", Holds::Claim, Speaker::Appraisal);
        check("công an thành phố thẩm định", Holds::Claim, of_plan(0));
        check("ban dân vận xã đánh giá", Holds::Claim, of_plan(1));
        check("phòng nội vụ thẩm định", Holds::Claim, Speaker::Agency(Appraiser::Unknown));
        check("phòng lao động, thương binh và xã hội thẩm định", Holds::Claim, Speaker::Agency(Appraiser::Unknown));
        check("thẩm định của cơ quan chuyên môn", Holds::Claim, Speaker::Agency(Appraiser::Unnamed));
        check("phòng, ban thẩm định", Holds::Claim, Speaker::Agency(Appraiser::Unnamed));
        check("thành phố thẩm định", Holds::Claim, Speaker::Agency(Appraiser::Unnamed));
        check("đoàn thẩm định của thành phố", Holds::Claim, Speaker::Panel);
        check("đoàn thẩm định thành phố chấm", Holds::Claim, Speaker::Panel);
        check("thẩm định của đoàn", Holds::Claim, Speaker::Panel);
        check("hội đồng thẩm định thành phố", Holds::Claim, Speaker::Panel);
    }

    #[test]
    fn other_words_name_no_voice() {
        for text in
            ["đánh giá", "chấm", "tổ dân phố thẩm định", "văn hóa xã hội", "đoàn thanh niên", "bản đánh giá xếp"]
        {
            assert_eq!(read(text, &[]), None, "{text}");
        }
        let note = Heading { holds: Some(Holds::Note), speaker: None };
        assert_eq!(read("ý kiến của phường", &[]), Some(note));
    }
}
