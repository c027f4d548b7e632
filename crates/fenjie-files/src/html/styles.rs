//! What the style sheets of a page hide. No more is read of them than rules that name an element, a class or an id and let it
//! not be seen, and those that may show it again: where it is unclear, an element is shown.

use std::collections::{HashMap, HashSet};

use super::element::{hides, tells_display};
use super::parse::{Id, Kind, ROOT, Step, Tree};

/// Which elements the style sheets of a page hide, by their numbers; none where there is nothing to hide.
pub(super) fn hidden(tree: &Tree) -> Vec<bool> {
    let styles = Styles::of(tree);
    let count = if styles.plain.is_empty() { 0 } else { tree.len() as Id };
    (0..count).map(|id| styles.hides(tree, id)).collect()
}

/// The rules of all style sheets in a page, by what they name.
#[derive(Debug, Default)]
struct Styles {
    /// Those that name an element by one thing, as `p`, `.note`, `p.note` or `#note`.
    plain: HashMap<String, Rule>,
    /// What rules show that name more than one thing, by the last of them: `.note` for `.open > .note`.
    shown: HashSet<String>,
    count: usize,
}

/// What a rule does, and which of two counts.
#[derive(Clone, Copy, Debug)]
struct Rule {
    hides: bool,
    weight: Weight,
}

/// What counts more is more: that it says so, how exactly it names an element, that it stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    important: bool,
    rank: Rank,
    with_name: bool,
    order: usize,
}

/// By what an element is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Name,
    Class,
    Id,
}

impl Styles {
    fn of(tree: &Tree) -> Self {
        let mut styles = Self::default();
        for step in tree.walk(ROOT) {
            let Step::Enter(id) = step else { continue };
            if tree.name(id) == "style" && is_for_screens(tree, id) {
                for child in tree.children(id) {
                    if let Kind::Text(sheet) = tree.kind(child) {
                        styles.read(sheet);
                    }
                }
            }
        }
        styles
    }

    fn read(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        for (selectors, said) in Rules(&sheet) {
            let hides = hides(said);
            if !hides && !tells_display(said) {
                continue;
            }
            self.count += 1;
            for selector in selectors.split(',') {
                self.take(selector.trim(), said, hides);
            }
        }
    }

    fn take(&mut self, selector: &str, said: &str, hides: bool) {
        if let Some((key, rank, with_name)) = plain(selector) {
            let weight = Weight { important: said.contains("!important"), rank, with_name, order: self.count };
            let rule = self.plain.entry(key).or_insert(Rule { hides, weight });
            if rule.weight < weight {
                *rule = Rule { hides, weight };
            }
        } else if !hides {
            self.shown.extend(subject(selector));
        }
    }

    /// Whether an element is not shown. Pages that are hidden as a whole are shown by a script.
    fn hides(&self, tree: &Tree, id: Id) -> bool {
        let name = tree.name(id);
        if matches!(name, "" | "html" | "body") {
            return false;
        }
        let keys = keys(tree, id);
        let found = keys.iter().flat_map(|(key, _)| [self.plain.get(key), self.plain.get(&format!("{name}{key}"))]);
        let Some(rule) = found.chain([self.plain.get(name)]).flatten().max_by_key(|rule| rule.weight) else {
            return false;
        };
        let shows = |(key, rank): &(String, Rank)| *rank >= rule.weight.rank && self.shown.contains(key);
        let is_shown = keys.iter().any(shows) || rule.weight.rank == Rank::Name && self.shown.contains(name);
        rule.hides && (rule.weight.important || !is_shown)
    }
}

/// How many classes of an element are looked at.
const CLASSES: usize = 64;

/// By what a rule may name an element beside its name.
fn keys(tree: &Tree, id: Id) -> Vec<(String, Rank)> {
    let classes = tree.attribute(id, "class").unwrap_or_default().split_ascii_whitespace().take(CLASSES);
    let classes = classes.map(|class| (format!(".{class}"), Rank::Class));
    classes.chain(tree.attribute(id, "id").map(|id| (format!("#{id}"), Rank::Id))).collect()
}

/// Whether a sheet is one of CSS, and not for paper alone.
fn is_for_screens(tree: &Tree, id: Id) -> bool {
    let kind = tree.attribute(id, "type").unwrap_or_default();
    let media = tree.attribute(id, "media").unwrap_or_default().trim();
    let is_css = kind.is_empty() || kind.trim().eq_ignore_ascii_case("text/css");
    is_css && (media.is_empty() || ["all", "screen"].iter().any(|known| media.eq_ignore_ascii_case(known)))
}

