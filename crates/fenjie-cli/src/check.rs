//! `fenjie check`.

use std::io::{self, BufWriter, Write as _};

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};
use fenjie::{Code, Diagnostic, LineIndex, Notice, Severity, Span};
use serde::Serialize;

use crate::args::{CheckArgs, CheckFormat, Lang};
use crate::explain::severity_name;
use crate::screen::{FAINT, clean};
use crate::{Status, batch, outline, screen, snippet};

/// How many other places of a diagnostic are shown.
const RELATED: usize = 3;

/// Prints the diagnostics of each notice.
pub(crate) fn run(args: &CheckArgs, lang: Lang) -> io::Result<Status> {
    batch::each(&args.files, |name, notice| {
        match args.format {
            CheckFormat::Json => write_json(name, notice, args)?,
            CheckFormat::Text => {
                let text = report(name, notice, args, lang);
                anstream::stdout().lock().write_all(text.as_bytes())?;
            }
        }
        let denied = notice.diagnostics.iter().any(|found| found.severity >= args.deny.severity());
        Ok(if denied { Status::Found } else { Status::Good })
    })
}

/// The diagnostics that are to be shown.
fn chosen<'a>(notice: &'a Notice, args: &CheckArgs) -> impl Iterator<Item = &'a Diagnostic> {
    let least = args.level.severity();
    notice.diagnostics.iter().filter(move |found| found.severity >= least)
}

/// A diagnostic as a line of JSON.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
}

fn write_json(file: &str, notice: &Notice, args: &CheckArgs) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let lines = notice.line_index();
    for diagnostic in chosen(notice, args) {
        let (start, end) = lines.positions(diagnostic.span);
        let row = Row {
            file,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            diagnostic,
        };
        serde_json::to_writer(&mut out, &row)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// All diagnostics of a notice as text, and a line that sums up.
fn report(file: &str, notice: &Notice, args: &CheckArgs, lang: Lang) -> String {
    let report = Report { file: clean(file).into_owned(), lines: notice.line_index(), lang, width: screen::width() };
    let mut text = String::new();
    let (mut shown, mut hidden) = ([0; 3], 0);
    for diagnostic in chosen(notice, args) {
        let shown = &mut shown[diagnostic.severity as usize];
        if args.limit > 0 && *shown == args.limit {
            hidden += 1;
            continue;
        }
        *shown += 1;
        text.push_str(&report.render(diagnostic));
        text.push_str("\n\n");
    }
    if hidden > 0 {
        let words = lang.pick("more not shown (--limit 0 shows all)", "条未显示（--limit 0 显示全部）");
        text.push_str(&format!("{FAINT}{hidden} {words}{FAINT:#}\n"));
    }
    text.push_str(&format!("{}: {}\n", report.file, outline::counts(notice, lang)));
    text
}

/// What all diagnostics of a file are shown with.
struct Report {
    file: String,
    lines: LineIndex,
    lang: Lang,
    width: usize,
}

impl Report {
    fn render(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Title::ERROR,
            Severity::Warning => Title::WARNING,
            Severity::Note => Title::NOTE,
        };
        let level = level.with_name(severity_name(diagnostic.severity, self.lang));
        let message = self.lang.pick(&diagnostic.message, &diagnostic.message_zh);
        let start = self.lines.position(diagnostic.span.start as usize);
        let origin = Origin::path(&*self.file).line(start.line as usize).char_column(start.column as usize);
        let mut group = level.primary_title(clean(message)).id(diagnostic.code.as_str()).element(origin);
        group = self.quote(group, diagnostic.span, AnnotationKind::Primary, None);
        for &span in diagnostic.related.iter().take(RELATED) {
            let label = self.lang.pick("belongs to it", "与此相关");
            group = self.quote(group, span, AnnotationKind::Context, Some(label));
        }
        if let Some(help) = self.help(diagnostic) {
            let name = self.lang.pick("help", "建议");
            group = group.element(Title::HELP.with_name(name).message(clean(help).into_owned()));
        }
        Renderer::styled().term_width(self.width).render(&[group])
    }

    /// The help, which is in English only; in Chinese the explanation has to do.
    fn help<'a>(&self, diagnostic: &'a Diagnostic) -> Option<&'a str> {
        diagnostic.help.as_deref().filter(|_| self.lang == Lang::En)
    }

    /// Puts the line of `span` below what is there, underlined.
    fn quote<'a>(&'a self, group: Group<'a>, span: Span, kind: AnnotationKind, label: Option<&'a str>) -> Group<'a> {
        let piece = snippet::cut(&self.lines, span, self.width);
        let more = match piece.lines_after {
            0 => None,
            lines => Some(match self.lang {
                Lang::En => format!("and {lines} more line{}", if lines == 1 { "" } else { "s" }),
                Lang::Zh => format!("及其后{lines}行"),
            }),
        };
        let label = [label.map(str::to_owned), more].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let annotation = kind.span(piece.underlined).label(Some(label).filter(|label| !label.is_empty()));
        group.element(Snippet::source(piece.text).line_start(piece.line as usize).annotation(annotation))
    }
}
