//! Notice → text: the canonical form of a notice.

mod header;
mod headings;
mod parts;
mod report;
mod rules;
mod table;
mod tasks;
#[cfg(test)]
mod tests;
mod units;

use std::fmt::Write as _;

use arcstr::Substr;
use jiff::civil::Date;

use crate::model::{Notice, NoticeKind};

impl Notice {
    /// The notice as clean text, in the order of GB/T 9704-2012: document number, title, addressees, the notice's own
    /// rules, attachments, signature and disclosure; each part with its title, its headings and its tasks; who gets a
    /// copy and when it was printed.
    ///
    /// Parsing the text gives the same header, rules, parts, officials, tasks, units, roles, targets and figures; only
    /// ids, spans and what is printed as a unit's words differ. Every list is written in full, without handed-on prefixes
    /// and suffixes, every basis in the form that says it: `牵头单位：` and `配合单位：` where a role is stated,
    /// `责任单位：` where it follows from the list. Units that a rule adds are not written; the rule adds them again. A task
    /// that names nobody has `责任单位：/`, so that it stays a task.
    ///
    /// Left out is what the model does not hold: running text, unread lines, diagnostics. What a caller told by [`Options`](crate::Options) is not written.
    ///
    /// The form is canonical: what was read from it is written as it was.
    ///
    /// ```
    /// let notice = fenjie::parse("1.建设示范食堂100家以上（市教育局牵头，市财政局、市人社局配合，10月底前）。");
    /// let text = "1.建设示范食堂100家以上。\n牵头单位：市教育局\n配合单位：市财政局、市人社局\n完成时限：10月底前\n";
    /// assert_eq!(notice.to_text(), text);
    /// assert_eq!(fenjie::parse(text).to_text(), text);
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut page = Page::default();
        if self.kind == NoticeKind::Report {
            report::write(self, &mut page);
        } else {
            header::head(self, &mut page);
            parts::write(self, &mut page);
            header::foot(self, &mut page);
        }
        page.text
    }
}

/// The text in the making: lines, and blank lines between its paragraphs.
#[derive(Debug, Default)]
struct Page {
    text: String,
}

impl Page {
    /// Writes a line below the last one.
    fn line(&mut self, words: &str) {
        self.text.push_str(words);
        self.text.push('\n');
    }

    /// Sets a blank line, except at the top and below another.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Writes a line with a blank one above.
    fn paragraph(&mut self, words: &str) {
        self.gap();
        self.line(words);
    }
}

/// `2025年3月4日`
fn day(date: Date) -> String {
    let mut text = String::new();
    let _ = write!(text, "{}年{}月{}日", date.year(), date.month(), date.day());
    text
}

/// The words without line breaks and tabs, which lines and cells cannot hold.
fn one_line(words: &str) -> String {
    words.split(['\n', '\t', '\r']).collect()
}

fn words(text: Option<&Substr>) -> &str {
    text.map_or("", |text| text)
}
