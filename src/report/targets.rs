//! The results beside what the plan wants: kept, newly reached, lost and open, each by name.

use crate::{
    appendix::{
        Report,
        numbers::{number, percent},
    },
    model::{Outcome, Target, Transition},
    totals::TargetTotal,
};

use super::{
    document::{Block, items},
    words::{named, picked, units},
};

/// How one target is spoken of.
struct Words {
    target: Target,
    label: &'static str,
    reached: &'static str,
    /// The results that are named, and the words for them.
    told: &'static [(Transition, &'static str)],
}

const TARGETS: [Words; 2] = [
    Words {
        target: Target::Maintain,
        label: "Duy trì",
        reached: "duy trì được",
        told: &[
            (Transition::Lost, "Không duy trì được"),
            (Transition::Undecided, "Chưa kết luận được có duy trì hay không"),
        ],
    },
    Words {
        target: Target::New,
        label: "Công nhận mới",
        reached: "đạt mới",
        told: &[
            (Transition::NewlyAchieved, "Đạt mới"),
            (Transition::NotYet, "Chưa đạt mới"),
            (Transition::Undecided, "Chưa kết luận được có đạt mới hay không"),
        ],
    },
];

/// What is said of both targets and of the units without one.
pub(super) fn blocks<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    for words in &TARGETS {
        blocks.push(Block::paragraph(format!("{}: {}", words.label, beside_goal(report, words))));
        let told = words.told.iter().filter_map(|(transition, told)| {
            let cards = picked(report, |card| card.target == Some(words.target) && card.transition == *transition);
            let count = units(report, cards.len());
            (!cards.is_empty()).then(|| format!("{told} ({count}): {}", named(report, &cards)))
        });
        blocks.extend(items(told.collect()));
    }
    blocks.extend(outside(report).map(Block::paragraph));
    blocks
}

/// What the plan wants and what was reached; the plan's own number, and that of the units it names where they differ.
fn beside_goal(report: &Report<'_, '_>, words: &Words) -> String {
    let totals = &report.parts.totals.targets;
    let TargetTotal { goal, reached } = match words.target {
        Target::Maintain => totals.maintain,
        Target::New => totals.new,
    };
    let listed = picked(report, |card| card.target == Some(words.target)).len();
    let listed_units = units(report, listed);
    let reaching = match reached {
        0 => format!("chưa nơi nào {}", words.reached),
        some => format!("{} {}", words.reached, number(some)),
    };
    let Some(goal) = goal else {
        return match listed {
            0 => "kế hoạch không giao chỉ tiêu.".to_owned(),
            _ => format!("kế hoạch không nêu tổng số; danh sách giao {listed_units}, {reaching}."),
        };
    };
    let named =
        if u32::try_from(listed) == Ok(goal) { String::new() } else { format!(" (danh sách giao {listed_units})") };
    let wanted = format!("kế hoạch đề ra {}{named}", units(report, goal));
    match percent(reached, goal) {
        Some(share) if reached > 0 => {
            format!("{wanted}; {reaching}, bằng {share} chỉ tiêu{}.", difference(goal, reached))
        }
        Some(_) | None => format!("{wanted}; {reaching}{}.", difference(goal, reached)),
    }
}

fn difference(goal: u32, reached: u32) -> String {
    match (goal.checked_sub(reached), reached.checked_sub(goal)) {
        (Some(short), _) if short > 0 => format!(", còn thiếu {}", number(short)),
        (_, Some(over)) if over > 0 => format!(", vượt {}", number(over)),
        _ => String::new(),
    }
}

/// The units that the plan wants nothing of.
fn outside(report: &Report<'_, '_>) -> Option<String> {
    let outside = report.parts.totals.summary.outside_plan;
    let achieved =
        picked(report, |card| card.transition == Transition::OutsidePlan && card.outcome == Outcome::Achieved).len();
    let achieved = match achieved {
        0 => "chưa nơi nào đạt".to_owned(),
        some => format!("{} đạt", number(some)),
    };
    let count = units(report, outside);
    (outside > 0).then(|| format!("Ngoài danh sách giao chỉ tiêu có {count}, trong đó {achieved}."))
}
