//! Lai Châu early in 2025, made up: seven wards and communes, thirty-seven groups of the plan, ten outside it.
#![expect(clippy::expect_used, reason = "a city that cannot be made up fails the test")]

use super::{
    draw,
    exact::{tenths, whole},
    rules::RULES,
    truth::{CardColumns, City, Claim, Form, Group, GroupKind, Numbered, Target, Told, Value, Ward},
};

use GroupKind::{Street, Village};
use Target::{Maintain, New, Outside};

/// A group as it stands in the list below: kind, name, what the plan wants.
type Line = (GroupKind, &'static str, Target);

/// Returns the city, with its faults.
pub(crate) fn city() -> City {
    let matrix = |numbered_columns| Form::Matrix { numbered_columns };
    let card = |columns| Form::Card { columns };
    let mut city = City {
        wards: vec![
            ward("03389", "Phường Đoàn Kết", matrix(Numbered::No), &DOAN_KET),
            ward("03387", "Phường Tân Phong", card(CardColumns::PartsAndResult), &TAN_PHONG),
            ward("03386", "Phường Quyết Thắng", matrix(Numbered::Yes), &QUYET_THANG),
            ward("03388", "Phường Quyết Tiến", card(CardColumns::Result), &QUYET_TIEN),
            ward("03408", "Phường Đông Phong", matrix(Numbered::No), &DONG_PHONG),
            ward("03403", "Xã Sùng Phài", card(CardColumns::PartsAndResult), &SUNG_PHAI),
            ward("03409", "Xã San Thàng", Form::NotSent, &SAN_THANG),
        ],
    };
    tell_apart(&mut city);
    city
}

const DOAN_KET: [Line; 8] = [
    (Street, "Tổ dân phố số 1", Maintain(2021)),
    (Street, "Tổ dân phố số 2", Maintain(2022)),
    (Street, "Tổ dân phố số 3", Maintain(2021)),
    (Street, "Tổ dân phố số 4", Maintain(2023)),
    (Street, "Tổ dân phố số 5", Maintain(2024)),
    (Street, "Tổ dân phố số 6", Outside),
    (Village, "Bản Màng", Maintain(2022)),
    (Village, "Bản Gia Khâu", New),
];
const TAN_PHONG: [Line; 8] = [
    (Street, "Tổ dân phố số 1", Maintain(2021)),
    (Street, "Tổ dân phố số 2", Maintain(2021)),
    (Street, "Tổ dân phố số 3", Maintain(2022)),
    (Street, "Tổ dân phố số 4", Maintain(2022)),
    (Street, "Tổ dân phố số 7", Maintain(2023)),
    (Street, "Tổ dân phố số 17", Maintain(2024)),
    (Street, "Tổ dân phố số 22", Outside),
    (Street, "Tổ dân phố số 23", Outside),
];
const QUYET_THANG: [Line; 7] = [
    (Street, "Tổ dân phố số 1", Maintain(2022)),
    (Street, "Tổ dân phố số 2", Maintain(2023)),
    (Street, "Tổ dân phố số 3", Maintain(2023)),
    (Street, "Tổ dân phố số 4", Outside),
    (Village, "Bản Nậm Loỏng", Maintain(2022)),
    (Village, "Bản Lùng Than", Maintain(2024)),
    (Village, "Bản Thành Lập", Outside),
];
const QUYET_TIEN: [Line; 6] = [
    (Street, "Tổ dân phố số 1", Maintain(2021)),
    (Street, "Tổ dân phố số 2", Maintain(2022)),
    (Street, "Tổ dân phố số 3", Maintain(2023)),
    (Street, "Tổ dân phố số 5", Maintain(2024)),
    (Street, "Tổ dân phố số 9", Maintain(2024)),
    (Street, "Tổ dân phố số 10", Outside),
];
const DONG_PHONG: [Line; 7] = [
    (Street, "Tổ dân phố số 1", Maintain(2021)),
    (Street, "Tổ dân phố số 2", Maintain(2022)),
    (Street, "Tổ dân phố số 3", Maintain(2023)),
    (Street, "Tổ dân phố số 6", Outside),
    (Village, "Bản Tả Làn Than", Maintain(2023)),
    (Village, "Bản Thèn Sin", Maintain(2024)),
    (Village, "Bản Màng", Outside),
];
const SUNG_PHAI: [Line; 6] = [
    (Village, "Bản Cư Nhà La", Maintain(2022)),
    (Village, "Bản Căn Câu", Maintain(2023)),
    (Village, "Bản Tả Chải", Maintain(2024)),
    (Village, "Bản Làng Giẳng", New),
    (Village, "Bản Suối Thầu", Outside),
    (Village, "Bản Trung Chải", Outside),
];
const SAN_THANG: [Line; 5] = [
    (Village, "Bản San Thàng", Maintain(2021)),
    (Village, "Bản Lò Suối Tủng", Maintain(2022)),
    (Village, "Bản Chin Chu Chải", Maintain(2023)),
    (Village, "Bản Phan Lìn", Maintain(2024)),
    (Village, "Bản Thành Công", Maintain(2024)),
];

fn ward(code: &str, name: &str, form: Form, lines: &[Line]) -> Ward {
    let groups = (1..).zip(lines).map(|(number, line)| group(&format!("{code}.{number:03}"), *line)).collect();
    Ward { code: code.to_owned(), name: name.to_owned(), form, groups }
}

fn group(code: &str, (kind, name, target): Line) -> Group {
    let (households, told) = draw::achieved_group(code, kind);
    let aliases = if name == "Bản Thèn Sin" { "Thèn Xin" } else { "" };
    Group {
        code: code.to_owned(),
        name: name.to_owned(),
        written: name.to_owned(),
        aliases,
        kind,
        target,
        households,
        told,
    }
}

/// Puts in what is not as it should be, or not written as it should be.
fn tell_apart(city: &mut City) {
    // Said "Đạt" against its own figure: eight poor households in two hundred are 4 %, and 3 % is the most.
    tell(city, "03389.003", "5.4", share(8, 200), Claim::Contrary);
    tell(city, "03389.003", "1.3", share(180, 200), Claim::Honest);
    tell(city, "03389.003", "3.3", share(196, 200), Claim::Honest);
    tell(city, "03389.003", "4.2", share(190, 200), Claim::Honest);
    group_of(city, "03389.003").households = 200;
    // Below by a hair: 94,96 % of 1.408 people insured, where 95 % are needed.
    tell(city, "03389.005", "5.2", share(1337, 1408), Claim::Honest);
    // One serious crime: the knock-out alone fails it.
    tell(city, "03387.003", "6.2", Value::Number(whole(1)), Claim::Honest);
    // Left empty, figure and claim: no conclusion can be drawn.
    tell(city, "03387.006", "4.1", Value::Blank, Claim::Blank);
    // On the threshold itself: "trên 95 %" is not reached by 95 %, "từ 95 %" and "từ 55" are.
    tell(city, "03386.001", "3.2", Value::Share(tenths(1900), tenths(2000)), Claim::Honest);
    tell(city, "03386.002", "4.1", Value::Number(tenths(900)), Claim::Honest);
    tell(city, "03386.003", "2.4", Value::Number(whole(55)), Claim::Honest);
    // Said to be reached, without the figure.
    tell(city, "03386.005", "4.4", Value::Blank, Claim::Bare);
    // No house of culture of its own; no conscript asked for.
    tell(city, "03388.002", "4.3", Value::NotApplicable, Claim::Honest);
    tell(city, "03408.002", "6.1", Value::NotApplicable, Claim::Honest);
    tell(city, "03403.002", "6.1", Value::NotApplicable, Claim::Honest);
    // Honestly not achieved.
    tell(city, "03388.004", "3.1", Value::Number(whole(2)), Claim::Honest);
    tell(city, "03388.006", "1.2", Value::No, Claim::Honest);
    tell(city, "03408.004", "5.3", Value::Number(whole(1)), Claim::Honest);
    tell(city, "03408.004", "6.3", Value::No, Claim::Honest);
    tell(city, "03403.004", "2.4", Value::Number(tenths(419)), Claim::Honest);
    tell(city, "03403.006", "2.3", Value::Number(whole(0)), Claim::Honest);
    // The ward writes the name as it is spoken there; the register has both spellings.
    "Bản Thèn Xin".clone_into(&mut group_of(city, "03408.006").written);
    "TDP số 4".clone_into(&mut group_of(city, "03386.004").written);
}

fn share(part: i64, all: i64) -> Value {
    Value::Share(whole(part), whole(all))
}

fn group_of<'a>(city: &'a mut City, code: &str) -> &'a mut Group {
    let mut groups = city.wards.iter_mut().flat_map(|ward| &mut ward.groups);
    groups.find(|group| group.code == code).expect("the group is in the lists above")
}

fn tell(city: &mut City, code: &str, criterion: &str, value: Value, claim: Claim) {
    let index = RULES.iter().position(|rule| rule.id == criterion).expect("the criterion is in the table");
    group_of(city, code).told[index] = Told { value, claim };
}
