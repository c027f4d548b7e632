//! A notice that was read in one script, told in the script of its text.

use arcstr::Substr;

use crate::model::{
    Allocation, Assignment, Convention, Diagnostic, Due, Header, Notice, Official, Part, Section, Span, Target, Task,
    Unit,
};
use crate::text::{Folded, Wording};

/// Gives every word of `notice` as the text has it, and every span as a place of the text as given.
pub(crate) fn restore(notice: &mut Notice, folded: &Folded) {
    let teller = Teller { folded };
    let first = first_mentions(notice);
    teller.header(&mut notice.header);
    notice.conventions.iter_mut().for_each(|row| teller.convention(row));
    notice.parts.iter_mut().for_each(|Part { title, span, .. }| teller.some(title, *span, Wording::Worded));
    notice.sections.iter_mut().for_each(|row| teller.section(row));
    notice.officials.iter_mut().for_each(|row| teller.official(row));
    notice.tasks.iter_mut().for_each(|row| teller.task(row));
    notice.units.iter_mut().zip(first).for_each(|(row, span)| teller.unit(row, span));
    notice.assignments.iter_mut().for_each(|Assignment { quote, span, .. }| teller.tell(quote, *span, Wording::Quoted));
    notice.targets.iter_mut().for_each(|row| teller.target(row));
    notice.allocations.iter_mut().for_each(|row| teller.allocation(row));
    notice.diagnostics.iter_mut().for_each(|row| teller.diagnostic(row));
    let blocks: Vec<Span> = notice.blocks.iter().map(|block| folded.lines(block.span)).collect();
    notice.spans_mut().for_each(|span| *span = folded.span(*span));
    notice.blocks.iter_mut().zip(blocks).for_each(|(block, span)| block.span = span);
}

/// Where each unit is named first; nowhere, where only a rule names it.
fn first_mentions(notice: &Notice) -> Vec<Span> {
    let mut first = vec![Span::default(); notice.units.len()];
    for row in notice.assignments.iter().rev().filter(|row| !row.implied) {
        if let Some(span) = first.get_mut(row.unit.index()) {
            *span = row.span;
        }
    }
    first
}

struct Teller<'a> {
    folded: &'a Folded,
}

impl Teller<'_> {
    fn tell(&self, words: &mut Substr, place: Span, wording: Wording) {
        let printed = self.folded.printed(words, place, wording);
        if printed != *words {
            *words = Substr::from(printed);
        }
    }

    fn some(&self, words: &mut Option<Substr>, place: Span, wording: Wording) {
        if let Some(words) = words {
            self.tell(words, place, wording);
        }
    }

    fn header(&self, header: &mut Header) {
        let Header { title, issuer, jurisdiction, addressees, signatory, cc, attachments, disclosure, .. } = header;
        for (words, wording) in [
            (title, Wording::Worded),
            (issuer, Wording::Plain),
            (jurisdiction, Wording::Plain),
            (addressees, Wording::Worded),
            (signatory, Wording::Plain),
            (cc, Wording::Worded),
            (disclosure, Wording::Worded),
        ] {
            let place = words.as_deref().and_then(|words| self.folded.find(words, 0)).unwrap_or_default();
            self.some(words, place, wording);
        }
        let mut from = Some(0);
        for words in attachments {
            // Once one is not found, the others are not looked for: there may be any number.
            let place = from.and_then(|from| self.folded.find(words, from));
            self.tell(words, place.unwrap_or_default(), Wording::Worded);
            from = place.map(|place| place.start);
        }
        if let Some(number) = &mut header.document_number {
            self.tell(&mut number.text, number.span, Wording::Plain);
            self.tell(&mut number.agency, number.span, Wording::Plain);
        }
        if let Some(session) = &mut header.session {
            self.tell(&mut session.text, session.span, Wording::Quoted);
        }
    }

    fn convention(&self, row: &mut Convention) {
        let Convention { group, members, quote, span, .. } = row;
        self.some(group, *span, Wording::Plain);
        for member in members {
            self.tell(member, *span, Wording::Plain);
        }
        self.tell(quote, *span, Wording::Quoted);
    }

    fn section(&self, row: &mut Section) {
        let Section { number, title, span, .. } = row;
        self.some(number, *span, Wording::Plain);
        self.some(title, *span, Wording::Worded);
    }

    fn official(&self, row: &mut Official) {
        let Official { name, post, duty, span, .. } = row;
        for words in [name, post, duty] {
            self.some(words, *span, Wording::Plain);
        }
    }

    fn task(&self, row: &mut Task) {
        let Task { number, title, text, due, span, .. } = row;
        self.some(number, *span, Wording::Plain);
        self.some(title, *span, Wording::Worded);
        self.tell(text, *span, Wording::Worded);
        if let Some(Due { text, .. }) = due {
            self.some(text, *span, Wording::Quoted);
        }
    }

    fn unit(&self, row: &mut Unit, span: Span) {
        self.tell(&mut row.name, span, Wording::Plain);
        row.nameplates.iter_mut().for_each(|plate| self.tell(plate, span, Wording::Plain));
    }

    fn target(&self, row: &mut Target) {
        let Target { indicator, measure, reference, due, quote, span, .. } = row;
        self.tell(indicator, *span, Wording::Plain);
        self.some(measure, *span, Wording::Plain);
        self.some(reference, *span, Wording::Plain);
        self.some(&mut due.text, *span, Wording::Plain);
        self.tell(quote, *span, Wording::Quoted);
    }

    /// Only the cell has a place, not the words of its row.
    fn allocation(&self, row: &mut Allocation) {
        let Allocation { text, item, region, measure, .. } = row;
        let nowhere = Span::default();
        self.tell(text, nowhere, Wording::Plain);
        self.tell(region, nowhere, Wording::Plain);
        self.some(item, nowhere, Wording::Plain);
        self.some(measure, nowhere, Wording::Plain);
    }

    /// The words of the notice that a message quotes.
    fn diagnostic(&self, row: &mut Diagnostic) {
        row.message = self.quoted(&row.message, '`', '`');
        row.message_zh = self.quoted(&row.message_zh, '“', '”');
    }

    fn quoted(&self, message: &str, open: char, close: char) -> String {
        let mut told = String::with_capacity(message.len());
        let mut rest = message;
        while let Some((before, behind)) = rest.split_once(open) {
            let Some((words, after)) = behind.split_once(close) else { break };
            told.push_str(before);
            told.push(open);
            told.push_str(&self.folded.printed(words, Span::default(), Wording::Plain));
            told.push(close);
            rest = after;
        }
        told + rest
    }
}
