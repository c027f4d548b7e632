//! What writing a notice out and reading it again must keep.

use fenjie::{Assignment, Notice, Official, OfficialId, Rule, Task, parse};

/// What writing and reading a notice changes; empty where it changes nothing.
pub(crate) fn changes(notice: &Notice) -> Vec<String> {
    let text = notice.to_text();
    let again = parse(&text);
    let mut list = differences(notice, &again);
    let twice = again.to_text();
    if twice != text {
        let line = text.lines().zip(twice.lines()).find(|(a, b)| a != b);
        list.push(format!("written twice, it differs: {line:?}"));
    }
    list
}

/// Everything in which `found` says something else than `wanted`; empty where both say the same.
fn differences(wanted: &Notice, found: &Notice) -> Vec<String> {
    let (wanted, found) = (sayings(wanted), sayings(found));
    let mut list = Vec::new();
    for at in 0..wanted.len().max(found.len()) {
        let (want, got) = (wanted.get(at), found.get(at));
        if want != got {
            list.push(format!("want {}\n    got  {}", want.map_or("–", |it| it), got.map_or("–", |it| it)));
        }
    }
    list
}

/// The model without ids and spans, a fact a line.
pub(crate) fn sayings(notice: &Notice) -> Vec<String> {
    let mut list = vec![format!("kind {:?}", notice.kind)];
    header(notice, &mut list);
    rules(notice, &mut list);
    for part in &notice.parts {
        list.push(format!("part {:?} {:?} {:?}–{:?}", part.title, part.kind, part.from, part.to));
    }
    list.extend(notice.officials.iter().map(|official| format!("official {}", person(official))));
    for task in &notice.tasks {
        let above = notice.task(task.id).into_iter().flat_map(fenjie::TaskRef::sections);
        list.extend(above.map(|section| format!("below {:?} {:?}", section.number, section.title)));
        one_task(notice, task, &mut list);
    }
    for unit in &notice.units {
        list.push(format!("unit {} {:?} {}", unit.name, unit.nameplates, unit.group));
    }
    for row in &notice.allocations {
        let figures = (row.value, row.state, row.total);
        list.push(format!(
            "figure {} {:?} {} {:?} {figures:?} {:?}",
            row.text, row.item, row.region, row.measure, row.task
        ));
    }
    list
}

fn header(notice: &Notice, list: &mut Vec<String>) {
    let header = &notice.header;
    let number = header.document_number.as_ref().map(|it| (&*it.text, &*it.agency, it.year, it.serial));
    list.push(format!("title {:?}", header.title));
    list.push(format!("document number {number:?}"));
    list.push(format!("issuer {:?}, jurisdiction {:?}", header.issuer, header.jurisdiction));
    list.push(format!("addressees {:?}", header.addressees));
    list.push(format!("signatory {:?} {:?}", header.signatory, header.issued));
    let session = header.session.as_ref().map(|it| (&*it.text, it.congress, it.session));
    list.push(format!("session {session:?}"));
    list.push(format!("attachments {:?}, disclosure {:?}", header.attachments, header.disclosure));
    list.push(format!("cc {:?}, printed {:?}", header.cc, header.printed));
}

/// The order of the rules is not kept: those that can stand alone are written first.
fn rules(notice: &Notice, list: &mut Vec<String>) {
    let rules = notice.conventions.iter().filter(|convention| convention.rule != Rule::Other);
    let mut rules: Vec<String> =
        rules.map(|it| format!("rule {:?} {:?} {:?}", it.rule, it.group, it.members)).collect();
    rules.sort();
    rules.dedup();
    list.extend(rules);
}

fn person(official: &Official) -> String {
    format!("{:?} {:?}", official.name, official.post)
}

fn one_task(notice: &Notice, task: &Task, list: &mut Vec<String>) {
    let official = |id: OfficialId| person(&notice.officials[id.index()]);
    let due = task.due.as_ref().map(|due| (due.text.as_deref(), due.date));
    list.push(format!("task {:?} {:?} {}", task.number, task.title, task.text));
    list.push(format!("  of {:?} in part {} due {due:?}", task.official.map(official), task.part.0));
    let own = notice.assignments.iter().filter(|assignment| assignment.task == task.id);
    list.extend(own.map(|assignment| unit(notice, assignment)));
    for target in notice.targets.iter().filter(|target| target.task == task.id) {
        let value = (target.comparator, target.value, target.value_max, target.measure.as_deref(), target.base);
        list.push(format!("  target {} {value:?} {:?} {:?}", target.indicator, target.kind, target.reference));
    }
}

fn unit(notice: &Notice, assignment: &Assignment) -> String {
    let name = &notice.units[assignment.unit.index()].name;
    format!("  {name} {:?} {:?} implied {}", assignment.role, assignment.basis, assignment.implied)
}
