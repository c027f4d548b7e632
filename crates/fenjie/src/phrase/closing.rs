//! The bracket at the end of a text that says who answers for it.

use std::ops::Range;

use super::answer::{Answer, Container, answer, answers, heads_bodies};
use super::body::Sure;
use super::label::{LabelHead, may_hold_label, meant, spelled};
use super::{list, mark};
use crate::calendar;
use crate::text::chars::{
    digit, find, is_blank, is_close, is_colon, is_comma, is_numeral, is_open, is_stop, marks, trim,
};
use crate::text::{Flow, Kinds};
use crate::vocabulary::{ABOVE_WORDS, Label, MARKS, Mark, label_words};

/// A bracket at the end of a text, before or behind its full stop.
#[derive(Clone, Debug)]
pub(crate) struct Closing {
    /// The bracket, its marks included.
    pub(crate) bracket: Range<usize>,
    /// What stands inside.
    pub(crate) content: Range<usize>,
    /// The list with which the words inside begin, where no label does.
    pub(crate) answer: Option<Answer>,
}

/// The bracket around `content`, if its words hand out responsibility, given where it stands.
fn closing(text: &str, bracket: Range<usize>, content: Range<usize>, place: Container) -> Option<Closing> {
    let content = content.start + range_of_items(&text[content.clone()])..content.end;
    let words = &text[content.clone()];
    let at = words.len() - words.trim_start_matches(is_blank).len();
    let answer = match meant(words, at) {
        // `（联系人：周明）`, `（责任人：周明；责任单位：甲局）`
        Some(head) if head.label == Label::Aside => {
            labels_behind(words).find(|head| head.label != Label::Aside)?;
            None
        }
        Some(_) => None,
        None => {
            let first = answer(text, content.start..content.start + before_label(words).len(), place);
            // `（分值8分，责任单位：甲局）`: other words first.
            if first.is_none() {
                labels_behind(words).find(|head| head.label != Label::Aside)?;
            }
            first
        }
    };
    Some(Closing { bracket, content, answer })
}

/// `9—11项责任单位：…`: how long the words are that tell which items a bracket speaks of.
fn range_of_items(words: &str) -> usize {
    let counts = |c: char| digit(c).is_some() || matches!(c, '-' | '－' | '—' | '–' | '~' | '～' | '至' | '第' | '、');
    let behind = words.trim_start_matches(counts);
    let counted = behind.len() < words.len() && words.starts_with(|c: char| digit(c).is_some() || c == '第');
    behind.strip_prefix('项').filter(|_| counted).map_or(0, |rest| words.len() - rest.len())
}

/// The labels behind the separators of a bracket.
fn labels_behind(content: &str) -> impl Iterator<Item = LabelHead> + '_ {
    let separates = |c: char| is_stop(c) || is_comma(c) || is_blank(c);
    marks(content).filter(move |&(_, c)| separates(c)).filter_map(|(at, c)| meant(content, at + c.len_utf8()))
}

/// The words before a label inside a bracket: `甲局负责；完成时限：6月底`.
fn before_label(content: &str) -> &str {
    let separates = |c: char| is_stop(c) || is_comma(c) || is_blank(c);
    let mut ends = marks(content).filter(|&(_, c)| separates(c));
    ends.find(|&(at, c)| meant(content, at + c.len_utf8()).is_some()).map_or(content, |(at, _)| &content[..at])
}

