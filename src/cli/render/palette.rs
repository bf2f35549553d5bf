//! The colours of the terminal.

use anstyle::{AnsiColor, Style};
use tdp::finding::Severity;

/// Errors.
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// Warnings.
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Notes.
pub(crate) const NOTE: Style = AnsiColor::Blue.on_default().bold();
/// What to do next.
pub(crate) const HELP: Style = AnsiColor::Cyan.on_default();
/// What is well.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
/// Headings.
pub(crate) const HEADING: Style = Style::new().bold();
/// What is said aside.
pub(crate) const ASIDE: Style = Style::new().dimmed();

/// Returns the colour of a severity.
pub(crate) fn of(severity: Severity) -> Style {
    match severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Note => NOTE,
    }
}
