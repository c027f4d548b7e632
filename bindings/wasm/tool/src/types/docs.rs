//! Rust's doc comments as TypeScript's.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// A comment of the type's words and of `more` lines, or nothing where there are none.
pub(super) fn block(attributes: &[Attribute], more: &[String], indent: &str) -> String {
    let mut lines = lines(attributes);
    if !more.is_empty() {
        lines.push(String::new());
        lines.extend(more.iter().cloned());
    }
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let body: String =
                lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n").collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}

/// The words in one line.
pub(super) fn line(attributes: &[Attribute]) -> String {
    lines(attributes).join(" ")
}

/// The lines up to the first example, which is Rust.
fn lines(attributes: &[Attribute]) -> Vec<String> {
    let docs = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let words = docs.map(|line| line.trim().to_owned()).take_while(|line| !line.starts_with("```"));
    let mut lines: Vec<String> = words.map(|line| without_links(&line)).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// ``[`Notice::parts`](crate::Notice::parts)`` → `` `Notice.parts` ``
fn without_links(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, tail)) = rest.split_once("[`") {
        let Some((name, tail)) = tail.split_once("`]") else { break };
        out.extend([before, "`", &name.replace("::", "."), "`"]);
        rest = match tail.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, behind)) => behind,
            None => tail,
        };
    }
    (out + rest).replace("*/", "*\\/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_words() {
        assert_eq!(without_links("in [`Notice::parts`](crate::Notice::parts)."), "in `Notice.parts`.");
        assert_eq!(without_links("[`a`] and [`b`]: /* */"), "`a` and `b`: /* *\\/");
        assert_eq!(without_links("a [list] of `words`"), "a [list] of `words`");
    }
}
