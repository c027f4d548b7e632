//! Whether a notice from elsewhere holds together, and fits its text.

use arcstr::ArcStr;

use crate::error::Error;
use crate::model::Notice;

impl Notice {
    /// Gives a notice that was read from JSON its text back, which the document does not carry.
    ///
    /// # Errors
    /// [`Error::SourceMismatch`] where the text is not the one that the notice was read from (another length, lines or
    /// characters that end elsewhere, other words at a unit's place), [`Error::Reference`] where the notice does not hold together.
    ///
    /// ```
    /// let text = "云溪市2025年任务分解\n1.新建公园3座。\n责任单位：市城管局\n";
    /// let json = serde_json::to_string(&fenjie::parse(text))?;
    ///
    /// let notice: fenjie::Notice = serde_json::from_str(&json)?;
    /// let notice = notice.with_source(text)?;
    /// assert_eq!(notice.text(notice.assignments[0].span), "市城管局");
    /// assert!(notice.with_source("another text").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_source(mut self, text: impl Into<ArcStr>) -> Result<Self, Error> {
        self.check_references()?;
        let text = text.into();
        self.check_source(&text).map_err(|reason| Error::SourceMismatch { reason })?;
        self.source = text;
        Ok(self)
    }

    /// Whether every row stands at its id, every id points to a row, and the rows of each task stand together, as the walks
    /// need it. A parsed notice always holds together; one that was read from JSON or put together by hand may not.
    ///
    /// # Errors
    /// [`Error::Reference`] with the first row that is wrong.
    ///
    /// ```
    /// let mut notice = fenjie::parse("云溪市2025年任务分解\n1.新建公园3座。\n责任单位：市城管局\n");
    /// assert!(notice.check_references().is_ok());
    /// notice.units.clear();
    /// assert!(notice.check_references().is_err());
    /// ```
    pub fn check_references(&self) -> Result<(), Error> {
        let Self { parts, sections, officials, tasks, units, targets, assignments, allocations, .. } = self;
        in_place("parts", parts, |row| row.id.0)?;
        in_place("sections", sections, |row| row.id.0)?;
        in_place("officials", officials, |row| row.id.0)?;
        in_place("tasks", tasks, |row| row.id.0)?;
        in_place("units", units, |row| row.id.0)?;
        in_place("targets", targets, |row| row.id.0)?;
        point_to("tasks", tasks, "part", parts, |row| Some(row.part.0))?;
        point_to("sections", sections, "part", parts, |row| Some(row.part.0))?;
        point_to("sections", sections, "official", officials, |row| row.official.map(|id| id.0))?;
        // A section stands under one before it, so that walks upwards end.
        point_back("sections", sections, "parent", |row| row.parent.map(|id| id.0))?;
        point_to("tasks", tasks, "section", sections, |row| row.section.map(|id| id.0))?;
        point_to("tasks", tasks, "official", officials, |row| row.official.map(|id| id.0))?;
        point_to("assignments", assignments, "task", tasks, |row| Some(row.task.0))?;
        point_to("assignments", assignments, "unit", units, |row| Some(row.unit.0))?;
        point_to("targets", targets, "task", tasks, |row| Some(row.task.0))?;
        point_to("targets", targets, "within", targets, |row| row.within.map(|id| id.0))?;
        point_to("allocations", allocations, "task", tasks, |row| row.task.map(|id| id.0))?;
        in_order("assignments", assignments, |row| row.task.0)?;
        in_order("targets", targets, |row| row.task.0)
    }

    fn check_source(&self, text: &str) -> Result<(), String> {
        let length = self.blocks.last().map_or(0, |block| block.span.end as usize);
        // A document of an older version may be without blocks, and then does not know how long its text is.
        let known = !self.blocks.is_empty() || self.parts.is_empty();
        if known && length != text.len() {
            return Err(format!("it has {} bytes, not {length}", text.len()));
        }
        if let Some(span) = self.spans().find(|span| text.get(span.range()).is_none()) {
            return Err(format!("bytes {} to {} are not whole characters of it", span.start, span.end));
        }
        let inner = self.blocks.split_last().map_or(&[][..], |(_, inner)| inner);
        if let Some(block) = inner.iter().find(|block| !text[block.span.range()].ends_with(is_line_break)) {
            return Err(format!("no line of it ends at byte {}", block.span.end));
        }
        let printed = self.assignments.iter().filter(|row| !row.implied);
        for row in printed {
            let first = row.quote.chars().next().unwrap_or_default();
            if !text[row.span.range()].starts_with(first) {
                return Err(format!("it does not say `{}` at byte {}", row.quote, row.span.start));
            }
        }
        Ok(())
    }
}

