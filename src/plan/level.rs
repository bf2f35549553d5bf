//! Which criteria the units of a level answer.

use crate::criteria::Subject;

use super::Level;

impl Level {
    /// Returns the subject whose criteria the units of this level answer; districts answer none.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::City => Some(Subject::City),
            Self::District => None,
            Self::Ward => Some(Subject::Ward),
            Self::Group => Some(Subject::Group),
            Self::Agency => Some(Subject::Agency),
        }
    }
}
