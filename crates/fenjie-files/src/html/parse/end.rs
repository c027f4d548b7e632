//! How a page ends: whole, or torn off. Many sites never close the body of a page or the elements in it, so that only what no
//! program leaves open tells that a page goes on elsewhere.

use std::cell::Cell;

use html5ever::tokenizer::{Tag, TagKind};

/// What is known of the end of a page while it is read.
#[derive(Debug, Default)]
pub(super) struct End {
    /// Whether it says where its body begins, and whether it says where it ends.
    begun: Cell<bool>,
    ended: Cell<bool>,
    /// How many tables and how many divisions are open.
    tables: Cell<u32>,
    divisions: Cell<u32>,
    /// Whether what was read last is a text in which no tag but its own end counts.
    raw: Cell<bool>,
    /// Whether what was read last asks for more: a sentence without its end, an element without its words.
    midway: Cell<bool>,
    /// Whether nothing more comes.
    over: Cell<bool>,
    /// Whether it was over inside of a tag or a comment.
    inside: Cell<bool>,
}

impl End {
    /// Tells that nothing more comes.
    pub(super) fn close(&self) {
        self.over.set(true);
    }

    /// Takes note that the tokenizer found a mistake. Behind the last character, it is that something is not closed.
    pub(super) fn error(&self) {
        self.inside.set(self.over.get());
    }

    pub(super) fn tag(&self, tag: &Tag) {
        let starts = tag.kind == TagKind::StartTag;
        let count = |open: &Cell<u32>| {
            let before = open.get();
            open.set(if starts { before + 1 } else { before.saturating_sub(1) });
        };
        match &*tag.name {
            "html" | "body" if starts => self.begun.set(true),
            "html" | "body" => self.ended.set(true),
            "table" => count(&self.tables),
            "div" => count(&self.divisions),
            _ => {}
        }
        self.raw.set(starts && is_raw(&tag.name));
        self.midway.set(starts && !is_void(&tag.name));
    }

    pub(super) fn words(&self, words: &str) {
        let printed = words.trim_end();
        let is_line_end = words[printed.len()..].contains(['\n', '\r']);
        if is_line_end || !printed.is_empty() {
            self.midway.set(!is_line_end && !printed.ends_with(SENTENCE_ENDS));
        }
    }

    /// What shows that the page goes on elsewhere.
    pub(super) fn lacks(&self) -> Option<&'static str> {
        match () {
            () if self.inside.get() => Some("it ends within a tag or a comment"),
            () if self.ended.get() => None,
            () if self.raw.get() => Some("it ends within a script, a style sheet or its title"),
            // A part that was cut out of a page need not close what it has.
            () if !self.begun.get() => None,
            () if self.tables.get() > 0 => Some("it ends within a table"),
            () if self.divisions.get() > 0 && self.midway.get() => Some("it ends within a sentence"),
            () => None,
        }
    }
}

const SENTENCE_ENDS: [char; 9] = ['。', '！', '？', '；', '”', '》', '）', '.', ')'];

fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "textarea" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript")
}

fn is_void(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "input" | "link" | "meta" | "wbr" | "area" | "col" | "embed")
}
