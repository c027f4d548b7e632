//! Parts in draft → the tables of the notice, roles settled by the notice's own conventions.

use std::ops::Range;

use arcstr::Substr;
use rustc_hash::FxHashMap;

use super::builder::Builder;
use super::draft::Draft;
use super::responsibility::{Piece, Responsibility};
use super::rule::stars_lead;
use super::section::{SectionDraft, Sections};
use super::targets::Period;
use super::{convention, part, roles, targets, units};
use crate::calendar::{self, Years};
use crate::model::{
    Basis, Code, Convention, Due, OfficialId, Part, PartId, PartKind, Role, Rule, SectionId, Span, Task, TaskId,
};
use crate::options::Options;
use crate::text::Flow;
use crate::text::chars::{is_blank, is_comma, is_region};
use crate::vocabulary::{Label, Mark, PLACES};

/// A part before its roles are settled.
#[derive(Debug)]
pub(crate) struct PartDraft {
    pub(crate) title: Option<Substr>,
    pub(crate) kind: PartKind,
    pub(crate) span: Span,
    /// Its headings.
    pub(crate) sections: Vec<SectionDraft>,
    pub(crate) tasks: Vec<Draft>,
}

/// The rules that remarks in the tasks' lists state.
fn conventions_in_lists(parts: &[PartDraft]) -> Vec<Convention> {
    let mut found = Vec::new();
    for draft in parts.iter().flat_map(|part| &part.tasks) {
        for piece in &draft.responsibility.pieces {
            for note in &piece.listed.notes {
                let stated = convention::in_note(&piece.flow.text, note.clone());
                let group = (stated.rule == Rule::GroupIncludes).then(|| group_before(piece, note.start)).flatten();
                found.push(convention_of(&piece.flow, stated, group));
            }
        }
    }
    found
}

/// The rules that running text states.
pub(crate) fn conventions_in_prose(flow: &Flow) -> Vec<Convention> {
    convention::in_prose(&flow.text).into_iter().map(|stated| convention_of(flow, stated, None)).collect()
}

fn convention_of(flow: &Flow, stated: convention::Stated, group: Option<Substr>) -> Convention {
    let members = stated.members.into_iter().map(Substr::from).collect();
    let group = group.or_else(|| stated.group.map(|group| flow.words(group)));
    Convention {
        rule: stated.rule,
        group,
        members,
        quote: flow.words(stated.quote.clone()),
        span: flow.span(stated.quote),
    }
}

fn group_before(piece: &Piece, at: usize) -> Option<Substr> {
    let before = piece.listed.mentions.iter().rev().find(|mention| mention.quote.end <= at)?;
    Some(piece.flow.words(before.name.clone()))
}

/// Fills the tables.
pub(crate) fn fill(builder: &mut Builder, mut parts: Vec<PartDraft>, options: &Options) {
    hand_prefixes_on(&mut parts, builder.notice.header.jurisdiction.as_deref().unwrap_or_default());
    let in_lists = conventions_in_lists(&parts);
    let listed: Vec<Span> = in_lists.iter().map(|convention| convention.span).collect();
    builder.notice.conventions.extend(in_lists);
    builder.notice.conventions.sort_by_key(|convention| convention.span);
    // What a section says is read once for each task that shares it.
    builder.notice.conventions.dedup_by_key(|convention| convention.span);
    let rules = Rules::of(&builder.notice.conventions, &listed);
    if builder.notice.conventions.iter().any(|convention| stars_lead(&convention.quote)) {
        mark_starred(&mut parts);
    }
    let year = options.year.or_else(|| builder.notice.header.issued.map(jiff::civil::Date::year));
    reserve(builder, &parts);
    for draft in parts {
        report_odd_labels(builder, &draft.tasks);
        let id = PartId(builder.notice.parts.len() as u32);
        let title = draft.title.as_deref().unwrap_or_default();
        let period = part::period(title).or_else(|| match draft.kind {
            PartKind::Outlook => year.map(|year| (year, part::outlook_end(title, year))),
            PartKind::Review => year.map(|year| (year - 1, year - 1)),
            _ => year.map(|year| (year, year)),
        });
        let (from, to) = period.map_or((None, None), |(from, to)| (Some(from), Some(to)));
        let kind = draft.kind;
        let period = Period { from, to, kind };
        builder.notice.parts.push(Part { id, title: draft.title, kind: draft.kind, from, to, span: draft.span });
        let mut assumed = Vec::new();
        let mut sections = Sections::new(id, draft.sections);
        // Of a list that names nobody at all, nobody is missing.
        let names = draft.tasks.iter().any(|task| task.responsibility.span.is_some());
        for mut task in draft.tasks {
            task.unassigned |= !names;
            let section = task.section.and_then(|at| sections.file(builder, at));
            file(builder, (id, section), period, &rules, &task, &mut assumed);
        }
        report_assumed(builder, &assumed);
    }
}

