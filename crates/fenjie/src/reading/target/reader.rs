//! Clauses and quantities → drafts: what is handed on from one item, clause or sentence to the next.

use std::ops::Range;

use rust_decimal::Decimal;

use super::clause::{self, Clause};
use super::draft::{Draft, Phrase};
use super::due;
use super::indicator::{self, Figure};
use super::number::{Found, Num};
use super::reach::{REACH, first_bytes, last_bytes};
use super::relative::{self, Comparison};
use super::role::{self, Place, Role};
use super::state::{Reader, State, Statement};
use super::words::{self, Class};
use super::{Aside, Context, Reason, list};
use crate::quantity::Dimension;
use crate::text::chars::{is_colon, is_comma, is_stop};

/// Reads a text without white space whose quantities were found.
pub(super) fn read(text: &str, found: &Found, context: &Context) -> (Vec<Draft>, Vec<Aside>) {
    let Found { nums, held, .. } = found;
    let compares = relative::may_compare(text);
    if nums.is_empty() && !compares {
        return (Vec::new(), Vec::new());
    }
    let clauses = clause::split(text, held);
    let mut reader = Reader {
        text,
        clauses: &clauses,
        context,
        drafts: Vec::new(),
        used: Vec::new(),
        aside: Vec::new(),
        state: State { trouble: tells_trouble(text), ..State::default() },
    };
    // A clause without a figure is read only where one of its sentence follows: most sentences have none.
    let (mut from, mut waiting) = (0, 0);
    for (at, clause) in clauses.clauses.iter().enumerate() {
        from += nums[from..].iter().take_while(|num| num.range.start < clause.range.start).count();
        let count = nums[from..].iter().take_while(|num| num.range.end <= clause.range.end).count();
        let inside: Vec<Num> = nums[from..from + count]
            .iter()
            .filter(|num| clause.bracket || clauses.closed_at(num.digits.start).is_none())
            .cloned()
            .collect();
        from += count;
        let comparisons =
            if compares { relative::find(text, &clause.range, &clauses, clause.bracket, &inside) } else { Vec::new() };
        if inside.is_empty() && comparisons.is_empty() {
            continue;
        }
        for earlier in clauses.clauses[waiting..at].iter().filter(|earlier| earlier.sentence == clause.sentence) {
            reader.clause(earlier, &[], &[]);
        }
        waiting = at + 1;
        reader.clause(clause, &inside, &comparisons);
        // What follows without a figure may still say when it is due.
        let behind =
            clauses.clauses[waiting..].iter().take(BEHIND).take_while(|later| later.sentence == clause.sentence);
        let figures = |later: &&Clause| nums[from..].first().is_none_or(|num| num.range.start >= later.range.end);
        let says_when = |later: &Clause| due::says_when(text, &later.range);
        let count = behind.take_while(figures).position(says_when).map_or(0, |place| place + 1);
        for later in &clauses.clauses[waiting..waiting + count] {
            reader.clause(later, &[], &[]);
        }
        waiting += count;
    }
    let asides = reader.asides(nums);
    (reader.drafts, asides)
}

/// How many clauses behind a figure may part it from the deadline behind it.
const BEHIND: usize = 3;

/// `反馈问题：…`: whether a sentence begins with a label that stands before what was found to be wrong.
fn tells_trouble(sentence: &str) -> bool {
    let colon = sentence.char_indices().take(LONGEST_LABEL).find(|&(_, c)| is_colon(c) || is_comma(c) || is_stop(c));
    let label = colon.filter(|&(_, c)| is_colon(c)).map(|(at, _)| &sentence[..at]);
    label.is_some_and(|label| words::class_of(label).meets(Class::TROUBLE))
}

/// How many characters a label inside a text takes, its colon included.
const LONGEST_LABEL: usize = 10;

/// What comes next in a clause.
enum Next<'a> {
    Comparison(&'a Comparison),
    Num(usize),
}

