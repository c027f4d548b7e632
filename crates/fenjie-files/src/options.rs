//! What a caller may tell beside the bytes.

/// What is known of a file, and how large what it unpacks to may be. A file that goes beyond a limit is an
/// [`Error::TooLarge`](crate::Error::TooLarge): a small file can claim to hold a very large one.
///
/// ```
/// let options = fenjie_files::Options { cells: 10_000, ..Default::default() };
/// assert_eq!(options.encoding, None);
/// let rows = "序号,任务,单位\n".repeat(10_000);
/// let refused = fenjie_files::read(rows.as_bytes(), "清单.csv", &options).unwrap_err();
/// assert_eq!(refused.to_string(), "more than the 10000 cells that a file may have");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The encoding of a text or a web page by its usual label (`gb18030`, `big5`), as whoever sent it said. A byte order mark
    /// knows better.
    pub encoding: Option<String>,
    /// How many bytes the parts of a file may have when they are unpacked, together: 256 MB unless told otherwise. As many may
    /// the words have that are made of them. What costs more than to be unpacked counts more often: each byte that a page of a
    /// PDF draws six times, each of an object that is asked for eight times, and parts that several pages or sheets share each
    /// time.
    pub unpacked: u64,
    /// How many cells its tables may have together: a million unless told otherwise.
    pub cells: u64,
    /// How deep its elements may be nested: 256 unless told otherwise.
    pub depth: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { encoding: None, unpacked: 256 << 20, cells: 1_000_000, depth: 256 }
    }
}
