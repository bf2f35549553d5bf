//! What rows of the register that are right by themselves may get wrong together.

use rustc_hash::FxHashMap;

use super::{Level, Register, Unit};
use crate::{
    finding::{Finding, Place, codes},
    model::{Message, UnitKey, say},
    plan::table::{Column, Columns},
    text::canonical,
};

/// Checks the units against each other; row and unit have the same position.
pub(super) fn check(columns: &Columns<'_>, register: &Register, findings: &mut Vec<Finding>) {
    let checker = Checker { columns, register };
    let circles = checker.circles();
    if circles.is_empty() {
        for (key, unit) in register.all() {
            findings.extend(checker.order(key, unit));
            findings.extend(checker.times(key, unit));
        }
    }
    // Walking up to a ward would never end in a circle.
    findings.extend(circles);
    checker.names(findings);
}

/// From province to group there are four levels; a register with more than this many nests by mistake.
const MOST_LEVELS: usize = 16;

struct Checker<'a> {
    columns: &'a Columns<'a>,
    register: &'a Register,
}

impl Checker<'_> {
    fn place(&self, key: UnitKey, column: Column) -> Place {
        self.columns.place(&self.columns.rows()[key.index()], column)
    }

    fn inconsistent(&self, key: UnitKey, column: Column, message: Message) -> Finding {
        Finding::new(&codes::INCONSISTENT_DEFINITION, self.place(key, column), message)
            .quoting(&self.register.unit(key).code)
    }

    fn circles(&self) -> Vec<Finding> {
        let by_parent = circles(self.register, |unit| unit.parent.as_slice());
        let by_succession = circles(self.register, |unit| &unit.succeeds);
        let told = |column| move |key| self.inconsistent(key, column, self.circle_message(key, column));
        by_parent
            .into_iter()
            .map(told(Column::Parent))
            .chain(by_succession.into_iter().map(told(Column::Succeeds)))
            .collect()
    }

    fn circle_message(&self, key: UnitKey, column: Column) -> Message {
        let name = &self.register.unit(key).name;
        if column == Column::Parent {
            say!("\"{name}\" trực thuộc chính nó, theo vòng", "\"{name}\" belongs to itself, in a circle")
        } else {
            say!("\"{name}\" kế thừa chính nó, theo vòng", "\"{name}\" succeeds itself, in a circle")
        }
    }

    /// Checks that the unit stands under a unit that it can stand under.
    fn order(&self, key: UnitKey, unit: &Unit) -> Option<Finding> {
        let Some(parent) = unit.parent else {
            return (unit.level == Level::Group && self.says_no_parent(key)).then(|| self.without_parent(key, unit));
        };
        let (above, name, kind) = (self.register.unit(parent), &unit.name, &unit.kind);
        if unit.level < above.level {
            let (upper, upper_kind) = (&above.name, &above.kind);
            let message = say!(
                "\"{name}\" ({kind}) không thể trực thuộc \"{upper}\" ({upper_kind})",
                "\"{name}\" ({kind}) cannot belong to \"{upper}\" ({upper_kind})"
            );
            return Some(self.inconsistent(key, Column::Parent, message));
        }
        if self.register.chain(key).nth(MOST_LEVELS).is_some() {
            let message =
                say!("\"{name}\" nằm sâu hơn {MOST_LEVELS} cấp", "\"{name}\" lies deeper than {MOST_LEVELS} levels");
            return Some(self.inconsistent(key, Column::Parent, message));
        }
        // Where a unit further up has lost its parent to a mistake, that mistake is told alone.
        let top = self.register.chain(key).last().unwrap_or(key);
        let astray = unit.level == Level::Group && self.says_no_parent(top) && self.register.ward_of(key).is_none();
        astray.then(|| {
            let message = say!("\"{name}\" không thuộc phường, xã nào", "\"{name}\" belongs to no ward");
            self.inconsistent(key, Column::Parent, message)
        })
    }

    fn says_no_parent(&self, key: UnitKey) -> bool {
        self.columns.text(&self.columns.rows()[key.index()], Column::Parent).is_empty()
    }

    fn without_parent(&self, key: UnitKey, unit: &Unit) -> Finding {
        let name = &unit.name;
        let message = say!("\"{name}\" chưa ghi thuộc đơn vị nào", "\"{name}\" does not say which unit it belongs to");
        let place = self.place(key, Column::Parent);
        Finding::new(&codes::MISSING_KEY, place, message).expecting(Column::Parent.word())
    }

    /// Checks that the unit exists only while the one it belongs to does.
    fn times(&self, key: UnitKey, unit: &Unit) -> Option<Finding> {
        let above = self.register.unit(unit.parent?);
        let (name, upper, on) = (&unit.name, &above.name, self.register.on);
        if let (Some(from), Some(upper_from)) = (unit.valid_from, above.valid_from)
            && from < upper_from
        {
            let message = say!(
                "\"{name}\" có hiệu lực từ {from}, trước \"{upper}\" ({upper_from})",
                "\"{name}\" begins on {from}, before \"{upper}\" ({upper_from})"
            );
            return Some(self.inconsistent(key, Column::ValidFrom, message));
        }
        if let (Some(to), Some(upper_to)) = (unit.valid_to, above.valid_to)
            && upper_to < to
        {
            let message = say!(
                "\"{name}\" có hiệu lực đến {to}, sau \"{upper}\" ({upper_to})",
                "\"{name}\" ends on {to}, after \"{upper}\" ({upper_to})"
            );
            return Some(self.inconsistent(key, Column::ValidTo, message));
        }
        (unit.exists_on(on) && !above.exists_on(on)).then(|| {
            let message = say!(
                "Vào ngày {on}, \"{name}\" có hiệu lực còn \"{upper}\" thì không",
                "On {on}, \"{name}\" exists while \"{upper}\" does not"
            );
            self.inconsistent(key, Column::Parent, message)
        })
    }

    /// Checks that units of one parent, existing at the same time, have different names and aliases.
    fn names(&self, findings: &mut Vec<Finding>) {
        let mut first: FxHashMap<(Option<UnitKey>, String), UnitKey> = FxHashMap::default();
        let own = |(key, unit): (UnitKey, &Unit)| (key, Column::Name, vec![unit.name.clone()], unit.parent);
        let other = |(key, unit): (UnitKey, &Unit)| (key, Column::Aliases, unit.aliases.clone(), unit.parent);
        // Names before aliases: of a name and an alias that are alike, the alias is told.
        for (key, column, names, parent) in self.register.valid().map(own).chain(self.register.valid().map(other)) {
            for name in names.iter().filter(|name| !name.is_empty()) {
                let taken = *first.entry((parent, canonical(name).into_owned())).or_insert(key);
                if taken != key {
                    findings.push(self.name_twice(key, column, name, taken));
                }
            }
        }
    }

    fn name_twice(&self, key: UnitKey, column: Column, name: &str, first: UnitKey) -> Finding {
        let line = self.columns.rows()[first.index()].line();
        let message = say!(
            "Tên \"{name}\" đã là tên của đơn vị ở dòng {line}, cùng cấp trên và cùng thời gian",
            "The name \"{name}\" is already that of the unit in line {line}, under the same unit at the same time"
        );
        Finding::new(&codes::DUPLICATE_DEFINITION, self.place(key, column), message).quoting(name)
    }
}

/// Returns a unit of every circle that `step` leads through.
fn circles(register: &Register, step: impl Fn(&Unit) -> &[UnitKey]) -> Vec<UnitKey> {
    #[derive(Clone, Copy, PartialEq)]
    enum Visit {
        Never,
        Open,
        Done,
    }
    let mut visits = vec![Visit::Never; register.units.len()];
    let mut circles = Vec::new();
    for (start, _) in register.all() {
        let mut path = vec![(start, 0)];
        while let Some((key, taken)) = path.pop() {
            if taken == 0 && visits[key.index()] != Visit::Never {
                continue;
            }
            visits[key.index()] = Visit::Open;
            let Some(next) = step(register.unit(key)).get(taken) else {
                visits[key.index()] = Visit::Done;
                continue;
            };
            path.push((key, taken + 1));
            match visits[next.index()] {
                Visit::Never => path.push((*next, 0)),
                Visit::Open => circles.push(*next),
                Visit::Done => {}
            }
        }
    }
    circles
}
