//! The title (标题): over one line or several, without what a site or a file's name adds to it.

use arcstr::Substr;

use super::HeadLine;
use super::number;
use crate::outline::card;
use crate::outline::ending::is_signing_name;
use crate::outline::look::Look;
use crate::outline::region::is_title_text;
use crate::outline::title::{ends_title_of_notice, is_title_of_notice};
use crate::outline::{Card, Paragraph, Regions};
use crate::phrase::around::FILE_ENDS;
use crate::text::chars::{is_blank, is_close, is_colon, is_han, is_open, is_stop};
use crate::text::{Flow, Joint};
use crate::vocabulary::{CardField, FURNITURE, Furniture, TITLE_WORDS};

/// The longest title that stands on one line, in characters.
const LONGEST: usize = 120;
/// What stands between a title and the name of a site.
const DASHES: [char; 5] = ['-', '_', '—', '|', '–'];
/// How many lines a title takes at most.
const MOST_LINES: usize = 6;

/// The title, and how many lines of the front end with it: that of a notice, printed or on the card, or else that of the list that the
/// document is.
pub(super) fn find(
    front: &[HeadLine],
    paragraphs: &[Paragraph],
    regions: &Regions,
    card: &Card,
) -> (Option<Substr>, usize) {
    if let Some((title, end)) = of_notice(front) {
        return (Some(title.text), end);
    }
    let on_card: Vec<Flow> = card.values(CardField::Title).map(cleaned).collect();
    if let Some(title) = on_card.iter().find(|title| is_title_of_notice(&title.text)) {
        return (Some(title.text.clone()), 0);
    }
    (of_list(front, paragraphs, regions).or_else(|| on_card.into_iter().next()).map(|title| title.text), 0)
}

/// Whether a line ends the title of a notice.
pub(super) fn is_title(line: &HeadLine) -> bool {
    ends_notice(&cleaned(&line.flow), &line.look)
}

/// The body that a title names before 关于, or before what it does with another document (`…印发《…》的通知`).
pub(super) fn issuer(title: &Substr) -> Option<Substr> {
    const DOES: [&str; 5] = ["关于", "印发《", "转发《", "批转《", "下达《"];
    let at = DOES.iter().filter_map(|word| title.find(word)).min().filter(|&at| at > 0)?;
    Some(title.substr(..title[..at].trim_end_matches(is_blank).len()))
}

/// The title of a notice in the front and the line behind it. Where the page prints it twice, the one with all its marks.
fn of_notice(front: &[HeadLine]) -> Option<(Flow, usize)> {
    let ends: Vec<usize> = (0..front.len()).filter(|&at| is_title(&front[at])).collect();
    let titles: Vec<(Flow, usize)> = ends.into_iter().map(|end| (over_lines(front, end), end + 1)).collect();
    let (title, end) = titles.last()?;
    let letters = |flow: &Flow| flow.text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let own = letters(title);
    let twins = titles.iter().filter(|(twin, _)| twin.text.len() >= title.text.len() && letters(twin) == own);
    twins.map(|(twin, _)| (twin.clone(), *end)).max_by_key(|(twin, _)| twin.text.len())
}

fn ends_notice(title: &Flow, look: &Look) -> bool {
    let text: &str = &title.text;
    let is_long = || text.chars().count() <= LONGEST && text.contains("关于") && !text.contains(['。', '；']);
    let is_line = matches!(look, Look::Plain) && (is_title_text(text) || is_long());
    is_line
        && (is_title_of_notice(text) || text.ends_with("工作报告"))
        && !text.ends_with(goes_on_behind)
        && !text.ends_with(is_colon)
}

/// The title that ends on a line, with the lines above that belong to it, the first of which may be the issuer's name.
fn over_lines(front: &[HeadLine], last: usize) -> Flow {
    let mut first = last;
    let is_line =
        |line: &HeadLine| line.is_plain() && is_title_text(line.text()) && number::in_text(&line.flow).next().is_none();
    while first > 0 && last - first < MOST_LINES && !front[first].text().contains("关于") && is_line(&front[first - 1])
    {
        first -= 1;
    }
    // A line above that is a whole title is another one.
    if !front[first].text().contains("关于") || first < last && ends_title_of_notice(front[first].text()) {
        first = last;
    }
    if front[first].text().starts_with("关于") {
        // Two bodies may issue it together.
        let above = front[..first].iter().rev().take(2);
        first -= above.take_while(|above| above.is_plain() && is_signing_name(above.text())).count();
    }
    joined(front[first..=last].iter().map(|line| &line.flow))
}

/// The title of a document that is no notice but what a notice is written about: a list by itself.
fn of_list(front: &[HeadLine], paragraphs: &[Paragraph], regions: &Regions) -> Option<Flow> {
    let is_title = |title: &Flow| is_title_text(&title.text) && TITLE_WORDS.find(&title.text).is_some();
    let lines = front.iter().filter(|line| line.is_plain()).map(|line| cleaned(&line.flow));
    if let Some(title) = lines.clone().find(is_title) {
        return Some(title);
    }
    let Some(part) = regions.parts.first().filter(|part| !part.title.is_empty()) else {
        return paragraphs.first().filter(|first| opens_as_title(first)).map(|first| cleaned(&first.flow));
    };
    let is_alone = regions.front.is_empty() || part.annex.is_none();
    let lines = paragraphs[part.title.clone()].iter().map(|line| &line.flow);
    let lines: Vec<&Flow> = lines.filter(|line| !line.text.starts_with(is_open)).collect();
    let lines = above_cells(&lines);
    is_alone.then(|| of_part(lines)).filter(|title| !title.text.is_empty())
}

