//! A notice put together by hand, for the tests of what does not parse.

use crate::model::{
    Assignment, Basis, Block, BlockKind, Comparator, Due, Notice, Official, OfficialId, Part, PartId, PartKind, Role,
    Section, SectionId, Span, Strength, Target, TargetId, TargetKind, Task, TaskId, Unit, UnitId,
};

/// The text of [`sample`].
pub(crate) const SAMPLE: &str = "重点工作\n一、周明副市长牵头\n1.压减支出。\n责任单位：市财政局（市国资委）\n\
     2.新增学位3000个，其中农村学位800个。\n责任单位：市教育局、市财政局，各县区政府\n民生实事\n1.修缮老桥。\n";

/// Two parts, an official, three tasks (the last without anything), three units, two targets (the second within the first).
pub(crate) fn sample() -> Notice {
    let mut notice = Notice { source: SAMPLE.into(), ..Notice::default() };
    for (id, title) in [(0, "重点工作"), (1, "民生实事")] {
        let (kind, span) = (PartKind::KeyWork, find(title));
        notice.parts.push(Part {
            id: PartId(id),
            title: Some(title.into()),
            kind,
            from: Some(2025),
            to: Some(2025),
            span,
        });
    }
    let (name, post, duty) = (Some("周明".into()), Some("副市长".into()), Some("牵头".into()));
    notice.officials.push(Official {
        id: OfficialId(0),
        name,
        post,
        duty,
        span: find("周明"),
        ground: Some(find("一、周明副市长牵头")),
    });
    notice.sections.push(Section {
        id: SectionId(0),
        part: PartId(0),
        parent: None,
        number: Some("一".into()),
        title: Some("周明副市长牵头".into()),
        official: Some(OfficialId(0)),
        span: find("一、周明副市长牵头"),
    });
    for (id, part, official, text) in [
        (0, 0, Some(OfficialId(0)), "压减支出。"),
        (1, 0, Some(OfficialId(0)), "新增学位3000个，其中农村学位800个。"),
        (2, 1, None, "修缮老桥。"),
    ] {
        notice.tasks.push(Task {
            id: TaskId(id),
            part: PartId(part),
            official,
            section: official.map(|_| SectionId(0)),
            number: Some("1".into()),
            title: None,
            text: text.into(),
            due: None,
            margin: None,
            span: find(text),
        });
    }
    for (id, name, plates) in
        [(0, "市财政局", vec!["市国资委".into()]), (1, "市教育局", vec![]), (2, "各县区政府", vec![])]
    {
        notice.units.push(Unit { id: UnitId(id), name: name.into(), nameplates: plates, group: id == 2 });
    }
    assign(&mut notice, 0, 0, Role::Lead);
    assign(&mut notice, 1, 1, Role::Lead);
    assign(&mut notice, 1, 0, Role::Participant);
    assign(&mut notice, 1, 2, Role::Participant);
    aim(&mut notice, "新增学位3000个", "新增学位", 3000, None);
    aim(&mut notice, "农村学位800个", "农村学位", 800, Some(TargetId(0)));
    let first = find("重点工作\n");
    for (kind, span) in [(BlockKind::PartTitle, first), (BlockKind::Task, Span::new(first.end, SAMPLE.len() as u32))] {
        notice.blocks.push(Block { kind, span, continues: false });
    }
    notice
}

fn find(words: &str) -> Span {
    let start = SAMPLE.find(words).unwrap_or_else(|| panic!("{words} is not in the sample"));
    Span::new(start as u32, (start + words.len()) as u32)
}

fn assign(notice: &mut Notice, task: u32, unit: usize, role: Role) {
    let quote = notice.units[unit].name.clone();
    let within = notice.tasks[task as usize].span.end as usize;
    let start = within + SAMPLE[within..].find(&*quote).expect("the unit stands behind its task");
    let span = Span::new(start as u32, (start + quote.len()) as u32);
    let (task, unit, basis) = (TaskId(task), UnitId(unit as u32), Basis::Stated);
    notice.assignments.push(Assignment { task, unit, role, basis, implied: false, quote, span, ground: None });
}

fn aim(notice: &mut Notice, quote: &str, indicator: &str, value: i64, within: Option<TargetId>) {
    notice.targets.push(Target {
        rule: crate::model::TargetRule::Stated,
        id: TargetId(notice.targets.len() as u32),
        task: TaskId(1),
        indicator: indicator.into(),
        comparator: Comparator::Ge,
        value: Some(value.into()),
        value_max: None,
        measure: Some("个".into()),
        kind: TargetKind::Level,
        base: None,
        reference: None,
        strength: Some(Strength::Ensure),
        due: Due::default(),
        within,
        quote: quote.into(),
        span: find(quote),
        ground: None,
    });
}
