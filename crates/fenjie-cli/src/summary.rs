//! A notice in one line.

use fenjie::{Notice, Severity};

use crate::args::Lang;
use crate::words;

/// How much a notice holds and how much is doubtful in it, in one line.
pub(crate) fn summary(notice: &Notice, lang: Lang) -> String {
    let facts = [
        (notice.tasks.len(), "task", "项任务"),
        (notice.officials.len(), "official", "位领导"),
        (notice.units.len(), "unit", "个单位"),
        (notice.targets.len(), "target", "个目标"),
    ];
    let doubts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        let count = notice.diagnostics.iter().filter(|found| found.severity == severity).count();
        (count, words::severity(severity, Lang::En), ["条提示", "条警告", "个错误"][severity as usize])
    });
    let say = |facts: &[(usize, &str, &str)]| {
        let said = facts.iter().filter(|fact| fact.0 > 0).map(|&(count, en, zh)| match lang {
            Lang::En => format!("{count} {en}{}", if count == 1 { "" } else { "s" }),
            Lang::Zh => format!("{count}{zh}"),
        });
        said.collect::<Vec<_>>().join(lang.pick(", ", "，"))
    };
    let read = format!("{} {:.1} %", lang.pick("read", "读取"), floor_tenth(notice.coverage().share() * 100.0));
    let parts = [say(&facts), say(&doubts), read];
    let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(lang.pick("; ", "；"))
}

/// Rounded down, so that only what was read whole is 100.
fn floor_tenth(percent: f64) -> f64 {
    (percent * 10.0).floor() / 10.0
}
