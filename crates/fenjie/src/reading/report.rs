//! Work reports (政府工作报告): what was done, what is to be done, and the speeches between.

use std::ops::Range;

use arcstr::Substr;

use super::breakdown::PartDraft;
use super::builder::Builder;
use super::draft::Draft;
use super::genre::{goals, sets_figure};
use super::official;
use super::section::SectionDraft;
use crate::calendar::date;
use crate::model::{BlockKind, PartKind, Session, Span};
use crate::outline::Paragraph;
use crate::outline::look::Look;
use crate::outline::marker::Style;
use crate::text::chars::{arabic, digit, is_blank, is_close, is_colon, is_comma, is_open, is_stop, one_of};
use crate::text::numeral::chinese_small;
use crate::text::{Flow, Joint};
use crate::vocabulary::{GENRE_WORDS, GenreWord, POSTS, REPORT_WORDS, ReportWord};

/// The title of a report: one of the first lines ends in `工作报告`. Somewhere the deputies are addressed, where the title
/// does not say whose report it is, and nobody is made to answer for items.
pub(super) fn title(paragraphs: &[Paragraph]) -> Option<usize> {
    let at = paragraphs.iter().take(40).position(|paragraph| named_report(paragraph.text()).is_some())?;
    let of_government = named_report(paragraphs[at].text()).is_some_and(|name| name.ends_with("政府工作报告"));
    let report = &paragraphs[at..report_end(paragraphs, at)];
    let addresses =
        |paragraph: &Paragraph| paragraph.text().starts_with("各位代表") || paragraph.text().starts_with("各位委员");
    let hands_out = |paragraph: &Paragraph| {
        matches!(paragraph.look, Look::Label(_)) || matches!(paragraph.look, Look::Item(_)) && paragraph.answers
    };
    let is_report = of_government && report.iter().any(|paragraph| kind_of_words(paragraph.text()).is_some())
        || report.iter().any(addresses);
    (is_report && !report.iter().any(hands_out)).then_some(at)
}

/// A line that names a report, without what stands behind it in a bracket.
fn named_report(text: &str) -> Option<&str> {
    let core = text.strip_suffix(is_close).and_then(|inner| inner.rfind(is_open)).map_or(text, |open| &text[..open]);
    let is_plan = core.contains("计划") && core.ends_with("的报告");
    ((core.ends_with("工作报告") || is_plan) && text.chars().count() <= 60).then_some(core)
}

/// Where a report ends: at an annex, or at what explains its words.
fn report_end(paragraphs: &[Paragraph], title: usize) -> usize {
    let behind = paragraphs[title + 1..].iter().position(ends_report);
    behind.map_or(paragraphs.len(), |length| title + 1 + length)
}

/// Reads a report, where the text is one.
///
/// Gives its parts, and where it ends: an annex behind it is no part of it.
pub(crate) fn read(
    paragraphs: &[Paragraph],
    builder: &mut Builder,
    kinds: &mut [BlockKind],
) -> Option<(Vec<PartDraft>, usize)> {
    let title = title(paragraphs)?;
    let end = report_end(paragraphs, title);
    let mut reader = Reader {
        paragraphs: &paragraphs[..end],
        kinds,
        parts: Vec::new(),
        section: None,
        sectioned: false,
        spoken: false,
        unnumbered: false,
    };
    let body = reader.head(title, builder);
    let mut at = body;
    while at < end {
        at = reader.take(at);
    }
    Some((reader.parts, end))
}

struct Reader<'a> {
    paragraphs: &'a [Paragraph],
    kinds: &'a mut [BlockKind],
    parts: Vec<PartDraft>,
    /// The heading above, by its position among the part's.
    section: Option<usize>,
    /// Whether the part has headings of the second rank.
    sectioned: bool,
    /// Whether the deputies were addressed since the last heading.
    spoken: bool,
    /// Whether parts have headings without numbers, so that `一、` counts sections.
    unnumbered: bool,
}

