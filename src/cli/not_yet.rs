//! What a plan or its criteria may say already and this version does not use: told, not passed over.

use tdp::plan::Rulebook;

use super::console::Console;

/// Tells of periods within the plan's and of figures to be put together over them.
pub(crate) fn tell(rulebook: &Rulebook, console: Console) {
    if !rulebook.plan.periods.is_empty() {
        console.notice(&say!(
            "Bảng [[period]] trong tdp.toml chưa được dùng ở phiên bản này: mọi tệp được tính cho cả kỳ của kế hoạch",
            "The table [[period]] in tdp.toml is not used yet in this version: every file counts for the plan's whole period"
        ));
    }
    let criteria = rulebook.criteria.criteria.iter().filter(|criterion| criterion.accumulate.is_some());
    let ids = criteria.map(|criterion| criterion.id.as_str()).collect::<Vec<_>>().join(", ");
    if !ids.is_empty() {
        console.notice(&say!(
            "Mục accumulate của tiêu chí {ids} chưa được dùng ở phiên bản này: số liệu phải là của cả kỳ của kế hoạch",
            "The key accumulate of {ids} is not used yet in this version: figures have to be those of the plan's whole period"
        ));
    }
}
