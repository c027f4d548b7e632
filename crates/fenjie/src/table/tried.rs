//! What has been read in vain, so that no line is read again for every header above it.

/// Of the headers so far, how far each way to read a table went without finding one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tried {
    /// Before this line, the pages of a layout have been read as one table.
    pub(super) pages: usize,
    /// Before this line, heads that run together have no rows.
    pub(super) glued: usize,
    /// Before this line, no table stands on lines that hold pages.
    pub(super) inline: usize,
    /// Where the next head stands that counts rows.
    pub(super) next_count: Option<usize>,
    /// Before this line, nothing but headings stands below a header of spaces.
    pub(super) headings: usize,
    /// Before this line, nothing but headings stands below a run of heads.
    pub(super) run_over_headings: usize,
    /// The run of heads that has no rows.
    pub(super) run: Run,
}

/// Heads one a line, with no rows below them however they are read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    /// The line behind it.
    behind: usize,
    /// How often the rest of it was tried.
    times: usize,
}

impl Run {
    /// A few lines before the header may look like heads; more of them are tried only where a count of the rows begins.
    const MOST: usize = 4;

    /// Whether the heads from line `at` on need not be tried.
    pub(super) fn is_exhausted(self, at: usize) -> bool {
        at < self.behind && self.times >= Self::MOST
    }

    /// Takes note that no rows stand behind the heads that end at `behind`.
    pub(super) fn fail(&mut self, behind: usize) {
        self.times = if behind <= self.behind { self.times + 1 } else { 1 };
        self.behind = self.behind.max(behind);
    }
}
