//! `fenjie explain`.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use fenjie::{Code, Explanation};

use crate::Status;
use crate::args::{ExplainArgs, Lang};
use crate::screen::{self, FAINT, TITLE, wrap};
use crate::words;

/// The most columns that a paragraph is read comfortably in.
const READABLE: usize = 100;

/// Prints the explanation of a code, or the list of all.
pub(crate) fn run(args: &ExplainArgs, lang: Lang) -> io::Result<Status> {
    let text = match args.code {
        Some(code) => page(fenjie::explain(code), lang),
        None => list(lang),
    };
    anstream::stdout().lock().write_all(text.as_bytes())?;
    Ok(Status::Good)
}

fn page(explanation: &Explanation, lang: Lang) -> String {
    let Explanation { code, severity, title, title_zh, text, text_zh, example, .. } = *explanation;
    let severity = words::severity(severity, lang);
    let mut page = format!("{TITLE}{severity}[{code}]: {}{TITLE:#}\n\n", lang.pick(title, title_zh));
    for line in wrap(lang.pick(text, text_zh), screen::width().min(READABLE)) {
        let _ = writeln!(page, "{line}");
    }
    let _ = writeln!(page, "\n{}", lang.pick("For example:", "示例："));
    for line in example.lines() {
        let _ = writeln!(page, "{FAINT}    {line}{FAINT:#}");
    }
    page
}

fn list(lang: Lang) -> String {
    let longest = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or_default();
    let mut lines = String::new();
    for &code in Code::ALL {
        let explanation = fenjie::explain(code);
        let title = lang.pick(explanation.title, explanation.title_zh);
        let severity = words::severity(explanation.severity, lang);
        let _ = writeln!(lines, "{severity:<7} {TITLE}{code:longest$}{TITLE:#}  {title}");
    }
    lines
}
