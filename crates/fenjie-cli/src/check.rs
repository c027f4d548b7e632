//! `fenjie check`.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write as _};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use fenjie::{Diagnostic, Document, LineIndex, Notice, Origin, Place, Position, Severity, Span};
use serde::Serialize;

use crate::args::{CheckArgs, CheckFormat, Lang};
use crate::screen::{FAINT, clean};
use crate::summary::summary;
use crate::{Status, batch, screen, snippet, words};

/// How many other places of a diagnostic are shown.
const RELATED: usize = 3;

/// Prints the diagnostics of each notice.
pub(crate) fn run(args: &CheckArgs, lang: Lang) -> io::Result<Status> {
    batch::parsed(&args.input, |name, document, notice| {
        match args.format {
            CheckFormat::Json => write_json(name, document, notice, args)?,
            CheckFormat::Text => {
                let text = report(name, document, notice, args, lang);
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

/// Where in its file a span begins, where lines of the text are not those of the file.
fn place(document: &Document, span: Span) -> Option<&Origin> {
    document.origin(span).filter(|origin| document.files.len() > 1 || !matches!(origin.place, Place::Line(_)))
}

/// A diagnostic as a line of JSON.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    /// Where it begins in its file, where that is no plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a Place>,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
}

fn write_json(file: &str, document: &Document, notice: &Notice, args: &CheckArgs) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let lines = notice.line_index();
    for diagnostic in chosen(notice, args) {
        let (start, end) = lines.positions(diagnostic.span);
        let origin = place(document, diagnostic.span);
        let own = origin.and_then(|origin| document.files.get(origin.file as usize));
        let row = Row {
            file: own.map_or(file, String::as_str),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            place: origin.map(|origin| &origin.place),
            diagnostic,
        };
        serde_json::to_writer(&mut out, &row)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// All diagnostics of a notice as text, and a line that sums up.
fn report(file: &str, document: &Document, notice: &Notice, args: &CheckArgs, lang: Lang) -> String {
    let (file, lines) = (clean(file).into_owned(), notice.line_index());
    let report = Report { file, document, lines, lang, width: screen::width() };
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
    }
    if hidden > 0 {
        let words = lang.pick("more not shown (--limit 0 shows all)", "条未显示（--limit 0 显示全部）");
        let _ = writeln!(text, "{FAINT}{hidden} {words}{FAINT:#}");
    }
    let _ = writeln!(text, "{}: {}", report.file, summary(notice, lang));
    text
}

/// What all diagnostics of a file are shown with.
struct Report<'a> {
    file: String,
    document: &'a Document,
    lines: LineIndex,
    lang: Lang,
    width: usize,
}

impl Report<'_> {
    /// The diagnostic behind its place, as compilers print it, so that editors and `grep` find their way.
    fn render(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let level = level.with_name(words::severity(diagnostic.severity, self.lang));
        let message = self.lang.pick(&diagnostic.message, &diagnostic.message_zh);
        let title = level.primary_title(clean(message)).id(diagnostic.code.as_str());
        let mut main = title.element(self.quote(diagnostic.span, AnnotationKind::Primary));
        // The help is in English only; in Chinese, `explain` has to do.
        if let Some(help) = diagnostic.help.as_deref().filter(|_| self.lang == Lang::En) {
            main = main.element(Level::HELP.message(clean(help)));
        }
        let related = diagnostic.related.iter().take(RELATED).map(|&span| self.related(span));
        let groups: Vec<_> = std::iter::once(main).chain(related).collect();
        let place = self.place(diagnostic.span);
        format!("{place}: {}\n\n", Renderer::styled().term_width(self.width).render(&groups))
    }

    /// Another place that belongs to a diagnostic.
    fn related(&self, span: Span) -> Group<'static> {
        let name = self.lang.pick("see also", "另见").to_owned();
        let title = Level::NOTE.with_name(name).secondary_title(self.place(span));
        title.element(self.quote(span, AnnotationKind::Context))
    }

    /// `file:line:column` of where a span begins, or where in the file it stands that is no plain text.
    fn place(&self, span: Span) -> String {
        let Position { line, column } = self.lines.position(span.start as usize);
        let Some(origin) = place(self.document, span) else { return format!("{}:{line}:{column}", self.file) };
        let file = self.document.files.get(origin.file as usize).map_or(&*self.file, String::as_str);
        let place = self.lang.pick(&origin.place.to_string(), &origin.place.zh()).to_owned();
        format!("{}: {}", clean(file), clean(&place))
    }

    /// The line in which `span` begins, underlined.
    fn quote(&self, span: Span, kind: AnnotationKind) -> Snippet<'static, Annotation<'static>> {
        let piece = snippet::cut(&self.lines, span, self.width);
        let more = match (piece.lines_after, self.lang) {
            (0, _) => None,
            (1, Lang::En) => Some("and one more line".to_owned()),
            (lines, Lang::En) => Some(format!("and {lines} more lines")),
            (lines, Lang::Zh) => Some(format!("及其后{lines}行")),
        };
        let annotation = kind.span(piece.underlined).label(more);
        Snippet::source(piece.text).line_start(piece.line as usize).annotation(annotation)
    }
}
