//! The rows of a table → tasks in draft.

use std::ops::Range;

use arcstr::{ArcStr, Substr};

use super::Above;
use super::cell;
use super::form::{Form, take};
use crate::outline::marker::marker;
use crate::phrase::closing::responsible_brackets;
use crate::reading::allowance::Allowance;
use crate::reading::draft::{Draft, joined};
use crate::reading::letter;
use crate::reading::responsibility::{Responsibility, leader_of_heading};
use crate::reading::section::SectionDraft;
use crate::reading::select::instructs;
use crate::table::{Cell, Column, ColumnKind, Grid, Row, is_ditto, is_figure, is_section, is_sum, is_void, number};
use crate::text::chars::{arabic, is_blank, is_numeral, is_point, is_stop};
use crate::text::{Flow, Joint};

/// What rows hand down to those below, where a cell was printed once for several.
pub(super) struct Rows<'a> {
    source: &'a ArcStr,
    above: Above,
    /// The part's headings.
    sections: &'a mut Vec<SectionDraft>,
    /// The categories of the row, by column and by their position among the sections.
    categories: Vec<(usize, usize)>,
    /// The name of several rows below a heading, which is what they stand under.
    name: Option<Substr>,
    number: Option<Substr>,
    /// The last words of each column that answers, which empty cells below them share, up to the next heading.
    handed: Vec<Option<Flow>>,
    /// The same for marks of repetition, whatever stands between.
    above_mark: Vec<Option<Flow>>,
    pub(super) drafts: Vec<Draft>,
}

/// Who answers for a row.
struct Answer {
    responsibility: Responsibility,
    /// Whether all units of it were handed down.
    inherited: bool,
    /// Whether some were not, as the notice's allowance is spent.
    withheld: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(source: &'a ArcStr, sections: &'a mut Vec<SectionDraft>) -> Self {
        let (above, name, number) = (Above::default(), None, None);
        let (categories, drafts) = (Vec::new(), Vec::new());
        let (handed, above_mark) = (Vec::new(), Vec::new());
        Self { source, above, sections, categories, name, number, handed, above_mark, drafts }
    }

    /// A heading stands over the next rows.
    pub(super) fn begin_section(&mut self, heading: SectionDraft) {
        self.above.official = heading.official.clone().or(self.above.official.take());
        self.above.section = (heading.number.is_some() || heading.title.is_some()).then(|| self.open(heading));
        (self.name, self.number) = (None, None);
        self.categories.clear();
        self.handed.fill(None);
    }

    pub(super) fn read(&mut self, grid: &Grid, head: &Grid, measure: Option<&Flow>, allowance: &mut Allowance) {
        let columns = &head.columns;
        let named = |test: fn(ColumnKind) -> bool| columns.iter().any(|column| test(column.kind));
        // Figures for regions alone are no tasks: they spell out those of another part.
        if !named(ColumnKind::is_prose) || named(|kind| kind == ColumnKind::Region) && !named(ColumnKind::is_units) {
            return;
        }
        let form = Form::of(self.source, grid, head, measure);
        self.handed.clear();
        self.handed.resize(form.answers.len(), None);
        self.above_mark.clear();
        self.above_mark.resize(form.answers.len(), None);
        for row in grid.body() {
            self.row(row, columns, &form, allowance);
        }
    }

    fn row(&mut self, row: &Row, columns: &[Column], form: &Form, allowance: &mut Allowance) {
        let cells = || row.cells.iter().zip(columns).enumerate().filter(|(_, (cell, _))| !cell.is_empty());
        let Some((_, (first, _))) = cells().next() else { return };
        if is_sum(&first.text) {
            return;
        }
        let alone = || cells().count() == 1 && is_banner(first, cells().next().map(|(_, (_, c))| c.kind));
        // `一、农业项目（3个）　　21560　11360`: a heading with the sums of the rows below it.
        let summed = || is_section(&first.text) && cells().skip(1).all(|(_, (cell, _))| is_figure(&cell.text));
        if columns.len() > 2 && (alone() || summed()) {
            self.banner(first);
            return;
        }
        if let Some(title) = counted_sum(row, columns).filter(|_| form.assigns) {
            self.begin_section(SectionDraft {
                number: Some(number_of(first)),
                ..SectionDraft::of_cell(&self.words_of(title))
            });
            return;
        }
        let words = cells().find(|(_, (_, column))| column.kind.is_prose()).map(|(_, (cell, _))| cell);
        if form.number.is_some_and(|at| is_uncounted(row, at)) && is_aside(first, words) {
            return;
        }
        let mut prose: Vec<(ColumnKind, &Cell)> = Vec::new();
        for (at, (cell, column)) in cells() {
            match column.kind {
                _ if is_ditto(&cell.text) => {}
                ColumnKind::Category => self.categorize(at, cell),
                _ if form.group.is_some_and(|group| group.column == at) => {
                    if self.above.section.is_some() || form.group.is_some_and(|group| group.counted) {
                        self.name = Some(cell.text.clone());
                    } else {
                        self.categorize(at, cell);
                    }
                }
                ColumnKind::Number => self.number = Some(number_of(cell)),
                kind if kind.is_prose() && !is_void(&cell.text) => prose.push((kind, cell)),
                _ => {}
            }
        }
        if prose.is_empty() {
            self.carry_on(row, form);
            return;
        }
        let mut bracket = Responsibility::default();
        let (own, title, text) = self.words(&prose, form, &mut bracket);
        let Answer { responsibility, inherited, withheld } = self.answer(row, form, bracket, allowance);
        let official = responsibility.leaders.first().cloned().or_else(|| self.above.official.clone());
        self.drafts.push(Draft {
            section: self.categories.last().map(|&(_, section)| section).or(self.above.section),
            number: own.or_else(|| self.number.clone().filter(|_| form.number.is_some())),
            official,
            title: title.or_else(|| self.name.clone()),
            figures: form.figures(self.source, row),
            text,
            responsibility,
            inherited,
            withheld,
            unassigned: !form.assigns,
            span: row.span,
        });
    }

