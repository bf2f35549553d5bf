//! What is printed and where: results to the standard output, notices to the standard error.

use std::{
    error::Error,
    io::{self, BufWriter, IsTerminal, Write},
};

use anstream::ColorChoice;
use tdp::model::{Language, Message};

use super::{render::palette, trouble::Trouble};

/// How much is said beside the results.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Verbosity {
    /// Results alone.
    Quiet,
    /// Notices too.
    Normal,
    /// And details.
    Verbose,
}

/// The two streams, the language and how much is said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Console {
    /// The language of everything printed.
    pub(crate) language: Language,
    /// How much is said beside the results.
    pub(crate) verbosity: Verbosity,
}

impl Console {
    /// Makes a console and settles for the whole program when to colour.
    pub(crate) fn new(language: Language, verbosity: Verbosity, color: ColorChoice) -> Self {
        color.write_global();
        Self { language, verbosity }
    }

    /// Prints a result for people, colours taken out where the terminal does not take them.
    pub(crate) fn print(text: &str) -> anyhow::Result<()> {
        let mut out = Pipe { stdout: anstream::stdout().lock(), closed: false };
        let done = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        done.map_err(|error| cannot_print().because(error).into())
    }

    /// Lets `write` print a result for people as it is made, for what may be long.
    pub(crate) fn print_as_made(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
        let mut out = BufWriter::new(Pipe { stdout: anstream::stdout().lock(), closed: false });
        let done = write(&mut out).and_then(|()| out.flush());
        done.map_err(|error| cannot_print().because(error).into())
    }

    /// Prints a result for machines, byte for byte.
    pub(crate) fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
        Self::stream(|out| out.write_all(bytes))
    }

    /// Lets `write` print a result for machines as it is made.
    pub(crate) fn stream<E>(write: impl FnOnce(&mut dyn Write) -> Result<(), E>) -> anyhow::Result<()>
    where
        E: Error + Send + Sync + 'static,
    {
        let mut out = BufWriter::new(Pipe { stdout: io::stdout().lock(), closed: false });
        let done = write(&mut out).map_err(|error| cannot_print().because(error).into());
        done.and_then(|()| out.flush().map_err(|error| cannot_print().because(error).into()))
    }

    /// Tells something beside the results.
    pub(crate) fn notice(self, message: &Message) {
        if self.verbosity >= Verbosity::Normal {
            self.tell(message);
        }
    }

    /// Tells a detail that few ask for.
    pub(crate) fn detail(self, message: &Message) {
        if self.verbosity >= Verbosity::Verbose {
            self.tell(message);
        }
    }

    /// Tells why a run ends as it does, however quiet.
    pub(crate) fn insist(self, message: &Message) {
        self.tell(message);
    }

    /// Prints on the standard error what must be said however quiet; nobody is left to tell when that fails.
    pub(crate) fn complain(text: &str) {
        let _ = anstream::stderr().lock().write_all(text.as_bytes());
    }

    /// Returns whether progress would be seen.
    pub(crate) fn shows_progress(self) -> bool {
        self.verbosity >= Verbosity::Normal && io::stderr().is_terminal()
    }

    fn tell(self, message: &Message) {
        let dim = palette::ASIDE;
        Self::complain(&format!("{dim}{}{dim:#}\n", message.in_language(self.language)));
    }
}

fn cannot_print() -> Trouble {
    Trouble::new(say!("Không ghi được ra đầu ra", "The output cannot be written"))
}

/// The standard output; a reader who has seen enough and closed the pipe is no error.
struct Pipe<W> {
    stdout: W,
    closed: bool,
}

impl<W: Write> Pipe<W> {
    fn unless_closed<T>(&mut self, result: io::Result<T>, otherwise: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(otherwise)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for Pipe<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let written = self.stdout.write(bytes);
        self.unless_closed(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let flushed = self.stdout.flush();
        self.unless_closed(flushed, ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader who takes one piece and closes the pipe.
    struct Closes(bool);

    impl Write for Closes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if std::mem::replace(&mut self.0, true) { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(bytes.len()) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    #[test]
    fn a_reader_who_has_seen_enough_is_no_error() {
        let mut out = Pipe { stdout: Closes(false), closed: false };
        assert!(out.write_all(b"one").and_then(|()| out.write_all(b"two")).and_then(|()| out.flush()).is_ok());
    }
}
