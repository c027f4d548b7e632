//! What a value is in Python, for the stubs: objects that carry their type's name.

use std::convert::Infallible;
use std::marker::PhantomData;

use pyo3::Borrowed;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;

/// The name of a Python type that Rust does not define.
pub trait Hint {
    const TYPE: PyStaticExpr;
}

/// An object of the Python type that `H` names.
pub struct Typed<'py, H: Hint>(Bound<'py, PyAny>, PhantomData<H>);

impl<'py, H: Hint> Typed<'py, H> {
    pub fn new(object: Bound<'py, PyAny>) -> Self {
        Self(object, PhantomData)
    }
}

impl<'py, H: Hint> IntoPyObject<'py> for Typed<'py, H> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = Infallible;

    const OUTPUT_TYPE: PyStaticExpr = H::TYPE;

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(self.0)
    }
}

/// A value that a caller gives as the Python type that `H` names; `T` is what is made of it.
pub struct Given<H: Hint, T>(pub T, PhantomData<H>);

impl<'a, 'py, H: Hint, T: FromPyObject<'a, 'py>> FromPyObject<'a, 'py> for Given<H, T> {
    type Error = T::Error;

    const INPUT_TYPE: PyStaticExpr = H::TYPE;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> Result<Self, T::Error> {
        T::extract(object).map(|value| Self(value, PhantomData))
    }
}

/// Names for types: each line a marker and the type that it stands for.
macro_rules! hints {
    ($($(#[$doc:meta])* $marker:ident = $module:literal $name:literal),+ $(,)?) => {
        $($(#[$doc])*
        pub enum $marker {}

        impl Hint for $marker {
            const TYPE: PyStaticExpr = type_hint_identifier!($module, $name);
        })+
    };
}

hints! {
    Items = "fenjie._types" "Items",
    Names = "fenjie._types" "Strings",
    Number = "fenjie._types" "Number",
    OnErrorWord = "fenjie._types" "OnError",
    PathName = "fenjie._types" "PathName",
    PlotName = "fenjie._types" "PlotName",
    Progress = "fenjie._types" "Progress",
    TableName = "fenjie._types" "TableName",
    Text = "fenjie._types" "Text",
    AnyDict = "fenjie._types" "Document",
    AnyTuple = "fenjie._types" "Reduced",
    Capsule = "typing_extensions" "CapsuleType",
    Chart = "altair" "TopLevelMixin",
    PandasFrame = "pandas" "DataFrame",
    PolarsFrame = "polars" "DataFrame",
    CoverageType = "fenjie._model" "Coverage",
    DueType = "fenjie._model" "Due",
    EvidenceType = "fenjie._model" "Evidence",
    ExplanationType = "fenjie._model" "Explanation",
    GridType = "fenjie._model" "Grid",
    HeaderType = "fenjie._model" "Header",
    PositionType = "fenjie._model" "Position",
    QuantityType = "fenjie._model" "Quantity",
    SpanType = "fenjie._model" "Span",
    VerdictType = "fenjie._model" "Verdict",
    WhyType = "fenjie._model" "Why",
}
