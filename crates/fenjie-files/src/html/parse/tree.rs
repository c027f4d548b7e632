//! The elements of a page: one list of nodes that know each other by their place in it, so that neither walking through a page
//! nor letting go of it goes as deep as the page does.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, ns};

/// The place of a node in the list.
pub(crate) type Id = u32;

/// No node.
const NONE: Id = Id::MAX;
/// The node that everything is in.
pub(crate) const ROOT: Id = 0;

/// The nodes of a page.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    parent: Id,
    previous: Id,
    next: Id,
    first: Id,
    last: Id,
    /// How many elements it is in, as far as was known when it got its parent.
    depth: u32,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Kind {
    /// The page, a comment, or an instruction.
    Nothing,
    /// Words.
    Text(StrTendril),
    /// An element, with those of its attributes that are asked for.
    Element(QualName, Vec<Attribute>),
}

/// A step through a page. What holds nothing is entered and left as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Enter(Id),
    Leave(Id),
}

impl Default for Tree {
    fn default() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.add(Kind::Nothing);
        tree
    }
}

impl Tree {
    /// Adds a node that is in no other.
    pub(crate) fn add(&mut self, kind: Kind) -> Id {
        let id = self.nodes.len() as Id;
        let (parent, previous, next, first, last) = (NONE, NONE, NONE, NONE, NONE);
        self.nodes.push(Node { kind, parent, previous, next, first, last, depth: 0 });
        id
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    fn change(&mut self, id: Id, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(id as usize) {
            change(node);
        }
    }

    fn link(&self, id: Id, link: impl Fn(&Node) -> Id) -> Option<Id> {
        self.node(id).map(link).filter(|&id| id != NONE)
    }

    pub(crate) fn parent(&self, id: Id) -> Option<Id> {
        self.link(id, |node| node.parent)
    }

    pub(crate) fn previous(&self, id: Id) -> Option<Id> {
        self.link(id, |node| node.previous)
    }

    pub(crate) fn last(&self, id: Id) -> Option<Id> {
        self.link(id, |node| node.last)
    }

    pub(crate) fn depth(&self, id: Id) -> u32 {
        self.node(id).map_or(0, |node| node.depth)
    }

    /// The nodes in another, in order.
    pub(crate) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.link(id, |node| node.first), |&id| self.link(id, |node| node.next))
    }

    /// Puts a node that is in no other at the end of `parent`.
    pub(crate) fn append(&mut self, parent: Id, id: Id) {
        let (last, depth) = (self.last(parent).unwrap_or(NONE), self.depth(parent) + 1);
        self.change(id, |node| (node.parent, node.previous, node.depth) = (parent, last, depth));
        self.change(last, |node| node.next = id);
        self.change(parent, |node| {
            node.last = id;
            if node.first == NONE {
                node.first = id;
            }
        });
    }

    /// Puts a node that is in no other before its sibling-to-be.
    pub(crate) fn insert_before(&mut self, next: Id, id: Id) {
        let Some(parent) = self.parent(next) else { return };
        let (previous, depth) = (self.previous(next).unwrap_or(NONE), self.depth(parent) + 1);
        self.change(id, |node| {
            (node.parent, node.previous, node.next, node.depth) = (parent, previous, next, depth);
        });
        self.change(next, |node| node.previous = id);
        if previous == NONE {
            self.change(parent, |node| node.first = id);
        } else {
            self.change(previous, |node| node.next = id);
        }
    }

    /// Takes a node out of the one it is in.
    pub(crate) fn detach(&mut self, id: Id) {
        let Some(parent) = self.parent(id) else { return };
        let (previous, next) = (self.previous(id).unwrap_or(NONE), self.link(id, |node| node.next).unwrap_or(NONE));
        self.change(id, |node| (node.parent, node.previous, node.next) = (NONE, NONE, NONE));
        self.change(previous, |node| node.next = next);
        self.change(next, |node| node.previous = previous);
        self.change(parent, |node| {
            if node.first == id {
                node.first = next;
            }
            if node.last == id {
                node.last = previous;
            }
        });
    }

    /// Adds words behind those of a node; false where it has none.
    pub(crate) fn extend(&mut self, id: Id, words: &StrTendril) -> bool {
        match self.nodes.get_mut(id as usize).map(|node| &mut node.kind) {
            Some(Kind::Text(text)) => {
                text.push_tendril(words);
                true
            }
            _ => false,
        }
    }

    pub(crate) fn kind(&self, id: Id) -> &Kind {
        self.node(id).map_or(&Kind::Nothing, |node| &node.kind)
    }

    pub(crate) fn attributes_mut(&mut self, id: Id) -> Option<&mut Vec<Attribute>> {
        match self.nodes.get_mut(id as usize).map(|node| &mut node.kind) {
            Some(Kind::Element(_, attributes)) => Some(attributes),
            _ => None,
        }
    }

    /// The name of an element; nothing for what is none, or none of HTML's.
    pub(crate) fn name(&self, id: Id) -> &str {
        match self.kind(id) {
            Kind::Element(name, _) if name.ns == ns!(html) => &name.local,
            _ => "",
        }
    }

    /// An attribute of an element.
    pub(crate) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let Kind::Element(_, attributes) = self.kind(id) else { return None };
        attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
    }

    /// A number that an attribute begins with.
    pub(crate) fn number(&self, id: Id, name: &str) -> Option<i64> {
        let value = self.attribute(id, name)?.trim_start();
        let signed = value.strip_prefix(['-', '+']).unwrap_or(value);
        let digits = signed.find(|c: char| !c.is_ascii_digit()).unwrap_or(signed.len());
        value[..value.len() - signed.len() + digits].parse().ok()
    }

    /// Goes through an element and all that is in it.
    pub(crate) fn walk(&self, root: Id) -> Walk<'_> {
        Walk { tree: self, root, next: Some(Step::Enter(root)) }
    }
}

/// Steps through a part of a page.
#[derive(Debug)]
pub(crate) struct Walk<'a> {
    tree: &'a Tree,
    root: Id,
    next: Option<Step>,
}

impl Walk<'_> {
    /// Leaves out what is in the node that was just entered. It is still left.
    pub(crate) fn skip(&mut self, id: Id) {
        self.next = Some(Step::Leave(id));
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let step = self.next?;
        self.next = match step {
            Step::Enter(id) => self.tree.link(id, |node| node.first).map(Step::Enter).or(Some(Step::Leave(id))),
            Step::Leave(id) if id == self.root => None,
            Step::Leave(id) => {
                let next = self.tree.link(id, |node| node.next).map(Step::Enter);
                next.or_else(|| self.tree.parent(id).map(Step::Leave))
            }
        };
        Some(step)
    }
}
