//! The formats, and what is packed in them.

use crate::{archive, excel, office, page, shapes, word};

/// A format: how a file of it is packed around its inner part, and shapes of that part.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name, which is that of its fuzz target.
    pub name: &'static str,
    /// Makes a file of it. Where several parts are packed, they are what stands between NUL bytes, and the usual ones take the
    /// place of those that are not there.
    pub pack: fn(&[u8]) -> Vec<u8>,
    /// What costs careless readers more than it is worth.
    pub shapes: &'static [Shape],
}

/// Something that can be made at any size.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is, in a word or three.
    pub name: &'static str,
    /// Makes one of about so many bytes, and no more.
    pub make: fn(usize) -> Vec<u8>,
}

/// Every format.
pub const KINDS: &[Kind] = &[
    Kind { name: "html", pack: <[u8]>::to_vec, shapes: shapes::HTML },
    Kind { name: "docx", pack: office::docx, shapes: shapes::DOCX },
    Kind { name: "odt", pack: office::odt, shapes: shapes::ODT },
    Kind { name: "ods", pack: office::ods, shapes: shapes::ODS },
    Kind { name: "xlsx", pack: office::xlsx, shapes: shapes::XLSX },
    Kind { name: "doc", pack: word::doc, shapes: shapes::DOC },
    Kind { name: "xls", pack: excel::xls, shapes: shapes::XLS },
    Kind { name: "page", pack: page::page, shapes: shapes::PAGE },
    Kind { name: "pdf", pack: <[u8]>::to_vec, shapes: shapes::PDF },
    Kind { name: "text", pack: <[u8]>::to_vec, shapes: shapes::TEXT },
    Kind { name: "archive", pack: archive::packed, shapes: shapes::ARCHIVE },
];

impl Kind {
    /// The format of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    #[test]
    fn every_shape_grows_to_the_size_that_is_wanted() {
        for kind in KINDS {
            for shape in kind.shapes {
                for size in [2000, 64 << 10] {
                    let length = (shape.make)(size).len();
                    assert!(length <= size + size / 8 + 2000, "{} / {}: {length} of {size}", kind.name, shape.name);
                }
            }
        }
    }
}