/// Every bracket of `text` that ends a sentence and names who is responsible, in order. Brackets side by side end it together:
/// `…。（责任领导：周明）（牵头单位：甲局）`.
pub(crate) fn responsible_brackets(text: &str) -> Vec<Closing> {
    let mut found = Vec::new();
    let mut at_commas = false;
    let Outer { brackets, open, has_angle } = outer_brackets(text);
    for run in brackets.chunk_by(|a, b| is_beside(text, a, b)) {
        let mut take = |(closing, place): (Closing, Container)| {
            at_commas |= place == Container::AtComma;
            found.push(closing);
        };
        match run {
            [only] => place_of(text, only).and_then(|place| read(text, only, place)).into_iter().for_each(take),
            _ => beside(text, run).into_iter().flatten().for_each(&mut take),
        }
    }
    found.extend(open.and_then(|open| unclosed(text, open)));
    if at_commas {
        keep_commas_of_lists(text, &mut found);
    }
    if has_angle {
        found.extend(angled(text));
        found.sort_by_key(|closing| closing.bracket.start);
        // Signs and brackets that cut across each other are no brackets of each other.
        let mut end = 0;
        found.retain(|closing| {
            let stands_apart = closing.bracket.start >= end;
            end = if stands_apart { closing.bracket.end } else { end };
            stands_apart
        });
    }
    found
}

/// A bracket at its place, if its words hand out responsibility.
fn read(text: &str, bracket: &Range<usize>, place: Container) -> Option<(Closing, Container)> {
    let words = &text[bracket.clone()];
    let [open, close] = [words.chars().next(), words.chars().next_back()].map(|c| c.map_or(0, char::len_utf8));
    let closing = closing(text, bracket.clone(), bracket.start + open..bracket.end - close, place)?;
    Some((closing, place))
}

/// Which of the brackets side by side name who is responsible. One between others ends its sentence with those that do.
fn beside(text: &str, run: &[Range<usize>]) -> Vec<Option<(Closing, Container)>> {
    let own: Vec<Option<Container>> = run.iter().map(|bracket| place_of(text, bracket)).collect();
    let mut found: Vec<_> = run.iter().zip(&own).map(|(bracket, place)| read(text, bracket, (*place)?)).collect();
    let place = |found: &[Option<(Closing, Container)>], at: usize| found[at].as_ref().map(|&(_, place)| place);
    for at in 1..run.len() {
        let above = place(&found, at - 1).filter(|place| *place == Container::BehindStop);
        if own[at].is_none() {
            found[at] = above.and_then(|place| read(text, &run[at], place));
        }
    }
    for at in (1..run.len()).rev() {
        let below = place(&found, at).filter(|place| *place != Container::BehindStop);
        if own[at - 1].is_none() && found[at - 1].is_none() {
            found[at - 1] = below.and_then(|place| read(text, &run[at - 1], place));
        }
    }
    found
}

/// The brackets of a text that stand in no other.
#[derive(Default)]
struct Outer {
    brackets: Vec<Range<usize>>,
    /// Where one opens that does not close.
    open: Option<usize>,
    /// Whether there are signs that may be brackets.
    has_angle: bool,
}

fn outer_brackets(text: &str) -> Outer {
    let mut found = Outer::default();
    let mut depth = 0_usize;
    for (at, c) in marks(text) {
        found.has_angle |= is_left_angle(c);
        if is_open(c) {
            found.open = found.open.or(Some(at));
            depth += 1;
        } else if is_close(c) && depth > 0 {
            depth -= 1;
            let open = if depth == 0 { found.open.take() } else { None };
            found.brackets.extend(open.map(|open| open..at + c.len_utf8()));
        }
    }
    found
}

fn is_beside(text: &str, bracket: &Range<usize>, next: &Range<usize>) -> bool {
    text[bracket.end..next.start].chars().all(is_blank)
}

/// Where the brackets end that answer for a sentence each: those side by side answer for one.
pub(crate) fn ends_of_answers(text: &str, closings: &[Closing]) -> Vec<usize> {
    let runs = closings.chunk_by(|a, b| is_beside(text, &a.bracket, &b.bracket));
    runs.filter_map(|run| run.last().map(|last| last.bracket.end)).collect()
}

