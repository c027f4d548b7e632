//! Which column of a task table says what.

use arcstr::{ArcStr, Substr};

use super::figure::has_figure;
use crate::calendar;
use crate::model::{Comparator, Span};
use crate::quantity;
use crate::reading::responsibility::Responsibility;
use crate::table::{Cell, Column, ColumnKind, Grid, Row, flow, is_void};
use crate::text::chars::{digit, is_close, is_open};
use crate::text::{Flow, Joint};
use crate::vocabulary::{COMPARING, Label};

/// No table has more columns of units, officials and deadlines.
const MOST_ANSWERS: usize = 32;
/// Nor more of money.
const MOST_PLANS: usize = 4;
/// How many characters a cell has that tells a figure by another one.
const LONGEST_COMPARISON: usize = 20;

/// A column that says who answers, or until when.
#[derive(Clone, Copy, Debug)]
pub(super) struct AnswerColumn {
    pub(super) column: usize,
    pub(super) kind: ColumnKind,
    pub(super) label: Label,
    /// Where its head stands.
    pub(super) head: Option<Span>,
    /// Whether the table says over which rows its cells go.
    pub(super) merges: bool,
}

/// The column of words that is printed once over several rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) column: usize,
    /// Whether the rows below it are parts of a counted one: then it is their title, and no category.
    pub(super) counted: bool,
}

/// A target that cells make together.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// The words of the cells as a sentence: indicator, figure and measure.
    pub(crate) statement: Flow,
    /// The cell that stands for it.
    pub(crate) quote: Flow,
    /// What is measured, where the head of the column says it.
    pub(crate) indicator: Option<Substr>,
    /// Where the rest of it stands: the cell of the figure, or the head of the column.
    pub(crate) ground: Span,
    /// The year that the head of the column sets.
    pub(crate) due: Option<Flow>,
}

/// The columns of a table by what they say.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) group: Option<Group>,
    pub(super) answers: Vec<AnswerColumn>,
    /// The column that counts the rows.
    pub(super) number: Option<usize>,
    /// Whether there is a column of units.
    pub(super) assigns: bool,
    /// Whether there is a column of words beside that of the names.
    pub(super) described: bool,
    indicator: Option<usize>,
    measure: Option<usize>,
    value: Option<usize>,
    /// The year in the head over the figures: `2030年目标`.
    year: Option<Flow>,
    plans: Vec<Plan>,
}

/// A column of money.
#[derive(Debug)]
struct Plan {
    column: usize,
    /// The words of its head, without the bracket behind them.
    head: Flow,
    measure: Option<Flow>,
}

