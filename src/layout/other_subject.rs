//! Labels that bear the number of a criterion and words that turn its title to another subject.

use crate::{model::CriterionKey, text::canonical};

use super::{Lexicon, heading::without_remarks, label::NOT_REACHED};

/// Words that make another subject of the words behind them, or deny them: "hộ cận nghèo", "chưa đạt chuẩn".
const TURNING: &[&str] = &["chưa", "không", "cận", "thoát", "tái", "ngoài", "giảm"];

/// Words behind "không" with which a row says that there was nothing to count: "không có", "không để xảy ra".
const NONE: &[&str] = &["có", "còn", "để", "xảy", "phát"];

/// Words that may stand between them and what they turn: "chưa có nhà văn hóa".
const BETWEEN: &[&str] = &["có", "được", "phải", "bị", "là", "còn"];

impl Lexicon<'_> {
    /// Returns whether a canonical label, known by its number alone, speaks of another subject than the criterion with
    /// that number: a word of the criterion's title stands there behind one that turns it, which the title has not.
    ///
    /// Other words are let pass: titles are shortened and reworded in many ways.
    pub(super) fn is_of_other_subject(&self, label: &str, key: CriterionKey) -> bool {
        if !TURNING.iter().chain(NOT_REACHED).any(|word| label.contains(word)) {
            return false;
        }
        let criterion = self.rulebook.criteria.criterion(key);
        let (label, remarks) = without_remarks(label);
        let ending = label.rsplit(['-', '–', ':', ',']).next().filter(|ending| ending.len() < label.len());
        if remarks.into_iter().chain(ending).any(|remark| NOT_REACHED.contains(&remark.trim())) {
            let own = canonical(&criterion.title);
            return !NOT_REACHED.iter().any(|word| own.contains(word));
        }
        let words: Vec<&str> = words(&label).collect();
        let headings = criterion.part.iter().chain(&criterion.whole);
        let names = std::iter::once(&criterion.title).chain(&criterion.aliases).chain(headings);
        let names: Vec<String> = names.map(|name| canonical(name).into_owned()).collect();
        let count = |of: &str, word: &str| self::words(of).filter(|other| *other == word).count();
        let meant = |word: &str| names.iter().map(|name| count(name, word)).max().unwrap_or(0);
        let of_title = |word: &str| names.first().is_some_and(|title| count(title, word) > 0);
        words.iter().enumerate().any(|(at, word)| {
            let turned = words[at + 1..].iter().find(|next| !BETWEEN.contains(next));
            TURNING.contains(word)
                && turned.is_some_and(|turned| of_title(turned))
                && meant(word) < count(&label, word)
                && !(*word == "không"
                    && criterion.requirement.wants_none()
                    && words.get(at + 1).is_some_and(|next| NONE.contains(next)))
        })
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
