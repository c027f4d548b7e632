//! Random notices and what they say, and the executable specification as data, for fenjie's own tests and benchmarks.
//!
//! A [`Script`] is a tree of plain bytes. Every choice reads one of them, and 0 is always the plainest choice, so that a
//! test which shrinks a script shrinks the notice to its simplest form. [`compose`] turns the script into a [`Model`]
//! (what is said), [`Document::clean`] writes the model out (in randomly chosen forms), and [`Document::noisy`] then
//! treats the text as pages, scanners and web sites do, without changing what it says.
//!
//! ```
//! use fenjie_testkit::{Document, Script};
//!
//! let document = Document::clean(&Script::from_seed(7));
//! assert!(!document.expected.tasks.is_empty());
//! assert_eq!(document.text, Document::clean(&Script::from_seed(7)).text);
//! ```

mod compose;
mod document;
mod draws;
mod expected;
mod fold;
mod forms;
mod layout;
mod model;
mod noise;
mod pathological;
mod script;
mod size;
mod spec;
mod strategy;
mod words;

pub use compose::compose;
pub use document::Document;
pub use draws::Draws;
pub use expected::{Expected, ExpectedAssignment, ExpectedPart, ExpectedTarget, ExpectedTask};
pub use fold::fold;
pub use forms::{Line, LineKind, write};
pub use layout::Layout;
pub use model::{
    Basis, Body, Header, Heading, Includes, Model, Official, Part, PartKind, Responsibility, Rule, Section, Task,
};
pub use noise::Noise;
pub use pathological::{Pathological, lossy_bytes, novel, random_han};
pub use script::{PartScript, Script, SectionScript, TaskScript};
pub use size::{document_of_size, notice_of_size};
pub use spec::{Case, cases, read_spec};
pub use strategy::{documents, fragments, noisy_documents, scripts};
pub use words::labels;
