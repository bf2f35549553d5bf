//! Processor time, time by the clock and memory of one command.

use std::{
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::Context;
use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeValLike,
};

/// What one run cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// User and system time, in seconds.
    pub(crate) processor: f64,
    /// Time by the clock, in seconds.
    pub(crate) clock: f64,
    /// Most memory held at once, in MiB.
    pub(crate) memory: f64,
}

/// Runs a command from a small process of its own, so that nothing else is counted, and returns its cost.
///
/// The least exit code that is taken for a failure is 2: a city with errors in its data ends with 1.
pub(crate) fn cost(command: &[&str]) -> anyhow::Result<Cost> {
    let own = std::env::current_exe()?;
    let output = Command::new(own).arg("measure").args(command).output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let told: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match told.as_slice() {
        [processor, clock, memory] => Ok(Cost { processor: *processor, clock: *clock, memory: *memory }),
        _ => anyhow::bail!("{}: {}", command.join(" "), String::from_utf8_lossy(&output.stderr).trim()),
    }
}

/// Runs a command and prints its cost; used by the small process.
pub(crate) fn print_cost(command: &[&str]) -> anyhow::Result<()> {
    let (program, arguments) = command.split_first().context("a command is needed")?;
    let start = Instant::now();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).status()?;
    let clock = start.elapsed().as_secs_f64();
    anyhow::ensure!(status.code().is_some_and(|code| code < 2), "it ended with {status}");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    // Linux tells kibibytes, macOS bytes.
    let a_mebibyte = if cfg!(target_os = "macos") { 1024.0 * 1024.0 } else { 1024.0 };
    println!("{} {clock} {}", real(microseconds) / 1e6, real(usage.max_rss()) / a_mebibyte);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "measurements are far below 2^53")]
fn real(measured: i64) -> f64 {
    measured as f64
}