/// A bracket before a comma closes a clause where one behind it closes the rest of the sentence; else it explains a word.
fn keep_commas_of_lists(text: &str, found: &mut Vec<Closing>) {
    let at_comma = |closing: &Closing| text[closing.bracket.end..].trim_start_matches(is_blank).starts_with(is_comma);
    let mut next: Option<usize> = None;
    for at in (0..found.len()).rev() {
        let end = found[at].bracket.end;
        let goes_on = next.is_some_and(|start| !text[end..start].contains('。'));
        if at_comma(&found[at]) && !goes_on {
            found.remove(at);
        } else {
            next = Some(found[at].bracket.start);
        }
    }
}

fn is_left_angle(c: char) -> bool {
    matches!(c, '＜' | '〈')
}

/// `＜市商务局负责＞`: the signs compare as a rule, and are brackets where bodies stand between them.
fn angled(text: &str) -> Vec<Closing> {
    let mut open = None;
    let closings = marks(text).filter_map(|(at, c)| match c {
        _ if is_left_angle(c) => {
            open = Some(at);
            None
        }
        '＞' | '〉' => {
            let (start, end) = (open.take()?, at + c.len_utf8());
            closing(text, start..end, start + c.len_utf8()..at, place_of(text, &(start..end))?)
        }
        _ => None,
    });
    let mut found: Vec<Closing> = closings.collect();
    // The mark that closes it was lost.
    found.extend(open.and_then(|start| {
        let content = start + '＜'.len_utf8()..text.len();
        let answer = Some(answer(text, content.clone(), Container::AtEnd)?);
        Some(Closing { bracket: start..text.len(), content, answer })
    }));
    found
}

/// `（责任单位：甲局` to the end of the text: the mark that closes it was lost, at the end of a page as a rule.
fn unclosed(text: &str, open: usize) -> Option<Closing> {
    let start = open + text[open..].chars().next().map_or(0, char::len_utf8);
    let lead = text[start..].len() - text[start..].trim_start_matches(is_blank).len();
    let (bracket, content) = (open..text.len(), start..text.len());
    spelled(text, start + lead).map(|_| Closing { bracket, content, answer: None })
}

/// Where a bracket stands, if it ends a sentence.
fn place_of(text: &str, bracket: &Range<usize>) -> Option<Container> {
    let behind = text[bracket.end..].trim_start_matches(is_blank);
    if text[..bracket.start].trim_end_matches(is_blank).ends_with(|c: char| is_stop(c) || c == '”') {
        return Some(Container::BehindStop);
    }
    if behind.trim_start_matches(is_stop).is_empty() {
        return Some(Container::AtEnd);
    }
    if behind.starts_with(is_stop) {
        return Some(Container::InText);
    }
    behind.starts_with(is_comma).then_some(Container::AtComma)
}

/// The label behind a sentence of `text` (`…。责任单位：…`): the words before it are prose.
pub(crate) fn inline_label(text: &str) -> Option<LabelHead> {
    let mut depth = 0i32;
    let mut in_angle = false;
    marks(text).find_map(|(at, c)| {
        depth = (depth + i32::from(is_open(c)) - i32::from(is_close(c))).max(0);
        // A sign of comparison reaches to the end of its sentence.
        in_angle = is_left_angle(c) || in_angle && !matches!(c, '＞' | '〉' | '。');
        if depth > 0 || in_angle || !(is_stop(c) || is_blank(c) || is_close(c)) {
            return None;
        }
        let from = at + c.len_utf8();
        let from = text.len() - text[from..].trim_start_matches(is_blank).len();
        spelled(text, from).filter(|head| text[head.range.clone()].chars().count() >= 4 || heads_list(text, head))
    })
}

/// `承办：甲部、乙部；`: whether nothing but bodies stands behind a short label, up to the next stop.
fn heads_list(text: &str, head: &LabelHead) -> bool {
    let words = &text[head.content..];
    let words = &words[..find(words, is_stop).unwrap_or(words.len())];
    let listed = list::list(words, 0..words.len(), &[]);
    !listed.mentions.is_empty() && listed.mentions.iter().all(|mention| mention.sure > Sure::No)
}

