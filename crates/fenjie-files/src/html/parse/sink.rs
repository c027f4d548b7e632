//! What html5ever finds → the tree.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName, local_name, ns};

use super::tree::{Id, Kind, ROOT, Tree};

/// The attributes that are asked for.
const ATTRIBUTES: [&str; 14] = [
    "class", "colspan", "hidden", "href", "id", "media", "open", "reversed", "role", "rowspan", "start", "style",
    "type", "value",
];

/// The tree while it grows.
#[derive(Debug)]
pub(super) struct Sink {
    tree: RefCell<Tree>,
    deepest: Cell<u32>,
    /// What an element is called that is none.
    no_name: QualName,
}

impl Sink {
    pub(super) fn new() -> Self {
        let no_name = QualName::new(None, ns!(), local_name!(""));
        Self { tree: RefCell::default(), deepest: Cell::new(0), no_name }
    }

    /// How deep the deepest node is.
    pub(super) fn deepest(&self) -> u32 {
        self.deepest.get()
    }

    fn place(&self, child: NodeOrText<Id>, before: Option<Id>, put: impl FnOnce(&mut Tree, Id)) {
        let mut tree = self.tree.borrow_mut();
        let id = match child {
            NodeOrText::AppendNode(id) => {
                tree.detach(id);
                id
            }
            NodeOrText::AppendText(words) => {
                if before.is_some_and(|before| tree.extend(before, &words)) {
                    return;
                }
                tree.add(Kind::Text(words))
            }
        };
        put(&mut tree, id);
        self.deepest.set(self.deepest.get().max(tree.depth(id)));
    }
}

/// The name of an element in a tree that is borrowed for it.
#[derive(Debug)]
pub(super) enum Named<'a> {
    Known(Ref<'a, QualName>),
    Nothing(&'a QualName),
}

impl Named<'_> {
    fn name(&self) -> &QualName {
        match self {
            Self::Known(name) => name,
            Self::Nothing(name) => name,
        }
    }
}

impl ElemName for Named<'_> {
    fn ns(&self) -> &Namespace {
        &self.name().ns
    }

    fn local_name(&self) -> &LocalName {
        &self.name().local
    }
}

fn asked_for(mut attributes: Vec<Attribute>) -> Vec<Attribute> {
    attributes.retain(|attribute| ATTRIBUTES.contains(&&*attribute.name.local));
    attributes
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'a> = Named<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Named<'a> {
        let known = Ref::filter_map(self.tree.borrow(), |tree| match tree.kind(*target) {
            Kind::Element(name, _) => Some(name),
            _ => None,
        });
        known.map_or(Named::Nothing(&self.no_name), Named::Known)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.tree.borrow_mut().add(Kind::Element(name, asked_for(attributes)))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.tree.borrow_mut().add(Kind::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.tree.borrow_mut().add(Kind::Nothing)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let last = self.tree.borrow().last(*parent);
        self.place(child, last, |tree, id| tree.append(*parent, id));
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.tree.borrow().parent(*element).is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What is in a template is no text wherever it is kept, so that the element itself will do.
    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let previous = self.tree.borrow().previous(*sibling);
        self.place(child, previous, |tree, id| tree.insert_before(*sibling, id));
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        let Some(own) = tree.attributes_mut(*target) else { return };
        for attribute in asked_for(attributes) {
            if own.iter().all(|known| known.name != attribute.name) {
                own.push(attribute);
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        let mut tree = self.tree.borrow_mut();
        let children: Vec<Id> = tree.children(*node).collect();
        for child in children {
            tree.detach(child);
            tree.append(*parent, child);
        }
    }
}
