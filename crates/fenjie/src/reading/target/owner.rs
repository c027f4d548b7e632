//! Whose figure it is: indicators from lists, from the clause before, and from what is handed on.

use std::ops::Range;

use super::draft::{Draft, Phrase};
use super::due;
use super::indicator::{self, Change, Figure, Lead, Link};
use super::list;
use super::reach::last_bytes;
use super::state::{Reader, Statement};
use super::words::{self, Class};
use super::{Doubt, Rule};
use crate::model::TargetKind;

/// How many figures before, at most, `均` may speak of.
const EACH: usize = 12;

/// An indicator and how it was come by.
pub(super) struct Indicator {
    pub(super) phrase: Phrase,
    pub(super) rule: Rule,
    pub(super) doubt: Option<Doubt>,
    /// The draft whose change it tells.
    pub(super) of: Option<usize>,
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
pub(super) struct Parts {
    pub(super) link: Link,
    pub(super) lead: Lead,
    /// The indicator's own words.
    pub(super) own: Range<usize>,
    pub(super) figure: Figure,
}

impl Parts {
    pub(super) fn change(&self, text: &str) -> Option<Change> {
        indicator::change_noun(&text[self.own.clone()]).filter(|_| self.figure == Figure::Ratio).or(if self.link.to {
            None
        } else {
            self.link.change.or(self.lead.change)
        })
    }
}

impl Reader<'_> {
    /// One indicator a target.
    pub(super) fn indicators(
        &self,
        statement: &Statement,
        parts: &Parts,
        values: usize,
        measures_differ: bool,
    ) -> Vec<Indicator> {
        let own = &self.text[parts.own.clone()];
        if own.is_empty() {
            return self.of_those_before(statement, parts, values);
        }
        let plain = list::items(self.text, &parts.own, self.clauses, false);
        if values > 1 {
            return self.handed_out(parts, values, &plain, measures_differ);
        }
        if parts.link.each && indicator::change_noun(own).is_some() && dependent(own) {
            let changes: Vec<usize> = self.changes().collect();
            if (2..=EACH).contains(&changes.len()) {
                return self.those(changes, |phrase| phrase.then(&Phrase::new(parts.own.clone())), Rule::Each);
            }
        }
        if parts.link.each {
            let items = list::items(self.text, &parts.own, self.clauses, true);
            if items.len() == 1 && dependent(own) && (2..=EACH).contains(&self.state.clause_group.len()) {
                return self.those(
                    self.state.clause_group.clone(),
                    |phrase| phrase.then(&Phrase::new(parts.own.clone())),
                    Rule::Each,
                );
            }
            let rule = if items.len() > 1 { Rule::Each } else { Rule::Stated };
            return list::phrases(self.text, &items)
                .into_iter()
                .map(|phrase| self.owned(Indicator::by(phrase, rule), statement, parts))
                .collect();
        }
        // `甲增速领跑全省、乙增速快于…`: an item that says something of its own is no indicator of this figure.
        if let Some(item) = plain.last().filter(|_| plain.len() > 1) {
            if words::find(&self.text[parts.own.start..item.start], Class::LEADING).is_some() {
                return vec![self.owned(Indicator::stated(Phrase::new(item.clone())), statement, parts)];
            }
        }
        let ratio = matches!(parts.figure, Figure::Ratio | Figure::Rank | Figure::Relative);
        if ratio {
            let items = list::items(self.text, &parts.own, self.clauses, true);
            // A share of several things together is one share; each has to be a share itself.
            let share = parts.figure == Figure::Ratio && parts.change(self.text).is_none();
            if items.len() > 1 && items.iter().all(|item| list::complete(&self.text[item.clone()], share)) {
                let each = list::phrases(self.text, &items).into_iter();
                return each
                    .map(|phrase| Indicator {
                        doubt: Some(Doubt::OneOrEach),
                        ..self.owned(Indicator::by(phrase, Rule::Each), statement, parts)
                    })
                    .collect();
            }
        }
        vec![self.owned(Indicator::stated(Phrase::new(parts.own.clone())), statement, parts)]
    }

