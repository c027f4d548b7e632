//! What a caller may tell beside the bytes.

/// What is known of a file, and how large what it unpacks to may be. A file that goes beyond a limit is an
/// [`Error::TooLarge`](crate::Error::TooLarge): a small file can claim to hold a very large one.
///
/// ```
/// let options = fenjie_files::Options { cells: 10_000, ..Default::default() };
/// assert_eq!(options.encoding, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The encoding of a text or a web page by its usual label (`gb18030`, `big5`), as whoever sent it said. A byte order mark
    /// knows better.
    pub encoding: Option<String>,
    /// How many bytes the parts of a file may have when they are unpacked, together.
    pub unpacked: u64,
    /// How many cells its tables may have together.
    pub cells: u64,
    /// How deep its elements may be nested.
    pub depth: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { encoding: None, unpacked: 256 << 20, cells: 4_000_000, depth: 256 }
    }
}