/// The label behind a sentence of a text with marks of these kinds, with its colon or without.
pub(crate) fn label_behind(text: &str, kinds: Kinds) -> Option<LabelHead> {
    let labelled = if may_hold_label(kinds) { inline_label(text) } else { None };
    labelled.or_else(|| if kinds.meets(Kinds::STOP) { said(text) } else { None })
}

/// `…。责任单位为甲局、乙局。`: the label with which the last sentence begins, 为 in place of its colon.
fn said(text: &str) -> Option<LabelHead> {
    let from = sentence_start(text.trim_end_matches(is_stop));
    if from == 0 {
        return None;
    }
    said_at(text, from)
}

/// The label at byte `at` with 为 in place of its colon, and bodies behind it.
pub(crate) fn said_at(text: &str, at: usize) -> Option<LabelHead> {
    let (end, label) = label_words(text, at)?;
    let content = end + text[end..].strip_prefix(['为', '是']).map(|rest| text[end..].len() - rest.len())?;
    heads_bodies(&text[content..]).then_some(LabelHead { label, range: at..end, content, misprint_of: None })
}

/// `…，由甲局牵头，乙局配合。`: the last clauses of a text that hand it to bodies, without the full stop; or the first ones of
/// its last sentence, where they begin it: `…。由甲局牵头，各县政府落实，总数达到800个。`
pub(crate) fn handing_clause(text: &str) -> Option<Range<usize>> {
    let end = text.trim_end_matches(|c: char| is_stop(c) || is_blank(c)).len();
    behind_by(text, end).or_else(|| handing_sentence(text, end))
}

/// `…。（8月31日前完成）`: the bracket at the end of a text that says by when and nothing else, and its words.
pub(crate) fn due_bracket(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let core = text.trim_end_matches(|c: char| is_stop(c) || is_blank(c));
    let inner = core.strip_suffix(is_close)?;
    let open = inner.rfind(is_open)?;
    let start = open + inner[open..].chars().next().map_or(0, char::len_utf8);
    is_due(&inner[start..]).then_some((open..core.len(), start..inner.len()))
}

/// The clauses behind the last 由 before `end`.
fn behind_by(text: &str, end: usize) -> Option<Range<usize>> {
    let start = text[..end].rfind('由')?;
    // `由各牵头单位共同负责`: those that are named elsewhere.
    let whom = text[start..end].trim_start_matches('由');
    if whom.strip_prefix('各').is_some_and(|whom| label_words(whom, 0).is_some()) {
        return None;
    }
    let before = text[..start].trim_end_matches(is_blank);
    let begins = before.is_empty() || before.ends_with(is_stop);
    let above = || is_above(&before[sentence_start(before)..]);
    if !(begins || before.ends_with(is_comma) || above()) {
        return None;
    }
    if !begins {
        let whole = || answers(&text[start..end], Container::BehindStop).then_some(start..end);
        if clauses_of_bodies(&text[start..end]) == end - start {
            return whole();
        }
        // `…，由甲局牵头，乙局配合，新建…`
        let opening = opening_clauses(&text[..end], start);
        let goes_on = opening.first().is_some_and(|first| text[first.end..].starts_with(is_comma));
        let clauses = opening.last().filter(|_| goes_on).map(|last| start..last.end);
        return clauses.or_else(whole);
    }
    let bodies = clauses_of_bodies(&text[start..end]);
    answers(&text[start..start + bodies], Container::BehindStop).then_some(start..start + bodies)
}

/// Where the last sentence of `text` begins.
fn sentence_start(text: &str) -> usize {
    text.rfind('。').map_or(0, |stop| stop + '。'.len_utf8())
}

/// How many characters a sentence takes that hands a text to bodies.
const LONGEST_SENTENCE: usize = 200;

