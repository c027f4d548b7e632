//! Web pages.

use super::{filled, nested};
use crate::kind::Shape;

const HEAD: &str = "<html><body>";
const TAIL: &str = "</body></html>";
const PAGE: (&str, &str) = (HEAD, TAIL);

pub(crate) const HTML: &[Shape] = &[
    Shape {
        name: "notice",
        make: |size| {
            let item = |at| format!("<h2>{at}、修桥</h2><p>建桥{at}座。</p><p>责任单位：<b>市交通局</b>、市财政局</p>");
            filled(size, "<html><head><title>清单</title></head><body>", item, TAIL)
        },
    },
    Shape { name: "nested divs", make: |size| nested(size, PAGE, 200, ("<div>", "</div>"), "修桥") },
    Shape {
        name: "nested tables",
        make: |size| nested(size, PAGE, 40, ("<table><tr><td>甲</td><td>", "</td></tr></table>"), "修桥"),
    },
    Shape { name: "nested lists", make: |size| nested(size, PAGE, 100, ("<ol><li>甲", "</li></ol>"), "修桥") },
    Shape { name: "unclosed paragraphs", make: |size| filled(size, HEAD, |_| "<p>修".to_owned(), TAIL) },
    Shape { name: "unclosed bold", make: |size| filled(size, HEAD, |_| "<b><p>修".to_owned(), TAIL) },
    Shape { name: "unclosed links", make: |size| filled(size, HEAD, |_| "<p><a href=x>修".to_owned(), TAIL) },
    Shape {
        name: "crossed formats",
        make: |size| filled(size, HEAD, |_| "<b><i><p>修</b><a>桥</i></p>".to_owned(), TAIL),
    },
    Shape {
        name: "links around blocks",
        make: |size| filled(size, HEAD, |_| "<a><div><p>修</a></div>".to_owned(), TAIL),
    },
    Shape { name: "stray ends", make: |size| filled(size, HEAD, |_| "</p></b></a></td></x>".to_owned(), TAIL) },
    Shape {
        name: "deep and stray ends",
        make: |size| filled(size, &(HEAD.to_owned() + &"<div>".repeat(200)), |_| "</x>".to_owned(), TAIL),
    },
    Shape { name: "words in a table", make: |size| filled(size, "<table>", |_| "修<p>桥".to_owned(), "") },
    Shape { name: "options", make: |size| filled(size, "<html><select>", |_| "<option><optgroup>修".to_owned(), "") },
    Shape { name: "buttons", make: |size| filled(size, HEAD, |_| "<button><b>修".to_owned(), TAIL) },
    Shape { name: "forms", make: |size| filled(size, HEAD, |_| "<form><input>修</form><form>".to_owned(), TAIL) },
    Shape {
        name: "svg",
        make: |size| filled(size, HEAD, |_| "<svg><g/><desc>修</desc></svg><math><mi>x</mi></math>".to_owned(), TAIL),
    },
    Shape { name: "headings", make: |size| filled(size, HEAD, |_| "<h1>修<h2>".to_owned(), TAIL) },
    Shape {
        name: "attributes",
        make: |size| filled(size, "<p>", |at| format!("<i a{at}=1 b{at}='2' c{at}>修</i>"), ""),
    },
    Shape {
        name: "wide table",
        make: |size| filled(size, "<table><tr>", |_| "<td>修".to_owned(), "</tr><tr><td>桥</td></tr></table>"),
    },
    Shape {
        name: "short rows",
        make: |size| {
            let wide = "<table><tr>".to_owned() + &"<td>修".repeat(size / 24);
            filled(size, &wide, |_| "<tr><td>桥".to_owned(), "</table>")
        },
    },
    Shape {
        name: "rowspans",
        make: |size| {
            let cell = |at| {
                format!("{}<td rowspan={} colspan={}>修", if at % 20 == 0 { "<tr>" } else { "" }, at % 900, at % 7)
            };
            filled(size, "<table>", cell, "</table>")
        },
    },
    Shape {
        name: "endless rowspans",
        make: |size| filled(size, "<table>", |_| "<tr><td rowspan=0 colspan=999>修<td>桥".to_owned(), "</table>"),
    },
    Shape {
        name: "small tables",
        make: |size| filled(size, HEAD, |_| "<table><tr><td>修<td>桥</table>".to_owned(), TAIL),
    },
    Shape { name: "entities", make: |size| filled(size, HEAD, |_| "&amp;&nbsp;&#x4fee;&x;&".to_owned(), TAIL) },
    Shape { name: "comments", make: |size| filled(size, HEAD, |_| "<!--修--><!-->修".to_owned(), TAIL) },
    Shape { name: "scripts", make: |size| filled(size, HEAD, |_| "<script>a</b</script>修".to_owned(), TAIL) },
    Shape { name: "open tags", make: |size| filled(size, HEAD, |_| "<p <p a='".to_owned(), TAIL) },
    Shape {
        name: "card",
        make: |size| {
            filled(
                size,
                HEAD,
                |at| format!("<table><tr><td>索引号：{at}</td><td>发布机构：市府</td></table><p>修</p>"),
                TAIL,
            )
        },
    },
    Shape { name: "blanks", make: |size| filled(size, HEAD, |_| " <span> </span>&nbsp;\n".to_owned(), TAIL) },
];