impl Reader<'_> {
    /// The title, the session, and the speaker; returns where the report begins.
    fn head(&mut self, title: usize, builder: &mut Builder) -> usize {
        let header = &mut builder.notice.header;
        header.title = Some(self.paragraphs[title].flow.text.clone());
        (header.signatory, header.issuer) = (None, None);
        for kind in &mut self.kinds[..=title] {
            *kind = BlockKind::Header;
        }
        let mut at = title + 1;
        while let Some(paragraph) = self.paragraphs.get(at).filter(|paragraph| is_of_head(paragraph)) {
            self.kinds[at] = BlockKind::Header;
            if let Some((day, _)) = date::last_in(paragraph.text()) {
                builder.notice.header.issued = Some(day);
            }
            let header = &mut builder.notice.header;
            header.session = header.session.take().or_else(|| session(paragraph));
            header.jurisdiction = header.jurisdiction.take().or_else(|| place_of(header.session.as_ref()?));
            speaker(paragraph, builder);
            at += 1;
        }
        at
    }

    fn take(&mut self, at: usize) -> usize {
        let paragraph = &self.paragraphs[at];
        let text = paragraph.text();
        self.kinds[at] = BlockKind::Prose;
        if let Some(kind) = self.part_kind(paragraph) {
            self.open(at, kind);
            return at + 1;
        }
        if let Look::Item(_) = &paragraph.look {
            if self.heads_section(at) {
                self.kinds[at] = BlockKind::Heading;
                self.begin_section(paragraph);
                (self.sectioned, self.spoken) = (true, false);
                return at + 1;
            }
        }
        if self.parts.is_empty() {
            return at + 1;
        }
        if self.heads_plainly(at) {
            self.kinds[at] = BlockKind::Heading;
            self.begin_section(paragraph);
            (self.sectioned, self.spoken) = (true, false);
            return at + 1;
        }
        if let Some(name) =
            goals(paragraph).or_else(|| opens_goals(paragraph)).filter(|_| self.kind() != PartKind::Review)
        {
            return self.expectation(at, name);
        }
        if is_speech(text) || self.is_overview(at) {
            // `各位代表！今年要办好以下实事：` leads to what is to be done.
            self.spoken = !text.ends_with(is_colon) && (self.spoken || text.starts_with("各位"));
        } else if self.is_task(paragraph) {
            self.task(at);
        }
        at + 1
    }

    fn begin_section(&mut self, heading: &Paragraph) {
        let Some(part) = self.parts.last_mut() else { return };
        self.section = Some(part.sections.len());
        part.sections.push(SectionDraft::of_paragraph(heading));
    }

    /// A numbered line without a stop, or with one at its end and a paragraph with a topic of its own below; a longer one
    /// where points (`一是…`) or paragraphs with topics stand below it.
    fn heads_section(&self, at: usize) -> bool {
        let text = self.paragraphs[at].text();
        let words = text.strip_suffix(is_stop).unwrap_or(text);
        let is_line = text.chars().count() <= 50 && !words.contains(is_stop);
        let below = self.paragraphs.get(at + 1).filter(|below| matches!(below.look, Look::Plain));
        let has_below = below.is_some_and(|below| has_topic(below) || ordinal(below.text()).is_some());
        // `（五）改善民生。集中财力办好十件实事：`
        let is_item = |below: &Paragraph| matches!(below.look, Look::Item(_));
        let leads_in = text.ends_with(is_colon) && self.paragraphs.get(at + 1).is_some_and(is_item);
        is_line && words.len() == text.len() || has_below || leads_in
    }

    /// A short line without a number and a stop, right above a paragraph with a topic of its own.
    fn heads_plainly(&self, at: usize) -> bool {
        let text = self.paragraphs[at].text();
        let is_line = matches!(self.paragraphs[at].look, Look::Plain)
            && text.chars().count() <= 30
            && !text.contains(|c| is_stop(c) || is_colon(c))
            && !text.starts_with(DASHES);
        is_line
            && self.paragraphs.get(at + 1).is_some_and(|below| matches!(below.look, Look::Plain) && has_topic(below))
    }

    /// What stands between the heading of a part and its first section, and sets no figure.
    fn is_overview(&self, at: usize) -> bool {
        let is_plain =
            |paragraph: &Paragraph| matches!(paragraph.look, Look::Plain) && !paragraph.text().starts_with(DASHES);
        let heads = |below: &Paragraph| matches!(&below.look, Look::Item(marker) if marker.style == Style::HanBracket);
        !self.sectioned
            && is_plain(&self.paragraphs[at])
            && self.paragraphs.get(at + 1).is_some_and(heads)
            && !sets_figure(self.paragraphs[at].text())
    }

    fn kind(&self) -> PartKind {
        self.parts.last().map(|part| part.kind).unwrap_or_default()
    }

    /// The kind of part that a heading of the first rank opens.
    fn part_kind(&self, paragraph: &Paragraph) -> Option<PartKind> {
        let text = paragraph.text();
        if text.chars().count() > 50 || text.contains(is_stop) || text.contains(['：', ':']) {
            return None;
        }
        let words = kind_of_words(text);
        match &paragraph.look {
            Look::Item(marker) if marker.style == Style::Han => {
                if words.is_none() && self.unnumbered {
                    return None;
                }
                let before = self.parts.last().map_or(PartKind::Review, |part| part.kind);
                let after_review = before == PartKind::Review && !self.parts.is_empty();
                Some(words.unwrap_or(if after_review { PartKind::Plan } else { before }))
            }
            Look::Plain if !text.contains(is_comma) => words,
            _ => None,
        }
    }

    fn open(&mut self, at: usize, kind: PartKind) {
        let paragraph = &self.paragraphs[at];
        self.kinds[at] = BlockKind::PartTitle;
        self.unnumbered = matches!(paragraph.look, Look::Plain);
        let title = paragraph.flow.words(paragraph.body_start()..paragraph.text().len());
        self.parts.push(PartDraft {
            title: Some(title),
            kind,
            span: paragraph.span(),
            sections: Vec::new(),
            tasks: Vec::new(),
        });
        (self.section, self.sectioned, self.spoken) = (None, false, false);
    }

    /// Every paragraph with a number is one, and every one under a heading of the second rank, unless the deputies have been
    /// addressed; elsewhere, and after that, only one that opens with a topic.
    fn is_task(&self, paragraph: &Paragraph) -> bool {
        let text = &paragraph.text()[paragraph.body_start()..];
        match paragraph.look {
            Look::Item(_) => has_topic(paragraph) || !self.spoken,
            Look::Plain => {
                let is_long = || ordinal(text).is_some() || text.chars().count() > 40;
                let may_be = self.sectioned || text.starts_with(DASHES);
                has_topic(paragraph) || may_be && !self.spoken && is_long()
            }
            _ => false,
        }
    }

    fn task(&mut self, at: usize) {
        let paragraph = &self.paragraphs[at];
        let text = paragraph.text();
        let start = text.len() - text[paragraph.body_start()..].trim_start_matches(DASHES).len();
        let counted = ordinal(&text[start..]).map(|length| start..start + length);
        let start = counted.as_ref().map_or(start, |number| number.end + '是'.len_utf8());
        let stop = text[start..].find('。').map(|stop| start + stop);
        let split = stop.map(|stop| (stop, stop + '。'.len_utf8())).filter(|&(_, behind)| behind < text.len());
        let (title, words) = match split {
            Some((stop, behind)) => (Some(paragraph.flow.words(start..stop)), paragraph.flow.slice(behind..text.len())),
            None => (None, paragraph.flow.slice(start..text.len())),
        };
        let number = match &paragraph.look {
            Look::Item(marker) => marker.printed(&paragraph.flow),
            _ => counted.map(|number| paragraph.flow.words(number)),
        };
        self.file(number, title, words, paragraph.span());
        self.kinds[at] = BlockKind::Task;
    }

    /// The paragraph of the year's goals, with the points below it.
    fn expectation(&mut self, at: usize, name: Range<usize>) -> usize {
        let mut open = self.paragraphs[at].text().ends_with(is_colon);
        let is_point = |paragraph: &&Paragraph| {
            let text = paragraph.text();
            let point = text.starts_with(DASHES) || open && matches!(paragraph.look, Look::Plain) && text.len() <= 300;
            open = open && text.ends_with(['；', ';', '，']);
            point
        };
        let points = self.paragraphs[at + 1..].iter().take_while(is_point).count();
        let end = at + 1 + points;
        let flows = self.paragraphs[at..end].iter().map(|paragraph| (&paragraph.flow, Joint::Line));
        let words = if points == 0 { self.paragraphs[at].flow.clone() } else { Flow::join(flows) };
        let first = &self.paragraphs[at];
        let title = Some(first.flow.words(name));
        let span = self.paragraphs[at..end].iter().map(Paragraph::span).reduce(Span::hull).unwrap_or_default();
        self.file(None, title, words, span);
        for kind in &mut self.kinds[at..end] {
            *kind = BlockKind::Task;
        }
        end
    }

    fn file(&mut self, number: Option<Substr>, title: Option<Substr>, text: Flow, span: Span) {
        let Some(part) = self.parts.last_mut() else { return };
        let section = self.section.filter(|&at| number.is_none() || part.sections[at].number != number);
        part.span = part.span.hull(span);
        part.tasks.push(Draft { section, ..Draft::unassigned(number, title, text, span) });
    }
}

