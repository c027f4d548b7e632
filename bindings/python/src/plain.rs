//! Values without neighbours: the dataclasses of `fenjie._model`, made from what the core gives.

use fenjie::{Amount, Coverage, Due, Evidence, EvidenceCount, GroundKind, Header, Span, Verdict, Why};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDate, PyTuple, PyType};

use crate::errors;
use crate::hint::{CoverageType, DueType, EvidenceType, HeaderType, Hint, SpanType, Typed, VerdictType, WhyType};
use crate::notice::Notice;
use crate::word::text;

/// A dataclass of the Python half.
pub fn class<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("fenjie._model")?.getattr(name)
}

pub fn make<'py, H: Hint>(
    class: Bound<'py, PyAny>,
    fields: impl pyo3::call::PyCallArgs<'py>,
) -> PyResult<Typed<'py, H>> {
    Ok(Typed::new(class.call1(fields)?))
}

/// A span in code points.
///
/// # Errors
/// `SourceMismatchError` where the notice has no text to count them in.
pub fn span<'py>(py: Python<'py>, notice: &Notice, span: Span) -> PyResult<Typed<'py, SpanType>> {
    if !notice.has_source() {
        let reason = "the notice has no text; give it to `Notice.from_json`".to_owned();
        return Err(errors::raise(py, &fenjie::Error::SourceMismatch { reason }, None));
    }
    let offsets = notice.offsets();
    code_points(py, offsets.code_points(span.start as usize), offsets.code_points(span.end as usize))
}

/// A span in code points; null where the notice has no text.
fn place<'py>(py: Python<'py>, notice: &Notice, bytes: fenjie::Span) -> PyResult<Option<Typed<'py, SpanType>>> {
    if notice.has_source() { span(py, notice, bytes).map(Some) } else { Ok(None) }
}

pub fn code_points(py: Python<'_>, start: usize, end: usize) -> PyResult<Typed<'_, SpanType>> {
    static SPAN: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = SPAN.import(py, "fenjie._model", "Span")?.clone();
    make(class.into_any(), (start, end))
}

/// What Python's `json` reads from a document.
pub fn loads<'py, H: Hint>(py: Python<'py>, json: &str) -> PyResult<Typed<'py, H>> {
    Ok(Typed::new(py.import("json")?.call_method1("loads", (json,))?))
}

pub fn due<'py>(py: Python<'py>, due: &Due) -> PyResult<Typed<'py, DueType>> {
    make(class(py, "Due")?, (due.text.as_deref(), date(py, due.date)?, due.inferred))
}

/// A day; null where Python's calendar does not have it.
pub fn date(py: Python<'_>, date: Option<fenjie::Date>) -> PyResult<Option<Bound<'_, PyDate>>> {
    let Some(date) = date.filter(|date| date.year() >= 1) else { return Ok(None) };
    PyDate::new(py, i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs()).map(Some)
}

pub fn header<'py>(py: Python<'py>, notice: &Notice) -> PyResult<Typed<'py, HeaderType>> {
    let Header {
        title,
        document_number,
        issuer,
        jurisdiction,
        addressees,
        signatory,
        issued,
        printed,
        cc,
        session,
        attachments,
        disclosure,
    } = &notice.document.header;
    let number = match document_number {
        Some(number) => {
            let place = place(py, notice, number.span)?;
            let fields = (&*number.text, &*number.agency, number.year, number.serial, place);
            Some(class(py, "DocumentNumber")?.call1(fields)?)
        }
        None => None,
    };
    let session = match session {
        Some(session) => {
            let fields = (&*session.text, session.congress, session.session, place(py, notice, session.span)?);
            Some(class(py, "Session")?.call1(fields)?)
        }
        None => None,
    };
    let attachments = PyTuple::new(py, attachments.iter().map(|title| &**title))?;
    let fields = (
        title.as_deref(),
        number,
        issuer.as_deref(),
        jurisdiction.as_deref(),
        addressees.as_deref(),
        signatory.as_deref(),
        date(py, *issued)?,
        date(py, *printed)?,
        cc.as_deref(),
        session,
        attachments,
        disclosure.as_deref(),
    );
    make(class(py, "Header")?, fields)
}

pub fn coverage<'py>(py: Python<'py>, coverage: &Coverage) -> PyResult<Typed<'py, CoverageType>> {
    let amount = class(py, "Amount")?;
    let amount = |Amount { lines, bytes }: Amount| amount.call1((lines, bytes));
    let Coverage { read, furniture, blank, prose, unread, evidence: found } = *coverage;
    let amounts = (amount(read)?, amount(furniture)?, amount(blank)?, amount(prose)?, amount(unread)?);
    let (read, furniture, blank, prose, unread) = amounts;
    let fields = (read, furniture, blank, prose, unread, coverage.share(), evidence(py, &found)?);
    make(class(py, "Coverage")?, fields)
}

pub fn evidence<'py>(py: Python<'py>, evidence: &Evidence) -> PyResult<Typed<'py, EvidenceType>> {
    let count = class(py, "EvidenceCount")?;
    let count = |EvidenceCount { found, read, aside, unread }: EvidenceCount| count.call1((found, read, aside, unread));
    let Evidence { bodies, labels, officials, quantities, deadlines } = *evidence;
    let fields = (count(bodies)?, count(labels)?, count(officials)?, count(quantities)?, count(deadlines)?);
    make(class(py, "Evidence")?, fields)
}

pub fn verdict(py: Python<'_>, verdict: Verdict) -> PyResult<Typed<'_, VerdictType>> {
    let (word, margin) = match verdict {
        Verdict::Satisfied { margin } => ("satisfied", Some(margin.normalize())),
        Verdict::Missed { margin } => ("missed", Some(margin.normalize())),
        Verdict::Undetermined => ("undetermined", None),
    };
    make(class(py, "Verdict")?, (word, margin))
}

pub fn why<'py>(py: Python<'py>, notice: &Notice, why: Why<'_>) -> PyResult<Typed<'py, WhyType>> {
    let ground = match why.ground {
        Some(ground) => {
            let kind: GroundKind = ground.kind;
            Some(class(py, "Ground")?.call1((text(&kind), ground.quote, span(py, notice, ground.span)?))?)
        }
        None => None,
    };
    let fields = (why.rule, why.text, why.text_zh, why.quote, span(py, notice, why.span)?, ground);
    make(class(py, "Why")?, fields)
}