/// Room for the tasks and their assignments: large tables are not moved while they grow.
fn reserve(builder: &mut Builder, parts: &[PartDraft]) {
    let tasks = || parts.iter().flat_map(|part| &part.tasks);
    let pieces = tasks().flat_map(|task| &task.responsibility.pieces);
    builder.notice.tasks.reserve(tasks().count());
    builder.notice.assignments.reserve(pieces.map(|piece| piece.listed.mentions.len()).sum());
}

/// Prefixes are handed on once the notice's own place is known, whose name begins whole names.
fn hand_prefixes_on(parts: &mut [PartDraft], jurisdiction: &str) {
    let place = place_of(jurisdiction);
    for draft in parts.iter_mut().flat_map(|part| &mut part.tasks) {
        for piece in &mut draft.responsibility.pieces {
            units::hand_prefixes_on(&piece.flow.text, &mut piece.listed.mentions, place);
        }
    }
}

/// Units with a star lead, once the notice has said so.
fn mark_starred(parts: &mut [PartDraft]) {
    let pieces = parts.iter_mut().flat_map(|part| &mut part.tasks).flat_map(|draft| &mut draft.responsibility.pieces);
    for mention in pieces.flat_map(|piece| &mut piece.listed.mentions).filter(|mention| mention.star.is_some()) {
        let star = mention.star.clone();
        mention.say(star.map(|star| (Mark::Lead, star)));
    }
}

/// `东湖` of `云溪市东湖区`, `白石` of `清溪县白石镇`.
pub(super) fn place_of(jurisdiction: &str) -> &str {
    let place =
        PLACES.at_end(jurisdiction).map_or(jurisdiction, |(kind, _)| &jurisdiction[..jurisdiction.len() - kind.len()]);
    let place = place.trim_end_matches(is_region);
    place.rsplit(is_region).next().unwrap_or(place)
}

/// The conventions in force for the whole notice.
struct Rules {
    /// On who leads, and where it is stated.
    leads: Option<(Rule, Span)>,
    /// From where on it holds: a rule in a list is said of that list and of those below (下同).
    from: u32,
    /// By group, whom it includes, and where the notice says so.
    members: FxHashMap<Substr, (Vec<Substr>, Span)>,
}

impl Rules {
    fn of(conventions: &[Convention], listed: &[Span]) -> Self {
        let leads = conventions.iter().map(|convention| (convention.rule, convention.span));
        let leads = leads
            .filter(|(rule, _)| matches!(rule, Rule::FirstListedLeads | Rule::AllLead))
            .min_by_key(|(rule, _)| *rule == Rule::AllLead);
        let includes = conventions.iter().filter(|convention| convention.rule == Rule::GroupIncludes);
        let members = includes
            .filter_map(|convention| Some((convention.group.clone()?, (convention.members.clone(), convention.span))));
        let from = leads.filter(|(_, span)| listed.contains(span)).map_or(0, |(_, span)| span.start);
        Self { leads, from, members: members.collect() }
    }

    /// The rule on who leads in a responsibility.
    fn leads_in(&self, responsibility: &Responsibility) -> Option<(Rule, Span)> {
        self.leads.filter(|_| responsibility.span.is_none_or(|span| span.end >= self.from))
    }
}

