//! What the elements of a page hold: how much text, how much of it in links, how many sentences.

use super::card::opens_field;
use super::element::{is_hidden, is_silent};
use super::parse::{Id, Kind, ROOT, Step, Tree, Walk};
use super::styles;

/// What an element and all in it hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Measure {
    /// Characters that are no blanks.
    pub(super) chars: u32,
    /// How many of them are in links.
    pub(super) linked: u32,
    /// Links that hold words.
    pub(super) links: u32,
    /// Marks that end sentences and clauses, outside of links.
    pub(super) stops: u32,
    /// Line breaks and elements that begin lines.
    pub(super) lines: u32,
    /// Tables, the element itself not counted.
    pub(super) tables: u32,
    /// Whether one of the links leads to a file, or names one.
    pub(super) attached: bool,
    /// Whether there is a heading.
    pub(super) headed: bool,
    /// Names of fields that only a card of metadata has.
    pub(super) fields: u32,
}

impl Measure {
    /// The characters outside of links.
    pub(super) fn plain(&self) -> u32 {
        self.chars.saturating_sub(self.linked)
    }

    /// How much an element speaks for being the article.
    pub(super) fn weight(&self) -> u64 {
        u64::from(self.plain()) + 10 * u64::from(self.stops)
    }

    fn add(&mut self, other: &Self) {
        self.chars += other.chars;
        self.linked += other.linked;
        self.links += other.links;
        self.stops += other.stops;
        self.lines += other.lines;
        self.tables += other.tables;
        self.attached |= other.attached;
        self.headed |= other.headed;
        self.fields += other.fields;
    }

    fn of_text(text: &str) -> Self {
        let (fields, attached) = (u32::from(opens_field(text)), text.contains("附件") || is_file(text.trim_end()));
        let mut own = Self { attached, fields, ..Self::default() };
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            own.chars += 1;
            own.stops += u32::from(matches!(c, '。' | '；' | '！' | '？' | '，'));
        }
        own
    }
}

/// What every element of a page holds.
#[derive(Debug)]
pub(super) struct Measures {
    own: Vec<Measure>,
    /// Which elements style sheets hide.
    by_sheet: Vec<bool>,
    /// An element that says that it is hidden, and is shown all the same.
    shown: Option<Id>,
}

impl Measures {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut measures =
            Self { own: vec![Measure::default(); tree.len()], by_sheet: styles::hidden(tree), shown: None };
        let mut hidden = measures.take(tree, ROOT);
        // Sheets that hide all there is are undone by a script.
        if measures.at(ROOT).chars == 0 && !measures.by_sheet.is_empty() {
            measures.by_sheet.clear();
            hidden = measures.take(tree, ROOT);
        }
        if let Some(id) = measures.uncovered(tree, &hidden) {
            measures.own.fill(Measure::default());
            measures.shown = Some(id);
            measures.take(tree, ROOT);
        }
        measures
    }

    /// An element that is hidden and holds far more than all that is seen: a script of the page shows its article when it is
    /// loaded, and the file was saved before.
    fn uncovered(&mut self, tree: &Tree, hidden: &[Id]) -> Option<Id> {
        let mut most = self.at(ROOT).plain().saturating_mul(2);
        let mut found = None;
        for &id in hidden {
            self.shown = Some(id);
            self.take(tree, id);
            let own = self.at(id);
            if own.plain() > most && own.stops > 2 {
                (most, found) = (own.plain(), Some(id));
            }
        }
        self.shown = None;
        found
    }

    pub(super) fn at(&self, id: Id) -> Measure {
        self.own.get(id as usize).copied().unwrap_or_default()
    }

    /// Whether what is in an element is to be read.
    pub(super) fn is_read(&self, tree: &Tree, id: Id) -> bool {
        !is_silent(tree, id) && (!is_hidden(tree, id, self.is_hidden_by_sheet(id)) || self.shown == Some(id))
    }

    fn is_hidden_by_sheet(&self, id: Id) -> bool {
        self.by_sheet.get(id as usize).copied().unwrap_or(false)
    }

    /// Measures an element and all in it; gives what is hidden in it.
    fn take(&mut self, tree: &Tree, root: Id) -> Vec<Id> {
        let mut hidden = Vec::new();
        let mut walk = tree.walk(root);
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(id) => self.enter(tree, id, &mut walk, &mut hidden),
                Step::Leave(id) => self.leave(tree, id, root),
            }
        }
        hidden
    }

    fn enter(&mut self, tree: &Tree, id: Id, walk: &mut Walk<'_>, hidden: &mut Vec<Id>) {
        let own = match tree.kind(id) {
            Kind::Text(text) => Measure::of_text(text),
            Kind::Element(..) if !self.is_read(tree, id) => {
                if !is_silent(tree, id) {
                    hidden.push(id);
                }
                walk.skip(id);
                Measure::default()
            }
            _ => Measure { lines: u32::from(matches!(tree.name(id), "p" | "br" | "li" | "div")), ..Measure::default() },
        };
        if let Some(place) = self.own.get_mut(id as usize) {
            *place = own;
        }
    }

    fn leave(&mut self, tree: &Tree, id: Id, root: Id) {
        let Some(own) = self.own.get_mut(id as usize) else { return };
        let mut sum = *own;
        match tree.name(id) {
            "a" if sum.chars > 0 => as_link(tree, id, &mut sum),
            "h1" | "h2" | "h3" if sum.chars > 0 => sum.headed = true,
            "table" => sum.tables += 1,
            _ => {}
        }
        *own = Measure { tables: sum.tables - u32::from(tree.name(id) == "table"), ..sum };
        let parent = tree.parent(id).filter(|_| id != root);
        if let Some(parent) = parent.and_then(|parent| self.own.get_mut(parent as usize)) {
            parent.add(&sum);
        }
    }
}

/// A link to a file is a part of the notice; what other links hold says little.
fn as_link(tree: &Tree, id: Id, sum: &mut Measure) {
    let target = tree.attribute(id, "href").unwrap_or_default();
    if is_file(target) {
        sum.attached = true;
    } else if !target.is_empty() {
        *sum = Measure { linked: sum.chars, links: 1, stops: 0, ..*sum };
    }
}

/// Whether an address is that of a file.
fn is_file(target: &str) -> bool {
    const ENDS: [&str; 14] = [
        ".doc", ".docx", ".et", ".ofd", ".pdf", ".ppt", ".pptx", ".rar", ".rtf", ".wps", ".xls", ".xlsx", ".zip", ".7z",
    ];
    let path = target.split(['?', '#']).next().unwrap_or(target);
    let has_end = |text: &str| {
        let end = text.rfind('.').and_then(|at| text.get(at..));
        end.is_some_and(|end| ENDS.iter().any(|known| known.eq_ignore_ascii_case(end)))
    };
    has_end(path) || has_end(target)
}
