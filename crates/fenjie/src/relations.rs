//! Notice → graph: walks from row to row, so that nobody has to look up ids.

use std::ops::Deref;

use crate::model::{Assignment, Notice, Official, Part, Role, Section, Span, Target, Task, TaskId, Unit};

/// A row of a notice together with the notice, so that it knows its neighbours. Its fields are the row's own.
///
/// It is as light as two references, and copied freely.
#[derive(Debug)]
pub struct View<'a, Row> {
    notice: &'a Notice,
    row: &'a Row,
}

/// A [`Part`] that knows its tasks.
pub type PartRef<'a> = View<'a, Part>;
/// A [`Section`] that knows what it stands under, and its tasks.
pub type SectionRef<'a> = View<'a, Section>;
/// An [`Official`] that knows the tasks that are theirs.
pub type OfficialRef<'a> = View<'a, Official>;
/// A [`Task`] that knows its part, its section, its official, its units and its targets.
pub type TaskRef<'a> = View<'a, Task>;
/// A [`Unit`] that knows its tasks.
pub type UnitRef<'a> = View<'a, Unit>;
/// An [`Assignment`] that knows its task and its unit.
pub type AssignmentRef<'a> = View<'a, Assignment>;
/// A [`Target`] that knows its task.
pub type TargetRef<'a> = View<'a, Target>;

impl<Row> Clone for View<'_, Row> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Row> Copy for View<'_, Row> {}

impl<Row> Deref for View<'_, Row> {
    type Target = Row;

    fn deref(&self) -> &Row {
        self.row
    }
}

impl<Row: PartialEq> PartialEq for View<'_, Row> {
    /// Whether the rows say the same.
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl<'a, Row> View<'a, Row> {
    /// The plain row, for as long as the notice lives.
    pub fn row(self) -> &'a Row {
        self.row
    }

    /// The notice that the row belongs to.
    pub fn notice(self) -> &'a Notice {
        self.notice
    }
}

impl<'a> PartRef<'a> {
    /// The tasks of the part, in order. Passes over all tasks of the notice.
    pub fn tasks(self) -> impl Iterator<Item = TaskRef<'a>> {
        self.notice.tasks().filter(move |task| task.row.part == self.row.id)
    }
}

impl<'a> SectionRef<'a> {
    /// The section that it stands under.
    pub fn parent(self) -> Option<SectionRef<'a>> {
        let parent = self.notice.sections.get(self.row.parent?.index())?;
        Some(self.notice.view(parent))
    }

    /// The official whom it names.
    pub fn official(self) -> Option<OfficialRef<'a>> {
        let official = self.notice.officials.get(self.row.official?.index())?;
        Some(self.notice.view(official))
    }

    /// The tasks right below it, in order. Passes over all tasks of the notice.
    pub fn tasks(self) -> impl Iterator<Item = TaskRef<'a>> {
        self.notice.tasks().filter(move |task| task.row.section == Some(self.row.id))
    }
}

impl<'a> OfficialRef<'a> {
    /// The tasks that are the official's, in order, in all parts. Passes over all tasks of the notice.
    pub fn tasks(self) -> impl Iterator<Item = TaskRef<'a>> {
        self.notice.tasks().filter(move |task| task.row.official == Some(self.row.id))
    }
}

impl<'a> TaskRef<'a> {
    /// The part it stands in.
    ///
    /// # Panics
    /// Where the notice was put together by hand without that part; [`Notice::check_references`] tells beforehand.
    pub fn part(self) -> PartRef<'a> {
        self.notice.view(&self.notice.parts[self.row.part.index()])
    }

    /// The nearest heading that it stands under.
    pub fn section(self) -> Option<SectionRef<'a>> {
        let section = self.notice.sections.get(self.row.section?.index())?;
        Some(self.notice.view(section))
    }

    /// The headings that it stands under, the nearest first.
    pub fn sections(self) -> impl Iterator<Item = SectionRef<'a>> {
        std::iter::successors(self.section(), |section| section.parent())
    }

    /// The official whose task it is.
    pub fn official(self) -> Option<OfficialRef<'a>> {
        let official = self.notice.officials.get(self.row.official?.index())?;
        Some(self.notice.view(official))
    }

    /// Who does what in it, in the order of the notice, the units that a convention adds included. A binary search.
    pub fn assignments(self) -> impl Iterator<Item = AssignmentRef<'a>> {
        let rows = of_task(&self.notice.assignments, self.row.id, |row| row.task);
        rows.iter().map(move |row| self.notice.view(row))
    }

    /// The units of that role, in the order of the notice.
    pub fn units(self, role: Role) -> impl Iterator<Item = UnitRef<'a>> {
        self.assignments().filter(move |assignment| assignment.row.role == role).map(AssignmentRef::unit)
    }

    /// The units that lead (牵头单位).
    pub fn leads(self) -> impl Iterator<Item = UnitRef<'a>> {
        self.units(Role::Lead)
    }

    /// The first unit that leads.
    pub fn lead(self) -> Option<UnitRef<'a>> {
        self.leads().next()
    }

    /// The units that take part (配合单位).
    pub fn participants(self) -> impl Iterator<Item = UnitRef<'a>> {
        self.units(Role::Participant)
    }

    /// The commitments inside it, in order. A binary search.
    pub fn targets(self) -> impl Iterator<Item = TargetRef<'a>> {
        let rows = of_task(&self.notice.targets, self.row.id, |row| row.task);
        rows.iter().map(move |row| self.notice.view(row))
    }
}

