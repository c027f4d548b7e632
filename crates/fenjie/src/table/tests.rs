//! The shapes in which a table reaches plain text, and what holds of every grid.

use arcstr::ArcStr;
use proptest::prelude::*;

use super::{ColumnKind, find, grids, lines};

/// The cells of the body, joined for comparison.
fn body(text: &str) -> Vec<String> {
    let found = grids(text);
    found
        .iter()
        .flat_map(super::Grid::body)
        .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|"))
        .collect()
}

const ROWS: [&str; 2] = ["1|建设示范食堂100家|市教育局、市财政局|6月底", "2|改造老旧小区25个|市建设局|年底"];

#[test]
fn every_shape_gives_the_same_rows() {
    let shapes = [
        "序号\t工作任务\t责任单位\t完成时限\n1\t建设示范食堂100家\t市教育局、市财政局\t6月底\n2\t改造老旧小区25个\t市建设局\t年底\n",
        "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|:--|---|---|\n| 1 | 建设示范食堂100家 | 市教育局、市财政局 | 6月底 |\n| 2 | 改造老旧小区25个 | 市建设局 | 年底 |\n",
        "序号 | 工作任务 | 责任单位 | 完成时限\n1 | 建设示范食堂\n100家 | 市教育局、\n市财政局 | 6月底\n2 | 改造老旧小区25个 | 市建设局 | 年底\n",
        "序号 |\n工作任务 |\n责任单位 |\n完成时限 |\n1 |\n建设示范食堂100家 |\n市教育局、市财政局 |\n6月底 |\n2 |\n改造老旧小区25个 |\n市建设局 |\n年底 |\n",
        "序号\n工作任务\n责任单位\n完成时限\n1\n建设示范食堂100家\n市教育局、市财政局\n6月底\n2\n改造老旧小区25个\n市建设局\n年底\n",
        "序号\n\n工作任务\n\n责任单位\n\n完成时限\n\n1\n\n建设示范食堂100家\n\n市教育局、\n市财政局\n\n6月底\n\n序号\n\n工作任务\n\n责任单位\n\n完成时限\n\n2\n\n改造老旧小区25个\n\n市建设局\n\n年底\n",
        "序号   工作任务            责任单位              完成时限\n1     建设示范食堂100家    市教育局、市财政局     6月底\n— 3 —\n序号   工作任务            责任单位              完成时限\n2     改造老旧小区25个     市建设局              年底\n",
        "序号  工作任务        责任单位      完成时限\n1     建设示范食堂    市教育局、    6月底\n      100家           市财政局\n2     改造老旧小区    市建设局      年底\n      25个\n",
        "序号\t工作任务\t责任单位\t完成时限\n1\t建设示范食堂\n100家\t市教育局、市财政局\t6月底\n\n— 2 —\n\n序号\t工作任务\t责任单位\t完成时限\n2\t改造老旧小区25个\t市建设局\t年底\n",
    ];
    for shape in shapes {
        assert_eq!(body(shape), ROWS, "{shape}");
    }
}

#[test]
fn headers_of_two_lines_name_the_lower_heads() {
    let kinds = |text: &str| grids(text)[0].columns.iter().map(|column| column.kind).collect::<Vec<_>>();
    let expected =
        [ColumnKind::Number, ColumnKind::Content, ColumnKind::Lead, ColumnKind::Participant, ColumnKind::Due];
    let rows = "1\t办好食堂\t市教育局\t市财政局\t6月底\n2\t修好道路\t市交通局\t市财政局\t年底\n";
    let spread = format!("序号\t工作任务\t责任单位\t\t完成时限\n\t\t牵头单位\t配合单位\t\n{rows}");
    let spliced = format!("序号\t工作任务\t责任单位\t完成时限\n牵头单位\t配合单位\n{rows}");
    let stacked = format!("序号\t工作任务\t责任单位\t完成时限\t牵头单位\t配合单位\t{rows}").replace('\t', "\n");
    for text in [spread, spliced, stacked] {
        assert_eq!(kinds(&text), expected, "{text}");
    }
}

