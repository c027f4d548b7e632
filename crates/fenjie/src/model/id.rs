//! The keys by which the tables of a notice refer to each other.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the table that this key belongs to.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// Position of a [`Part`](crate::Part) in [`Notice::parts`](crate::Notice::parts).
    PartId
);
id!(
    /// Position of a [`Section`](crate::Section) in [`Notice::sections`](crate::Notice::sections).
    SectionId
);
id!(
    /// Position of an [`Official`](crate::Official) in [`Notice::officials`](crate::Notice::officials).
    OfficialId
);
id!(
    /// Position of a [`Task`](crate::Task) in [`Notice::tasks`](crate::Notice::tasks).
    TaskId
);
id!(
    /// Position of a [`Unit`](crate::Unit) in [`Notice::units`](crate::Notice::units).
    UnitId
);
id!(
    /// Position of a [`Target`](crate::Target) in [`Notice::targets`](crate::Notice::targets).
    TargetId
);