    fn words_of(&self, cell: &Cell) -> Flow {
        cell::words(self.source, cell)
    }

    fn banner(&mut self, cell: &Cell) {
        let flow = self.words_of(cell);
        let start = marker(&flow.text).map_or(0, |marker| marker.rest);
        let official = leader_of_heading(&flow, start);
        self.begin_section(SectionDraft { official, ..SectionDraft::of_cell(&flow) });
    }

    /// The category of this row and those below it. Printed again in every row, it is one section all the same.
    fn categorize(&mut self, column: usize, cell: &Cell) {
        let flow = self.words_of(cell);
        let own = SectionDraft::of_cell(&flow);
        let known = self.categories.iter().find(|&&(at, _)| at == column).map(|&(_, section)| &self.sections[section]);
        if known.is_some_and(|known| (&known.number, &known.title) == (&own.number, &own.title)) {
            return;
        }
        self.categories.retain(|&(at, _)| at < column);
        let parent = self.categories.last().map(|&(_, section)| section).or(self.above.section);
        let section = self.open(SectionDraft { parent, ..own });
        self.categories.push((column, section));
    }

    fn open(&mut self, section: SectionDraft) -> usize {
        self.sections.push(section);
        self.sections.len() - 1
    }

    /// A row without words of its own adds its units to the task above.
    fn carry_on(&mut self, row: &Row, form: &Form) {
        let mut found = Responsibility::default();
        for answer in &form.answers {
            let cell = row.cells.get(answer.column).filter(|cell| !cell.is_empty() && !is_void(&cell.text));
            if let Some(cell) = cell {
                take(&mut found, &self.words_of(cell), answer);
            }
        }
        if let Some(last) = self.drafts.last_mut().filter(|last| !last.inherited) {
            last.responsibility.pieces.extend(found.pieces);
            last.responsibility.leaders.extend(found.leaders);
            last.responsibility.dues.extend(found.dues);
        }
    }

    /// What the row's cells say of responsibility, and those above it that hold for several rows. What a bracket among its
    /// words says stands in the place of a cell that was left empty.
    fn answer(&mut self, row: &Row, form: &Form, bracket: Responsibility, allowance: &mut Allowance) -> Answer {
        let mut found = bracket;
        let answered = !found.pieces.is_empty();
        let is_blank_at = |at: usize| row.cells.get(at).is_none_or(Cell::is_empty);
        let none = form.answers.iter().all(|answer| !answer.kind.is_units() || is_blank_at(answer.column));
        let is_part = form.number.is_some_and(is_blank_at);
        let (mut own, mut withheld) = (answered, false);
        for (at, answer) in form.answers.iter().enumerate() {
            let kind = answer.kind;
            let goes_on = row.cells.get(answer.column).is_some_and(|cell| cell.merged);
            let handed_down = match kind {
                // Where the table says over which rows a cell goes, the others below it are empty.
                _ if answer.merges => goes_on,
                // A part of a row has its day from the whole.
                ColumnKind::Due => is_part,
                ColumnKind::Participant => none && !answered,
                kind if kind.is_units() => !answered,
                _ => true,
            };
            let flow = match row.cells.get(answer.column).filter(|cell| !cell.is_empty()) {
                Some(cell) if is_void(&cell.text) => {
                    self.handed[at] = None;
                    continue;
                }
                Some(cell) if is_ditto(&cell.text) => {
                    own |= kind.is_units();
                    match &self.above_mark[at] {
                        Some(flow) if allowance.grant(flow.text.len()) => flow.clone(),
                        handed => {
                            withheld |= handed.is_some();
                            continue;
                        }
                    }
                }
                Some(cell) => {
                    let flow = cell::list(self.source, cell);
                    own |= kind.is_units();
                    self.handed[at] = Some(flow.clone());
                    self.above_mark[at] = Some(flow.clone());
                    flow
                }
                None if handed_down => match &self.handed[at] {
                    Some(flow) if allowance.grant(flow.text.len()) => flow.clone(),
                    handed => {
                        withheld |= handed.is_some();
                        continue;
                    }
                },
                None => {
                    if kind == ColumnKind::Participant {
                        self.handed[at] = None;
                    }
                    continue;
                }
            };
            let span = found.span;
            take(&mut found, &flow, answer);
            // What was handed down stands in another row.
            if row.cells.get(answer.column).is_none_or(|cell| cell.is_empty() || is_ditto(&cell.text)) {
                found.span = span;
            }
        }
        Answer { responsibility: found, inherited: !own, withheld }
    }

