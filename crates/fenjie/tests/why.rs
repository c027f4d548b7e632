//! Why a fact was read as it was.

use fenjie::{GroundKind, Notice, parse};

/// Unit, role, rule, and the ground, of every assignment.
fn told(notice: &Notice) -> Vec<String> {
    let assignments = notice.tasks().flat_map(fenjie::TaskRef::assignments);
    let told = assignments.map(|assignment| {
        let why = assignment.why();
        let ground = why.ground.map(|ground| {
            assert_eq!(notice.text(ground.span), ground.quote);
            let kind = match ground.kind {
                GroundKind::Convention => "convention",
                GroundKind::Label => "label",
                GroundKind::Mark => "mark",
                GroundKind::Column => "column",
                GroundKind::Heading => "heading",
                other => panic!("{other:?}"),
            };
            format!(" {kind} {}", ground.quote)
        });
        format!("{} {}{}", assignment.unit().name, why.rule, ground.unwrap_or_default())
    });
    told.collect()
}

#[test]
fn a_role_is_told_by_label_mark_or_convention() {
    let labels = "1.新建公园3座。\n牵头单位：市城管局；配合单位：市财政局、市水务局\n";
    assert_eq!(
        told(&parse(labels)),
        ["市城管局 stated label 牵头单位", "市财政局 stated label 配合单位", "市水务局 stated label 配合单位"]
    );
    let marks = "1.新建公园3座。（市城管局、市住建局牵头，市财政局、市水务局配合）\n2.修缮老桥。（市交通局、市水务局按职责分工负责）\n";
    assert_eq!(
        told(&parse(marks)),
        [
            "市城管局 stated mark 牵头",
            "市住建局 stated mark 牵头",
            "市财政局 stated mark 配合",
            "市水务局 stated mark 配合",
            "市交通局 joint mark 按职责分工负责",
            "市水务局 joint mark 按职责分工负责",
        ]
    );
    let rule = "1.新建公园3座。\n责任单位：市城管局、市财政局（列第一位的为牵头单位，下同）\n";
    assert_eq!(
        told(&parse(rule)),
        [
            "市城管局 first_listed convention 列第一位的为牵头单位，下同",
            "市财政局 first_listed convention 列第一位的为牵头单位，下同"
        ]
    );
    let nothing = "1.新建公园3座。\n责任单位：市城管局、市财政局\n";
    assert_eq!(told(&parse(nothing)), ["市城管局 default label 责任单位", "市财政局 default label 责任单位"]);
}

#[test]
fn an_added_unit_rests_on_the_convention_that_adds_it() {
    let text = "1.新建公园3座。\n责任单位：各区县政府（南山新区、北湖新区管委会，以下各区县政府均含南山新区、北湖新区管委会）\n";
    let told = told(&parse(text));
    assert!(told.iter().any(|line| line.contains("group_includes convention")), "{told:?}");
}

#[test]
fn a_notice_without_its_text_is_explained_as_far_as_it_goes() {
    let notice = parse("1.新建公园3座以上。\n牵头单位：市城管局\n");
    let bare: Notice = serde_json::from_str(&serde_json::to_string(&notice).unwrap()).unwrap();
    assert_eq!(told(&bare), ["市城管局 stated label "]);
    let (with, without) = (notice.targets().next().unwrap().why(), bare.targets().next().unwrap().why());
    assert_eq!(with, without);
}

#[test]
fn columns_headings_and_calls_are_grounds_too() {
    let table =
        "序号\t工作任务\t牵头单位\t配合单位\n1\t新建公园3座\t市城管局\t市财政局\n2\t修缮桥梁2座\t市交通局\t市财政局\n";
    assert_eq!(
        told(&parse(table)),
        [
            "市城管局 stated column 牵头单位",
            "市财政局 stated column 配合单位",
            "市交通局 stated column 牵头单位",
            "市财政局 stated column 配合单位"
        ]
    );
    let headings = "一、县教育局\n1.新建学校3所。\n2.修缮校舍8栋。\n二、县水利局\n1.新建泵站2座。\n2.治理河道9条。\n";
    assert!(
        told(&parse(headings)).contains(&"县教育局 sole heading 一、县教育局".to_owned()),
        "{:?}",
        told(&parse(headings))
    );
    let calls = "1.新建公园3座。（市城管局会同市财政局、市水务局）\n";
    assert_eq!(
        told(&parse(calls)),
        ["市城管局 stated mark 会同", "市财政局 stated mark 会同", "市水务局 stated mark 会同"]
    );
    let stars = "带*的为牵头单位。\n1.新建公园3座。\n责任单位：*市城管局、市财政局\n";
    assert_eq!(told(&parse(stars)), ["市城管局 stated mark *", "市财政局 stated label 责任单位"]);
}

#[test]
fn officials_and_targets_have_grounds() {
    let notice =
        parse("一、周明副市长牵头\n1.新增学位7000个，其中农村学位2000个，覆盖率达到90%。\n责任单位：市教育局\n");
    let ground = |span: Option<fenjie::Span>| span.map(|span| notice.text(span));
    assert_eq!(ground(notice.officials[0].ground), Some("一、周明副市长牵头"));
    let label = parse("1.新建公园3座。\n责任领导：周明\n责任单位：市城管局\n");
    assert_eq!(label.officials[0].ground.map(|span| label.text(span)), Some("责任领导"));
    assert_eq!(ground(notice.targets[0].ground), None);
    let taken = parse("1.新增社会融资1800亿元、中长期贷款400亿元。\n责任单位：市金融办\n");
    let why = taken.targets().nth(1).unwrap().why();
    assert_eq!(why.ground.map(|ground| (ground.kind, ground.quote)), Some((GroundKind::Clause, "新增")));
}

#[test]
fn a_long_list_is_explained_in_no_time() {
    let names: Vec<_> = (0..5_000).map(|at| format!("市第{at}局")).collect();
    let notice = parse(&format!("1.新建公园3座。\n责任单位：{}\n", names.join("、")));
    assert_eq!(notice.assignments.len(), names.len());
    let task = notice.tasks().next().unwrap();
    let labelled = task.assignments().filter(|assignment| assignment.why().ground.is_some()).count();
    assert_eq!(labelled, names.len());
}
