//! Positions in the lists that everything else refers to: small, ordered, cheap to copy.

macro_rules! key {
    ($(#[$doc:meta])* $name:ident, $repr:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name($repr);

        impl $name {
            /// Makes the key of the thing at `index`.
            ///
            /// # Panics
            /// When there are more things than the limits of reading and of the register allow.
            pub fn new(index: usize) -> Self {
                Self(<$repr>::try_from(index).expect("lists are bounded by the limits"))
            }

            /// Returns the position in the list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

key! {
    /// A unit of the register: its position in register order.
    UnitKey, u32
}
key! {
    /// A criterion or indicator of the criteria set: its position in definition order.
    CriterionKey, u16
}
key! {
    /// A file of the run: its position in the order of paths.
    FileKey, u32
}
key! {
    /// A sheet of a workbook: its position in the workbook.
    SheetKey, u16
}
