//! The registry of all diagnostic codes: name, severity, and the page in `codes/` that explains it.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Serialize;
use thiserror::Error;

use crate::model::{Code, Diagnostic, Severity, Span};

/// A row of the registry.
struct Entry {
    name: &'static str,
    severity: Severity,
    page: &'static str,
}

/// Makes the list of all codes and the look-up from the same rows. The look-up is a `match` without a default, so that a code
/// without a row does not compile.
macro_rules! registry {
    ($($code:ident $severity:ident $name:literal),+ $(,)?) => {
        const ALL: &[Code] = &[$(Code::$code),+];

        const fn entry(code: Code) -> Entry {
            match code {
                $(Code::$code => Entry {
                    name: $name,
                    severity: Severity::$severity,
                    page: include_str!(concat!("codes/", $name, ".md")),
                }),+
            }
        }
    };
}

registry! {
    UnreadText            Error   "unread-text",
    UnknownKind           Error   "unknown-kind",
    NumberOutOfRange      Error   "number-out-of-range",
    UnreadEvidence        Warning "unread-evidence",
    DoubtfulReading       Warning "doubtful-reading",
    MisprintedLabel       Warning "misprinted-label",
    MissingResponsibility Warning "missing-responsibility",
    NumberingGap          Warning "numbering-gap",
    DuplicateTask         Warning "duplicate-task",
    InconsistentUnitName  Warning "inconsistent-unit-name",
    MissingAttachment     Warning "missing-attachment",
    InconsistentTarget    Warning "inconsistent-target",
    SumMismatch           Warning "sum-mismatch",
    RowShifted            Warning "row-shifted",
    HiddenCells           Warning "hidden-cells",
    UnreadPart            Warning "unread-part",
    SubitemCountMismatch  Warning "subitem-count-mismatch",
    BrokenLineMended      Note    "broken-line-mended",
    AssumedLead           Note    "assumed-lead",
    DoubtfulTarget        Note    "doubtful-target",
}

/// What a code means, why it matters, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The code explained.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// A few words, in English.
    pub title: &'static str,
    /// A few words, in Chinese.
    pub title_zh: &'static str,
    /// Some sentences, in English.
    pub text: &'static str,
    /// Some sentences, in Chinese.
    pub text_zh: &'static str,
    /// The text of a small notice of an invented place that gives such a diagnostic; of one that only a file can give, the words
    /// of such a file.
    pub example: &'static str,
}

/// What a code means, why it matters, and what to do about it.
///
/// ```
/// use fenjie::{Code, Severity, explain};
///
/// let explanation = explain(Code::SumMismatch);
/// assert_eq!(explanation.severity, Severity::Warning);
/// assert_eq!(explanation.title_zh, "分项之和与合计不符");
/// ```
pub fn explain(code: Code) -> &'static Explanation {
    static EXPLANATIONS: LazyLock<Vec<Explanation>> = LazyLock::new(|| {
        let mut explanations: Vec<_> = ALL.iter().map(|&code| read_page(code)).collect();
        explanations.sort_by_key(|explanation| explanation.code);
        explanations
    });
    &EXPLANATIONS[code as usize]
}

/// Takes a page apart: a heading `# English · 中文`, a paragraph in English, one in Chinese, an example between fences.
fn read_page(code: Code) -> Explanation {
    let Entry { severity, page, .. } = entry(code);
    let mut paragraphs = page.splitn(4, "\n\n").map(str::trim);
    let mut next = || paragraphs.next().unwrap_or_default();
    let (heading, text, text_zh, example) = (next(), next(), next(), next());
    let (title, title_zh) = heading.trim_start_matches("# ").split_once(" · ").unwrap_or_default();
    let example = example.trim_matches('`').trim_start();
    Explanation { code, severity, title, title_zh, text, text_zh, example }
}

impl Code {
    /// Every code, the gravest first.
    pub const ALL: &[Self] = ALL;

    /// The stable name: `sum-mismatch`.
    ///
    /// ```
    /// use fenjie::Code;
    ///
    /// assert_eq!(Code::SumMismatch.as_str(), "sum-mismatch");
    /// assert_eq!("sum-mismatch".parse(), Ok(Code::SumMismatch));
    /// ```
    pub const fn as_str(self) -> &'static str {
        entry(self).name
    }

    /// How much a diagnostic of this code matters.
    pub const fn severity(self) -> Severity {
        entry(self).severity
    }
}

impl Diagnostic {
    /// A doubt with the severity of its code, without help and related places.
    pub(crate) fn of(code: Code, span: Span, message: String, message_zh: String) -> Self {
        Self { code, severity: code.severity(), message, message_zh, help: None, span, related: Vec::new() }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A name that is no code's.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no diagnostic has the code `{0}`")]
pub struct UnknownCode(pub String);

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let code = ALL.iter().find(|code| code.as_str() == name);
        code.copied().ok_or_else(|| UnknownCode(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_document() {
        for &code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
            assert_eq!(code.as_str().parse(), Ok(code));
        }
        assert_eq!("sum".parse::<Code>(), Err(UnknownCode("sum".into())));
    }

    #[test]
    fn every_code_is_explained_in_both_languages() {
        for &code in Code::ALL {
            let page = explain(code);
            assert_eq!((page.code, page.severity), (code, code.severity()));
            let han = |text: &str| text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
            assert!(!page.title.is_empty() && han(page.title) == 0, "{code}");
            assert!(han(page.title_zh) >= 4, "{code}");
            let sentences = page.text.split_inclusive(['.', ':', ';', '?']).count();
            assert!((2..=8).contains(&sentences) && page.text.ends_with('.'), "{code}: {sentences}");
            assert!(han(page.text_zh) >= 40 && page.text_zh.ends_with('。'), "{code}");
            assert!(han(page.example) >= 10 && !page.example.contains('`'), "{code}");
        }
    }

    #[test]
    fn the_gravest_come_first() {
        assert!(Code::ALL.is_sorted_by(|a, b| a.severity() >= b.severity()));
    }
}
