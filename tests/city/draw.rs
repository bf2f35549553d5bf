//! Believable numbers for a group, the same ones every time.

use super::{
    exact::{tenths, whole},
    truth::{Claim, GroupKind, Told, Value},
};

/// Numbers that follow from a seed alone (the mixing steps of `SplitMix64`).
pub(crate) struct Draw(u64);

impl Draw {
    /// Starts from a text, such as the code of a group.
    pub(crate) fn seeded(text: &str) -> Draw {
        Draw(text.bytes().fold(604, |seed, byte| seed * 31 + u64::from(byte)))
    }

    /// Returns a number between the two, both in.
    pub(crate) fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        least + i64::try_from(mixed % (most - least + 1).unsigned_abs()).unwrap_or(0)
    }

    /// Returns a part of `whole` of at least so many percent.
    fn at_least(&mut self, percent: i64, whole: i64) -> i64 {
        self.between((percent * whole + 99) / 100, whole)
    }

    /// Returns a part of `whole` of at most so many percent.
    fn at_most(&mut self, percent: i64, whole: i64) -> i64 {
        self.between(0, percent * whole / 100)
    }
}

/// Returns the households of a group and a telling a criterion, every one of them achieved and honestly said so.
pub(crate) fn achieved_group(code: &str, kind: GroupKind) -> (i64, Vec<Told>) {
    let mut draw = Draw::seeded(code);
    let village = kind == GroupKind::Village;
    let households = if village { draw.between(58, 176) } else { draw.between(96, 318) };
    let people = households * 4 + draw.between(-households / 3, households / 3);
    let labour = people * draw.between(52, 58) / 100;
    let children = people * draw.between(19, 24) / 100;
    let refuse = households * draw.between(8, 11);
    let conscripts = draw.between(1, 4);
    let unemployed = draw.at_most(if village { 5 } else { 2 }, labour);
    let employed = labour - unemployed - draw.between(0, labour / 10 - unemployed);
    let values = [
        Value::Yes,
        Value::Yes,
        of(draw.at_least(80, households), households),
        of(unemployed, labour),
        of(employed, labour),
        Value::Number(whole(draw.between(1, 4))),
        Value::Number(tenths(if village { draw.between(421, 556) } else { draw.between(552, 718) })),
        Value::Number(whole(0)),
        Value::Share(tenths(draw.between(refuse * 19 / 20 + 1, refuse)), tenths(refuse)),
        of(draw.at_least(if village { 90 } else { 95 }, households), households),
        Value::Number(whole(0)),
        Value::Number(tenths(draw.between(if village { 702 } else { 903 }, 1000))),
        of(draw.at_least(90, households), households),
        Value::Yes,
        Value::Number(whole(draw.between(1004, 2960))),
        of(draw.at_least(98, children), children),
        of(draw.at_least(95, people), people),
        Value::Number(whole(0)),
        of(draw.at_most(if village { 8 } else { 3 }, households), households),
        of(conscripts, conscripts),
        Value::Number(whole(0)),
        Value::Yes,
        Value::Number(whole(0)),
    ];
    (households, values.map(|value| Told { value, claim: Claim::Honest }).to_vec())
}

fn of(part: i64, all: i64) -> Value {
    Value::Share(whole(part), whole(all))
}