/// Whether the first line of a document is a title by its year or its place, whatever words it has; a body's name is none.
fn opens_as_title(first: &Paragraph) -> bool {
    let text = first.text();
    matches!(first.look, Look::Plain)
        && is_title_text(text)
        && !first.answers
        && opens_title(text)
        && !is_signing_name(text)
}

/// Whether a line begins with a year or a place, as the first line of a title does.
fn opens_title(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with('年') || super::place::opens(text)
}

/// The lines above those of cells that no table took in; the first cell has no stroke before it.
fn above_cells<'a, 'b>(lines: &'a [&'b Flow]) -> &'a [&'b Flow] {
    let cells = lines.iter().position(|line| line.text.starts_with('|'));
    cells.map_or(lines, |at| &lines[..at.saturating_sub(1).max(1).min(at)])
}

/// The title among the lines above a list: up to the first that ends in a title's word, from the line that opens it on.
fn of_part(lines: &[&Flow]) -> Flow {
    let ends = |line: &&Flow| TITLE_WORDS.at_end(without_remark(&line.text)).is_some();
    let Some(end) = lines.iter().position(ends) else { return joined(lines.iter().copied()) };
    let start = lines[..=end].iter().rposition(|line| opens_title(&line.text)).unwrap_or(0);
    joined(lines[start..=end].iter().copied())
}

fn without_remark(text: &str) -> &str {
    if text.ends_with(is_close) { text.rfind(is_open).map_or(text, |open| &text[..open]) } else { text }
}

fn joined<'a>(lines: impl Iterator<Item = &'a Flow>) -> Flow {
    cleaned(&Flow::join(lines.map(|line| (line, Joint::Seamless))))
}

/// A title without what a site, a file or a number adds to it.
pub(super) fn cleaned(title: &Flow) -> Flow {
    let mut title = title.slice(start(&title.text)..title.text.len());
    if let (Some(number), _) = number::beside_title(&title) {
        title = title.slice(number.range.end..title.text.len());
    }
    if let Some(at) = card::behind_title(&title) {
        title = title.slice(0..at);
    }
    let end = end(&title);
    title.slice(0..end)
}

/// The name of a file without its ending.
pub(super) fn without_file_end(name: &str) -> &str {
    FILE_ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// Where the title begins behind Markdown's marks and a rubric (`【政府文件】云溪市…`).
fn start(text: &str) -> usize {
    let core = text.trim_start_matches(|c: char| c == '#' || is_blank(c));
    let rubric = core.strip_prefix('【').and_then(|_| core.find('】'));
    text.len() - core.len() + rubric.map_or(0, |at| at + '】'.len_utf8())
}

/// Where it ends before its number, the name of a site, or what a file's name ends in.
fn end(title: &Flow) -> usize {
    let text: &str = &title.text;
    let mut end = text.len();
    if let (_, Some(number)) = number::beside_title(title) {
        end = number.range.start;
    }
    let trim =
        |end: usize| text[..end].trim_end_matches(|c: char| is_blank(c) || is_open(c) && c != '《' || c == '|').len();
    end = trim(end);
    end = site(&text[..end]).unwrap_or(end);
    end = without_file_end(&text[..end]).len();
    trim(end)
}

/// Where the name of a site begins behind a dash (`…的通知-云溪市人民政府门户网站`), with the column that it stands in before it.
fn site(text: &str) -> Option<usize> {
    let at = text.rfind(DASHES)?;
    let name = text[at..].trim_start_matches(|c: char| !is_han(c) && !c.is_alphanumeric());
    let is_short = |name: &str| name.chars().nth(24).is_none() && TITLE_WORDS.find(name).is_none();
    let is_site = is_short(name)
        && !name.contains(is_stop)
        && (matches!(FURNITURE.at_end(name), Some((_, Furniture::Site)))
            || name.ends_with("政府") && is_signing_name(name));
    let trim = |end: usize| text[..end].trim_end_matches(|c| DASHES.contains(&c) || is_blank(c)).len();
    let end = Some(trim(at)).filter(|&end| is_site && end > 0)?;
    let column = text[..end].rfind(DASHES).map(trim).filter(|&column| column > 0);
    let is_column = |column: &usize| {
        text[*column..end].chars().filter(|&c| is_han(c)).count() <= 6 && is_short(&text[*column..end])
    };
    Some(column.filter(is_column).unwrap_or(end))
}

/// Whether a title goes on behind this character: `关于印发` at the end of a line is the first part of one.
fn goes_on_behind(c: char) -> bool {
    matches!(c, '发' | '和' | '的')
}
