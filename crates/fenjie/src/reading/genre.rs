//! What the titles of a document say of its numbered items, and which words set work.

use crate::outline::Paragraph;
use crate::outline::title::is_title_of_notice;
use crate::quantity::{self, Dimension, Quantity, QuantityKind};
use crate::text::chars::{is_close, is_open};
use crate::vocabulary::{GENRE_WORDS, GenreWord, TITLE_WORDS};

/// What the items of a part are where nothing in them says who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Genre {
    /// A title announces a list: items are tasks.
    List,
    /// Nothing announces one: items are tasks where most of them set figures.
    Text,
    /// The document is of the press, or none of the genre; only items with a number or a label that say who answers are tasks.
    Press,
    /// The document explains another (解读); nothing is a task.
    Explained,
    /// A letter of responsibility (责任书): a side takes on all items but those of the other side.
    Letter,
    /// The document tells what was done (通报); only items below a heading of what comes next are tasks.
    Bulletin,
}

/// The genre of a part, by the document's title, how the document opens, and whether the part has a title of its own.
pub(crate) fn genre(document: Option<&str>, is_news: bool, has_title: bool) -> Genre {
    let title = document.unwrap_or_default();
    let says = |word| GENRE_WORDS.find_iter(title).any(|(_, _, class)| class == word);
    // `督查通报（第3期）`
    let core = title.strip_suffix(is_close).and_then(|inner| inner.rfind(is_open)).map_or(title, |open| &title[..open]);
    if GENRE_WORDS.at_end(core).is_some_and(|(_, class)| class == GenreWord::Bulletin) {
        Genre::Bulletin
    } else if says(GenreWord::Explains) {
        Genre::Explained
    } else if is_news || says(GenreWord::Press) {
        Genre::Press
    } else if has_title || TITLE_WORDS.find(title).is_some() && !is_title_of_notice(title) {
        // A letter that sends a list on has points of its own, which ask for things.
        Genre::List
    } else if document.is_some() {
        Genre::Text
    } else {
        // Nothing shows that it is a document of the genre: it may be a recipe.
        Genre::Press
    }
}

/// How many characters the words take with which a report of the press opens: `本网4月12日讯（记者`.
const EARLY: usize = 14;

/// Whether a paragraph of the first ones opens as reports of the press do.
pub(crate) fn is_news(paragraphs: &[Paragraph]) -> bool {
    let opens = |paragraph: &Paragraph| {
        let text = paragraph.text();
        let head = text.char_indices().nth(EARLY).map_or(text, |(end, _)| &text[..end]);
        GENRE_WORDS.find_iter(head).any(|(_, _, class)| class == GenreWord::News)
    };
    paragraphs.iter().take(12).any(opens)
}

/// Whether a text holds a figure with a measure that is neither a date nor a number in a name.
pub(crate) fn sets_figure(text: &str) -> bool {
    // `极不平凡的一年`: how long something takes sets nothing.
    let is_time = |found: &Quantity| found.unit().is_some_and(|unit| unit.dimension == Dimension::Time);
    quantity::find_iter(text)
        .any(|found| found.measure.is_some() && found.kind != QuantityKind::Date && !is_time(&found))
}

/// What the paragraph of the goals is called, where it is one: it names them early and sets figures behind.
pub(crate) fn goals(paragraph: &Paragraph) -> Option<std::ops::Range<usize>> {
    let text = paragraph.text();
    let (at, word, _) = GENRE_WORDS.find_iter(text).find(|&(_, _, class)| class == GenreWord::Goal)?;
    let name = at..at + word.len();
    let rest = &text[name.end..];
    let says = rest.starts_with(['是', '为', '：', ':', '建']) || rest.contains("增长");
    let near = text[..name.end].chars().count() <= 80;
    (near && says && sets_figure(rest)).then_some(name)
}
