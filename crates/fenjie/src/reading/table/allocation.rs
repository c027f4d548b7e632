//! The figures that a table hands to regions (任务分解到区县).

use std::ops::Range;

use arcstr::{ArcStr, Substr};
use rust_decimal::Decimal;

use super::figure::value;
use crate::model::{Allocation, CellState, Code, Span};
use crate::outline::marker::marker;
use crate::reading::builder::Builder;
use crate::table::is_sum;
use crate::table::{Cell, Column, ColumnKind, Grid, Row, flow, is_figure, is_void};
use crate::text::Joint;

/// Reads the figures of every row.
pub(super) fn read(source: &ArcStr, grid: &Grid, columns: &[Column], builder: &mut Builder) {
    let Some(form) = Form::of(columns) else { return };
    let mut last = Last::default();
    for row in grid.body() {
        if row.cells.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| is_sum(&cell.text)) {
            continue;
        }
        let Some(start) = form.start(&row.cells) else { continue };
        let names = form.names(source, row, start, &mut last);
        let figures = start..(start + form.figures.len());
        let beyond = columns.len().max(figures.end) + start.saturating_sub(form.first);
        let more = row.cells.iter().skip(beyond).any(|cell| !cell.is_empty());
        if row.cells.len() < figures.end || start < form.first || more {
            report_shift(row, figures.end.max(form.first + form.figures.len()), builder);
        }
        let total = form.total.then(|| row.cells.get(start)).flatten().and_then(|cell| value(&cell.text));
        let end = row.span.end;
        for (at, column) in figures.zip(form.figures.clone()).skip(usize::from(form.total)) {
            let cell = row.cells.get(at);
            builder.notice.allocations.push(Allocation {
                text: names.text.clone(),
                task: None,
                item: names.item.clone(),
                region: columns[column].name.clone(),
                value: cell.and_then(|cell| value(&cell.text)),
                state: state(cell),
                measure: names.measure.clone(),
                total,
                span: cell.and_then(|cell| cell.spans.first().copied()).unwrap_or(Span::new(end, end)),
            });
        }
    }
}

/// `1.新建公园`: the number of a row that has no column of its own.
fn without_number(text: &Substr) -> Substr {
    let start = marker(text).map_or(0, |marker| marker.rest);
    text.substr(start..)
}

fn state(cell: Option<&Cell>) -> CellState {
    match cell {
        Some(cell) if is_void(&cell.text) => CellState::NotApplicable,
        Some(cell) if !cell.is_empty() => CellState::Given,
        _ => CellState::Missing,
    }
}

fn report_shift(row: &Row, expected: usize, builder: &mut Builder) {
    let printed = row.printed;
    builder.report(
        Code::RowShifted,
        format!("the row has {printed} cells, but its words and figures need {expected}"),
        format!("本行有{printed}格，按其文字与数字应有{expected}格"),
        row.span,
        Vec::new(),
    );
}

/// Where the columns of a table of figures stand.
struct Form {
    number: Option<usize>,
    category: Option<usize>,
    name: Option<usize>,
    content: Option<usize>,
    item: Option<usize>,
    measure: bool,
    /// How many columns there are.
    width: usize,
    /// The first column of figures: the total's, or the first region's.
    first: usize,
    total: bool,
    /// The columns of the total, where there is one, and of the regions.
    figures: Range<usize>,
}

/// What the words before the figures say.
#[derive(Clone, Debug, Default)]
struct Names {
    text: Substr,
    item: Option<Substr>,
    measure: Option<Substr>,
}

/// What rows hand down.
#[derive(Default)]
struct Last {
    text: Substr,
    measure: Option<Substr>,
}

impl Form {
    fn of(columns: &[Column]) -> Option<Self> {
        let at = |kind: ColumnKind| columns.iter().position(|column| column.kind == kind);
        let region = at(ColumnKind::Region)?;
        let count = columns[region..].iter().take_while(|column| column.kind == ColumnKind::Region).count();
        let total = region > 0 && columns[region - 1].kind == ColumnKind::Total;
        let first = region - usize::from(total);
        let before = |kind: ColumnKind| at(kind).filter(|&at| at < first);
        let content = before(ColumnKind::Content).or_else(|| before(ColumnKind::Goal));
        // Behind the words of a task a name is that of a sub-row.
        let sub_name = || before(ColumnKind::Name).filter(|&at| content.is_some_and(|content| content < at));
        Some(Self {
            number: before(ColumnKind::Number),
            category: before(ColumnKind::Category),
            name: before(ColumnKind::Name),
            content,
            item: before(ColumnKind::Item).or_else(sub_name),
            measure: before(ColumnKind::Measure).is_some(),
            width: columns.len(),
            first,
            total,
            figures: first..region + count,
        })
    }

    /// The first cell of figures: behind the last words, or wherever else the parts add up to the total.
    fn start(&self, cells: &[Cell]) -> Option<usize> {
        let limit = cells.len().min(self.first + 2);
        let words = cells[..limit].iter().rposition(|cell| !cell.is_empty() && !is_figure(&cell.text))?;
        let behind = words + 1;
        let full = cells.len() >= self.figures.end;
        // The whole city's figure may be said in words: `完成省下达任务`.
        let worded = self.total && cells.len() == self.width && behind == self.first + 1;
        let likely = if behind < self.first && full || worded { self.first } else { behind };
        let places = [likely, behind, self.first];
        let fits = places.into_iter().find(|&start| (start > words || worded) && self.adds_up(cells, start));
        Some(fits.unwrap_or(likely)).filter(|&start| start < cells.len())
    }

    fn adds_up(&self, cells: &[Cell], start: usize) -> bool {
        let figures = &cells[start.min(cells.len())..cells.len().min(start + self.figures.len())];
        let Some((total, parts)) = figures.split_first().filter(|_| self.total) else { return false };
        let sum = parts.iter().filter_map(|cell| value(&cell.text)).try_fold(Decimal::ZERO, Decimal::checked_add);
        value(&total.text).is_some_and(|total| sum == Some(total))
    }

    fn names(&self, source: &ArcStr, row: &Row, start: usize, last: &mut Last) -> Names {
        let words = |at: usize| {
            let cell = row.cells.get(at).filter(|cell| at < start && !cell.is_empty())?;
            Some(flow(source, &cell.spans, |_, _| Joint::Seamless).text)
        };
        let own = |at: Option<usize>| at.and_then(words);
        let measure_at = start.checked_sub(1).filter(|_| self.measure && start >= self.first.min(2));
        let text_at = self.content.or(self.name);
        let beside = |at: usize| Some(at) != text_at && Some(at) != measure_at && Some(at) != self.number;
        let mut item = own(self.item);
        // A cell more than the header has, between the words and the figures, names a sub-row.
        if start > self.first {
            let extra = if self.measure { start.checked_sub(2) } else { start.checked_sub(1) };
            item = item.or_else(|| extra.filter(|&at| beside(at) && Some(at) != self.category).and_then(words));
        }
        let text = own(text_at).map(|text| if self.number.is_none() { without_number(&text) } else { text });
        if text.is_none() && own(self.number).is_none() {
            let names = [self.name, self.category].into_iter().flatten().filter(|&at| beside(at));
            item = item.or_else(|| names.into_iter().find_map(words));
        }
        if let Some(text) = text.or_else(|| own(self.name).filter(|_| item.is_none())) {
            last.text = text;
            last.measure = None;
        }
        let measure = measure_at.and_then(words).or_else(|| last.measure.clone().filter(|_| item.is_some()));
        last.measure.clone_from(&measure);
        Names { text: last.text.clone(), item, measure }
    }
}
