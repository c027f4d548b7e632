//! Forms that the parser is known to misread. The properties leave notices of these forms out, unless
//! `FENJIE_EVERY_FORM` is set; a test sees to it that a form which is read by now leaves this list.

use fenjie_testkit::{Document, ExpectedTask, fold};

/// A form that is still misread.
pub(crate) struct Gap {
    /// What the form is.
    pub(crate) name: &'static str,
    /// Whether a notice has it.
    applies: fn(&Document) -> bool,
}

const fn gap(name: &'static str, applies: fn(&Document) -> bool) -> Gap {
    Gap { name, applies }
}

/// Every form that is still misread, beside pages and hard wraps.
pub(crate) const GAPS: &[Gap] = &[
    gap("附件 or 附注 in a letter without signature", letter_without_signature),
    gap("a number without a mark: 1推进", |it| any_task(it, glued)),
    gap("（1） under 1.", |it| any_task(it, |task, _| task.number.starts_with("（1"))),
    gap("等 behind a nameplate", |it| any_line(it, |line| line.contains(")等"))),
    gap("注： behind the last task", |it| any_line(it, |line| line.starts_with("注:"))),
    gap("任单位：", |it| any_line(it, |line| line.replace("责任单位", "").contains("任单位:"))),
    gap("names on lines of their own", |it| any_task(it, |task, _| named_alone(it, task))),
    gap("（映湖区政府、北麓区政府）, （财政局、教育局）, （市财政局、市教育局等）", |it| any_line(it, bare_names)),
    gap("a rule told behind a section's units", rule_of_section),
];

/// The gaps that a notice has.
pub(crate) fn gaps(document: &Document) -> impl Iterator<Item = &'static Gap> {
    GAPS.iter().filter(|gap| (gap.applies)(document))
}

fn any_line(document: &Document, is: impl Fn(&str) -> bool) -> bool {
    lines(document).any(|line| is(&line))
}

fn letter_without_signature(document: &Document) -> bool {
    let header = &document.expected.header;
    header.signatory.is_none() && (header.disclosure.is_some() || !header.attachments.is_empty())
}

fn lines(document: &Document) -> impl Iterator<Item = String> + '_ {
    document.text.lines().map(fold)
}

fn any_task(document: &Document, is: impl Fn(&ExpectedTask, &str) -> bool) -> bool {
    let text = fold(&document.text);
    document.expected.tasks.iter().any(|task| is(task, &text))
}

fn glued(task: &ExpectedTask, text: &str) -> bool {
    let words: String = fold(task.title.as_deref().unwrap_or(&task.text)).chars().take(4).collect();
    task.number.starts_with(|c: char| c.is_ascii_digit()) && text.contains(&format!("{}{words}", task.number))
}

fn named_alone(document: &Document, task: &ExpectedTask) -> bool {
    let Some(title) = task.title.as_deref().map(fold) else { return false };
    any_line(document, |line| line.starts_with(&fold(&task.number)) && line.ends_with(&title))
}

/// A bracket of names without a label or a mark, in which not every name shows by its prefix that it is a body's.
fn bare_names(line: &str) -> bool {
    let open = line.trim_end_matches('。').strip_suffix(')').and_then(|line| line.find('(').map(|at| &line[at..]));
    let plain = |names: &str| !names.contains([':', '。']) && !names.contains("牵头");
    open.is_some_and(|line| {
        line.match_indices('(').any(|(at, _)| {
            let names = &line[at + 1..];
            let doubtful = names.contains("政府") || names.ends_with('等') || !names.starts_with(['市', '县', '区']);
            names.contains('、') && plain(names) && doubtful
        })
    })
}

/// The rule stands behind the units of a section, above its first task.
fn rule_of_section(document: &Document) -> bool {
    let lines: Vec<String> = lines(document).filter(|line| !line.is_empty()).collect();
    let numbered = |line: &str| line.starts_with(|c: char| "一二三四五六七八九十".contains(c)) || line.starts_with('(');
    let rule = |line: &str| line.contains("下同)") || line.contains("不再一一列出)");
    lines.windows(2).any(|pair| rule(&pair[1]) && numbered(&pair[0]) && !pair[0].contains('。'))
}