impl Form {
    /// `head` is the table with the header: this one, or the one that it carries on. `measure` is what the words above it say of
    /// all its money.
    pub(super) fn of(source: &ArcStr, grid: &Grid, head: &Grid, measure: Option<&Flow>) -> Self {
        let columns = &head.columns;
        let at = |kind: ColumnKind| columns.iter().position(|column| column.kind == kind);
        let has = |kind: ColumnKind| at(kind).is_some();
        let merges_at = |at: usize| grid.body().any(|row| row.cells.get(at).is_some_and(|cell| cell.merged));
        // Whoever merges the cells of those that lead has left empty those of the others that are.
        let merges_units = columns.iter().enumerate().any(|(at, column)| column.kind.is_units() && merges_at(at));
        let answers = columns.iter().enumerate().filter_map(|(column, head)| {
            // 责任单位 beside 牵头单位 take part, and are handed down as those that do.
            let helps = head.kind == ColumnKind::Responsible && has(ColumnKind::Lead);
            let kind = if helps { ColumnKind::Participant } else { head.kind };
            let merges = if kind.is_units() { merges_units } else { merges_at(column) };
            label_of(head.kind).map(|label| AnswerColumn { column, kind, label, head: head.head(), merges })
        });
        let value = at(ColumnKind::Total);
        // Of several columns of words the one before the figure says what it counts.
        let before = value.unwrap_or(0);
        let indicator = columns[..before].iter().rposition(|column| column.kind.is_prose());
        let plans = columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Plan);
        let plan = |(column, _): (usize, &Column)| {
            let (head, bracket) = head_and_bracket(source, head, column)?;
            Some(Plan { column, head, measure: bracket.or_else(|| measure.cloned()) })
        };
        Self {
            group: grouping(grid, columns),
            answers: answers.take(MOST_ANSWERS).collect(),
            number: at(ColumnKind::Number),
            assigns: columns.iter().any(|column| column.kind.is_units()),
            described: has(ColumnKind::Name) && (has(ColumnKind::Content) || has(ColumnKind::Goal)),
            indicator,
            measure: at(ColumnKind::Measure),
            value,
            year: value.and_then(|at| year_in_head(source, head, at)),
            plans: plans.take(MOST_PLANS).filter_map(plan).collect(),
        }
    }

    /// The targets that the cells of a row make.
    pub(super) fn figures(&self, source: &ArcStr, row: &Row) -> Vec<Figure> {
        let words = |at: usize| row.cells.get(at).filter(|cell| !cell.is_empty() && !is_void(&cell.text));
        let whole = |cell: &Cell| flow(source, &cell.spans, |_, _| Joint::Seamless);
        let mut found = Vec::new();
        let indicator = self.indicator.and_then(words).map(whole);
        let value = self.value.and_then(words).filter(|cell| has_figure(&cell.text) || compares(&cell.text)).map(whole);
        if let (Some(indicator), Some(value)) = (indicator, value) {
            let measure = self.measure.and_then(words).map(whole);
            let quote = indicator_of(&indicator);
            let named = bound_in_name(&quote, &value);
            let statement = sentence(named.as_ref().unwrap_or(&quote), &value, measure.as_ref());
            found.push(Figure { statement, quote, indicator: None, ground: value.whole(), due: self.year.clone() });
        }
        for Plan { column, head, measure } in &self.plans {
            if let Some(value) = words(*column).filter(|cell| has_figure(&cell.text)).map(whole) {
                // What kind of plan it is, is not asked of the grammar.
                let start = head.text.rfind("投资").unwrap_or(0);
                let statement = sentence(&head.slice(start..head.text.len()), &value, measure.as_ref());
                let indicator = Some(head.text.clone());
                found.push(Figure { statement, quote: value, indicator, ground: head.whole(), due: None });
            }
        }
        found
    }
}

/// Reads the cell of a column that answers.
pub(super) fn take(found: &mut Responsibility, flow: &Flow, answer: &AnswerColumn) {
    let parted = (answer.kind == ColumnKind::LeadAndParticipant).then(|| flow.text.find(['；', ';'])).flatten();
    match parted {
        Some(at) => {
            found.take_cell(&flow.slice(0..at), Label::Lead, answer.head);
            let sign = flow.text[at..].chars().next().map_or(0, char::len_utf8);
            let rest = flow.slice(at + sign..flow.text.len());
            if !rest.text.is_empty() {
                found.take_cell(&rest, Label::Participant, answer.head);
            }
        }
        None => found.take_cell(flow, answer.label, answer.head),
    }
}

/// `累计新增就业人数*`, `1.新增就业`: without the sign of a remark and without a number.
fn indicator_of(cell: &Flow) -> Flow {
    let text = cell.text.trim_end_matches(['*', '＊', '※', '#']);
    let start = crate::outline::marker::marker(text).map_or(0, |marker| marker.rest);
    cell.slice(start..text.len())
}

