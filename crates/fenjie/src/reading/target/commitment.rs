//! Statements → targets: which indicator, which comparator, which kind, and one target or several.

use std::ops::Range;

use super::draft::{Draft, Phrase};
use super::due::Words;
use super::indicator::{self, Change, Figure, Lead, Link};
use super::number::Num;
use super::owner::Parts;
use super::reach::last_bytes;
use super::reader::shares_measure;
use super::relative::Comparison;
use super::state::{Reader, Statement};
use super::words::{self, Class};
use super::{Doubt, Reason, Rule};
use crate::model::{Comparator, TargetKind};

impl Reader<'_> {
    /// Indicator first, then one value or a row of values.
    pub(super) fn state_values(&mut self, statement: &Statement, group: &[&Num]) {
        let first = group[0];
        self.used.extend(group.iter().map(|num| num.digits.start));
        let figure = first.figure();
        let mut parts = self.parts(&statement.before, figure);
        if let Some((_, words)) = &statement.base {
            let (link, _) = indicator::strip_link(self.text, words, figure);
            parts.link = Link {
                strength: parts.link.strength,
                respectively: parts.link.respectively,
                each: parts.link.each,
                ..link
            };
            parts.link.to = true;
        }
        self.hold(statement, &parts);
        let differ = |pair: &[&Num]| pair[0].measure != pair[1].measure && !shares_measure(pair[0], pair[1]);
        let measures_differ = group.windows(2).any(differ);
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
            } else if at > 0 && num.reached && num.ratio != first.ratio {
                // `增长20%、达到85亿元`
                TargetKind::Level
            } else {
                kind(change)
            };
            // A second figure for a change (`增长5%，力争6%`, `力争达到6%`) is a change too.
            let striven = parts.link.strength.is_some();
            let kind = match indicator.of.map(|of| &self.drafts[of]) {
                Some(of)
                    if kind == TargetKind::Level
                        && (striven || !parts.link.reached && !num.reached)
                        && of.measure == num.measure
                        && num.ratio =>
                {
                    of.kind
                }
                _ => kind,
            };
            let next = group.get(at + 1).filter(|next| many > 1 && shares_measure(num, next));
            let measure = next.map_or(&num.measure, |next| &next.measure);
            let rule = match indicator.rule {
                Rule::Stated if statement.base.is_some() => Rule::BaseAndTarget,
                Rule::Stated if num.rank => Rule::Ranking,
                rule => rule,
            };
            let draft = Draft {
                value: Some(num.value),
                value_max: num.value_max,
                measure: measure.clone(),
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
        self.close(start, &parts);
    }

    /// A count before what it counts. Gives where or for whom it is counted, when the list may share that.
    pub(super) fn count(
        &mut self,
        statement: &Statement,
        num: &Num,
        sure: bool,
        carried: bool,
        noun: &Range<usize>,
    ) -> Option<Range<usize>> {
        self.used.push(num.digits.start);
        let before = last_bytes(self.text, statement.before.clone());
        let (mut link, mut end) = indicator::strip_link(self.text, &before, Figure::Amount);
        let mut kept = None;
        let verb_end = indicator::before_brackets(self.text, self.clauses, &(before.start..end));
        let words = &self.text[before.start..verb_end];
        if let Some((length, class)) =
            words::at_end(words, Class::LIGHT | Class::KEEP | Class::ONGOING | Class::CAUSING)
        {
            let verb = verb_end - length..end;
            if class.meets(Class::KEEP) {
                kept = Some(verb.clone());
            }
            end = verb.start;
            // What links stands before the verb: 确保取得30枚.
            let (earlier, stripped) = indicator::strip_link(self.text, &(before.start..end), Figure::Amount);
            link.strength = link.strength.or(earlier.strength);
            link.comparator = link.comparator.or(earlier.comparator);
            end = if kept.is_some() { end } else { stripped };
        }
        let lead = indicator::strip_lead(self.text, &(before.start..end), self.clauses, Figure::Amount);
        let mut subject = lead.start.min(end)..end;
        // Names closed by 等 and the count: `甲路、乙路等3条道路`.
        if self.text[subject.clone()].ends_with('等') && self.text[subject.clone()].chars().nth(2).is_some() {
            subject.start = end;
        }
        // Who each does it is no name of what is done: `每个县（区）至少建成1所…`.
        if self.text[subject.clone()].starts_with('每') {
            subject.start = end;
        }
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
        } else if let (false, Some(verb)) = (carried, parts.lead.kept.clone()) {
            phrase.push(verb);
        }
        match (&kept, &self.state.verb) {
            (Some(verb), _) => phrase.push(verb.clone()),
            (None, Some(verb)) if carried => phrase.push(verb.clone()),
            _ => {}
        }
        phrase.push(self.noun(noun.start, noun.end));
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
        self.close(start, &parts);
        shares.then_some(subject)
    }

    /// A second figure of what was counted last: `2条75公里高速公路`.
    pub(super) fn again(&mut self, num: &Num) {
        let Some(last) = self.drafts.last().cloned() else { return };
        self.used.push(num.digits.start);
        self.drafts.push(Draft {
            value: Some(num.value),
            value_max: num.value_max,
            measure: num.measure.clone(),
            comparator: num.comparator,
            ..last
        });
    }

    /// What is counted, without the particle before it.
    fn noun(&self, start: usize, end: usize) -> Range<usize> {
        let words = &self.text[start..end];
        let particle = if words.starts_with('的') { '的'.len_utf8() } else { 0 };
        start + particle..end
    }

    /// A comparison without a number, or with a distance.
    pub(super) fn compare(&mut self, statement: &Statement, comparison: &Comparison, distance: Option<&Num>) {
        // So many times something is a level (`不低于低保标准的1.6倍`), and what it is counted by no reference. How far
        // above a reference a figure is to stay is told of the reference's own figure.
        let times = distance.is_some_and(|num| num.measure.as_deref() == Some("倍"));
        if let Some(num) = distance.filter(|_| !times) {
            self.aside.push((num.digits.start, Some(Reason::Margin)));
            return;
        }
        let parts = self.parts(&statement.before, Figure::Relative);
        self.used.extend(distance.map(|num| num.digits.start));
        self.hold(statement, &parts);
        let indicators = self.indicators(statement, &parts, 1, false);
        let start = self.drafts.len();
        for indicator in indicators {
            let bounded = distance.filter(|num| num.bounded());
            let draft = Draft {
                comparator: bounded.map_or(comparison.comparator, |num| num.comparator),
                value: distance.map(|num| num.value),
                measure: distance.and_then(|num| num.measure.clone()),
                kind: if times { TargetKind::Level } else { TargetKind::Relative },
                reference: (!times).then(|| comparison.reference.clone()),
                rule: if indicator.rule == Rule::Stated { Rule::Comparison } else { indicator.rule },
                doubt: indicator.doubt,
                ..self.blank(statement, indicator.phrase)
            };
            self.push(draft, &parts.lead);
        }
        self.close(start, &parts);
    }

    fn parts(&self, before: &Range<usize>, figure: Figure) -> Parts {
        let before = last_bytes(self.text, before.clone());
        let (link, end) = indicator::strip_link(self.text, &before, figure);
        // `开工率6月底前达到75%`: a deadline before the verb is no word of the indicator.
        let due = self.state.dues.iter().find(|due| due.range.end == end && due.range.start > before.start);
        let end = due.map_or(end, |due| due.range.start);
        let lead = indicator::strip_lead(self.text, &(before.start..end), self.clauses, figure);
        let own = self.without_names(lead.start.min(end)..end);
        Parts { link, lead, own, figure }
    }

    /// What names closed by 等 are names of: `甲路、乙路等断头路`, `“春风行动”等招聘会`. A word as wide as 活动 needs them.
    fn without_names(&self, range: Range<usize>) -> Range<usize> {
        let words = &self.text[range.clone()];
        let closes = |&(at, _): &(usize, &str)| closes_names(&words[..at], &words[at + '等'.len_utf8()..]);
        let Some((at, _)) = words.rmatch_indices('等').find(closes) else { return range };
        let behind = at + '等'.len_utf8();
        let named = words[behind..].chars().nth(2).is_some() && !words[behind..].contains('、');
        let free = self.clauses.closed_at(range.start + at).is_none();
        if named && free { range.start + behind..range.end } else { range }
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
            self.state.whole = self.state.last_whole;
        }
    }

    fn blank(&self, statement: &Statement, indicator: Phrase) -> Draft {
        let start = statement.before.start;
        let skipped = self.text[start..statement.end]
            .chars()
            .take_while(|c| matches!(c, '、' | ' '))
            .map(char::len_utf8)
            .sum::<usize>();
        Draft {
            indicator,
            comparator: Comparator::Eq,
            value: None,
            value_max: None,
            measure: None,
            kind: TargetKind::Level,
            base: None,
            reference: None,
            // What was reached is told without more or less resolve: 争取 means `obtained` there.
            strength: self.state.strength.filter(|_| !self.context.review),
            due: self.due_of(statement),
            within: self.state.whole,
            quote: start + skipped..statement.end,
            rule: Rule::Stated,
            doubt: None,
        }
    }

    /// The deadline of the clause that stands before the statement's end, or else what earlier clauses hand on.
    fn due_of(&self, statement: &Statement) -> Option<Words> {
        let own = self.state.dues.iter().rev().find(|due| due.range.start < statement.end);
        own.or(self.state.due.as_ref()).cloned()
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
        if draft.within.is_none() && draft.kind != TargetKind::Rank {
            self.state.last_whole = Some(self.drafts.len());
        }
        self.drafts.push(draft);
    }

    /// Remembers whose figures these were.
    fn close(&mut self, start: usize, parts: &Parts) {
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
    pub(super) fn subject_of(&self, indicator: &Phrase) -> Phrase {
        let Some(range) = indicator.last().cloned() else { return Phrase::default() };
        let words = &self.text[range.clone()];
        let verb = words::at_start(words, Class::KEEP).map_or(0, |(length, _)| length);
        let rest = &words[verb..];
        let tail = words::at_end(rest, Class::DEPENDENT).map_or(0, |(length, _)| length);
        // What is a share of what: the subject stands before 占.
        let share = rest[..rest.len() - tail].rfind('占').filter(|&at| at >= 6 && tail > 0);
        let tail = share.map_or(tail, |at| rest.len() - at);
        let (start, end) = if verb + tail + 6 <= words.len() {
            (range.start + verb, range.end - tail)
        } else {
            (range.start, range.end)
        };
        Phrase::new(start..end)
    }
}

/// Whether a 等 between two stretches closes names, and is no part of a word (等级, 高等).
fn closes_names(before: &str, behind: &str) -> bool {
    let word = before.ends_with(['高', '中', '初', '同', '差', '平', '均', '优', '一', '二', '三', '特', '上', '下'])
        || behind.starts_with(['级', '候', '待', '次', '于', '额', '分', '地', '外']);
    !word && before.chars().nth(2).is_some()
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

/// The comparator that a row of values shares: one behind the last of them, or before the first, holds for all.
fn inherited(group: &[&Num]) -> Option<Comparator> {
    let [first, .., last] = group else { return None };
    let leads = |num: &Num| num.range.start < num.digits.start;
    let found = [(last, !leads(last)), (first, leads(first))];
    found.into_iter().find(|(num, holds)| *holds && num.bounded()).map(|(num, _)| num.comparator)
}
