//! What a notice is: plain data with public fields, and nothing that reads or writes it.

mod block;
pub(crate) mod decimal;
mod diagnostic;
mod evidence;
mod header;
mod id;
pub(crate) mod iso_date;
mod notice;
mod part;
mod section;
mod span;
mod spans;
mod target;
mod task;
mod unit;

pub use block::{Block, BlockKind};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use evidence::{Claim, Evidence, EvidenceCount, EvidenceKind, Occurrence, SetAside};
pub use header::{DocumentNumber, Header, Session};
pub use id::{OfficialId, PartId, SectionId, TargetId, TaskId, UnitId};
pub use notice::{Notice, NoticeKind, SCHEMA, Schema};
pub use part::{Convention, Official, Part, PartKind, Rule};
pub use section::Section;
pub use span::Span;
pub use target::{Comparator, Due, Strength, Target, TargetKind, TargetRule};
pub use task::{Assignment, Basis, Role, Task};
pub use unit::{Allocation, CellState, Unit};
