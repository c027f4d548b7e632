//! Why a fact was read as it was, in a few words.

use std::fmt::Write as _;

use fenjie::{GroundKind, Why};

use crate::args::Lang;

/// The rule, what it says and the words it rests on; with the fact's own words where they are asked for.
pub(crate) fn why(why: &Why<'_>, with_quote: bool, lang: Lang) -> String {
    let mut words = format!("{}: {}", why.rule, lang.pick(why.text, why.text_zh));
    if with_quote {
        let _ = write!(words, " “{}”", why.quote);
    }
    if let Some(ground) = &why.ground {
        let kind = match ground.kind {
            GroundKind::Convention => lang.pick("convention", "约定"),
            GroundKind::Label => lang.pick("label", "栏目"),
            GroundKind::Mark => lang.pick("mark", "标注"),
            _ => lang.pick("words", "文字"),
        };
        let _ = write!(words, " {kind} “{}”", ground.quote);
    }
    words
}