#[test]
fn headings_between_rows_are_rows_of_one_cell() {
    let rows = ["序号|工作任务|责任单位", "一、城市建设", "1|修缮老桥|市交通局", "二、民生保障", "2|办好食堂|市教育局"];
    let tabs = rows.join("\n").replace('|', "\t");
    let strokes = rows.join("\n").replace('|', " | ");
    let stacked = rows.join("\n").replace('|', "\n");
    let spaced = rows.join("\n").replace('|', "   ");
    for text in [tabs, strokes, stacked, spaced] {
        let grid = &grids(&text)[0];
        let words = |row: &super::Row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<String>();
        let body: Vec<String> = grid.body().map(words).collect();
        assert_eq!(body, ["一、城市建设", "1修缮老桥市交通局", "二、民生保障", "2办好食堂市教育局"], "{text}");
    }
}

#[test]
fn cells_left_out_are_found_by_what_stands_in_the_others() {
    let text =
        "序号\t类别\t工作任务\t牵头单位\t完成时限\n1\t民生\t办好食堂\t市教育局\t6月底\n2\t修好道路\t市交通局\t年底\n";
    assert_eq!(body(text), ["1|民生|办好食堂|市教育局|6月底", "2||修好道路|市交通局|年底"]);
}

#[test]
fn prose_is_no_table() {
    for text in [
        "责任单位：市教育局\t市财政局",
        "1.\t建设示范食堂100家。",
        "一、重点工作\n二、主要任务\n三、工作要求\n",
        "工作任务 完成 情况良好，责任单位 市教育局。",
        "牵头单位：市教育局  配合单位：市财政局  完成时限：年底",
    ] {
        assert_eq!(grids(text), [], "{text}");
    }
}

/// Quadratic memory shows in no result.
#[test]
fn tables_keep_no_more_room_than_their_lines_need() {
    let text = ArcStr::from(fenjie_testkit::Pathological::Headers.text(200));
    let found = find(&text, &lines(&text), &[]);
    let room: usize = found.iter().map(|found| found.lines.capacity() + found.grid.rows.capacity()).sum();
    assert_eq!(found.len(), 200);
    assert!(room <= 16 * found.len(), "{room}");
}

#[test]
fn a_row_without_words_stands_where_it_is_printed() {
    let text = "序号 | 序号 | 序号11\n | ";
    let row = &grids(text)[0].rows[1];
    assert!(row.cells.iter().flat_map(|cell| &cell.spans).all(|&span| row.span.contains(span)), "{row:?}");
}

#[test]
fn a_row_whose_last_cell_holds_a_sign_without_width_stands_where_it_is_printed() {
    let text = "序号\t序号全市\t办好食堂序号序号\t\u{200b}\n";
    let row = &grids(text)[0].rows[0];
    assert!(row.cells.iter().flat_map(|cell| &cell.spans).all(|&span| row.span.contains(span)), "{row:?}");
}

fn pieces() -> impl Strategy<Value = String> {
    let words = [
        "序号",
        "工作任务",
        "责任单位",
        "牵头单位",
        "单位",
        "完成时限",
        "全市",
        "东湖区",
        "西岭县",
        "1",
        "2",
        "3",
        "办好食堂",
        "市教育局、",
        "市财政局",
        "6月底",
        "/",
        "100%",
        "12.5",
        "。",
        "，",
        "\t",
        "\t",
        "\t",
        "\n",
        "\n",
        " | ",
        "|",
        "  ",
        "\u{3000}",
        "|---|---|",
        "— 3 —\n",
        "附件",
        "\r\n",
        "（",
        "）",
        "\u{200B}",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..80).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cells_are_in_bounds_and_apart(text in pieces()) {
        for grid in grids(&text) {
            for row in &grid.rows {
                let mut spans: Vec<_> = row.cells.iter().flat_map(|cell| cell.spans.clone()).collect();
                for cell in &row.cells {
                    prop_assert!(!cell.spans.is_empty());
                    for span in &cell.spans {
                        prop_assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
                        prop_assert!(row.span.contains(*span));
                    }
                    prop_assert!(cell.spans.is_sorted_by(|a, b| a.end <= b.start));
                }
                spans.sort_unstable();
                prop_assert!(spans.is_sorted_by(|a, b| a.end <= b.start), "{spans:?} of {text:?}");
            }
        }
    }
}
