//! A task's units, in the form that gives every one the same role on the same basis.

use rustc_hash::FxHashSet;

use super::rules::Remarks;
use crate::model::{Assignment, Basis, Notice, Role, Rule, UnitId};
use crate::reading::names_of_list;
use crate::text::folded;

/// A line of a responsibility: what its label says, and the list behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) label: &'static str,
    pub(super) words: String,
}

const RESPONSIBLE: &str = "责任单位";
const LEAD: &str = "牵头单位";
const PARTICIPANT: &str = "配合单位";

/// What writing lists depends on, and what has been written so far.
pub(super) struct Lists<'a> {
    notice: &'a Notice,
    remarks: Remarks<'a>,
    /// The units whose other names have been told.
    told: FxHashSet<UnitId>,
    all_lead: bool,
}

impl<'a> Lists<'a> {
    pub(super) fn new(notice: &'a Notice) -> Self {
        let rules = || notice.conventions.iter().map(|convention| convention.rule);
        let all_lead = rules().any(|rule| rule == Rule::AllLead) && !rules().any(|rule| rule == Rule::FirstListedLeads);
        Self { notice, remarks: Remarks::of(notice), told: FxHashSet::default(), all_lead }
    }

    /// The lines of a task. Where all roles are stated, labels state them; elsewhere the list or the marks in it do.
    pub(super) fn lines(&mut self, assignments: &[&Assignment]) -> Vec<Line> {
        let stated = assignments.iter().all(|assignment| assignment.basis == Basis::Stated);
        let mut lines = Vec::new();
        for run in runs(assignments, stated) {
            if stated {
                self.labelled(run, &mut lines);
            } else {
                let sole = assignments.iter().any(|assignment| assignment.basis == Basis::Sole);
                lines.push(self.unlabelled(run, sole));
            }
        }
        lines
    }

    /// All in one list, as a cell of a table holds it.
    pub(super) fn cell(&mut self, assignments: &[&Assignment]) -> String {
        let one_role = assignments.windows(2).all(|pair| pair[0].role == pair[1].role);
        match assignments {
            [] => String::new(),
            [_] => self.plain(assignments),
            _ if one_role && assignments[0].role == Role::Lead => self.joint(assignments),
            _ if assignments.iter().all(|assignment| assignment.basis == Basis::Stated) => self.marked(assignments),
            _ => self.plain(assignments),
        }
    }

    fn labelled(&mut self, run: &[&Assignment], lines: &mut Vec<Line>) {
        let label = if run[0].role == Role::Lead { LEAD } else { PARTICIPANT };
        if self.reads_back(run) {
            lines.push(Line { label, words: self.plain(run) });
        } else {
            lines.extend(run.chunks(1).map(|one| Line { label, words: self.plain(one) }));
        }
    }

    fn unlabelled(&mut self, run: &[&Assignment], sole: bool) -> Line {
        let participants = run.iter().all(|assignment| assignment.role == Role::Participant);
        let words = match run[0].basis {
            Basis::Stated if participants && !sole => return Line { label: PARTICIPANT, words: self.plain(run) },
            Basis::Stated => self.marked(run),
            Basis::Joint => self.joint(run),
            _ => self.plain(run),
        };
        Line { label: RESPONSIBLE, words }
    }

    /// `甲局、乙局`
    fn plain(&mut self, run: &[&Assignment]) -> String {
        run.iter().map(|assignment| self.printed(assignment.unit)).collect::<Vec<_>>().join("、")
    }

    /// `甲局、乙局牵头，丙局配合`
    fn marked(&mut self, run: &[&Assignment]) -> String {
        let groups = run.chunk_by(|a, b| a.role == b.role);
        let marked = groups.map(|group| {
            let mark = if group[0].role == Role::Lead { "牵头" } else { "配合" };
            self.plain(group) + mark
        });
        marked.collect::<Vec<_>>().join("，")
    }

    /// `甲局、乙局共同负责`; where the notice's rule makes all lead, the list alone, with whoever only helps marked.
    fn joint(&mut self, run: &[&Assignment]) -> String {
        if !self.all_lead {
            return self.plain(run) + "共同负责";
        }
        let groups = run.chunk_by(|a, b| a.role == b.role);
        let listed = groups.map(|group| {
            let mark = if group[0].role == Role::Lead { "" } else { "配合" };
            self.plain(group) + mark
        });
        listed.collect::<Vec<_>>().join("，")
    }

    /// The unit with its other names and the notice's remarks, each at its first mention.
    fn printed(&mut self, id: UnitId) -> String {
        let Some(unit) = self.notice.units.get(id.index()) else { return String::new() };
        let mut words = unit.name.to_string();
        if self.told.insert(id) && !unit.nameplates.is_empty() {
            let plates: Vec<&str> = unit.nameplates.iter().map(|plate| &**plate).collect();
            words.extend(["（", &plates.join("、"), "）"]);
        }
        words.push_str(&self.remarks.behind(&unit.name));
        words
    }

    /// Whether the names, set behind each other, hand nothing on.
    fn reads_back(&self, run: &[&Assignment]) -> bool {
        let name = |assignment: &&Assignment| Some(&*self.notice.units.get(assignment.unit.index())?.name);
        let names: Vec<&str> = run.iter().filter_map(name).collect();
        let place = self.notice.header.jurisdiction.as_deref().unwrap_or_default();
        names.len() < 2 || {
            let read = names_of_list(&names.join("、"), place);
            read.iter().zip(&names).all(|(read, name)| **read == *folded(name)) && read.len() == names.len()
        }
    }
}

/// The assignments by line: those that one list can hold.
fn runs<'a, 'n>(assignments: &'a [&'n Assignment], stated: bool) -> impl Iterator<Item = &'a [&'n Assignment]> {
    assignments.chunk_by(move |a, b| {
        let new_list = a.role == Role::Participant && b.role == Role::Lead;
        a.basis == b.basis
            && match b.basis {
                Basis::Stated => !stated && !new_list || a.role == b.role,
                Basis::Sole => false,
                Basis::Joint => true,
                Basis::FirstListed | Basis::Default => b.role == Role::Participant,
            }
    })
}