/// Whether a paragraph opens with a few words as a sentence, and goes on.
fn has_topic(paragraph: &Paragraph) -> bool {
    let text = &paragraph.text()[paragraph.body_start()..];
    let topic = text.find('。').filter(|&stop| stop + '。'.len_utf8() < text.len()).map(|stop| &text[..stop]);
    topic.is_some_and(|topic| topic.chars().count() <= 30 && !topic.contains(|c| is_comma(c) || is_stop(c)))
}

/// How long the number is of a point that is counted in its sentence: `一` of `一是扩大内需。`
fn ordinal(text: &str) -> Option<usize> {
    let (_, length) = chinese_small(text)?;
    text[length..].starts_with('是').then_some(length)
}

/// What points without numbers begin with.
const DASHES: [char; 7] = ['—', '-', '●', '•', '·', '－', '―'];

/// `名词解释`: what stands behind a report and is no part of it.
fn ends_report(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    matches!(paragraph.look, Look::Annex) || is_glossary(text)
}

/// `名词解释`: the title of what explains the words of a report.
pub(super) fn is_glossary(text: &str) -> bool {
    text.chars().count() <= 20 && REPORT_WORDS.find_iter(text).any(|(_, _, class)| class == ReportWord::Glossary)
}

/// The name of the goals in a paragraph that only leads to them: `主要预期目标是：`.
fn opens_goals(paragraph: &Paragraph) -> Option<Range<usize>> {
    let text = paragraph.text().strip_suffix(is_colon)?;
    let text = text.strip_suffix(['是', '为']).unwrap_or(text);
    let (word, class) = GENRE_WORDS.at_end(text)?;
    (class == GenreWord::Goal && text.chars().count() <= 80).then(|| text.len() - word.len()..text.len())
}

