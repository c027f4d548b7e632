//! Statements → targets: which indicator, which comparator, which kind, and one target or several.

use std::ops::Range;

use rust_decimal::Decimal;

use super::draft::{Draft, Phrase};
use super::due::Words;
use super::indicator::{self, Change, Figure, Lead, Link};
use super::list;
use super::number::Num;
use super::reader::Reader;
use super::relative::Comparison;
use super::words::{self, Class};
use super::{Doubt, Rule};
use crate::{Comparator, TargetKind};

/// Words up to a figure.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// The words before the figure that no earlier target took.
    pub(super) before: Range<usize>,
    /// Where the statement ends.
    pub(super) end: usize,
    /// Whether it opens its clause.
    pub(super) fresh: bool,
    pub(super) due: Option<Words>,
    /// The value that it starts from, and the words between the indicator and the figure.
    pub(super) base: Option<(Decimal, Range<usize>)>,
}

/// An indicator and how it was come by.
struct Indicator {
    phrase: Phrase,
    rule: Rule,
    doubt: Option<Doubt>,
    /// The draft whose change it tells.
    of: Option<usize>,
}

impl Indicator {
    fn stated(phrase: Phrase) -> Self {
        Self { phrase, rule: Rule::Stated, doubt: None, of: None }
    }

    fn by(phrase: Phrase, rule: Rule) -> Self {
        Self { phrase, rule, doubt: None, of: None }
    }
}

/// The words of a statement, taken apart.
struct Parts {
    link: Link,
    lead: Lead,
    /// The indicator's own words.
    own: Range<usize>,
    figure: Figure,
}

impl Parts {
    fn change(&self, text: &str) -> Option<Change> {
        indicator::change_noun(&text[self.own.clone()]).filter(|_| self.figure == Figure::Ratio).or(if self.link.to { None } else { self.link.change.or(self.lead.change) })
    }
}

