//! The tables of a notice in the making.

use arcstr::Substr;
use rustc_hash::{FxHashMap, FxHashSet};

use super::allowance::Allowance;
use super::responsibility::Leader;
use super::target::Reason;
use crate::model::{
    Assignment, Basis, Code, Diagnostic, Notice, Official, OfficialId, Role, Span, TaskId, Unit, UnitId,
};

/// A notice, and what has been named in it so far.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    pub(crate) notice: Notice,
    pub(crate) allowance: Allowance,
    /// The quantities in the tasks that are no targets, and why, where that is known.
    pub(crate) figures: Vec<(Span, Option<Reason>)>,
    units: FxHashMap<Substr, UnitId>,
    plates: FxHashSet<(UnitId, Substr)>,
    reported: FxHashSet<(Code, Span)>,
    officials: FxHashMap<(Option<Substr>, Option<Substr>), OfficialId>,
}

impl Builder {
    /// The empty tables of a text of so many bytes.
    pub(crate) fn of(bytes: usize) -> Self {
        Self { allowance: Allowance::of(bytes), ..Self::default() }
    }

    /// The official whom words name.
    pub(crate) fn leader(&mut self, leader: &Leader) -> OfficialId {
        let Leader { flow, named, ground } = leader;
        let words = |range: &Option<std::ops::Range<usize>>| range.clone().map(|range| flow.words(range));
        let (name, post, duty) = (words(&named.name), words(&named.post), words(&named.duty));
        self.official(name, post, duty, (flow.span(named.quote.clone()), *ground))
    }

    /// The official of this name; one without a name is known by the post.
    pub(crate) fn official(
        &mut self,
        name: Option<Substr>,
        post: Option<Substr>,
        duty: Option<Substr>,
        (span, ground): (Span, Option<Span>),
    ) -> OfficialId {
        let key = (name.clone(), if name.is_some() { None } else { post.clone() });
        if let Some(&id) = self.officials.get(&key) {
            let known = &mut self.notice.officials[id.index()];
            known.post = known.post.take().or(post);
            return id;
        }
        let id = OfficialId(self.notice.officials.len() as u32);
        self.notice.officials.push(Official { id, name, post, duty, span, ground });
        self.officials.insert(key, id);
        id
    }

    /// The unit of this name.
    pub(crate) fn unit(&mut self, name: Substr, nameplates: Vec<Substr>, group: bool) -> UnitId {
        let units = &mut self.notice.units;
        let id = *self.units.entry(name.clone()).or_insert_with(|| {
            let id = UnitId(units.len() as u32);
            units.push(Unit { id, name, nameplates: Vec::new(), group });
            id
        });
        let unit = &mut self.notice.units[id.index()];
        for plate in nameplates {
            if self.plates.insert((id, plate.clone())) {
                unit.nameplates.push(plate);
            }
        }
        id
    }

    /// Hands a unit a part in a task.
    pub(crate) fn assign(
        &mut self,
        task: TaskId,
        unit: UnitId,
        role: (Role, Basis),
        implied: bool,
        quote: Substr,
        (span, ground): (Span, Option<Span>),
    ) {
        let (role, basis) = role;
        self.notice.assignments.push(Assignment { task, unit, role, basis, implied, quote, span, ground });
    }

    /// Reports a doubt, with the code's own severity.
    pub(crate) fn report(&mut self, code: Code, message: String, message_zh: String, span: Span, related: Vec<Span>) {
        // What a section says is read for each of its tasks, and reported once.
        if !self.reported.insert((code, span)) {
            return;
        }
        self.notice.diagnostics.push(Diagnostic { related, ..Diagnostic::of(code, span, message, message_zh) });
    }
}
