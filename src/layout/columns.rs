//! What the headings of a table say of its columns: what each holds, of which criterion, in whose voice.

mod apart;
mod closing;
mod group;
mod naming;
mod said;

use crate::{
    criteria::Kind,
    model::{CellRef, CriterionKey, Speaking, Voice},
};

pub(super) use self::group::Group;
use self::{
    apart::Apart,
    closing::Closing,
    naming::{Named, SaidOf, continues, joined, said_of},
    said::Said,
};
use super::{
    band::{Band, Segment},
    heading::{Holds, is_rate, is_scored},
    label,
    table::{Column, ColumnRole, Doubt, Slots},
};

/// No table asks for more: two hundred criteria of four voices take less.
const MOST_GROUPS: usize = 1000;

/// What the headings of a table say of its columns.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// Every column with a heading, from left to right.
    pub(super) all: Vec<Column>,
    pub(super) groups: Vec<Group>,
    pub(super) doubtful: Vec<Doubt>,
    /// There are more groups than any table asks for; some are not here.
    overfull: bool,
    /// Columns of wholes that serve several criteria: the criteria, and the heading.
    shared: Vec<(Vec<CriterionKey>, CellRef)>,
    /// Columns of a matrix, and where the criterion of each is named.
    named: Vec<(u16, CellRef)>,
}

impl Columns {
    /// Returns the column at a position of the sheet, if it has a heading.
    pub(super) fn at(&self, column: u16) -> Option<&Column> {
        self.all.binary_search_by_key(&column, |column| column.column).ok().map(|index| &self.all[index])
    }

    /// Reads the columns of a matrix, in which criteria stand over columns.
    pub(super) fn of_matrix(band: &Band<'_, '_>, voice: Voice) -> Self {
        let mut columns = Self::default();
        let beside = band.table_beside();
        let is_beside = |column: u16| beside.is_some_and(|beside| beside <= column);
        let named = columns.criteria_named(band, band.columns().take_while(|column| !is_beside(*column)));
        let (mut said, mut apart) = (Said::default(), Apart::default());
        for (index, column) in band.columns().enumerate() {
            let segments = band.over(column);
            let Some((left, goes_on)) = named.get(index).copied() else {
                columns.add(column, segments, None, (said.speaking(voice), None), |_, _, _| None);
                continue;
            };
            said = if goes_on { said.beside(segments, column) } else { Said::over(segments) };
            apart = match left {
                Some(_) if goes_on => apart,
                Some(named) => apart.beside(band, segments, named),
                None => Apart::default(),
            };
            let (criterion, who) = (left.map(|named| named.key), said.speaking(voice));
            columns.add(column, segments, criterion, (who, apart.0), |columns, who, at| match criterion {
                Some(key) => Some(columns.add_criterion(band, segments, key, who, at)),
                None => columns.add_common(band, segments, who, at),
            });
        }
        columns.check_size(band);
        columns.share_wholes();
        columns.leave_scores();
        let takes_figures = |key| !band.lexicon.takes_claims(key);
        for group in columns.groups.iter_mut().filter(|group| group.criterion.is_some_and(takes_figures)) {
            group.slots.figure_first();
        }
        columns
    }

    /// Reads the columns of a card or list, in which criteria stand in rows; a column headed as the part or whole of
    /// some criteria is theirs alone.
    pub(super) fn of_rows(band: &Band<'_, '_>, voice: Voice) -> Self {
        let mut columns = Self::default();
        let labels = &band.lexicon.labels;
        let level = level(band);
        let mut said = Said::default();
        for column in band.columns() {
            let segments = band.over(column);
            said = said.beside(segments, column);
            let who = said.speaking(voice);
            let named = |keys: fn(&label::Labels, &str) -> Vec<CriterionKey>| {
                segments.iter().map(|s| keys(labels, s.text)).find(|keys| !keys.is_empty())
            };
            let parts = named(|labels, text| labels.parts(text).to_vec()).map(|keys| (keys, Holds::Part));
            let wholes = || named(|labels, text| labels.wholes(text).to_vec()).map(|keys| (keys, Holds::Whole));
            let answer = segments.iter().rev().find_map(|s| s.heading.holds).filter(|holds| holds.is_answer());
            // Behind what others judge, nobody can tell whose conclusion it is.
            let others_spoke = || columns.groups.iter().any(|group| group.who.voice != voice);
            let of_nobody = answer == Some(Holds::Claim) && said.is_nobody() && others_spoke();
            let answer = answer.filter(|_| !of_nobody);
            columns.add(column, segments, None, (who, None), |columns, who, at| {
                match (parts.or_else(wholes), answer) {
                    (Some((keys, holds)), _) => {
                        keys.into_iter().map(|key| columns.fill(Some(key), who, holds, at)).next_back()
                    }
                    (None, Some(Holds::Level)) => level.map(|holds| columns.fill(None, who, holds, at)),
                    (None, Some(holds)) => Some(columns.fill(None, who, holds, at)),
                    (None, None) => columns.add_common(band, segments, who, at),
                }
            });
        }
        columns.check_size(band);
        columns.groups.retain(|group| group.slots.foremost().or(group.quantity).is_some());
        let over = |column: u16, what: fn(&str) -> bool| band.over(column).iter().any(|segment| what(segment.text));
        if band.columns().any(|column| over(column, is_scored)) {
            columns.groups.iter_mut().for_each(Group::score_claims);
        }
        for group in &mut columns.groups {
            group.is_rate = group.slots.figure.is_some_and(|column| over(column, is_rate));
        }
        columns.doubt_quantities();
        if !band.lexicon.scores_any() {
            columns.leave_scores();
        }
        columns
    }

