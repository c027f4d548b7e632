//! A target as a Python object.

use fenjie::{Change, Comparator, Decimal, Judging, Strength, TargetKind, TargetRule};
use pyo3::prelude::*;

use super::{Task, literal};
use crate::hint::{DueType, Given, Number, SpanType, Typed, VerdictType, WhyType};
use crate::number::decimal;
use crate::plain;
use crate::row::{Kind, Row, View, base, data, open};
use crate::word::{Word, text};

/// A target (目标): an indicator, a comparator and a value, said of the task's year or period.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("云溪市2025年任务分解\n1.投资1.2亿元以上，10月底前新建公园3座。\n责任单位：市城管局\n")
/// >>> notice.targets
/// [Target('投资', 'ge', 120000000, '元'), Target('新建公园', 'eq', 3, '座')]
/// >>> notice.targets[1].due.date
/// datetime.date(2025, 10, 31)
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Target;

impl View for Target {
    type Data = fenjie::Target;
    const KIND: Kind = Kind::Targets;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.targets
    }
}

#[pymethods]
impl Target {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str, &'static str) =
        ("indicator", "comparator", "value", "measure");

    /// Its position in `notice.targets`.
    #[getter]
    fn id(slf: &Bound<'_, Self>) -> u32 {
        data(slf).id.0
    }

    /// The task that it is read from.
    #[getter]
    fn task(slf: &Bound<'_, Self>) -> PyResult<Py<Task>> {
        open(slf.py(), &base(slf).notice, data(slf).task.index())
    }

    /// What is measured, as printed, in the fewest words that still name it.
    #[getter]
    fn indicator<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).indicator
    }

    /// How the actual figure has to stand to `value`.
    #[getter]
    fn comparator(slf: &Bound<'_, Self>) -> Word<Comparator> {
        Word(data(slf).comparator)
    }

    /// The number, exact, with 千, 万 and 亿 multiplied out; None in a relative target.
    #[getter]
    fn value(slf: &Bound<'_, Self>) -> Option<Decimal> {
        plain(data(slf).value)
    }

    /// The upper end where the comparator is `between`.
    #[getter]
    fn value_max(slf: &Bound<'_, Self>) -> Option<Decimal> {
        plain(data(slf).value_max)
    }

    /// The measure word or unit after the number, without the power of ten (元, 家, %).
    #[getter]
    fn measure<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).measure.as_deref()
    }

    /// What sort of statement it makes.
    #[getter]
    fn kind(slf: &Bound<'_, Self>) -> Word<TargetKind> {
        Word(data(slf).kind)
    }

    /// The value it starts from (从77%提高到80%以上: 77).
    #[getter]
    fn base(slf: &Bound<'_, Self>) -> Option<Decimal> {
        plain(data(slf).base)
    }

    /// What a relative target is held against (全省平均).
    #[getter]
    fn reference<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).reference.as_deref()
    }

    /// How strongly the notice commits itself; None where it only says so.
    #[getter]
    fn strength(slf: &Bound<'_, Self>) -> Option<Word<Strength>> {
        data(slf).strength.map(Word)
    }

    /// When it is to be reached.
    #[getter]
    fn due<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, DueType>> {
        plain::due(slf.py(), &data(slf).due)
    }

    /// The target that this one is a part of (其中…).
    #[getter]
    fn within(slf: &Bound<'_, Self>) -> PyResult<Option<Py<Self>>> {
        data(slf).within.map(|whole| open(slf.py(), &crate::row::base(slf).notice, whole.index())).transpose()
    }

    /// Which way of writing it was read from.
    #[getter]
    fn rule(slf: &Bound<'_, Self>) -> Word<TargetRule> {
        Word(data(slf).rule)
    }

    /// The words of the commitment.
    #[getter]
    fn quote<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).quote
    }

    /// Which way of writing it was read from, as a sentence, and its words.
    ///
    /// >>> import fenjie
    /// >>> fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").targets[0].why().quote
    /// '新建公园3座'
    fn why<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, WhyType>> {
        let row = crate::row::base(slf);
        let Some(target) = row.document().targets().nth(row.at) else {
            unreachable!("a view is of a row that is there")
        };
        plain::why(slf.py(), row.notice.get(), target.why())
    }

    /// Whether an actual figure reaches the target, and by how much. The answer is true where it does.
    ///
    /// `actual` is told in the measure of the target and is of its kind: for a growth the growth, for a rank the place.
    /// `tolerance` is how far 左右 may be off, as a share of the value; without `over_fulfilment` a bare number is
    /// reached by that number alone. Raises `OptionsError` where `actual` is no number.
    ///
    /// >>> import fenjie
    /// >>> target = fenjie.parse("1.新建公园30座以上。\n责任单位：市城管局\n").targets[0]
    /// >>> target.satisfied_by(32)
    /// Verdict(verdict='satisfied', margin=Decimal('2'))
    /// >>> bool(target.satisfied_by("29.5"))
    /// False
    #[pyo3(signature = (actual, *, tolerance=None, over_fulfilment=true))]
    fn satisfied_by<'py>(
        slf: &Bound<'py, Self>,
        actual: Given<Number, Bound<'py, PyAny>>,
        tolerance: Option<Given<Number, Bound<'py, PyAny>>>,
        over_fulfilment: bool,
    ) -> PyResult<Typed<'py, VerdictType>> {
        let mut judging = Judging { over_fulfilment, ..Judging::default() };
        if let Some(tolerance) = tolerance {
            judging.tolerance = decimal(&tolerance.0, "tolerance")?;
        }
        let actual = decimal(&actual.0, "actual")?;
        plain::verdict(slf.py(), data(slf).satisfied_by_with(actual, &judging))
    }

    /// How a later target stands to this one: `tightened`, `loosened`, `same` or `incomparable`.
    ///
    /// Measures of one dimension are converted. Whether both have the same indicator is for the caller to say.
    ///
    /// >>> import fenjie
    /// >>> before, after = fenjie.parse("1.造林15000亩以上。\n责任单位：市林业局\n2.造林1200公顷以上。\n责任单位：市林业局\n").targets
    /// >>> before.compare(after)
    /// 'tightened'
    fn compare(slf: &Bound<'_, Self>, later: &Bound<'_, Self>) -> Word<Change> {
        Word(data(slf).compare(data(later)))
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        crate::row::base(slf).place(slf.py(), data(slf).span)
    }

    /// Words beside the quote that the target is made of: a subject that the clause leaves out, a verb that a list hands
    /// on, the head of its column.
    #[getter]
    fn ground<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Typed<'py, SpanType>>> {
        crate::row::base(slf).place_of(slf.py(), data(slf).ground)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (py, row) = (slf.py(), data(slf));
        let number = |value: Decimal| value.normalize().to_string();
        let value = match (row.value, row.value_max, &row.reference) {
            (Some(low), Some(high), _) => format!("{}～{}", number(low), number(high)),
            (Some(value), None, _) => number(value),
            (None, _, Some(reference)) => literal(py, reference)?,
            (None, _, None) => "None".to_owned(),
        };
        let measure = super::literal_or_none(py, row.measure.as_deref())?;
        Ok(format!("Target({}, '{}', {value}, {measure})", literal(py, &row.indicator)?, text(&row.comparator)))
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("fenjie._html")?.call_method1("target", (slf,))?.extract()
    }
}

/// The value without trailing zeros, as the document writes it.
fn plain(value: Option<Decimal>) -> Option<Decimal> {
    value.map(|value| value.normalize())
}
