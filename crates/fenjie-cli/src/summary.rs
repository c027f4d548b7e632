//! A notice in one line.

use fenjie::{Evidence, Notice, Severity};

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
    let parts = [say(&facts), say(&doubts), evidence(&notice.evidence, lang)];
    let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(lang.pick("; ", "；"))
}

/// How much of what facts are made of is in facts, kind by kind; what is set aside for a reason is not counted.
fn evidence(evidence: &Evidence, lang: Lang) -> String {
    let kinds = [
        (evidence.bodies, "names of bodies", "个单位名称"),
        (evidence.labels, "labels", "个标签"),
        (evidence.officials, "officials", "位领导"),
        (evidence.quantities, "quantities", "个数量"),
        (evidence.deadlines, "deadlines", "处时限"),
    ];
    let counted = kinds.map(|(count, en, zh)| (count.read, count.read + count.unread, en, zh));
    // Labels and deadlines follow the others, and are named where some are missing.
    let told = |&&(read, all, kind, _): &&(u32, u32, &str, &str)| {
        all > 0 && (read < all || !matches!(kind, "labels" | "deadlines"))
    };
    let said = counted.iter().filter(told).map(|&(read, all, en, zh)| match lang {
        Lang::En => format!("{read} of {all} {en}"),
        Lang::Zh => format!("{read}/{all}{zh}"),
    });
    let said = said.collect::<Vec<_>>().join(lang.pick(", ", "，"));
    let read = counted.iter().any(|kind| kind.0 > 0);
    match (read, said.is_empty()) {
        (true, _) => format!("{} {said}", lang.pick("read", "读入")),
        (false, false) => format!("{} {said}", lang.pick("nothing read:", "未读入任何内容：")),
        (false, true) => lang.pick("nothing to read", "无可读入的内容").to_owned(),
    }
}