impl<'a> UnitRef<'a> {
    /// The assignments of the unit, in order. Passes over all assignments of the notice; to go through every unit of a
    /// large notice, group [`Notice::assignments`] once instead.
    pub fn assignments(self) -> impl Iterator<Item = AssignmentRef<'a>> {
        let rows = self.notice.assignments.iter();
        rows.filter(move |row| row.unit == self.row.id).map(move |row| self.notice.view(row))
    }

    /// The tasks in which the unit has that role, or with `None` any, in order; each once. Passes over all assignments.
    pub fn tasks(self, role: impl Into<Option<Role>>) -> impl Iterator<Item = TaskRef<'a>> {
        let role = role.into();
        let mut last = None;
        self.assignments()
            .filter(move |assignment| role.is_none_or(|role| assignment.row.role == role))
            .filter(move |assignment| last.replace(assignment.row.task) != Some(assignment.row.task))
            .map(AssignmentRef::task)
    }
}

impl<'a> AssignmentRef<'a> {
    /// The task.
    ///
    /// # Panics
    /// Where the notice was put together by hand without that task; [`Notice::check_references`] tells beforehand.
    pub fn task(self) -> TaskRef<'a> {
        self.notice.view(&self.notice.tasks[self.row.task.index()])
    }

    /// The unit.
    ///
    /// # Panics
    /// Where the notice was put together by hand without that unit; [`Notice::check_references`] tells beforehand.
    pub fn unit(self) -> UnitRef<'a> {
        self.notice.view(&self.notice.units[self.row.unit.index()])
    }
}

impl<'a> TargetRef<'a> {
    /// The task that it is read from.
    ///
    /// # Panics
    /// Where the notice was put together by hand without that task; [`Notice::check_references`] tells beforehand.
    pub fn task(self) -> TaskRef<'a> {
        self.notice.view(&self.notice.tasks[self.row.task.index()])
    }

    /// The target that it is a part of (`其中…`).
    pub fn within(self) -> Option<TargetRef<'a>> {
        let whole = self.notice.targets.get(self.row.within?.index())?;
        Some(self.notice.view(whole))
    }
}

/// The rows of a task in a table that is in the order of its tasks.
fn of_task<Row>(rows: &[Row], task: TaskId, key: impl Fn(&Row) -> TaskId) -> &[Row] {
    let start = rows.partition_point(|row| key(row) < task);
    let length = rows[start..].partition_point(|row| key(row) == task);
    &rows[start..start + length]
}

/// The walks, as one writes them:
///
/// ```
/// use fenjie::Role;
///
/// let notice = fenjie::parse(
///     "云溪市2025年重点工作任务分解\n一、周明副市长牵头\n1.新建公园3座。\n责任单位：市城管局、市财政局\n2.压减一般性支出。\n责任单位：市财政局\n",
/// );
/// for task in notice.tasks() {
///     let official = task.official().and_then(|official| official.name.clone());
///     let leads: Vec<_> = task.leads().map(|unit| unit.name.clone()).collect();
///     println!("{}: {official:?}, {leads:?}", task.text);
/// }
/// let finance = notice.unit("市财政局").expect("it is listed twice");
/// assert_eq!(finance.tasks(Role::Lead).count(), 1);
/// assert_eq!(finance.tasks(None).count(), 2);
/// ```
impl Notice {
    fn view<'a, Row>(&'a self, row: &'a Row) -> View<'a, Row> {
        View { notice: self, row }
    }