/// What the words of a heading make of its part.
fn kind_of_words(text: &str) -> Option<PartKind> {
    let mut rest = text;
    let mut found = None;
    while let Some((at, word, class)) = REPORT_WORDS.find(rest) {
        let kind = match class {
            ReportWord::Review => Some(PartKind::Review),
            ReportWord::Plan => Some(PartKind::Plan),
            ReportWord::Outlook => Some(PartKind::Outlook),
            ReportWord::Speech | ReportWord::Thanks | ReportWord::Glossary => None,
        };
        // The past is told by its own words, whatever else a heading says.
        if kind == Some(PartKind::Review) || found.is_none() {
            found = kind.or(found);
        }
        rest = &rest[at + word.len()..];
    }
    found
}

/// Whether a paragraph speaks to the deputies, or thanks.
fn is_speech(text: &str) -> bool {
    let opens = REPORT_WORDS.at_start(text).is_some_and(|(_, class)| class == ReportWord::Speech);
    let early: String = text.chars().take(24).collect();
    let mid = early.contains("成绩来之不易") || early.contains("清醒地认识到") || early.contains("清醒认识到");
    let is_thanks = |at: usize| matches!(REPORT_WORDS.at_start(&text[at..]), Some((_, ReportWord::Thanks)));
    let thanks = || REPORT_WORDS.starts(text).any(is_thanks);
    opens || mid || thanks()
}