    /// The number inside the words, the title and the text of a task; what brackets in them say goes to `bracket`.
    fn words(
        &self,
        prose: &[(ColumnKind, &Cell)],
        form: &Form,
        bracket: &mut Responsibility,
    ) -> (Option<Substr>, Option<Substr>, Flow) {
        let mut flows: Vec<Flow> = prose.iter().map(|(_, cell)| self.words_of(cell)).collect();
        let mut own = None;
        if form.number.is_none() {
            if let Some((range, rest)) = number_in(self.source, &flows[0], prose[0].1) {
                own = Some(flows[0].words(range));
                flows[0] = flows[0].slice(rest..flows[0].text.len());
            }
        }
        for flow in &mut flows {
            if form.assigns && !responsible_brackets(&flow.text).is_empty() {
                let ranges = bracket.take_prose(flow, 0);
                *flow = joined(flow, ranges).unwrap_or_else(|| flow.slice(0..0));
            }
        }
        let short = flows[0].text.chars().count() <= 40 && !flows[0].text.contains('。');
        let named = prose[0].0 == ColumnKind::Name;
        // A name beside an empty cell stays a name.
        let titled = flows.len() > 1 && (named || short) || named && short && form.described;
        let title = titled.then(|| flows.remove(0).text);
        let text = match flows.len() {
            1 => flows.remove(0),
            _ => Flow::join(flows.iter().map(|flow| (flow, Joint::Line))),
        };
        (own, title, text)
    }
}

/// A row of one cell is a heading over the rows below, unless it is the rest of the row above.
fn is_banner(cell: &Cell, kind: Option<ColumnKind>) -> bool {
    let short = cell.text.chars().count() <= 40 && !cell.text.contains(is_stop);
    let marked = marker(&cell.text).is_some()
        || kind.is_some_and(|kind| matches!(kind, ColumnKind::Number | ColumnKind::Category));
    short && number(&cell.text).is_none() && marked
}

/// `一　产业类（4个）　　173000　62000`: the title over the rows below, numbered otherwise than they are, with their sums.
fn counted_sum<'a>(row: &'a Row, columns: &[Column]) -> Option<&'a Cell> {
    let mut cells = row.cells.iter().zip(columns).filter(|(cell, _)| !cell.is_empty());
    let (counted, title) = (cells.next()?, cells.next()?);
    let is_title = |(cell, column): (&Cell, &Column)| column.kind.is_prose() && !is_figure(&cell.text);
    let numeral = counted.1.kind == ColumnKind::Number && counted.0.text.chars().all(is_numeral);
    let mut sums = 0;
    let only_sums = cells.all(|(cell, _)| {
        sums += 1;
        is_figure(&cell.text)
    });
    (numeral && is_title(title) && only_sums && sums > 0).then_some(title.0)
}

/// The number of a row without the mark behind it.
fn number_of(cell: &Cell) -> Substr {
    let core = cell.text.trim_end_matches(|c: char| is_point(c) || matches!(c, '、' | ' '));
    cell.text.substr(..core.len())
}

/// A number before the words in the same cell: `1.办好…`, `1 办好…`; where it stands and where the words begin.
fn number_in(source: &ArcStr, flow: &Flow, cell: &Cell) -> Option<(Range<usize>, usize)> {
    if let Some(found) = marker(&flow.text) {
        return Some((found.number, found.rest));
    }
    let raw = &source[cell.spans.first().copied().unwrap_or_default().range()];
    let (value, length) = arabic(raw)?;
    let spaced = raw[length..].starts_with(is_blank) && (1..=999).contains(&value);
    spaced.then(|| (0..length, flow.text.len() - flow.text[length..].trim_start_matches(is_blank).len()))
}

/// Whether a row of a table that counts its rows in a column has no number, nor a part in that of the row above.
fn is_uncounted(row: &Row, number: usize) -> bool {
    row.cells.get(number).is_none_or(|cell| cell.is_empty() && !cell.merged)
}

/// `甲方责任`, `考核奖惩`, `甲方（盖章）：…`: the rows of a form below its items set no task.
fn is_aside(first: &Cell, words: Option<&Cell>) -> bool {
    instructs(&first.text)
        || letter::heads_other_side(&first.text)
        || words.is_some_and(|words| letter::names_side(&words.text))
}