impl Reader<'_> {
    /// Indicator first, then one value or a row of values.
    pub(super) fn state_values(&mut self, statement: &Statement, group: &[&Num]) {
        let first = group[0];
        let figure = if first.rank {
            Figure::Rank
        } else if first.ratio {
            Figure::Ratio
        } else {
            Figure::Amount
        };
        let mut parts = self.parts(&statement.before, figure);
        if let Some((_, words)) = &statement.base {
            let (link, _) = indicator::strip_link(self.text, words, figure);
            parts.link = Link { strength: parts.link.strength, respectively: parts.link.respectively, each: parts.link.each, ..link };
            parts.link.to = true;
        }
        self.hold(statement, &parts);
        let measures_differ = group.iter().any(|num| num.measure != first.measure);
        let indicators = self.indicators(statement, &parts, group.len(), measures_differ);
        let start = self.drafts.len();
        let change = parts.change(self.text);
        let many = indicators.len();
        let suffixed = inherited(group);
        for (at, indicator) in indicators.into_iter().enumerate() {
            let num = group[if group.len() == 1 { 0 } else { at.min(group.len() - 1) }];
            let kind = if num.rank {
                TargetKind::Rank
            } else if self.text[num.range.clone()].contains('翻') {
                TargetKind::Growth
            } else {
                kind(change)
            };
            // A second figure for a change (`增长5%，力争6%`) is a change too.
            let kind = match indicator.of.map(|of| &self.drafts[of]) {
                Some(of) if kind == TargetKind::Level && !parts.link.reached && !num.reached && of.measure == num.measure && num.ratio => of.kind,
                _ => kind,
            };
            let rule = match indicator.rule {
                Rule::Stated if statement.base.is_some() => Rule::BaseAndTarget,
                Rule::Stated if num.rank => Rule::Ranking,
                rule => rule,
            };
            let draft = Draft {
                value: Some(num.value),
                value_max: num.value_max,
                measure: num.measure.clone(),
                comparator: comparator(num, parts.link.comparator.or(suffixed)),
                kind,
                base: statement.base.as_ref().filter(|_| many == 1).map(|(value, _)| *value),
                rule,
                doubt: indicator.doubt,
                within: indicator.of.and_then(|of| self.drafts[of].within),
                ..self.blank(statement, indicator.phrase)
            };
            self.push(draft, &parts.lead);
        }
        self.close(start, &parts, statement);
    }

    /// A count before what it counts. Gives where or for whom it is counted, when the list may share that.
    pub(super) fn count(&mut self, statement: &Statement, num: &Num, sure: bool, carried: bool) -> Option<Range<usize>> {
        let before = self.clamp(&statement.before);
        let (mut link, mut end) = indicator::strip_link(self.text, &before, Figure::Amount);
        let mut kept = None;
        let words = &self.text[before.start..end];
        if let Some((length, class)) = words::at_end(words, Class::LIGHT | Class::KEEP | Class::ONGOING | Class::CAUSING) {
            let verb = end - length..end;
            if class.meets(Class::KEEP) {
                kept = Some(verb.clone());
            }
            end = verb.start;
            // What links stands before the verb: 确保取得30枚.
            let (earlier, stripped) = indicator::strip_link(self.text, &(before.start..end), Figure::Amount);
            link.strength = link.strength.or(earlier.strength);
            end = if kept.is_some() { end } else { stripped };
        }
        let lead = indicator::strip_lead(self.text, &(before.start..end), self.clauses, Figure::Amount);
        let mut subject = lead.start.min(end)..end;
        let scene_only = words::class_of(&self.text[subject.clone()]).meets(Class::PREP);
        if scene_only {
            subject.start = end;
        }
        let parts = Parts { link, lead, own: subject.clone(), figure: Figure::Amount };
        self.hold(statement, &parts);
        let scene = scene_only || parts.lead.preposition && parts.lead.kept.is_none();
        let mut phrase = Phrase::default();
        if !carried && (!scene || kept.is_none()) && self.text[subject.clone()].chars().count() <= 14 {
            phrase.push(subject.clone());
        }
        match (&kept, &self.state.verb) {
            (Some(verb), _) => phrase.push(verb.clone()),
            (None, Some(verb)) if carried => phrase.push(verb.clone()),
            _ => {}
        }
        phrase.push(self.noun(num.range.end, statement.end));
        let bare = kept.is_none();
        if !carried {
            self.state.verb = kept;
        }
        let doubt = (!sure).then_some(Doubt::CountOrScope);
        let shares = scene || bare;
        let start = self.drafts.len();
        let draft = Draft {
            value: Some(num.value),
            value_max: num.value_max,
            measure: num.measure.clone(),
            comparator: comparator(num, parts.link.comparator),
            kind: if num.ratio { kind(parts.lead.change) } else { TargetKind::Level },
            rule: Rule::Counted,
            doubt,
            ..self.blank(statement, phrase)
        };
        self.push(draft, &parts.lead);
        self.close(start, &parts, statement);
        shares.then_some(subject)
    }

    /// What is counted, without the particle before it.
    fn noun(&self, start: usize, end: usize) -> Range<usize> {
        let words = &self.text[start..end];
        let particle = if words.starts_with('的') { '的'.len_utf8() } else { 0 };
        start + particle..end
    }

    /// A comparison without a number, or with a distance.
    pub(super) fn compare(&mut self, statement: &Statement, comparison: &Comparison, distance: Option<&Num>) {
        let parts = self.parts(&statement.before, Figure::Relative);
        self.hold(statement, &parts);
        let indicators = self.indicators(statement, &parts, 1, false);
        let start = self.drafts.len();
        for indicator in indicators {
            let bounded = distance.filter(|num| num.bounded());
            let draft = Draft {
                comparator: bounded.map_or(comparison.comparator, |num| num.comparator),
                value: distance.map(|num| num.value),
                measure: distance.and_then(|num| num.measure.clone()),
                kind: TargetKind::Relative,
                reference: Some(comparison.reference.clone()),
                rule: if indicator.rule == Rule::Stated { Rule::Comparison } else { indicator.rule },
                doubt: indicator.doubt,
                ..self.blank(statement, indicator.phrase)
            };
            self.push(draft, &parts.lead);
        }
        self.close(start, &parts, statement);
    }

    /// Statements longer than this many bytes are read from their end.
    const LONGEST: usize = 480;

    fn clamp(&self, before: &Range<usize>) -> Range<usize> {
        let mut start = before.start.max(before.end.saturating_sub(Self::LONGEST));
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        start..before.end
    }

    fn parts(&self, before: &Range<usize>, figure: Figure) -> Parts {
        let before = self.clamp(before);
        let (link, end) = indicator::strip_link(self.text, &before, figure);
        let lead = indicator::strip_lead(self.text, &(before.start..end), self.clauses, figure);
        let own = lead.start.min(end)..end;
        Parts { link, lead, own, figure }
    }

    /// Keeps up what holds for the clause and those that continue it.
    fn hold(&mut self, statement: &Statement, parts: &Parts) {
        let strength = parts.link.strength.or(parts.lead.strength);
        if strength.is_some() {
            self.state.strength = strength;
        } else if statement.fresh && parts.lead.verb {
            self.state.strength = None;
        }
        if parts.lead.part {
            self.state.whole = self.whole();
        }
    }

    /// The draft that `其中` is a part of: the last whole one of the sentence.
    fn whole(&self) -> Option<usize> {
        (self.state.sentence_start..self.drafts.len()).rev().find(|&at| self.drafts[at].within.is_none() && !matches!(self.drafts[at].kind, TargetKind::Rank))
    }

    fn blank(&self, statement: &Statement, indicator: Phrase) -> Draft {
        let start = statement.before.start;
        let skipped = self.text[start..statement.end].chars().take_while(|c| "、 ".contains(*c)).map(char::len_utf8).sum::<usize>();
        Draft {
            indicator,
            comparator: Comparator::Eq,
            value: None,
            value_max: None,
            measure: None,
            kind: TargetKind::Level,
            base: None,
            reference: None,
            strength: self.state.strength,
            due: statement.due.clone().or_else(|| self.state.due.clone()),
            within: self.state.whole,
            quote: start + skipped..statement.end,
            rule: Rule::Stated,
            doubt: None,
        }
    }

    fn push(&mut self, mut draft: Draft, lead: &Lead) {
        // A part that only says where or who takes its noun from the whole.
        if let Some(whole) = self.state.whole.filter(|_| lead.part || self.state.whole.is_some()) {
            let place = draft.indicator.length(self.text) <= 5 && partial(&draft.indicator.words(self.text));
            if place && self.drafts[whole].measure == draft.measure {
                let owner = self.subject_of(&self.drafts[whole].indicator);
                draft.indicator = draft.indicator.then(&owner);
                draft.rule = Rule::Elided;
            }
            draft.within = draft.within.or(Some(whole));
        }
        self.drafts.push(draft);
    }

    /// Remembers whose figures these were.
    fn close(&mut self, start: usize, parts: &Parts, _statement: &Statement) {
        self.state.group = start..self.drafts.len();
        let Some(last) = self.drafts.last() else { return };
        if !matches!(last.rule, Rule::Elided | Rule::ChangeOfThat) {
            self.state.subject = Some(self.subject_of(&last.indicator));
            self.state.topic = false;
        }
        if let Some(verb) = parts.lead.kept.clone().filter(|verb| self.text[verb.clone()].starts_with(['新', '净'])) {
            self.state.verb = Some(verb);
        }
    }

    /// The indicator without the verb that opens it and the dependent noun that closes it.
    fn subject_of(&self, indicator: &Phrase) -> Phrase {
        let Some(range) = indicator.last().cloned() else { return Phrase::default() };
        let words = &self.text[range.clone()];
        let verb = words::at_start(words, Class::KEEP).map_or(0, |(length, _)| length);
        let rest = &words[verb..];
        let tail = words::at_end(rest, Class::DEPENDENT).map_or(0, |(length, _)| length);
        // What is a share of what: the subject stands before 占.
        let share = rest[..rest.len() - tail].rfind('占').filter(|&at| at >= 6 && tail > 0);
        let tail = share.map_or(tail, |at| rest.len() - at);
        let (start, end) = if verb + tail + 6 <= words.len() { (range.start + verb, range.end - tail) } else { (range.start, range.end) };
        Phrase::new(start..end)
    }

    /// One indicator a target.
    fn indicators(&self, statement: &Statement, parts: &Parts, values: usize, measures_differ: bool) -> Vec<Indicator> {
        let own = &self.text[parts.own.clone()];
        if own.is_empty() {
            return self.of_those_before(statement, parts, values);
        }
        let plain = list::items(self.text, &parts.own, self.clauses, false);
        if values > 1 {
            return self.handed_out(parts, values, &plain, measures_differ);
        }
        if parts.link.each {
            let items = list::items(self.text, &parts.own, self.clauses, true);
            if items.len() == 1 && dependent(own) && self.state.clause_group.len() > 1 {
                return self.those(self.state.clause_group.clone(), |phrase| phrase.then(&Phrase::new(parts.own.clone())), Rule::Each);
            }
            let rule = if items.len() > 1 { Rule::Each } else { Rule::Stated };
            return list::phrases(self.text, &items).into_iter().map(|phrase| self.owned(Indicator::by(phrase, rule), statement)).collect();
        }
        let ratio = matches!(parts.figure, Figure::Ratio | Figure::Rank | Figure::Relative);
        if ratio {
            let items = list::items(self.text, &parts.own, self.clauses, true);
            // A share of several things together is one share; each has to be a share itself.
            let share = parts.figure == Figure::Ratio && parts.change(self.text).is_none();
            if items.len() > 1 && items.iter().all(|item| list::complete(&self.text[item.clone()], share)) {
                let each = list::phrases(self.text, &items).into_iter();
                return each.map(|phrase| Indicator { doubt: Some(Doubt::OneOrEach), ..self.owned(Indicator::by(phrase, Rule::Each), statement) }).collect();
            }
        }
        vec![self.owned(Indicator::stated(Phrase::new(parts.own.clone())), statement)]
    }

    /// Several values for a list of indicators.
    fn handed_out(&self, parts: &Parts, values: usize, plain: &[Range<usize>], measures_differ: bool) -> Vec<Indicator> {
        let own = &self.text[parts.own.clone()];
        let with_and = list::items(self.text, &parts.own, self.clauses, true);
        let items = if plain.len() == values { plain } else { &with_and[..] };
        if items.len() == 1 && (dependent(own) || indicator::change_noun(own).is_some()) {
            let group = self.last_drafts(values);
            if group.len() == values {
                return self.those(group, |phrase| phrase.then(&Phrase::new(parts.own.clone())), Rule::Respectively);
            }
        }
        if items.len() == 1 && measures_differ {
            let phrase = self.with_owner(Phrase::new(parts.own.clone())).0;
            return (0..values).map(|_| Indicator::stated(phrase.clone())).collect();
        }
        let mut phrases = list::phrases(self.text, items);
        let even = phrases.len() == values;
        if phrases.len() > values {
            // More names than values: the first ones belong together.
            let surplus = phrases.len() - values;
            let merged = Phrase::new(items[0].start..items[surplus].end);
            phrases.splice(0..=surplus, [merged]);
        }
        while phrases.len() < values {
            phrases.push(phrases.last().cloned().unwrap_or_default());
        }
        let doubt = (!even).then_some(Doubt::UnevenList);
        phrases.into_iter().map(|phrase| Indicator { doubt, ..Indicator::by(self.with_owner(phrase).0, Rule::Respectively) }).collect()
    }

    /// Values without an indicator of their own are of what was named before.
    fn of_those_before(&self, statement: &Statement, parts: &Parts, values: usize) -> Vec<Indicator> {
        let group = if values > 1 {
            self.last_drafts(values)
        } else if parts.link.each {
            self.state.clause_group.clone()
        } else {
            self.drafts.len().saturating_sub(1).max(self.state.sentence_start)..self.drafts.len()
        };
        if self.state.topic || group.is_empty() {
            let subject = self.state.subject.clone().unwrap_or_default();
            let phrase = if subject.is_empty() { Phrase::new(self.fallback(statement)) } else { subject };
            return vec![Indicator { doubt: Some(Doubt::Subject), ..Indicator::by(phrase, Rule::Elided) }].into_iter().cycle_to(values);
        }
        let rule = match (values, parts.link.each) {
            (2.., _) => Rule::Respectively,
            (_, true) => Rule::Each,
            _ if parts.link.change.is_some() => Rule::ChangeOfThat,
            _ => Rule::Elided,
        };
        let mut indicators = self.those(group, |phrase| phrase, rule);
        while indicators.len() < values {
            let phrase = indicators.last().map(|last| last.phrase.clone()).unwrap_or_default();
            indicators.push(Indicator { doubt: Some(Doubt::UnevenList), ..Indicator::by(phrase, rule) });
        }
        indicators
    }

    /// The verb itself, where nothing else names what is counted.
    fn fallback(&self, statement: &Statement) -> Range<usize> {
        let (_, end) = indicator::strip_link(self.text, &statement.before, Figure::Relative);
        if end > statement.before.start { statement.before.start..end } else { statement.before.clone() }
    }

    /// The last drafts of the sentence that stand for figures themselves.
    fn last_drafts(&self, count: usize) -> Range<usize> {
        let end = self.drafts.len();
        let floor = self.state.sentence_start;
        end.saturating_sub(count).max(floor)..end
    }

    fn those(&self, group: Range<usize>, phrase: impl Fn(Phrase) -> Phrase, rule: Rule) -> Vec<Indicator> {
        group.map(|at| Indicator { phrase: phrase(self.drafts[at].indicator.clone()), rule, doubt: None, of: Some(at) }).collect()
    }

    /// Supplies what a dependent noun or a bare verb lacks, and the verb that the clause's first item hands on.
    fn owned(&self, indicator: Indicator, statement: &Statement) -> Indicator {
        let (phrase, elided) = self.with_owner(indicator.phrase);
        if elided {
            return Indicator { phrase, rule: Rule::Elided, doubt: self.state.topic.then_some(Doubt::Subject), ..indicator };
        }
        let words = phrase.words(self.text);
        let verb = words::at_start(&words, Class::LIGHT | Class::KEEP).is_some();
        match &self.state.verb {
            Some(handed) if !statement.fresh && !verb && indicator.rule == Rule::Stated && self.text[handed.clone()].starts_with(['新', '净']) => {
                Indicator { phrase: Phrase::new(handed.clone()).then(&phrase), rule: Rule::HandedOn, ..indicator }
            }
            _ => Indicator { phrase, ..indicator },
        }
    }

    fn with_owner(&self, phrase: Phrase) -> (Phrase, bool) {
        let words = phrase.words(self.text);
        let last = self.drafts.last().filter(|_| self.drafts.len() > self.state.sentence_start);
        if words::class_of(&words).meets(Class::BARE) {
            let owner = last.filter(|_| !self.state.topic).map(|last| self.without_verb(&last.indicator)).or_else(|| self.state.subject.clone());
            let Some(owner) = owner.filter(|owner| !owner.is_empty()) else { return (phrase, false) };
            return (owner.then(&phrase), true);
        }
        if !dependent(&words) && !words.starts_with('占') {
            return (phrase, false);
        }
        let owner = match last {
            Some(last) if indicator::change_noun(&words).is_some() && !self.state.topic => Some(last.indicator.clone()),
            _ => self.state.subject.clone(),
        };
        match owner.filter(|owner| !owner.is_empty()) {
            Some(owner) => (owner.then(&phrase), true),
            None => (phrase, false),
        }
    }

    /// `亿元以上项目开工` without `开工`.
    fn without_verb(&self, indicator: &Phrase) -> Phrase {
        let Some(range) = indicator.last().cloned() else { return Phrase::default() };
        let verb = words::at_start(&self.text[range.clone()], Class::KEEP).map_or(0, |(length, _)| length);
        let range = if verb < range.len() && verb > 0 { range.start + verb..range.end } else { range };
        let indicator = &indicator.clone().without_last().then(&Phrase::new(range.clone()));
        let words = &self.text[range.clone()];
        match words::at_end(words, Class::BARE) {
            Some((length, _)) if length < words.len() => indicator.clone().without_last().then(&Phrase::new(range.start..range.end - length)),
            Some(_) => indicator.clone().without_last(),
            None => indicator.clone(),
        }
    }
}

