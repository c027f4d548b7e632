//! Every span of a notice, for whoever tells them in other units.

use super::{Notice, Span};

impl Notice {
    /// Every span of every table, table by table.
    ///
    /// ```
    /// let notice = fenjie::parse("1.新建公园3座。\n责任单位：市城管局\n");
    /// assert!(notice.spans().all(|span| notice.source.get(span.range()).is_some()));
    /// ```
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        let Self { header, conventions, parts, sections, officials, tasks, assignments, targets, allocations, .. } =
            self;
        let number = header.document_number.iter().map(|row| row.span);
        let session = header.session.iter().map(|row| row.span);
        number
            .chain(session)
            .chain(conventions.iter().map(|row| row.span))
            .chain(parts.iter().map(|row| row.span))
            .chain(sections.iter().map(|row| row.span))
            .chain(officials.iter().flat_map(|row| [Some(row.span), row.ground]).flatten())
            .chain(tasks.iter().map(|row| row.span))
            .chain(assignments.iter().flat_map(|row| [Some(row.span), row.ground]).flatten())
            .chain(targets.iter().flat_map(|row| [Some(row.span), row.ground]).flatten())
            .chain(allocations.iter().map(|row| row.span))
            .chain(self.diagnostics.iter().flat_map(|row| row.related.iter().copied().chain([row.span])))
            .chain(self.blocks.iter().map(|row| row.span))
    }

    /// The same, to be changed: into the string units of another language ([`Offsets`](crate::Offsets)), say.
    ///
    /// What else a notice does with spans ([`text`](Notice::text), [`coverage`](Notice::coverage)) expects bytes.
    ///
    /// ```
    /// use fenjie::Span;
    ///
    /// let mut notice = fenjie::parse("1.新建公园3座。\n责任单位：市城管局\n");
    /// let offsets = notice.offsets();
    /// let utf16 = |byte: u32| offsets.utf16(byte as usize) as u32;
    /// for span in notice.spans_mut() {
    ///     *span = Span::new(utf16(span.start), utf16(span.end));
    /// }
    /// assert_eq!(notice.assignments[0].span, Span::new(15, 19)); // 市城管局
    /// ```
    pub fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let Self { header, conventions, parts, sections, officials, tasks, assignments, targets, allocations, .. } =
            self;
        let number = header.document_number.iter_mut().map(|row| &mut row.span);
        let session = header.session.iter_mut().map(|row| &mut row.span);
        number
            .chain(session)
            .chain(conventions.iter_mut().map(|row| &mut row.span))
            .chain(parts.iter_mut().map(|row| &mut row.span))
            .chain(sections.iter_mut().map(|row| &mut row.span))
            .chain(officials.iter_mut().flat_map(|row| [Some(&mut row.span), row.ground.as_mut()]).flatten())
            .chain(tasks.iter_mut().map(|row| &mut row.span))
            .chain(assignments.iter_mut().flat_map(|row| [Some(&mut row.span), row.ground.as_mut()]).flatten())
            .chain(targets.iter_mut().flat_map(|row| [Some(&mut row.span), row.ground.as_mut()]).flatten())
            .chain(allocations.iter_mut().map(|row| &mut row.span))
            .chain(self.diagnostics.iter_mut().flat_map(|row| row.related.iter_mut().chain([&mut row.span])))
            .chain(self.blocks.iter_mut().map(|row| &mut row.span))
    }
}