/// `…。甲局、乙局牵头，丙局配合。`: the last sentence before `end`, where it names bodies and what they do, and nothing else. The
/// first of them leads or answers: that bodies support something is said of much that is no task.
fn handing_sentence(text: &str, end: usize) -> Option<Range<usize>> {
    let start = sentence_start(&text[..end]);
    let start = start + (text[start..end].len() - text[start..end].trim_start_matches(is_blank).len());
    let sentence = &text[start..end];
    let ends_in_mark = || mark::strip(sentence).1.is_some() || sentence.contains(is_comma);
    // A bracket, and what stands behind a label, are read as such.
    if start == 0
        || sentence.starts_with(is_open)
        || sentence.contains(is_colon)
        || !ends_in_mark()
        || sentence.chars().nth(LONGEST_SENTENCE).is_some()
    {
        return None;
    }
    let mut clauses = sentence.split(is_comma);
    let first = clauses.next().is_some_and(|clause| hands_out(clause, |mark| mark != Mark::Participant));
    (first && clauses.all(|clause| hands_out(clause, |_| true) || is_due(clause))).then_some(start..end)
}

/// Whether a clause is bodies with a mark that `suits` behind the last of them.
fn hands_out(clause: &str, suits: impl Fn(Mark) -> bool) -> bool {
    if mark::strip(clause).1.is_none() {
        return false;
    }
    let listed = list::list(clause, 0..clause.len(), &[]);
    let named = listed.mentions.iter().all(|mention| mention.sure > Sure::No);
    let sure = listed.mentions.first().is_some_and(|mention| mention.sure >= Sure::Likely);
    let marked = listed.mentions.last().and_then(|mention| mention.mark).is_some_and(suits);
    named && sure && marked && listed.notes.is_empty()
}

/// Whether a clause says by when, and names nobody.
fn is_due(clause: &str) -> bool {
    let mut stretches = clause.split(|c| is_comma(c) || is_stop(c) || c == '、').map(trim).filter(|it| !it.is_empty());
    stretches.next().is_some_and(calendar::is_deadline) && stretches.all(calendar::is_deadline)
}

/// The length of the clauses at the start of a sentence that name bodies and what they do, with a deadline behind them.
fn clauses_of_bodies(sentence: &str) -> usize {
    let commas = marks(sentence).filter(|&(_, c)| is_comma(c)).map(|(at, _)| at);
    let mut end = 0;
    for comma in commas.chain([sentence.len()]) {
        let clause = sentence[end..comma].trim_start_matches(is_comma);
        if end > 0 && !answers(clause, Container::BehindStop) && !is_due(clause) {
            break;
        }
        end = comma;
    }
    end
}

/// `以上工作由甲局牵头，乙局配合。`: whether a text hands out what stands above it, and nothing else.
pub(crate) fn hands_out_above(text: &str) -> bool {
    ABOVE_WORDS.at_start(text).is_some() && handing_clause(text).is_some_and(|clause| is_above(&text[..clause.start]))
}

/// `以上`, `以上3项`, `以上1—3项`, `上述工作`: whether words name all that stands above.
fn is_above(words: &str) -> bool {
    let words = words.trim_matches(|c| is_blank(c) || is_comma(c));
    let counted = |rest: &str| {
        let joins = |c: char| matches!(c, '-' | '－' | '—' | '–' | '~' | '～' | '至' | '第');
        let count = rest.trim_start_matches(|c: char| digit(c).is_some() || is_numeral(c) || joins(c));
        count.len() < rest.len() && matches!(count, "项" | "条" | "件" | "项工作" | "项任务")
    };
    ABOVE_WORDS.whole(words).is_some()
        || ABOVE_WORDS.at_start(words).is_some_and(|(word, ())| counted(&words[word.len()..]))
}

/// `甲局、乙局：新建…`: the bodies before a colon with which the words of an item open, and where the others begin.
pub(crate) fn opening_bodies(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    opening_words(text, from).filter(|(words, _)| heads_bodies(&text[words.clone()]))
}

