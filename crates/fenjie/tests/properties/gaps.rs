//! Forms that the parser is known to misread. The properties leave notices of these forms out, unless
//! `FENJIE_EVERY_FORM` is set; a test sees to it that a form which is read by now leaves this list.

use fenjie_testkit::{Document, ExpectedTask, Noise, fold};

/// A form that is still misread.
pub(crate) struct Gap {
    /// What the form is.
    pub(crate) name: &'static str,
    /// Whether a notice has it.
    applies: fn(&Document, &Noise) -> bool,
}

/// Every form that is still misread.
pub(crate) const GAPS: &[Gap] = &[
    Gap {
        name: "附件 or 附注 in a letter without signature",
        applies: |it, _| {
            let header = &it.expected.header;
            header.signatory.is_none() && (header.disclosure.is_some() || !header.attachments.is_empty())
        },
    },
    Gap { name: "a number without a mark: 1推进", applies: |it, _| any_task(it, glued) },
    Gap { name: "（1） under 1.", applies: |it, _| any_task(it, |task, _| task.number.starts_with("（1")) },
    Gap {
        name: "（A负责；完成时限：…）", applies: |it, _| lines(it).any(|line| label_behind_words(&line))
    },
    Gap { name: "等 behind a nameplate", applies: |it, _| fold(&it.text).contains(")等") },
    Gap {
        name: "a group's members told in the letter",
        applies: |it, _| lines(it).any(|line| line.starts_with("以下各区县政府均含")),
    },
    Gap {
        name: "a title over three lines", applies: |it, _| lines(it).any(|line| line.starts_with("责任分解的通知"))
    },
    Gap {
        name: "a number below a title over two lines",
        applies: |it, _| {
            let lines: Vec<String> = lines(it).filter(|line| !line.is_empty()).collect();
            lines
                .windows(2)
                .any(|pair| pair[0].starts_with("2") && pair[0].ends_with("通知") && pair[1].ends_with('号'))
        },
    },
    Gap { name: "a name without a post", applies: |it, _| it.expected.officials.iter().any(|o| o.post.is_none()) },
    Gap {
        name: "责任领导：周明副市长　　责任单位：",
        applies: |it, _| {
            it.text.lines().any(|line| {
                line.contains("　　")
                    && ["责任领导", "牵头领导", "分管领导", "责任人"].iter().any(|label| fold(line).starts_with(label))
            })
        },
    },
    Gap { name: "进度安排：", applies: |it, _| it.text.contains("进度安排") },
    Gap { name: "注： behind the last task", applies: |it, _| lines(it).any(|line| line.starts_with("注:")) },
    Gap { name: "a title over two lines", applies: |it, _| lines(it).any(|line| line.ends_with("关于印发")) },
];

/// The gaps that a notice has.
pub(crate) fn gaps<'a>(document: &'a Document, noise: &'a Noise) -> impl Iterator<Item = &'static Gap> + 'a {
    GAPS.iter().filter(move |gap| (gap.applies)(document, noise))
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

/// A bracket in which words without a label stand before a label.
fn label_behind_words(line: &str) -> bool {
    line.match_indices(['(', '（']).any(|(at, _)| {
        let inside = &line[at..];
        inside.split_once(';').is_some_and(|(words, rest)| !words.contains(':') && rest.contains(':'))
    })
}