/// `资产负债率（不高于）` beside a bare figure: the name with the bound as words of its sentence.
fn bound_in_name(name: &Flow, value: &Flow) -> Option<Flow> {
    let inner = name.text.strip_suffix(is_close)?;
    let open = inner.rfind(is_open)?;
    let start = open + inner[open..].chars().next().map_or(0, char::len_utf8);
    let words = name.slice(start..inner.len());
    let stated = format!("{}{}", words.text, value.text);
    let bounds = |text: &str| {
        quantity::find_iter(text).next().is_some_and(|it| it.span.start == 0 && it.comparator != Comparator::Eq)
    };
    let bounded = bounds(&stated) && !bounds(&value.text);
    bounded.then(|| Flow::join([(&name.slice(0..open), Joint::Seamless), (&words, Joint::Seamless)]))
}

/// `高于全省平均`: a cell that tells a figure by another one.
fn compares(text: &str) -> bool {
    text.chars().count() <= LONGEST_COMPARISON && COMPARING.find(text).is_some()
}

/// `6.5以上` and `%`: the measure stands behind the number.
fn sentence(indicator: &Flow, value: &Flow, measure: Option<&Flow>) -> Flow {
    let figures = |c: char| digit(c).is_some() || matches!(c, '.' | '．' | ',' | '，');
    let end = value.text.char_indices().rfind(|&(_, c)| figures(c)).map_or(0, |(at, c)| at + c.len_utf8());
    let (number, behind) = (value.slice(0..end), value.slice(end..value.text.len()));
    let printed = |measure: &&Flow| end > 0 && !behind.text.starts_with(&*measure.text);
    let parts = [Some(indicator), Some(&number), measure.filter(printed), Some(&behind)];
    Flow::join(parts.into_iter().flatten().filter(|part| !part.text.is_empty()).map(|part| (part, Joint::Seamless)))
}

/// A head, and what its bracket says of its figures: `计划投资（万元）`.
fn head_and_bracket(source: &ArcStr, grid: &Grid, at: usize) -> Option<(Flow, Option<Flow>)> {
    let heads = grid.rows.iter().take_while(|row| row.header).filter_map(|row| row.cells.get(at));
    let head = heads.filter(|cell| !cell.is_empty()).last()?;
    let words = flow(source, &head.spans, |_, _| Joint::Seamless);
    let parted = words.text.strip_suffix(is_close).and_then(|inner| Some((inner.rfind(is_open)?, inner.len())));
    let Some((open, close)) = parted else { return Some((words, None)) };
    let start = open + words.text[open..].chars().next().map_or(0, char::len_utf8);
    Some((words.slice(0..open), Some(words.slice(start..close)).filter(|measure| !measure.text.is_empty())))
}

/// The year that a head begins with.
fn year_in_head(source: &ArcStr, grid: &Grid, at: usize) -> Option<Flow> {
    let (words, _) = head_and_bracket(source, grid, at)?;
    let time = calendar::at_start(&words.text).filter(|time| time.is_year())?;
    Some(words.slice(0..time.length))
}

fn grouping(grid: &Grid, columns: &[Column]) -> Option<Group> {
    let mut prose = columns.iter().enumerate().filter(|(_, column)| column.kind.is_prose());
    let (first, _) = prose.next()?;
    let (second, _) = prose.next()?;
    let number = columns.iter().position(|column| column.kind == ColumnKind::Number);
    let printed = |row: &Row, at: usize| row.cells.get(at).is_some_and(|cell| !cell.is_empty());
    let handed = || grid.body().filter(|row| !printed(row, first) && printed(row, second));
    let counted = number.is_some_and(|number| handed().all(|row| !printed(row, number)));
    let groups = grid.body().any(|row| printed(row, first) && printed(row, second)) && handed().next().is_some();
    groups.then_some(Group { column: first, counted })
}

fn label_of(kind: ColumnKind) -> Option<Label> {
    Some(match kind {
        ColumnKind::Responsible | ColumnKind::Owner => Label::Responsible,
        ColumnKind::Lead | ColumnKind::LeadAndParticipant => Label::Lead,
        ColumnKind::Participant => Label::Participant,
        ColumnKind::Division => Label::Division,
        ColumnKind::Leader => Label::Leader,
        ColumnKind::Due => Label::Due,
        _ => return None,
    })
}
