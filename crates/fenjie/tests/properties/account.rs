//! Nothing that facts are made of is lost in silence: it is in a fact, or something says why not.

use fenjie::quantity::{self, Quantity};
use fenjie::{BlockKind, Claim, EvidenceKind, Notice, Severity, Span};
use fenjie_testkit::{Document, labels};

/// The lines of the document that hold a label or two bodies, and that the parse passes over without a word.
pub(crate) fn lines_passed_over(document: &Document, notice: &Notice) -> Vec<String> {
    let names = || document.expected.tasks.iter().flat_map(|task| &task.units).map(|unit| unit.name.as_str());
    let mut names: Vec<&str> = names().collect();
    names.sort_unstable();
    names.dedup();
    let mut start = 0;
    let mut passed_over = Vec::new();
    for line in document.text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len() as u32);
        start = span.end;
        let labelled = labels().any(|label| line.contains(&format!("{label}：")));
        let bodies = names.iter().filter(|name| line.contains(*name)).count();
        if (labelled || bodies > 1) && !placed(notice, span) && !reported(notice, span) {
            passed_over.push(format!("passed over: {}", line.trim_end()));
        }
    }
    passed_over
}

fn placed(notice: &Notice, line: Span) -> bool {
    use BlockKind::{Header, Heading, PartTitle, Responsibility, Table, Task};
    let block = notice.blocks.iter().find(|block| block.span.contains(line));
    block.is_some_and(|it| matches!(it.kind, Header | Heading | PartTitle | Responsibility | Table | Task))
}

fn reported(notice: &Notice, span: Span) -> bool {
    let severe = notice.diagnostics.iter().filter(|it| it.severity != Severity::Note);
    severe.into_iter().any(|it| meet(it.span, span))
}

fn meet(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether the figure is in digits, has a measure, and is no year (`2024年`): words like `三级` count nothing.
fn counts(words: &str, figure: &Quantity) -> bool {
    let number = &words[figure.number.range()];
    figure.measure.as_deref().is_some_and(|measure| measure != "年")
        && number.contains(char::is_numeric)
        && !number.contains(|c| "一二三四五六七八九十百千万亿".contains(c))
}

/// The figures with a measure in a task that are in no target, and of which nothing says why.
pub(crate) fn figures_passed_over(notice: &Notice) -> Vec<String> {
    let occurrences = notice.occurrences();
    let mut passed_over = Vec::new();
    for task in &notice.tasks {
        let words = notice.text(task.span);
        for figure in quantity::find_iter(words).filter(|figure| counts(words, figure)) {
            let span = Span::new(task.span.start + figure.span.start, task.span.start + figure.span.end);
            let explained = |kind| matches!(kind, EvidenceKind::Quantity | EvidenceKind::Deadline);
            let told = occurrences
                .iter()
                .any(|it| explained(it.kind) && meet(it.span, span) && !matches!(it.claim, Claim::Unread));
            let is_target = notice.targets.iter().any(|target| meet(target.span, span));
            if !is_target && !told && !reported(notice, span) {
                passed_over.push(format!("figure passed over: {} in {words}", notice.text(span)));
            }
        }
    }
    passed_over
}
