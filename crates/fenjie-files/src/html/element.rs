//! What the elements of a page are to a reader.

use super::parse::{Id, Tree};

/// Whether what is in an element is never read.
pub(super) fn is_silent(tree: &Tree, id: Id) -> bool {
    match tree.name(id) {
        "head" | "script" | "style" | "template" | "noscript" | "noframes" | "noembed" | "iframe" | "input"
        | "button" | "select" | "datalist" | "textarea" | "video" | "audio" | "canvas" | "progress" | "meter" => true,
        "dialog" => tree.attribute(id, "open").is_none(),
        // Drawings and whatever else is none of HTML's.
        "" => matches!(tree.kind(id), super::parse::Kind::Element(name, _) if &*name.local == "svg"),
        _ => false,
    }
}

/// Whether an element is not shown, by what it says of itself, or else by what the style sheets of the page say.
pub(super) fn is_hidden(tree: &Tree, id: Id, by_sheet: bool) -> bool {
    let style = tree.attribute(id, "style").unwrap_or_default();
    tree.attribute(id, "hidden").is_some() || hides(style) || by_sheet && !tells_display(style)
}

/// Whether a style lets nothing be seen.
pub(super) fn hides(style: &str) -> bool {
    value(style, "display").is_some_and(|value| begins(value, "none"))
        || value(style, "visibility").is_some_and(|value| begins(value, "hidden") || begins(value, "collapse"))
}

/// Whether a style says whether something is seen.
pub(super) fn tells_display(style: &str) -> bool {
    value(style, "display").or_else(|| value(style, "visibility")).is_some()
}

fn begins(value: &str, word: &str) -> bool {
    value.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// What a style says of a property: the last word counts.
fn value<'a>(style: &'a str, property: &str) -> Option<&'a str> {
    let pairs = style.split(';').filter_map(|pair| pair.split_once(':'));
    let own = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case(property));
    own.map(|(_, value)| value.trim()).next_back()
}

/// Whether an element begins a line of its own, and ends it.
pub(super) fn is_block(tree: &Tree, id: Id) -> bool {
    let display = tree.attribute(id, "style").and_then(|style| value(style, "display"));
    match (tree.name(id), display) {
        (_, Some(value)) if value.eq_ignore_ascii_case("block") => true,
        (_, Some(value)) if value.eq_ignore_ascii_case("inline") => false,
        (name, _) => is_block_name(name),
    }
}

fn is_block_name(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "frameset"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "optgroup"
            | "option"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// Whether blanks and line breaks are shown as they are written.
pub(super) fn is_preformatted(tree: &Tree, id: Id) -> bool {
    matches!(tree.name(id), "pre" | "listing" | "plaintext" | "xmp")
}

/// How a list without a style of its own in the page's text marks its items.
pub(super) fn list_style(tree: &Tree, id: Id) -> Option<&str> {
    let style = tree.attribute(id, "style")?;
    value(style, "list-style-type").or_else(|| value(style, "list-style"))
}

#[cfg(test)]
mod tests {
    use super::hides;

    #[test]
    fn a_style_hides_by_what_it_says_last() {
        for style in ["display:none", "color:red; DISPLAY : None !important;", "visibility: hidden"] {
            assert!(hides(style), "{style}");
        }
        for style in ["", "display", "display:block", "display:none;display:block", "text-display:none"] {
            assert!(!hides(style), "{style}");
        }
    }
}