/// The words before a colon with which a sentence opens, and where the others begin.
pub(crate) fn opening_words(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    // A colon inside a bracket is the bracket's.
    let mut depth = 0usize;
    let mut ends = marks(&text[from..]).filter(|&(_, c)| {
        depth = if is_open(c) { depth + 1 } else { depth.saturating_sub(usize::from(is_close(c))) };
        depth == 0 && (is_colon(c) || is_stop(c))
    });
    let (at, sign) = ends.next().filter(|&(_, c)| is_colon(c))?;
    let end = from + at;
    // The colon of `新建城市书房布局（责任单位：…）` belongs to the bracket.
    if marks(&text[from..end]).fold(0, |depth, (_, c)| depth + i32::from(is_open(c)) - i32::from(is_close(c))) > 0 {
        return None;
    }
    let rest = end + sign.len_utf8();
    let has_words = text[rest..].trim_start_matches(is_blank).chars().nth(2).is_some();
    has_words.then_some((from..end, rest))
}

/// `甲局牵头，乙局配合，新建…`, `甲局负责建设…`: the bodies that the first clauses of an item name, each with what it does. The first
/// of them leads or answers.
pub(crate) fn opening_clauses(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let words = &text[from..];
    let sentence = &words[..find(words, is_stop).unwrap_or(words.len())];
    let mut at = from;
    for clause in sentence.split_inclusive(is_comma) {
        let core = clause.trim_end_matches(is_comma);
        let suits = |mark: Mark| !found.is_empty() || mark != Mark::Participant;
        let Some(length) = bodies_before_mark(core, suits) else { break };
        found.push(at..at + length);
        at += clause.len();
    }
    // A list of bodies alone is a heading or an answer of its own.
    if at >= from + sentence.len() { Vec::new() } else { found }
}

/// How long the bodies at the head of a clause are, with the first mark behind them that `suits`.
fn bodies_before_mark(clause: &str, suits: impl Fn(Mark) -> bool) -> Option<usize> {
    let begin = clause.strip_prefix('由').map_or(0, |rest| clause.len() - rest.len());
    let places = MARKS.starts(&clause[begin..]).map(|at| begin + at).filter(|&at| at > begin).take(MOST_MARKS);
    let marks = places.filter_map(|at| MARKS.at_start(&clause[at..]).map(|(word, mark)| (at, at + word.len(), mark)));
    // Where nothing stands behind the mark, it may be no verb of the sentence.
    let named = |at: usize, end: usize| {
        let least = if end == clause.len() { Sure::Maybe } else { Sure::Likely };
        let listed = list::list(clause, begin..at, &[]);
        let bodies = !listed.mentions.is_empty() && listed.notes.is_empty() && listed.persons.is_empty();
        bodies && listed.mentions.iter().all(|mention| mention.sure >= least)
    };
    marks.into_iter().find(|&(at, end, mark)| suits(mark) && named(at, end)).map(|(_, end, _)| end)
}

/// How many places in a clause are looked at for a mark: its verbs may look like marks as well.
const MOST_MARKS: usize = 6;

/// Whether a text says itself who answers for it: in brackets, behind a label, or in its last clauses.
pub(crate) fn carries_responsibility(flow: &Flow) -> bool {
    !brackets_of(flow).is_empty() || answers_at_end(flow)
}

/// The brackets of a text that say who answers for it.
pub(crate) fn brackets_of(flow: &Flow) -> Vec<Closing> {
    if flow.kinds.meets(Kinds::OPEN) { responsible_brackets(&flow.text) } else { Vec::new() }
}

/// Whether a text says behind a label or in its last clauses who answers for it.
pub(crate) fn answers_at_end(flow: &Flow) -> bool {
    let text: &str = &flow.text;
    label_behind(text, flow.kinds).is_some_and(|head| head.label != Label::Aside) || handing_clause(text).is_some()
}