/// A selector of a name, a class or an id, or a name with one of them; what it names, and how exactly.
fn plain(selector: &str) -> Option<(String, Rank, bool)> {
    let (name, rest) = selector.split_at(selector.find(['.', '#']).unwrap_or(selector.len()));
    let rank = match rest.chars().next() {
        None => Rank::Name,
        Some('.') => Rank::Class,
        Some(_) => Rank::Id,
    };
    let word = rest.get(1..).unwrap_or_default();
    let is_whole = is_word(name) && is_word(word) && word.is_empty() == rest.is_empty() && !selector.is_empty();
    is_whole.then(|| (name.to_ascii_lowercase() + rest, rank, !name.is_empty()))
}

fn is_word(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// The last thing that a selector says of the element it names. Those that depend on what somebody does show nothing.
fn subject(selector: &str) -> Option<String> {
    let last = selector.split([' ', '\t', '\n', '\r', '>', '+', '~']).next_back()?;
    let last = last.split('[').next().filter(|last| !last.contains(':'))?;
    let last = &last[last.rfind(['.', '#']).unwrap_or(0)..];
    (!last.is_empty()).then(|| last.to_owned())
}

fn without_comments(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, behind)) = rest.split_once("/*") {
        kept.push_str(before);
        kept.push(' ');
        rest = behind.split_once("*/").map_or("", |(_, behind)| behind);
    }
    kept + rest
}

/// The rules of a sheet, those under conditions (`@media`) left out: what they name, and what they say.
struct Rules<'a>(&'a str);

impl<'a> Iterator for Rules<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (before, behind) = split(self.0, |byte| matches!(byte, b'{' | b'}' | b';'))?;
            let is_block = self.0.as_bytes().get(before.len()) == Some(&b'{');
            if !is_block {
                self.0 = behind;
                continue;
            }
            let mut depth = 1_usize;
            let closes = |byte| {
                depth = if byte == b'{' { depth + 1 } else { depth - usize::from(byte == b'}') };
                depth == 0
            };
            let (said, behind) = split(behind, closes).unwrap_or((behind, ""));
            self.0 = behind;
            let named = before.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '<' | '!' | '-' | '>'));
            if !named.starts_with('@') {
                return Some((named, said));
            }
        }
    }
}

/// The text before and behind the first byte of ASCII, outside of quotation marks, of which `is_it` is true.
fn split(text: &str, mut is_it: impl FnMut(u8) -> bool) -> Option<(&str, &str)> {
    let mut quote = None;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match (quote, byte) {
            (_, b'\\') => drop(bytes.next()),
            // A quotation does not go over lines.
            (Some(open), byte) if byte == open || byte == b'\n' => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, byte) if byte.is_ascii() && is_it(byte) => return Some((&text[..at], &text[at + 1..])),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::html::parse::parse;

    /// The elements of `body` that are hidden, each by its `title`.
    fn hidden(sheet: &str, body: &str) -> Vec<String> {
        let tree = parse(&format!("<style>{sheet}</style><body>{body}"), &Options::default()).unwrap();
        let hidden = (0..).zip(super::hidden(&tree)).filter(|&(_, hidden)| hidden);
        hidden.map(|(id, _)| tree.attribute(id, "role").unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn what_a_rule_names_is_hidden() {
        let body = "<p role=1 class='a b'></p><p role=2 id=c></p><div role=3 class=a></div><section role=4></section>";
        for (sheet, seen) in [
            (".b{display:none}", "1"),
            ("#c, SECTION { color: red; visibility: hidden }", "2 4"),
            ("p.a{display:none !important}", "1"),
            ("/* .a{ */ @charset 'x'; .x:hover, .a {display:none}", "1 3"),
            ("<!-- .a::before{content:'}'} .b{display:none} -->", "1"),
            ("body{display:none} html{visibility:hidden}", ""),
            ("@media print { .a{display:none} } .b {display: none", "1"),
            (".x .a{display:none} p > .b{display:none} p[class]{display:none} *{display:none}", ""),
        ] {
            assert_eq!(hidden(sheet, body).join(" "), seen, "{sheet}");
        }
    }

    #[test]
    fn what_may_be_shown_again_is_shown() {
        let body = "<p role=1 class='a b'></p><p role=2 class=a></p>";
        for (sheet, seen) in [
            (".a{display:none} .b{display:block}", "2"),
            (".a{display:none} p{display:block}", "1 2"),
            (".a{display:none} .a.b{display:block}", "2"),
            (".a{display:none} .x > .a{display:block}", ""),
            (".a{display:none} .x .a:hover{display:block}", "1 2"),
            (".a{display:none!important} .x .a, .b{display:block}", "1 2"),
            (".a{display:none} .x p{display:block}", "1 2"),
            (".a{display:none} .a{visibility:visible}", ""),
        ] {
            assert_eq!(hidden(sheet, body).join(" "), seen, "{sheet}");
        }
    }

    #[test]
    fn sheets_for_paper_hide_nothing() {
        let tree = parse("<style media=print>p{display:none}</style><p>", &Options::default()).unwrap();
        assert!(super::hidden(&tree).is_empty());
    }
}
