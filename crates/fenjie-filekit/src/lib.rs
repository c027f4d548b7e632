//! Files put together by hand, for the tests of `fenjie-files`: how each format is packed around what a test is about, and
//! shapes of what is packed that cost a careless reader more than they are worth.
//!
//! ```
//! use fenjie_filekit::Kind;
//!
//! let kind = Kind::named("docx").unwrap();
//! let shape = kind.shapes[0];
//! let inner = (shape.make)(4096);
//! assert!(inner.len() <= 4096);
//! assert!((kind.pack)(&inner).starts_with(b"PK"));
//! ```

mod archive;
mod compound;
mod excel;
mod kind;
mod office;
mod page;
mod shapes;
mod word;

pub use archive::{packed, stored, zipped};
pub use compound::compound;
pub use excel::{Book, cell, record, wide};
pub use kind::{KINDS, Kind, Shape};
pub use page::{pdf, pdf_with, stream};
pub use word::Word;