    /// Returns the columns in which each voice answers a criterion in the rows of a card or list: those of any
    /// criterion, and those headed as the part and the whole of this one.
    pub(super) fn answers_to(&self, criterion: CriterionKey, kind: Kind) -> Vec<(Speaking, Slots)> {
        let mut answers: Vec<(Speaking, Slots)> = Vec::with_capacity(self.groups.len());
        let common = self.groups.iter().filter(|group| group.criterion.is_none());
        answers.extend(common.flat_map(|group| group.answering(kind).map(|slots| (group.who, slots))));
        for group in self.groups.iter().filter(|group| group.criterion == Some(criterion)) {
            match answers.iter_mut().find(|(who, _)| *who == group.who) {
                Some((_, slots)) => {
                    slots.part = group.slots.part.or(slots.part);
                    slots.whole = group.slots.whole.or(slots.whole);
                }
                None => answers.push((group.who, group.slots)),
            }
        }
        answers
    }

    /// Gives up a file whose columns are not all here: none may be dropped in silence.
    fn check_size(&self, band: &Band<'_, '_>) {
        if self.overfull {
            band.view.effort.give_up();
        }
    }

    fn add(
        &mut self,
        column: u16,
        segments: &[Segment<'_>],
        criterion: Option<CriterionKey>,
        (who, apart): (Speaking, Option<CellRef>),
        role: impl FnOnce(&mut Self, Speaking, CellRef) -> Option<ColumnRole>,
    ) {
        let Some(lowest) = segments.last() else { return };
        let heading = segments.iter().rev().find(|s| s.at.column == column).unwrap_or(lowest).at;
        let other_year = segments.iter().rev().find(|s| s.heading.holds == Some(Holds::OtherYear));
        let apart = apart.or(other_year.map(|segment| segment.at));
        let role = if apart.is_some() { None } else { role(self, who, CellRef::new(heading.row, column)) };
        let role = role.unwrap_or(ColumnRole::Unknown);
        let unknown = || segments.iter().rev().find(|s| s.heading.holds.is_none() && s.heading.speaker.is_none());
        let strange = apart.or_else(|| unknown().map(|segment| segment.at));
        let heading = strange.filter(|_| role == ColumnRole::Unknown).unwrap_or(heading);
        self.all.push(Column { column, criterion, role, heading: Some(heading) });
    }

    /// Returns the criterion of each column, and whether the column goes on with the one to its left.
    fn criteria_named(
        &mut self,
        band: &Band<'_, '_>,
        columns: impl Iterator<Item = u16>,
    ) -> Vec<(Option<Named>, bool)> {
        let mut closing = Closing::default();
        let mut left: Option<Named> = None;
        let mut all: Vec<(u16, Option<Named>, bool)> = Vec::new();
        for column in columns {
            let segments = band.over(column);
            let own = self.criterion_over(band, segments).map(|key| Named::new(band, segments, key));
            let goes_on = left.filter(|left| own.is_none() && continues(band, segments, column, *left));
            match (own, goes_on) {
                (Some(own), _) => closing.name(own.key),
                (None, Some(left)) => closing.go_on(column, segments, left),
                (None, None) => {}
            }
            left = own.or(goes_on);
            all.push((column, left, goes_on.is_some()));
        }
        let closing = closing.columns();
        let of_unit = |column: u16| closing.contains(&column);
        let named = all.into_iter();
        named.map(|(column, named, goes_on)| if of_unit(column) { (None, false) } else { (named, goes_on) }).collect()
    }

    /// Returns the criterion that the headings name, from the lowest up, or all of them read as one split label.
    fn criterion_over(&mut self, band: &Band<'_, '_>, segments: &[Segment<'_>]) -> Option<CriterionKey> {
        if let Some(key) = segments.iter().rev().find_map(|segment| segment.named.criterion()) {
            return Some(key);
        }
        let texts: Vec<&str> = segments.iter().map(|segment| segment.text).collect();
        let texts: Vec<&str> = texts.into_iter().filter(|text| !band.lexicon.labels.names_standard(text)).collect();
        if let Some(key) = joined(band, segments, &texts) {
            return Some(key);
        }
        let unclear = segments.iter().find_map(|segment| match &segment.named {
            label::Named::Unclear(criteria) => {
                Some(Doubt { at: segment.at, criteria: criteria.clone(), earlier: None })
            }
            _ => None,
        });
        self.doubtful.extend(unclear);
        None
    }

    /// Adds a column of a matrix.
    fn add_criterion(
        &mut self,
        band: &Band<'_, '_>,
        segments: &[Segment<'_>],
        key: CriterionKey,
        who: Speaking,
        at: CellRef,
    ) -> ColumnRole {
        let labels = &band.lexicon.labels;
        let named = segments.iter().rev().find(|segment| segment.named.criterion() == Some(key));
        self.named.extend(named.map(|segment| (at.column, segment.at)));
        if segments.iter().any(|segment| labels.parts(segment.text).contains(&key)) {
            return self.fill(Some(key), who, Holds::Part, at);
        }
        if segments.iter().any(|segment| labels.wholes(segment.text).contains(&key)) {
            return self.fill(Some(key), who, Holds::Whole, at);
        }
        let usual = if band.lexicon.takes_claims(key) { Holds::Claim } else { Holds::Figure };
        match said_of(band, segments, at.column, key) {
            SaidOf::Holds(holds) => self.fill(Some(key), who, naming::meant(band, segments, holds, key), at),
            SaidOf::Nothing => self.fill(Some(key), who, usual, at),
            SaidOf::Strange => ColumnRole::Unknown,
        }
    }

    /// Adds a column that is not about one criterion; nothing when its headings do not say what it holds.
    fn add_common(
        &mut self,
        band: &Band<'_, '_>,
        segments: &[Segment<'_>],
        who: Speaking,
        at: CellRef,
    ) -> Option<ColumnRole> {
        let labels = &band.lexicon.labels;
        let holds = segments.iter().rev().find_map(|segment| segment.heading.holds);
        let wholes = segments.iter().map(|s| labels.wholes(s.text)).find(|keys| !keys.is_empty());
        let parts = segments.iter().map(|s| labels.parts(s.text)).find(|keys| !keys.is_empty());
        match (holds, wholes, parts) {
            (Some(Holds::Unit | Holds::Ward), ..) => Some(ColumnRole::Unit),
            (Some(Holds::Code), ..) => Some(ColumnRole::Code),
            (_, Some(keys), _) => {
                let earlier = self.shared.iter().find(|(shared, _)| shared == keys).map(|(_, earlier)| *earlier);
                if earlier.is_some() {
                    self.doubtful.push(Doubt { at, criteria: keys.to_vec(), earlier });
                }
                self.shared.push((keys.to_vec(), at));
                Some(ColumnRole::Whole)
            }
            (_, None, Some([key])) => Some(self.fill(Some(*key), who, Holds::Part, at)),
            (Some(Holds::Order | Holds::Number | Holds::Criterion | Holds::Requirement | Holds::Ignored), ..) => {
                Some(ColumnRole::Ignored)
            }
            (Some(Holds::Note | Holds::Evidence), ..) => Some(ColumnRole::Note),
            _ => None,
        }
    }

    /// Puts a column into the group of its criterion and voice; a second column of one kind opens a second group.
    fn fill(&mut self, criterion: Option<CriterionKey>, who: Speaking, holds: Holds, at: CellRef) -> ColumnRole {
        let holds = match holds {
            Holds::Opinion if self.has_verdict(criterion, who) => Holds::Note,
            Holds::Opinion => Holds::Claim,
            Holds::Level => Holds::Figure,
            holds => holds,
        };
        let role = match holds {
            Holds::Figure | Holds::Level | Holds::Quantity | Holds::Points => ColumnRole::Figure,
            Holds::Part => ColumnRole::Part,
            Holds::Whole => ColumnRole::Whole,
            Holds::Claim | Holds::Opinion | Holds::Achieved | Holds::NotAchieved => ColumnRole::Claim,
            Holds::Evidence => ColumnRole::Evidence,
            Holds::Note => return ColumnRole::Note,
            Holds::OtherYear => return ColumnRole::Unknown,
            Holds::Order
            | Holds::Number
            | Holds::Unit
            | Holds::Ward
            | Holds::Code
            | Holds::Criterion
            | Holds::Requirement
            | Holds::Ignored => {
                return ColumnRole::Ignored;
            }
        };
        let mut taken = None;
        for group in self.groups.iter_mut().filter(|group| group.criterion == criterion && group.who == who) {
            match group.slot(holds) {
                Some(free @ None) => {
                    *free = Some(at.column);
                    return role;
                }
                filled => taken = taken.or(filled.and_then(|filled| *filled)),
            }
        }
        if let Some(column) = taken {
            let earlier = self.at(column).and_then(|column| column.heading);
            let (at, earlier) =
                self.named_apart(at.column, column).map_or((at, earlier), |(at, earlier)| (at, Some(earlier)));
            self.doubtful.push(Doubt { at, criteria: criterion.into_iter().collect(), earlier });
        }
        if self.groups.len() >= MOST_GROUPS {
            self.overfull = true;
            return ColumnRole::Ignored;
        }
        let mut group = Group { criterion, who, slots: Slots::default(), quantity: None, is_rate: false };
        if let Some(free) = group.slot(holds) {
            *free = Some(at.column);
        }
        self.groups.push(group);
        role
    }

    /// Returns where two columns of a matrix name their criterion, if in cells of their own.
    fn named_apart(&self, column: u16, earlier: u16) -> Option<(CellRef, CellRef)> {
        let named = |of: u16| self.named.iter().rev().find(|(column, _)| *column == of).map(|(_, at)| *at);
        named(column).zip(named(earlier)).filter(|(at, earlier)| at != earlier)
    }

    /// Returns whether a voice has a column for its answers already, so that its opinion is free text.
    fn has_verdict(&self, criterion: Option<CriterionKey>, who: Speaking) -> bool {
        let of_voice = |group: &&Group| group.criterion == criterion && group.who == who;
        self.groups.iter().filter(of_voice).any(|group| group.slots.foremost().or(group.quantity).is_some())
    }

    /// Leaves aside the scores of those that give what is asked beside them; that they are not read is told.
    fn leave_scores(&mut self) {
        for group in self.groups.iter_mut().filter(|group| group.answers_beside_score()) {
            let Some(left) = group.slots.score.take() else { continue };
            for column in self.all.iter_mut().filter(|column| column.column == left) {
                column.role = ColumnRole::Unknown;
            }
        }
    }

    /// Doubts columns of quantities beside figures that are no rates: for all but percentages, either may be the figure.
    fn doubt_quantities(&mut self) {
        for group in self.groups.iter().filter(|group| !group.is_rate) {
            let Some((figure, quantity)) = group.slots.figure.zip(group.quantity) else { continue };
            let heading = |column: u16| self.at(column).and_then(|column| column.heading);
            if let Some(at) = heading(figure.max(quantity)) {
                let earlier = heading(figure.min(quantity));
                self.doubtful.push(Doubt { at, criteria: Vec::new(), earlier });
            }
        }
    }

    /// Gives each criterion without a whole of its own the column that holds the whole it names; of two such columns
    /// nobody can tell which is meant.
    fn share_wholes(&mut self) {
        let is_doubtful = |criteria: &[CriterionKey]| {
            self.doubtful.iter().any(|doubt| doubt.earlier.is_some() && doubt.criteria == criteria)
        };
        for (criteria, at) in self.shared.iter().filter(|(criteria, _)| !is_doubtful(criteria)) {
            for group in &mut self.groups {
                if group.criterion.is_some_and(|key| criteria.contains(&key)) {
                    group.slots.whole.get_or_insert(at.column);
                }
            }
        }
    }
}

/// Returns what "mức đạt" holds in a card or list: the figure, or what is asked for, whichever no other column holds;
/// nothing where both have theirs.
fn level(band: &Band<'_, '_>) -> Option<Holds> {
    let figures = [Holds::Figure, Holds::Part, Holds::Quantity, Holds::Points];
    let figures = figures.into_iter().find_map(|holds| band.column_of(holds));
    match (figures, band.column_of(Holds::Requirement)) {
        (None, _) => Some(Holds::Figure),
        (Some(_), None) => Some(Holds::Requirement),
        (Some(_), Some(_)) => None,
    }
}