    /// Several values for a list of indicators.
    fn handed_out(
        &self,
        parts: &Parts,
        values: usize,
        plain: &[Range<usize>],
        measures_differ: bool,
    ) -> Vec<Indicator> {
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
        if let (2, 1, true) = (values, items.len(), own.starts_with("城乡")) {
            let rest = Phrase::new(parts.own.start + "城乡".len()..parts.own.end);
            let halves = ["城镇", "农村"].map(|half| Phrase::supplied(half, &rest));
            return halves.map(|half| Indicator::by(half, Rule::Respectively)).into();
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
        phrases
            .into_iter()
            .map(|phrase| Indicator { doubt, ..Indicator::by(self.with_owner(phrase).0, Rule::Respectively) })
            .collect()
    }

    /// Values without an indicator of their own are of what was named before.
    fn of_those_before(&self, statement: &Statement, parts: &Parts, values: usize) -> Vec<Indicator> {
        let group = if values > 1 {
            self.last_drafts(values)
        } else if parts.link.each && self.state.clause_group.len() <= EACH {
            self.state.clause_group.clone()
        } else {
            self.drafts.len().saturating_sub(1).max(self.state.sentence_start)..self.drafts.len()
        };
        if self.state.topic || group.is_empty() {
            let subject = self.state.subject.clone().unwrap_or_default();
            let phrase = if subject.is_empty() { Phrase::new(self.fallback(statement)) } else { subject };
            return (0..values)
                .map(|_| Indicator { doubt: Some(Doubt::Subject), ..Indicator::by(phrase.clone(), Rule::Elided) })
                .collect();
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
        let before = last_bytes(self.text, statement.before.clone());
        let time = due::time_at_start(&self.text[before.clone()]).unwrap_or(0);
        let before = before.start + time..before.end;
        let (_, end) = indicator::strip_link(self.text, &before, Figure::Relative);
        if end > before.start { before.start..end } else { before }
    }

    /// The last drafts of the sentence that stand for figures themselves.
    fn last_drafts(&self, count: usize) -> Range<usize> {
        let end = self.drafts.len();
        let floor = self.state.sentence_start;
        end.saturating_sub(count).max(floor)..end
    }

    /// The drafts since the last semicolon that tell a change: what `增速均` speaks of.
    fn changes(&self) -> impl Iterator<Item = usize> + '_ {
        let change = |&at: &usize| matches!(self.drafts[at].kind, TargetKind::Growth | TargetKind::Decline);
        (self.state.section_start..self.drafts.len()).filter(change).take(EACH + 1)
    }

    fn those(
        &self,
        group: impl IntoIterator<Item = usize>,
        phrase: impl Fn(Phrase) -> Phrase,
        rule: Rule,
    ) -> Vec<Indicator> {
        group
            .into_iter()
            .map(|at| Indicator { phrase: phrase(self.drafts[at].indicator.clone()), rule, doubt: None, of: Some(at) })
            .collect()
    }

    /// Supplies what a dependent noun or a bare verb lacks, and the verb that the clause's first item hands on.
    fn owned(&self, indicator: Indicator, statement: &Statement, parts: &Parts) -> Indicator {
        let (phrase, elided) = self.with_owner(indicator.phrase);
        if elided {
            return Indicator {
                phrase,
                rule: Rule::Elided,
                doubt: self.state.topic.then_some(Doubt::Subject),
                ..indicator
            };
        }
        let verb = parts.lead.verb;
        match &self.state.verb {
            Some(handed)
                if !statement.fresh
                    && !verb
                    && indicator.rule == Rule::Stated
                    && self.text[handed.clone()].starts_with(['新', '净']) =>
            {
                Indicator { phrase: Phrase::new(handed.clone()).then(&phrase), rule: Rule::HandedOn, ..indicator }
            }
            _ => Indicator { phrase, ..indicator },
        }
    }

    fn with_owner(&self, phrase: Phrase) -> (Phrase, bool) {
        let words = phrase.words(self.text);
        let last = self.drafts.last().filter(|_| self.drafts.len() > self.state.sentence_start);
        if words::class_of(&words).meets(Class::BARE) {
            let owner = last
                .filter(|_| !self.state.topic)
                .map(|last| self.without_verb(&last.indicator))
                .or_else(|| self.state.subject.clone());
            let Some(owner) = owner.filter(|owner| (1..=Phrase::PIECES).contains(&owner.pieces())) else {
                return (phrase, false);
            };
            return (owner.then(&phrase), true);
        }
        if words::class_of(&words).meets(Class::INVESTING) {
            return self.invested(phrase, last);
        }
        if let (true, Some(last)) = (words::class_of(&words).meets(Class::PART), last) {
            if let Some(noun) = self.behind_grade(&last.indicator) {
                return (phrase.then(&noun), true);
            }
        }
        if !dependent(&words) && !words.starts_with('占') {
            return (phrase, false);
        }
        let owner = match last {
            Some(last) if words.starts_with('占') => Some(self.without_share(&last.indicator)),
            Some(last) if indicator::change_noun(&words).is_some() && !self.state.topic => Some(last.indicator.clone()),
            _ => self.state.subject.clone(),
        };
        match owner.filter(|owner| (1..=Phrase::PIECES).contains(&owner.pieces())) {
            Some(owner) => (owner.then(&phrase), true),
            None => (phrase, false),
        }
    }

    /// `实施重点项目78个，完成投资65亿元`: what the money is put into was named before, counted or as what all is about.
    fn invested(&self, phrase: Phrase, last: Option<&Draft>) -> (Phrase, bool) {
        let counted = last.filter(|last| matches!(last.measure.as_deref(), Some("个" | "项" | "批")));
        let counted = counted.map(|last| self.subject_of(&last.indicator));
        let topic = self.state.subject.clone().filter(|_| self.state.topic);
        let owner = counted.or_else(|| self.state.opening.clone()).or(topic);
        let Some(owner) = owner.filter(|owner| owner.pieces() == 1 && !owner.words(self.text).contains("投资"))
        else {
            return (phrase, false);
        };
        let Some(range) = phrase.last().cloned() else { return (phrase, false) };
        let done = self.text[range.clone()].find("完成").map_or(0, |at| at + "完成".len());
        (owner.then(&Phrase::new(range.start + done..range.end)), true)
    }

    /// What is graded in `省级示范村`: the noun that `市级8个` counts as well.
    fn behind_grade(&self, indicator: &Phrase) -> Option<Phrase> {
        let range = indicator.last()?;
        let words = &self.text[range.clone()];
        let verb = words::at_start(words, Class::KEEP).map_or(0, |(length, _)| length);
        let (grade, _) = words::at_start(&words[verb..], Class::PART)?;
        let rest = range.start + verb + grade..range.end;
        (!rest.is_empty()).then(|| Phrase::new(rest))
    }

    /// `专利申请量占全省` without `占全省`.
    fn without_share(&self, indicator: &Phrase) -> Phrase {
        let Some(range) = indicator.last().cloned() else { return Phrase::default() };
        match self.text[range.clone()].find('占') {
            Some(0) => indicator.clone().without_last(),
            Some(at) => indicator.clone().without_last().then(&Phrase::new(range.start..range.start + at)),
            None => indicator.clone(),
        }
    }

    /// `亿元以上项目开工` without `开工`.
    fn without_verb(&self, indicator: &Phrase) -> Phrase {
        let Some(range) = indicator.last().cloned() else { return Phrase::default() };
        let verb = words::at_start(&self.text[range.clone()], Class::KEEP).map_or(0, |(length, _)| length);
        let joined = self.text[range.start + verb..range.end].starts_with(['、', '和', '或']);
        let range = if verb < range.len() && verb > 0 && !joined { range.start + verb..range.end } else { range };
        let indicator = &indicator.clone().without_last().then(&Phrase::new(range.clone()));
        let words = &self.text[range.clone()];
        match words::at_end(words, Class::BARE) {
            Some((length, _)) if length < words.len() => {
                indicator.clone().without_last().then(&Phrase::new(range.start..range.end - length))
            }
            Some(_) => indicator.clone().without_last(),
            None => indicator.clone(),
        }
    }
}

/// Whether a noun needs an owner.
fn dependent(words: &str) -> bool {
    let words = words.strip_prefix('其').unwrap_or(words);
    let class = words::class_of(words);
    let short_rate = words.ends_with('率') && words.chars().nth(3).is_none() && !class.meets(Class::INDEPENDENT);
    class.meets(Class::DEPENDENT) || short_rate
}