/// The part and the section of a task.
type Place = (PartId, Option<SectionId>);

fn file(builder: &mut Builder, place: Place, period: Period, rules: &Rules, draft: &Draft, assumed: &mut Vec<Span>) {
    let id = TaskId(builder.notice.tasks.len() as u32);
    let official = draft.official.as_ref().map(|leader| builder.leader(leader));
    let span = if draft.inherited {
        draft.span
    } else {
        draft.responsibility.span.map_or(draft.span, |own| own.hull(draft.span))
    };
    push_task(builder, id, place, official, Years { from: period.from, to: period.to }, draft, span);
    targets::fill(builder, id, &draft.text, period);
    targets::fill_figures(builder, id, &draft.figures, period);
    let basis = assign(builder, id, rules, &draft.responsibility);
    if basis == Some(Basis::Default) {
        let place = draft.responsibility.span.unwrap_or(span);
        // What a section says is assumed once for all its tasks.
        if assumed.last() != Some(&place) {
            assumed.push(place);
        }
    }
    if draft.withheld {
        report_withheld(builder, draft, span);
    } else if basis.is_none() && !draft.unassigned {
        report_missing(builder, draft, span);
    }
    for misprint in &draft.responsibility.misprints {
        report_misprint(builder, &misprint.printed, misprint.meant, misprint.span);
    }
}

fn push_task(
    builder: &mut Builder,
    id: TaskId,
    (part, section): Place,
    official: Option<OfficialId>,
    years: Years,
    draft: &Draft,
    span: Span,
) {
    let due = draft.responsibility.dues.first().map(|(flow, range)| {
        let text = flow.words(range.start..end_of_dues(&draft.responsibility.dues));
        Due { date: calendar::last_day(&text, years), text: Some(text), inferred: false }
    });
    builder.notice.tasks.push(Task {
        id,
        part,
        official,
        section,
        number: draft.number.clone(),
        title: draft.title.clone(),
        text: draft.text.text.clone(),
        due,
        margin: None,
        span,
    });
}

/// Where the words of the first deadline end, with those of the next ones that only commas part from it
/// (`6月底前出台政策，年内持续推进`).
fn end_of_dues(dues: &[(Flow, Range<usize>)]) -> usize {
    let pairs = dues.windows(2).take_while(|pair| {
        let ((flow, range), (next_flow, next)) = (&pair[0], &pair[1]);
        let between = flow.text.get(range.end..next.start);
        flow.text == next_flow.text
            && between.is_some_and(|gap| !gap.is_empty() && gap.chars().all(|c| is_comma(c) || is_blank(c)))
    });
    dues[pairs.count()].1.end
}

/// Hands out the roles and returns the basis on which the first lead has his.
fn assign(builder: &mut Builder, task: TaskId, rules: &Rules, responsibility: &Responsibility) -> Option<Basis> {
    let pieces = &responsibility.pieces;
    let leads = rules.leads_in(responsibility);
    let settled = roles::settle(pieces, leads.map(|(rule, _)| rule));
    let others_lead = roles::mark_of_leads(pieces);
    let mentions = responsibility
        .pieces
        .iter()
        .flat_map(|piece| piece.listed.mentions.iter().map(move |mention| (piece, mention)));
    let mut basis = None;
    let mut implied = Vec::new();
    for ((piece, mention), role) in mentions.zip(settled) {
        let name = mention.completed.as_deref().map_or_else(|| piece.flow.words(mention.name.clone()), Substr::from);
        let plates = mention.nameplates.iter().map(|plate| piece.flow.words(plate.clone())).collect();
        let (quote, span) = (piece.flow.words(mention.quote.clone()), piece.flow.span(mention.quote.clone()));
        let members = rules.members.get(&name).filter(|(members, _)| granted(builder, members, &quote, span));
        if let Some((members, stated)) = members {
            let place = (span, Some(*stated));
            implied.extend(members.iter().map(|member| (member.clone(), role, quote.clone(), place)));
        }
        let ground = roles::ground(piece, mention, role, leads, others_lead);
        let unit = builder.unit(name, plates, mention.group);
        builder.assign(task, unit, role, false, quote, (span, ground));
        if role.0 == Role::Lead || basis.is_none() {
            basis = Some(role.1);
        }
    }
    for (member, role, quote, place) in implied {
        let group = super::units::is_group(&member);
        let unit = builder.unit(member, Vec::new(), group);
        builder.assign(task, unit, role, true, quote, place);
    }
    basis
}

