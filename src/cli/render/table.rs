//! Rows of text set in columns for the terminal.

/// Sets `rows` in columns two spaces apart; the last column is as long as it is.
pub(crate) fn text(rows: &[Vec<String>]) -> String {
    let widths = widths(rows);
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(&padded(cell, *width));
            line.push_str("  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Sets `rows` of figures in columns: the first to the left, the others to the right.
pub(crate) fn figures(rows: &[Vec<String>]) -> String {
    let widths = widths(rows);
    let mut text = String::new();
    for row in rows {
        let mut cells = row.iter().zip(&widths);
        let first = cells.next().map(|(cell, width)| padded(cell, *width)).unwrap_or_default();
        let rest = cells.map(|(cell, wanted)| format!("{}{cell}", " ".repeat(wanted.saturating_sub(width(cell)))));
        let line = [first].into_iter().chain(rest).collect::<Vec<_>>().join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    (0..columns).map(|column| widest(column).unwrap_or_default()).collect()
}

/// Fills `cell` up with spaces to `width` columns of the terminal.
pub(crate) fn padded(cell: &str, wanted: usize) -> String {
    format!("{cell}{}", " ".repeat(wanted.saturating_sub(width(cell))))
}

/// Counts the columns that `text` takes: colours and combining marks take none.
pub(crate) fn width(text: &str) -> usize {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.len();
    }
    let plain = anstream::adapter::strip_str(text).flat_map(str::chars);
    plain.filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_the_marks_and_colours() {
        let rows = [["đạt", "x"], ["\u{1b}[1mchưa đạt\u{1b}[0m", "y"], ["đa\u{323}t", "z"]];
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(text(&rows), "đạt       x\n\u{1b}[1mchưa đạt\u{1b}[0m  y\nđa\u{323}t       z\n");
    }
}