trait CycleTo {
    fn cycle_to(self, count: usize) -> Vec<Indicator>;
}

impl<I: Iterator<Item = Indicator>> CycleTo for I {
    fn cycle_to(self, count: usize) -> Vec<Indicator> {
        let mut all: Vec<Indicator> = self.collect();
        while let (true, Some(last)) = (all.len() < count, all.last()) {
            let again = Indicator { phrase: last.phrase.clone(), ..*last };
            all.push(again);
        }
        all
    }
}

/// Whether a noun needs an owner.
fn dependent(words: &str) -> bool {
    let words = words.strip_prefix('其').unwrap_or(words);
    let class = words::class_of(words);
    let short_rate = words.ends_with('率') && words.chars().nth(3).is_none() && !class.meets(Class::INDEPENDENT);
    class.meets(Class::DEPENDENT) || short_rate
}

/// Whether words after 其中 only say where or who.
fn partial(words: &str) -> bool {
    words::class_of(words).meets(Class::PART) || words.ends_with(['区', '县', '市', '镇', '乡', '级'])
}

/// The comparator of a number, or the one that the words around it say.
fn comparator(num: &Num, said: Option<Comparator>) -> Comparator {
    match num.comparator {
        Comparator::Eq if num.value_max.is_none() => said.unwrap_or_default(),
        own => own,
    }
}

fn kind(change: Option<Change>) -> TargetKind {
    match change {
        Some(Change::Up) => TargetKind::Growth,
        Some(Change::Down) => TargetKind::Decline,
        None => TargetKind::Level,
    }
}

/// The comparator that a row of values shares: one at its end or at its start holds for all of it.
fn inherited(group: &[&Num]) -> Option<Comparator> {
    if group.len() < 2 {
        return None;
    }
    let (first, last) = (group[0], group[group.len() - 1]);
    [last, first].into_iter().find(|num| num.bounded() && num.comparator != Comparator::Between).map(|num| num.comparator)
}