    /// The parts, in order.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = PartRef<'_>> {
        self.parts.iter().map(|row| self.view(row))
    }

    /// The headings that tasks stand under, in order.
    pub fn sections(&self) -> impl ExactSizeIterator<Item = SectionRef<'_>> {
        self.sections.iter().map(|row| self.view(row))
    }

    /// The officials, in order of their first appearance.
    pub fn officials(&self) -> impl ExactSizeIterator<Item = OfficialRef<'_>> {
        self.officials.iter().map(|row| self.view(row))
    }

    /// The tasks, in order.
    pub fn tasks(&self) -> impl ExactSizeIterator<Item = TaskRef<'_>> {
        self.tasks.iter().map(|row| self.view(row))
    }

    /// The units, in order of their first appearance.
    pub fn units(&self) -> impl ExactSizeIterator<Item = UnitRef<'_>> {
        self.units.iter().map(|row| self.view(row))
    }

    /// The targets, in order.
    pub fn targets(&self) -> impl ExactSizeIterator<Item = TargetRef<'_>> {
        self.targets.iter().map(|row| self.view(row))
    }

    /// The task of that id.
    pub fn task(&self, id: TaskId) -> Option<TaskRef<'_>> {
        self.tasks.get(id.index()).map(|row| self.view(row))
    }

    /// The unit of that name, or else the first one with such a nameplate (挂牌). Passes over all units.
    pub fn unit(&self, name: &str) -> Option<UnitRef<'_>> {
        let by_name = self.units().find(|unit| unit.row.name == name);
        by_name.or_else(|| self.units().find(|unit| unit.row.nameplates.iter().any(|plate| plate == name)))
    }

    /// The official of that name. Passes over all officials.
    pub fn official(&self, name: &str) -> Option<OfficialRef<'_>> {
        self.officials().find(|official| official.row.name.as_ref().is_some_and(|found| found == name))
    }

    /// The words that a span covers; empty where it does not fit the source.
    ///
    /// ```
    /// # use fenjie::{Notice, Span};
    /// let notice = Notice { source: "责任单位：市财政局".into(), ..Notice::default() };
    /// assert_eq!(notice.text(Span::new(15, 27)), "市财政局");
    /// assert_eq!(notice.text(Span::new(1, 99)), "");
    /// ```
    pub fn text(&self, span: Span) -> &str {
        self.source.get(span.range()).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::sample;

    fn names<'a>(units: impl Iterator<Item = UnitRef<'a>>) -> Vec<String> {
        units.map(|unit| unit.name.to_string()).collect()
    }

    #[test]
    fn a_task_knows_its_neighbours() {
        let notice = sample();
        let task = notice.task(TaskId(1)).unwrap();
        assert_eq!(task.part().title.as_deref(), Some("重点工作"));
        assert_eq!(task.section().unwrap().title.as_deref(), Some("周明副市长牵头"));
        assert_eq!(task.sections().count(), 1);
        assert_eq!(task.section().unwrap().official().unwrap().name.as_deref(), Some("周明"));
        assert_eq!(task.section().unwrap().tasks().count(), 2);
        assert_eq!(task.official().unwrap().name.as_deref(), Some("周明"));
        assert_eq!(names(task.leads()), ["市教育局"]);
        assert_eq!(task.lead().unwrap().row(), &notice.units[1]);
        assert_eq!(names(task.participants()), ["市财政局", "各县区政府"]);
        assert_eq!(
            task.targets().map(|target| target.indicator.to_string()).collect::<Vec<_>>(),
            ["新增学位", "农村学位"]
        );
        assert_eq!(task.targets().last().unwrap().within().unwrap().indicator, "新增学位");
        assert_eq!(task.targets().last().unwrap().task(), task);
        assert_eq!(task.assignments().count(), 3);
    }

    #[test]
    fn a_task_without_anything_has_nothing() {
        let notice = sample();
        let task = notice.task(TaskId(2)).unwrap();
        assert!(task.official().is_none() && task.lead().is_none());
        assert_eq!(task.assignments().count() + task.targets().count(), 0);
        assert!(notice.task(TaskId(3)).is_none());
    }

    #[test]
    fn units_officials_and_parts_know_their_tasks() {
        let notice = sample();
        let numbers = |tasks: &mut dyn Iterator<Item = TaskRef<'_>>| tasks.map(|task| task.id.0).collect::<Vec<_>>();
        let finance = notice.unit("市财政局").unwrap();
        assert_eq!(numbers(&mut finance.tasks(Role::Lead)), [0]);
        assert_eq!(numbers(&mut finance.tasks(Role::Participant)), [1]);
        assert_eq!(numbers(&mut finance.tasks(None)), [0, 1]);
        assert_eq!(numbers(&mut notice.official("周明").unwrap().tasks()), [0, 1]);
        assert_eq!(numbers(&mut notice.parts().nth(1).unwrap().tasks()), [2]);
        assert_eq!(notice.unit("市国资委").unwrap().name, "市财政局", "a nameplate finds its unit");
        assert!(notice.unit("财政局").is_none() && notice.official("周").is_none());
    }
}
