//! Two texts that should be equal, shown line by line.

/// More lines of a text are not shown.
const MOST_LINES: usize = 40;

/// Returns the lines that differ, those expected behind `-`, those told behind `+`, between the ones around them.
pub(crate) fn difference(expected: &str, told: &str) -> String {
    let (expected, told): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), told.lines().collect());
    let same = |(a, b): &(&&str, &&str)| a == b;
    let before = expected.iter().zip(&told).take_while(same).count();
    let rest = expected.len().min(told.len()) - before;
    let after = expected.iter().rev().zip(told.iter().rev()).take(rest).take_while(same).count();
    let mut shown: Vec<String> = expected[..before].iter().map(|line| format!("  {line}")).collect();
    shown.extend(expected[before..expected.len() - after].iter().map(|line| format!("- {line}")));
    shown.extend(told[before..told.len() - after].iter().map(|line| format!("+ {line}")));
    shown.extend(expected[expected.len() - after..].iter().map(|line| format!("  {line}")));
    let cut = shown.len().saturating_sub(MOST_LINES);
    shown.truncate(MOST_LINES);
    if cut > 0 {
        shown.push(format!("  … and {cut} lines more"));
    }
    shown.join("\n")
}

#[test]
fn what_differs_stands_between_what_does_not() {
    assert_eq!(difference("a\nb\nc", "a\nx\ny\nc"), "  a\n- b\n+ x\n+ y\n  c");
    assert_eq!(difference("a\na", "a"), "  a\n- a");
}
