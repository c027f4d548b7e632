//! Between the tokenizer of html5ever and its tree builder: what costs without end is not let through, and what a page lacks at
//! its end is noticed.

use std::cell::RefCell;

use html5ever::interface::{Attribute, TreeSink};
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, local_name};

use super::end::End;
use super::sink::Sink;
use super::tree::{Id, Tree};
use crate::html::element::hides;

/// Hands on tokens.
pub(super) struct Filter {
    builder: TreeBuilder<Id, Sink>,
    /// How deep elements may be nested.
    depth: u32,
    /// The elements for bold, colour and the like that are open, and whether they hide what is in them.
    formats: RefCell<Vec<(LocalName, bool)>>,
    end: End,
}

impl Filter {
    pub(super) fn new(builder: TreeBuilder<Id, Sink>, depth: usize) -> Self {
        let depth = u32::try_from(depth).unwrap_or(u32::MAX);
        Self { builder, depth, formats: RefCell::default(), end: End::default() }
    }

    pub(super) fn is_too_deep(&self) -> bool {
        self.builder.sink.deepest() > self.depth
    }

    /// Tells that nothing more comes.
    pub(super) fn close(&self) {
        self.end.close();
    }

    /// What shows that the page goes on elsewhere.
    pub(super) fn lacks(&self) -> Option<&'static str> {
        self.end.lacks()
    }

    pub(super) fn finish(self) -> Tree {
        self.builder.sink.finish()
    }

    /// Elements for bold, colour and the like do not matter to what is read, and where they are not closed, the tree builder
    /// opens all of them again in each paragraph. One that hides its words goes on as a plain element.
    fn format(&self, tag: Tag) -> Option<Tag> {
        if !is_format(&tag.name) {
            return Some(tag);
        }
        let mut open = self.formats.borrow_mut();
        let hiding = match tag.kind {
            TagKind::StartTag => {
                let hiding = tag.attrs.iter().any(hides_by);
                open.push((tag.name.clone(), hiding));
                hiding
            }
            TagKind::EndTag if open.last().is_some_and(|(name, _)| *name == tag.name) => {
                open.pop().is_some_and(|(_, hiding)| hiding)
            }
            TagKind::EndTag => false,
        };
        hiding.then(|| Tag { name: local_name!("span"), ..tag })
    }
}

fn is_format(name: &str) -> bool {
    matches!(
        name,
        "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike" | "strong" | "tt" | "u"
    )
}

fn hides_by(attribute: &Attribute) -> bool {
    match &*attribute.name.local {
        "hidden" => true,
        "style" => hides(&attribute.value),
        _ => false,
    }
}

impl TokenSink for Filter {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        if self.is_too_deep() {
            return TokenSinkResult::Continue;
        }
        let token = match token {
            Token::TagToken(tag) => {
                self.end.tag(&tag);
                match self.format(tag) {
                    Some(tag) => Token::TagToken(tag),
                    None => return TokenSinkResult::Continue,
                }
            }
            Token::ParseError(_) => {
                self.end.error();
                return TokenSinkResult::Continue;
            }
            Token::CharacterTokens(words) => {
                self.end.words(&words);
                Token::CharacterTokens(words)
            }
            other => other,
        };
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