/// What ends a line, as `text` counts lines.
fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The id of each row is its position.
fn in_place<Row>(table: &'static str, rows: &[Row], id: impl Fn(&Row) -> u32) -> Result<(), Error> {
    match (0..).zip(rows).find(|&(row, value)| id(value) as usize != row) {
        Some((row, value)) => Err(Error::Reference { table, row, key: "id", id: id(value) }),
        None => Ok(()),
    }
}

/// The key of each row, where it has one, is a position in the other table.
fn point_to<Row, Other>(
    table: &'static str,
    rows: &[Row],
    key: &'static str,
    others: &[Other],
    id: impl Fn(&Row) -> Option<u32>,
) -> Result<(), Error> {
    for (row, value) in rows.iter().enumerate() {
        if let Some(id) = id(value).filter(|&id| id as usize >= others.len()) {
            return Err(Error::Reference { table, row, key, id });
        }
    }
    Ok(())
}

/// The key of each row, where it has one, is a position before the row.
fn point_back<Row>(
    table: &'static str,
    rows: &[Row],
    key: &'static str,
    id: impl Fn(&Row) -> Option<u32>,
) -> Result<(), Error> {
    match rows.iter().enumerate().find_map(|(row, value)| Some((row, id(value).filter(|&id| id as usize >= row)?))) {
        Some((row, id)) => Err(Error::Reference { table, row, key, id }),
        None => Ok(()),
    }
}

/// The rows are in the order of their tasks.
fn in_order<Row>(table: &'static str, rows: &[Row], task: impl Fn(&Row) -> u32) -> Result<(), Error> {
    match rows.windows(2).position(|pair| task(&pair[0]) > task(&pair[1])) {
        Some(before) => Err(Error::Reference { table, row: before + 1, key: "task", id: task(&rows[before + 1]) }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{OfficialId, SectionId, TargetId, TaskId, UnitId};
    use crate::testing::{SAMPLE, sample};

    fn broken(change: impl Fn(&mut Notice)) -> String {
        let mut notice = sample();
        change(&mut notice);
        notice.check_references().unwrap_err().to_string()
    }

    #[test]
    fn every_kind_of_broken_reference_is_found() {
        assert_eq!(sample().check_references(), Ok(()));
        assert_eq!(broken(|notice| notice.tasks[1].id = TaskId(5)), "row 1 of `tasks` has no valid `id`: 5");
        assert_eq!(
            broken(|notice| notice.tasks[1].official = Some(OfficialId(7))),
            "row 1 of `tasks` has no valid `official`: 7"
        );
        assert_eq!(
            broken(|notice| notice.tasks[1].section = Some(SectionId(4))),
            "row 1 of `tasks` has no valid `section`: 4"
        );
        assert_eq!(
            broken(|notice| notice.sections[0].parent = Some(SectionId(0))),
            "row 0 of `sections` has no valid `parent`: 0"
        );
        assert_eq!(
            broken(|notice| notice.assignments[0].unit = UnitId(3)),
            "row 0 of `assignments` has no valid `unit`: 3"
        );
        assert_eq!(broken(|notice| notice.assignments.swap(0, 1)), "row 1 of `assignments` has no valid `task`: 0");
        assert_eq!(
            broken(|notice| notice.targets[1].within = Some(TargetId(2))),
            "row 1 of `targets` has no valid `within`: 2"
        );
    }

    #[test]
    fn only_its_own_text_fits_a_notice() {
        let fits = |text: &str| sample().with_source(text);
        assert_eq!(fits(SAMPLE).unwrap().source, SAMPLE);
        let mismatch = |text: &str| fits(text).unwrap_err().to_string();
        assert!(mismatch(&SAMPLE.replace('\n', "\r\n")).contains("bytes, not"));
        assert!(mismatch(&SAMPLE.replacen("市财政局", "水务中心", 1)).contains("does not say `市财政局`"));
        assert!(mismatch(&SAMPLE.replacen('\n', "x", 1)).contains("no line of it ends at byte 13"));
        let shifted = format!("{}{}", "é".repeat(SAMPLE.len() / 2), "a".repeat(SAMPLE.len() % 2));
        assert!(mismatch(&shifted).contains("whole characters"));
    }
}