impl Reader<'_> {
    fn clause(&mut self, clause: &Clause, nums: &[Num], comparisons: &[Comparison]) {
        self.enter(clause);
        if self.state.trouble {
            self.aside.extend(nums.iter().map(|num| (num.digits.start, Some(Reason::History))));
            return;
        }
        let range = clause::without_list_mark(self.text, clause.range.clone());
        self.state.dues = due::find(self.text, &range, self.context);
        if nums.is_empty() && comparisons.is_empty() && self.due_behind(&range) {
            return;
        }
        if let Some(due) = self.state.dues.first().filter(|due| due.opens || due.year) {
            self.state.due = Some(due.clone());
        }
        let first = self.drafts.len();
        let mut walk = Walk {
            end: range.end,
            before: range.start,
            at: 0,
            fresh: true,
            run: Vec::new(),
            run_subject: None,
            history: false,
        };
        let mut compared = 0;
        while let Some(next) = walk.next(nums, comparisons, &mut compared) {
            match next {
                Next::Comparison(comparison) => self.comparison(&mut walk, comparison, nums),
                Next::Num(at) => self.quantity(&mut walk, nums, at),
            }
        }
        self.share_tail(&walk);
        self.due_at_end(first);
        if self.drafts.len() > first {
            self.state.clause_group = first..self.drafts.len();
        } else if !walk.history {
            self.topic(&range);
        }
    }

    /// What became of the quantities that are no values.
    fn asides(&mut self, nums: &[Num]) -> Vec<Aside> {
        self.used.sort_unstable();
        self.aside.sort_unstable_by_key(|&(at, _)| at);
        let mut quotes: Vec<&Range<usize>> = self.drafts.iter().map(|draft| &draft.quote).collect();
        quotes.sort_unstable_by_key(|quote| quote.start);
        let (mut next, mut until) = (0, 0);
        let mut asides = Vec::new();
        for num in nums {
            while let Some(quote) = quotes.get(next).filter(|quote| quote.start <= num.range.start) {
                (next, until) = (next + 1, until.max(quote.end));
            }
            if self.used.binary_search(&num.digits.start).is_ok() {
                continue;
            }
            let told = self.aside.binary_search_by_key(&num.digits.start, |&(at, _)| at).ok();
            let reason = told.and_then(|place| self.aside[place].1).or_else(|| {
                let closed = self.clauses.closed_at(num.digits.start);
                let opener = closed.and_then(|closed| self.text[closed.start..].chars().next());
                let named = opener.is_some_and(|c| !matches!(c, '（' | '('));
                if named { Some(Reason::Quoted) } else { (num.range.start < until).then_some(Reason::Described) }
            });
            asides.push(Aside { range: num.range.clone(), reason });
        }
        asides
    }

    /// A clause that only says when what stands before it is done: its deadline is of the targets before it, back to the
    /// last one with a deadline of its own.
    fn due_behind(&mut self, range: &Range<usize>) -> bool {
        let Some(due) = self.state.dues.first().filter(|due| due::closes(self.text, range, due)).cloned() else {
            return false;
        };
        let group = self.state.section_start.max(self.state.sentence_start)..self.drafts.len();
        if group.is_empty() {
            return false;
        }
        let undated = self.drafts[group].iter_mut().rev().take_while(|draft| draft.due.is_none());
        undated.for_each(|draft| draft.due = Some(due.clone()));
        true
    }

    /// A deadline behind all that a clause says is of all of it: `新建食堂20家并于9月底前投用`.
    fn due_at_end(&mut self, first: usize) {
        let end = self.drafts[first..].iter().map(|draft| draft.quote.end).max();
        let Some(due) = self.state.dues.iter().find(|due| end.is_some_and(|end| due.range.start >= end)).cloned()
        else {
            return;
        };
        self.drafts[first..]
            .iter_mut()
            .filter(|draft| draft.due.is_none())
            .for_each(|draft| draft.due = Some(due.clone()));
    }

    fn enter(&mut self, clause: &Clause) {
        let state = &mut self.state;
        if clause.sentence != state.sentence {
            let drafts = self.drafts.len();
            let trouble = tells_trouble(&self.text[clause.range.start..]);
            *state = State {
                sentence: clause.sentence,
                section: clause.section,
                trouble,
                sentence_start: drafts,
                section_start: drafts,
                group: drafts..drafts,
                clause_group: drafts..drafts,
                ..State::default()
            };
        } else if clause.section != state.section {
            state.section = clause.section;
            state.strength = None;
            // A year holds up to the next one; other deadlines end with what they opened.
            state.due = state.due.take().filter(|due| due.year);
            state.section_start = self.drafts.len();
            (state.subject, state.topic) = (None, false);
        }
        (state.verb, state.whole) = (None, None);
    }

    /// A clause without a figure may name whose figure comes next.
    fn topic(&mut self, range: &Range<usize>) {
        let (_, mut end) = indicator::strip_link(self.text, range, Figure::Amount);
        let lead = indicator::strip_lead(self.text, &(range.start..end), self.clauses, Figure::Amount);
        if let Some(word) =
            ["中", "上", "方面", "工作"].iter().find(|word| self.text[lead.start..end].ends_with(**word))
        {
            end -= word.len();
        }
        if let Some(strength) = lead.strength {
            self.state.strength = Some(strength);
        } else if lead.verb {
            self.state.strength = None;
        }
        // `新院区6月底前封顶`: behind a deadline stands what is done.
        let due = self.state.dues.iter().map(|due| due.range.start).find(|&at| at > lead.start && at < end);
        end = due.unwrap_or(end);
        let words = &self.text[lead.start..end];
        let said = words::find(words, Class::SAYING);
        if let Some(said) = said.filter(|&said| said >= "主体".len()) {
            end = lead.start + said;
        }
        let length = self.text[lead.start..end].chars().count();
        if (2..=16).contains(&length) {
            let subject = Phrase::new(lead.start..end);
            if self.drafts.len() == self.state.sentence_start && self.state.opening.is_none() {
                self.state.opening = Some(subject.clone());
            }
            self.state.subject = Some(subject);
            self.state.topic = true;
        }
    }

    fn comparison(&mut self, walk: &mut Walk, comparison: &Comparison, nums: &[Num]) {
        let before = walk.before..comparison.range.start.max(walk.before);
        let statement = Statement { before, end: comparison.range.end, fresh: walk.fresh, base: None };
        self.compare(&statement, comparison, comparison.distance.map(|at| &nums[at]));
        walk.past(self, comparison.range.end);
    }

    fn quantity(&mut self, walk: &mut Walk, nums: &[Num], at: usize) {
        let num = &nums[at];
        let carried = walk.run.last().is_some_and(|(_, noun): &(usize, Range<usize>)| {
            self.text[noun.end..num.range.start].len() == list::joiner(&self.text[noun.end..num.range.start])
        });
        let place = self.place(walk.before, nums, at, walk.end, carried);
        match role::of(num, &place) {
            Role::Aside(reason) => {
                self.aside.push((num.digits.start, reason));
                walk.history |= reason == Some(Reason::History);
                walk.at = at + 1;
            }
            Role::Base => self.base(walk, nums, at),
            Role::End => self.ends(walk, nums, at, None),
            Role::Before { sure } => {
                let twice = role::adjoins(num, &place);
                // `2条75公里高速公路`: both figures are of the noun behind the second.
                let last = if twice { at + 1 } else { at };
                let (noun_end, next) = self.noun_end(nums, last, walk.end);
                let noun = nums[last].range.end..noun_end;
                let statement =
                    Statement { before: walk.before..num.range.start, end: noun_end, fresh: walk.fresh, base: None };
                let subject = self.count(&statement, num, sure, carried, &noun);
                if !carried {
                    walk.run.clear();
                    walk.run_subject = subject;
                }
                walk.run.push((self.drafts.len() - 1, noun));
                // `1.2万名65岁以上老年人`: an age only says who they are.
                if twice && !nums[last].is(Dimension::Age) {
                    self.again(&nums[last]);
                }
                walk.past(self, noun_end);
                walk.at = next;
            }
        }
    }

    /// A quantity and as much of the clause around it as its role can hang on.
    fn place<'p>(&'p self, start: usize, nums: &'p [Num], at: usize, end: usize, carried: bool) -> Place<'p> {
        let num = &nums[at];
        Place {
            text: self.text,
            clauses: self.clauses,
            before: last_bytes(self.text, start..num.range.start),
            after: first_bytes(self.text, num.range.end..end),
            next: nums.get(at + 1).filter(|next| next.range.start <= num.range.end + REACH),
            review: self.context.review,
            carried,
        }
    }

    /// `从77%提高到80%以上`: the first is the base of the second.
    fn base(&mut self, walk: &mut Walk, nums: &[Num], at: usize) {
        let words = &self.text[last_bytes(self.text, walk.before..nums[at].range.start)];
        self.aside.push((nums[at].digits.start, Some(Reason::Base)));
        let from = words.rfind(['从', '由', '自']).filter(|from| words[*from..].chars().count() <= 14);
        let end = nums[at].range.start - words.len() + from.unwrap_or(words.len());
        self.ends(walk, nums, at + 1, Some((end, nums[at].value)));
    }

    /// A statement that closes with one value or with several in a row.
    fn ends(&mut self, walk: &mut Walk, nums: &[Num], at: usize, base: Option<(usize, Decimal)>) {
        let mut last = at;
        while let Some(next) = nums.get(last + 1) {
            let gap = &self.text[nums[last].range.end..next.range.start];
            if gap.is_empty() || gap.len() != list::joiner(gap) || !self.goes_on(walk, nums, last + 1) {
                break;
            }
            last += 1;
        }
        let group: Vec<&Num> = nums[at..=last].iter().collect();
        let start = walk.before;
        let before = start..base.map_or(nums[at].range.start, |(end, _)| end);
        let link = base.map(|(end, _)| end..nums[at].range.start);
        let statement = Statement {
            before,
            end: nums[last].range.end,
            fresh: walk.fresh,
            base: base.map(|(_, value)| value).zip(link),
        };
        self.state_values(&statement, &group);
        walk.past(self, nums[last].range.end);
        walk.at = last + 1;
    }

    /// Whether a quantity is one more value of a row: it closes as the one before it did, or is of its measure.
    fn goes_on(&self, walk: &Walk, nums: &[Num], at: usize) -> bool {
        let place = self.place(walk.before, nums, at, walk.end, false);
        let same = nums[at - 1].dimension == nums[at].dimension || shares_measure(&nums[at - 1], &nums[at]);
        match role::of(&nums[at], &place) {
            Role::End => true,
            Role::Aside(Some(Reason::Duration)) => same,
            _ => false,
        }
    }

    /// Where the noun that a count stands before ends, and which quantity comes after it.
    fn noun_end(&self, nums: &[Num], at: usize, clause_end: usize) -> (usize, usize) {
        let start = nums[at].range.end;
        for (next, num) in nums.iter().enumerate().skip(at + 1).take(LOOK_AHEAD) {
            let gap = &self.text[start..num.range.start];
            let joiner = list::joiner_at_end(gap);
            if joiner > 0 {
                return (num.range.start - joiner, next);
            }
            let items = list::items(self.text, &(start..num.range.start), self.clauses, false);
            if let Some(item) = items.last().filter(|_| items.len() > 1) {
                let role = role::of(num, &self.place(item.start, nums, next, clause_end, false));
                if role == Role::End || role == (Role::Before { sure: true }) {
                    return (item.start - '、'.len_utf8(), next);
                }
            }
        }
        (clause_end, nums.len())
    }

    /// `在6所小学、4所初中布局足球学校`: where and what is shared by all the counts of the list.
    fn share_tail(&mut self, walk: &Walk) {
        let Some((last, noun)) = walk.run.last().filter(|_| walk.run.len() > 1) else { return };
        // `10个省级、20个市级示范村`: the grade stands alone, the noun once.
        let graded = words::at_start(&self.text[noun.clone()], Class::PART)
            .map(|(length, _)| Phrase::new(noun.start + length..noun.end))
            .filter(|rest| !rest.is_empty());
        if let Some(rest) = graded {
            for (draft, _) in walk
                .run
                .iter()
                .filter(|(draft, noun)| draft != last && words::class_of(&self.text[noun.clone()]).meets(Class::PART))
            {
                let indicator = &mut self.drafts[*draft].indicator;
                *indicator = std::mem::take(indicator).then(&rest);
            }
            return;
        }
        let Some(subject) = walk.run_subject.clone() else { return };
        let Some((verb, _)) =
            indicator::last_verb(self.text, noun.clone(), self.clauses).filter(|(verb, _)| verb.start > noun.start)
        else {
            return;
        };
        let tail = Phrase::new(verb.start..noun.end);
        for (draft, _) in &walk.run {
            let draft_ref = &mut self.drafts[*draft];
            if draft != last {
                draft_ref.indicator = std::mem::take(&mut draft_ref.indicator).then(&tail);
            }
            if *draft != walk.run[0].0 && !subject.is_empty() {
                draft_ref.indicator = Phrase::new(subject.clone()).then(&draft_ref.indicator);
            }
        }
    }
}

