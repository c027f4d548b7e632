//! Where the article of a page is, and what stands around it: by what elements hold, with their names as no more than a hint.
//! Nothing is left out that is not plainly furniture; what is kept too much, the core knows by its words.

use super::card::FIELDS;
use super::measure::{Measure, Measures};
use super::parse::{Id, ROOT, Tree};

/// The way from the page down to its article.
#[derive(Debug)]
pub(super) struct Article {
    /// The elements that hold most of the text, each in the one before it; in the order of their numbers.
    way: Vec<Id>,
    /// The last of them.
    pub(super) core: Id,
}

impl Article {
    pub(super) fn of(tree: &Tree, measures: &Measures) -> Self {
        let mut way: Vec<Id> = std::iter::successors(Some(ROOT), |&id| heaviest(tree, measures, id)).collect();
        let core = way.last().copied().unwrap_or(ROOT);
        way.sort_unstable();
        Self { way, core }
    }

    /// Whether an element is none of the notice's: links to elsewhere, the foot of the site, buttons. More has to show it
    /// where the element is `inside` of the article.
    pub(super) fn is_aside(&self, tree: &Tree, id: Id, own: &Measure, inside: bool) -> bool {
        let is_page = matches!(tree.name(id), "html" | "body") || self.way.binary_search(&id).is_ok();
        // Where all is links, they are what the page is about.
        if self.core == ROOT || is_page || own.attached || own.fields >= FIELDS {
            return false;
        }
        let linked_at_least = |tenths: u32| own.linked * 10 >= own.chars * tenths;
        // A signature may stand at what is called a foot; the feet of sites lead elsewhere.
        let hinted = own.links > 0 && own.stops < 5 && !own.headed && (is_marked(tree, id) || is_named(tree, id));
        if inside {
            own.links >= 3 && own.stops == 0 && linked_at_least(8)
                || hinted && (own.links >= 2 && linked_at_least(5) || own.plain() < 60)
        } else {
            own.links >= 2 && own.stops * 40 < own.chars && linked_at_least(5)
                || hinted && (linked_at_least(3) || own.plain() < 300)
        }
    }
}

/// The element in another that holds most of what it holds. Paragraphs are too small to go by, and a table is no way to
/// anything unless one of its cells holds nearly all.
fn heaviest(tree: &Tree, measures: &Measures, id: Id) -> Option<Id> {
    let weight = |id: Id| measures.at(id).weight();
    let next = tree.children(id).max_by_key(|&child| weight(child))?;
    let share = match tree.name(next) {
        "" | "p" | "li" | "a" | "span" | "h1" | "h2" | "h3" | "h4" => return None,
        "tr" | "td" | "th" => 8,
        _ => 6,
    };
    (weight(next) > 0 && weight(next) * 10 >= weight(id) * share).then_some(next)
}

/// Whether HTML has an element or a role for what it is.
fn is_marked(tree: &Tree, id: Id) -> bool {
    let role = tree.attribute(id, "role").unwrap_or_default();
    matches!(tree.name(id), "nav" | "footer" | "aside" | "search" | "menu")
        || matches!(role, "navigation" | "contentinfo" | "banner" | "search" | "complementary" | "menu")
}

/// What classes and ids of furniture have in them.
const NAMES: [&str; 24] = [
    "nav",
    "menu",
    "crumb",
    "foot",
    "copyright",
    "share",
    "related",
    "relate_",
    "sidebar",
    "recommend",
    "hotnews",
    "search",
    "login",
    "toolbar",
    "topbar",
    "friendlink",
    "banner",
    "qrcode",
    "ewm",
    "pagination",
    "accessib",
    "position",
    "dangqian",
    "weizhi",
];

fn is_named(tree: &Tree, id: Id) -> bool {
    let has = |attribute: &str| {
        let value = tree.attribute(id, attribute).unwrap_or_default().to_ascii_lowercase();
        value.len() < 200 && NAMES.iter().any(|name| value.contains(name))
    };
    has("class") || has("id")
}