/// The lines below the title: the session, the speaker, remarks in brackets.
fn is_of_head(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    matches!(paragraph.look, Look::Plain | Look::Date)
        && text.chars().count() <= 60
        && !text.starts_with("各位")
        && !text.contains(is_stop)
        && kind_of_words(text).is_none()
}

/// `——2025年1月9日在云溪市第九届人民代表大会第四次会议上`, `市九届人大四次会议`
fn session(paragraph: &Paragraph) -> Option<Session> {
    let text = paragraph.text();
    let (before, behind) = text.split_once('届')?;
    let counted = before.trim_end_matches(is_numeral);
    let (congress, _) = count(&before[counted.len()..])?;
    let behind = behind.strip_prefix("人民代表大会").or_else(|| behind.strip_prefix("人大"))?;
    let behind = behind.strip_prefix('第').unwrap_or(behind);
    let (session, length) = count(behind)?;
    let end = text.len() - behind[length..].strip_prefix("次会议")?.len();
    // The name begins behind the day, or what leads to it.
    let start = counted.rfind(|c: char| matches!(c, '在' | '日' | '—' | '-') || is_blank(c) || is_open(c));
    let start = start.map_or(0, |at| at + counted[at..].chars().next().map_or(0, char::len_utf8));
    let span = paragraph.flow.span(start..end);
    Some(Session { text: paragraph.flow.words(start..end), congress, session, span })
}

/// `云溪市` of `云溪市第九届人民代表大会第四次会议`; none of `市九届人大四次会议`.
fn place_of(session: &Session) -> Option<Substr> {
    let before = session.text.split('届').next()?.trim_end_matches(is_numeral);
    let place = before.strip_suffix('第').unwrap_or(before);
    (place.chars().count() > 1).then(|| session.text.substr(..place.len()))
}

/// A number at the start of `text`, and how many bytes it takes.
fn count(text: &str) -> Option<(u32, usize)> {
    arabic(text).or_else(|| chinese_small(text))
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some() || one_of(c, "零〇一二三四五六七八九十")
}

/// `云溪市人民政府代市长 周明`
fn speaker(paragraph: &Paragraph, builder: &mut Builder) {
    let text = paragraph.text();
    let Some((at, ..)) = POSTS.find(text) else { return };
    let body = text[..at].trim_end_matches(is_open);
    if !(body.is_empty() || body.ends_with("政府")) {
        return;
    }
    let found = official::behind_label(text, at..text.len(), &[]).into_iter().find(|named| named.name.is_some());
    let Some(named) = found else { return };
    let words = |range: Option<std::ops::Range<usize>>| range.map(|range| paragraph.flow.words(range));
    builder.official(words(named.name), words(named.post), None, (paragraph.flow.span(named.quote), None));
    if !body.is_empty() {
        let issuer = paragraph.flow.words(0..body.len());
        let place = body.strip_suffix("人民政府").map(|place| paragraph.flow.words(0..place.len()));
        builder.notice.header.jurisdiction = place.or(builder.notice.header.jurisdiction.take());
        builder.notice.header.issuer = Some(issuer);
    }
}