/// Whether the measure of the second is that of both: `80个、50个工作日`.
pub(super) fn shares_measure(first: &Num, second: &Num) -> bool {
    let (Some(short), Some(long)) = (&first.measure, &second.measure) else { return false };
    short.len() < long.len() && long.starts_with(short.as_ref())
}

/// How many quantities further on a noun may be looked for.
const LOOK_AHEAD: usize = 6;

/// Where the reader is in a clause.
struct Walk {
    end: usize,
    /// Where the words begin that no target took yet.
    before: usize,
    /// The next quantity.
    at: usize,
    /// Whether nothing of the clause was read yet.
    fresh: bool,
    /// The counts before their nouns that follow on each other: draft and noun.
    run: Vec<(usize, Range<usize>)>,
    run_subject: Option<Range<usize>>,
    /// Whether a figure of what was before stood in the clause, which is no topic of what follows.
    history: bool,
}

impl Walk {
    fn next<'c>(&mut self, nums: &[Num], comparisons: &'c [Comparison], compared: &mut usize) -> Option<Next<'c>> {
        self.at += nums.get(self.at..)?.iter().take_while(|num| num.range.start < self.before).count();
        while comparisons.get(*compared).is_some_and(|comparison| comparison.range.start < self.before) {
            *compared += 1;
        }
        let num = nums.get(self.at);
        let comparison = comparisons.get(*compared);
        match (num, comparison) {
            (_, Some(comparison)) if num.is_none_or(|num| comparison.range.start <= num.range.start) => {
                *compared += 1;
                Some(Next::Comparison(comparison))
            }
            (Some(_), _) => Some(Next::Num(self.at)),
            (None, _) => None,
        }
    }

    /// Goes on after what was read, and the mark that joins it to what follows.
    fn past(&mut self, reader: &Reader<'_>, end: usize) {
        let text = reader.text;
        let end = indicator::after_brackets(text, reader.clauses, &(end..self.end));
        self.before = end + list::joiner(&text[end..self.end]);
        self.fresh = false;
    }
}