/// Whether a group's members may be named beside it once more.
fn granted(builder: &mut Builder, members: &[Substr], quote: &Substr, span: Span) -> bool {
    let granted = builder.allowance.grant(members.iter().map(|member| member.len() + quote.len()).sum());
    if !granted {
        builder.report(
            Code::MissingResponsibility,
            format!("the members of `{quote}` are not named here: all that is handed on would be many times the text"),
            format!("此处未列“{quote}”所含单位：全文承接的内容已远超原文篇幅"),
            span,
            Vec::new(),
        );
    }
    granted
}

fn report_assumed(builder: &mut Builder, assumed: &[Span]) {
    let Some((&first, rest)) = assumed.split_first() else { return };
    let count = assumed.len();
    let tasks = if count == 1 { "task" } else { "tasks" };
    builder.report(
        Code::AssumedLead,
        format!("nothing says who leads ({count} {tasks} of this part); the first unit listed is taken"),
        format!("未说明牵头单位（本部分{count}项），以列第一位者为牵头"),
        first,
        rest.to_vec(),
    );
}

fn report_missing(builder: &mut Builder, draft: &Draft, span: Span) {
    let number = draft.number.as_deref().unwrap_or("–");
    builder.report(
        Code::MissingResponsibility,
        format!("item `{number}` names nobody who answers for it"),
        format!("第“{number}”项未列责任单位"),
        span,
        Vec::new(),
    );
}

fn report_withheld(builder: &mut Builder, draft: &Draft, span: Span) {
    let number = draft.number.as_deref().unwrap_or("–");
    builder.report(
        Code::MissingResponsibility,
        format!("item `{number}` is not given the units above it: all that is handed on would be many times the text"),
        format!("第“{number}”项未承接上文所列单位：全文承接的内容已远超原文篇幅"),
        span,
        Vec::new(),
    );
}

fn report_misprint(builder: &mut Builder, printed: &str, meant: &str, span: Span) {
    builder.report(
        Code::MisprintedLabel,
        format!("`{printed}` is read as `{meant}`"),
        format!("“{printed}”按“{meant}”读"),
        span,
        Vec::new(),
    );
}

/// A label that a part uses once where it has another one throughout is probably a slip.
fn report_odd_labels(builder: &mut Builder, tasks: &[Draft]) {
    let mut counts: FxHashMap<&str, Vec<Span>> = FxHashMap::default();
    let leads = |draft: &&Draft| draft.responsibility.labels.iter().any(|(_, label, _)| *label == Label::Lead);
    let alone = tasks.iter().filter(|draft| !leads(draft));
    let labels = alone.flat_map(|draft| &draft.responsibility.labels);
    for (printed, _, span) in labels.filter(|(_, label, _)| *label == Label::Responsible) {
        counts.entry(printed).or_default().push(*span);
    }
    let usual = counts.iter().map(|(label, spans)| (spans.len(), *label)).max();
    let Some((most, usual)) = usual.filter(|&(most, _)| most > 1) else { return };
    let misprints: Vec<Span> =
        tasks.iter().flat_map(|draft| &draft.responsibility.misprints).map(|misprint| misprint.span).collect();
    let is_slip = |spans: &[Span]| spans.len() == 1 || spans.len() * 20 <= most;
    let mut odd: Vec<(Span, &str)> = Vec::new();
    for (printed, spans) in counts.iter().filter(|(printed, spans)| **printed != usual && is_slip(spans)) {
        odd.extend(spans.iter().filter(|span| misprints.binary_search(span).is_err()).map(|&span| (span, *printed)));
    }
    odd.sort_unstable();
    for (span, printed) in odd {
        report_misprint(builder, printed, usual, span);
    }
}
