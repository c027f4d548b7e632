//! Sheets that were saved with commas between their cells (CSV, RFC 4180): which signs part and quote the cells.

use super::fold::Change;

/// How long a quoted cell may be, in bytes.
const LONGEST: usize = 1 << 13;

/// A sheet has so many columns at least: lines that list two things are prose.
const FEWEST: usize = 3;

/// How the signs of the sheets in a text are read: commas between cells as tabs, and no quotation marks around cells of one
/// line. A sheet is a run of records with the same number of cells, one of which is a header as `is_head` tells its cells.
pub(crate) fn signs(source: &str, is_head: impl Fn(&str) -> bool) -> Vec<(usize, Change)> {
    let mut reader = Reader { source, at: 0, signs: Vec::new() };
    if !source.contains(',') {
        return reader.signs;
    }
    let mut run = Run::default();
    while reader.at < source.len() {
        let first = reader.signs.len();
        let cells = reader.record();
        if cells.len() != run.width {
            let lost = if run.is_sheet() { first } else { run.first };
            reader.signs.drain(lost..first);
            run = Run { width: cells.len(), first: lost, ..Run::default() };
        }
        run.records += 1;
        run.headed = run.headed || cells.len() >= FEWEST && heads(&cells, &is_head);
    }
    if !run.is_sheet() {
        reader.signs.truncate(run.first);
    }
    reader.signs
}

/// Records that follow each other and have the same number of cells.
#[derive(Default)]
struct Run {
    width: usize,
    records: usize,
    /// Whether one of them is a header.
    headed: bool,
    /// The first of their signs.
    first: usize,
}

impl Run {
    fn is_sheet(&self) -> bool {
        self.headed && self.records > 1
    }
}

/// Whether most of the cells that are not empty are heads of columns.
fn heads(cells: &[&str], is_head: impl Fn(&str) -> bool) -> bool {
    let printed = || cells.iter().filter(|cell| !cell.trim().is_empty());
    let known = printed().filter(|cell| is_head(cell.trim())).count();
    known >= 2 && known * 2 >= printed().count()
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    signs: Vec<(usize, Change)>,
}

impl<'a> Reader<'a> {
    /// The cells of the next record; its signs are kept.
    fn record(&mut self) -> Vec<&'a str> {
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            if self.source[self.at..].starts_with(',') {
                self.signs.push((self.at, Change::Read { printed: ',', read: '\t' }));
                self.at += 1;
                continue;
            }
            let rest = &self.source[self.at..];
            self.at += if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) };
            return cells;
        }
    }

    fn cell(&mut self) -> &'a str {
        let (source, start) = (self.source, self.at);
        if let Some(end) = self.closing() {
            let inner = &source[start + 1..end];
            // Marks around several lines tell that they are one cell.
            let is_one_line = !inner.contains(['\n', '\r']);
            if is_one_line {
                self.signs.push((start, Change::Drop(1)));
            }
            let doubled = inner.match_indices("\"\"").map(|(at, _)| (start + 1 + at, Change::Drop(1)));
            self.signs.extend(doubled);
            if is_one_line {
                self.signs.push((end, Change::Drop(1)));
            }
            self.at = end + 1;
            return inner;
        }
        let length = source[start..].find([',', '\n', '\r']).unwrap_or(source.len() - start);
        self.at = start + length;
        &source[start..self.at]
    }

    /// Where the quotation mark stands that closes the cell, if one opens it.
    fn closing(&self) -> Option<usize> {
        let bytes = self.source.as_bytes();
        if bytes.get(self.at) != Some(&b'"') {
            return None;
        }
        let mut at = self.at + 1;
        loop {
            at += bytes[at..bytes.len().min(self.at + LONGEST).max(at)].iter().position(|&byte| byte == b'"')?;
            match bytes.get(at + 1) {
                Some(b'"') => at += 2,
                None | Some(b',' | b'\n' | b'\r') => return Some(at),
                Some(_) => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use arcstr::ArcStr;

    use super::*;
    use crate::text::fold;

    fn read(source: &str) -> Option<String> {
        let signs = signs(source, |cell| matches!(cell, "序号" | "任务" | "责任单位"));
        fold(&ArcStr::from(source), &signs).map(|folded| folded.text.to_string())
    }

    #[test]
    fn sheets_are_read_with_tabs() {
        let sheet = "台账,,\n序号,任务,责任单位\r\n1,\"新建\"\"小站\"\"2座,改造3处\",\"甲局,乙局\"\r\n2,\"一\n二\",丙局\n以上,各项。";
        let tabs = "台账\t\t\n序号\t任务\t责任单位\r\n1\t新建\"小站\"2座,改造3处\t甲局,乙局\r\n2\t\"一\n二\"\t丙局\n以上,各项。";
        assert_eq!(read(sheet).as_deref(), Some(tabs));
    }

    #[test]
    fn prose_with_commas_stays() {
        for text in ["建设,改造,提升\n建设,改造,提升", "序号,任务,责任单位", "\"序号,任务", "1,2\n序号,任务\n1,2", ","]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
