//! Notices whose tables are given cell by cell, as files give them.

use std::collections::BTreeMap;

use fenjie::{
    Code, Document, DocumentCell, DocumentTable, Error, Notice, Options, Origin, Place, Remark, RemarkKind, Span,
};

/// A document that is drawn: a line with strokes is a row, `^` a cell that the one above goes on over, `<` one that the one to
/// the left does; in a cell, `/` ends a paragraph and `~` a line that is full; everything else is text.
fn drawn(drawing: &str) -> Document {
    let mut document = Document::default();
    let lines: Vec<&str> = drawing.lines().map(str::trim).collect();
    for block in lines.chunk_by(|a, b| a.contains('|') == b.contains('|')) {
        let start = document.text.len() as u32;
        let mut cells: BTreeMap<(usize, usize), DocumentCell> = BTreeMap::new();
        for (row, line) in block.iter().enumerate() {
            for (column, words) in line.split('|').map(str::trim).enumerate() {
                if column > 0 && line.contains('|') {
                    document.text.push('\t');
                }
                let of = |row: usize, column: usize| DocumentCell { row: row as u32, column: column as u32, ..NONE };
                match words {
                    "^" => {
                        let above = (0..row).rev().find_map(|above| cells.get_mut(&(above, column)).map(|_| above));
                        cells.get_mut(&(above.unwrap(), column)).unwrap().rows += 1;
                    }
                    "<" => {
                        let left = (0..column).rev().find(|&left| cells.contains_key(&(row, left)));
                        cells.get_mut(&(row, left.unwrap())).unwrap().columns += 1;
                    }
                    words => {
                        let from = document.text.len() as u32;
                        document.text.push_str(&words.replace('/', "\n").replace('~', "\u{2028}"));
                        let span = Span::new(from, document.text.len() as u32);
                        cells.insert((row, column), DocumentCell { span, ..of(row, column) });
                    }
                }
            }
            document.text.push('\n');
        }
        if block[0].contains('|') {
            let span = Span::new(start, document.text.len() as u32);
            document.tables.push(DocumentTable { span, cells: cells.into_values().collect() });
        }
    }
    document
}

const NONE: DocumentCell = DocumentCell { span: Span::new(0, 0), row: 0, column: 0, rows: 1, columns: 1 };

fn parse(drawing: &str) -> Notice {
    fenjie::parse_document(&drawn(drawing), &Options::default()).expect("the tables are in order")
}

/// A task a line: its number, its text, who leads, who takes part.
fn told(notice: &Notice) -> Vec<String> {
    let tasks = notice.tasks();
    let told = tasks.map(|task| {
        let leads = task.leads().map(|unit| unit.name.to_string()).collect::<Vec<_>>().join("、");
        let others = task.participants().map(|unit| unit.name.to_string()).collect::<Vec<_>>().join("、");
        let text = [task.title.as_deref().unwrap_or_default(), &task.text].concat();
        format!("{}|{text}|{leads}|{others}", task.number.as_deref().unwrap_or("-"))
    });
    told.collect()
}

#[test]
fn a_merged_cell_holds_for_every_row_and_an_empty_one_for_none() {
    let notice = parse(
        "云溪市2025年重点工作任务分解表
         序号 | 工作任务 | 牵头单位 | 配合单位
         1 | 办好示范食堂50家 | 市教育局 | 市财政局
         2 | 修缮老桥5座 | ^ |
         3 | 改造小区25个 | | 市建设局",
    );
    let expected = ["1|办好示范食堂50家|市教育局|市财政局", "2|修缮老桥5座|市教育局|", "3|改造小区25个||市建设局"];
    assert_eq!(told(&notice), expected);
    // Who leads the third is not guessed from the rows above.
    assert!(notice.diagnostics.iter().any(|found| found.severity > fenjie::Severity::Note), "{:?}", notice.diagnostics);
}

#[test]
fn a_column_that_merges_nothing_is_read_as_in_a_text() {
    let notice = parse(
        "云溪市2025年重点工作任务分解表
         序号 | 工作任务 | 牵头单位
         1 | 办好示范食堂50家 | 市教育局
         2 | 修缮老桥5座 | ",
    );
    assert_eq!(told(&notice), ["1|办好示范食堂50家|市教育局|", "2|修缮老桥5座|市教育局|"]);
}

#[test]
fn a_head_over_two_lines_and_headings_over_the_whole_width() {
    let notice = parse(
        "云溪市2025年重点工作任务分解表
         序号 | 工作任务 | 责任单位 | <
         ^ | ^ | 牵头单位 | 配合单位
         一、民生保障 | < | < | <
         1 | 办好示范食堂50家 | 市教育局 | 市财政局
         二、城市建设 | < | < | <
         2 | 修缮老桥5座 | 市交通局 | 市建设局/市水务局",
    );
    assert_eq!(told(&notice), ["1|办好示范食堂50家|市教育局|市财政局", "2|修缮老桥5座|市交通局|市建设局、市水务局"]);
    let titles: Vec<_> = notice.sections.iter().filter_map(|section| section.title.as_deref()).collect();
    assert_eq!(titles, ["民生保障", "城市建设"]);
    assert_eq!(notice.diagnostics, []);
}

#[test]
fn names_that_go_on_below_a_full_line_are_told_from_those_on_lines_of_their_own() {
    let notice = parse(
        "云溪市2025年重点工作任务分解表
         序号 | 工作任务 | 牵头单位 | 配合单位
         1 | 办好示范食堂50家 | 市教育局 | 综合执法~局/临江街道/云溪城建~集团
         2 | 修缮老桥5座 | 市交通局~市水务局 | 各县~区公路分公司/财政局",
    );
    let expected = [
        "1|办好示范食堂50家|市教育局|综合执法局、临江街道、云溪城建集团",
        "2|修缮老桥5座|市交通局、市水务局|各县区公路分公司、财政局",
    ];
    assert_eq!(told(&notice), expected);
}

#[test]
fn titles_and_remarks_of_a_sheet_are_no_rows() {
    let notice = parse(
        "云溪市2025年重点工作任务分解表 | < | <
         单位：万元 | < | <
         序号 | 工作任务 | 责任单位
         1 | 办好示范食堂50家 | 市教育局
         备注：本表自印发之日起执行。 | < | <
          | |
         云溪市2025年民生实事项目表 | < | <
         序号 | 项目名称 | 责任单位
         1 | 修缮老桥5座 | 市交通局",
    );
    assert_eq!(told(&notice), ["1|办好示范食堂50家|市教育局|", "1|修缮老桥5座|市交通局|"]);
    assert_eq!(notice.header.title.as_deref(), Some("云溪市2025年重点工作任务分解表"));
}

#[test]
fn no_cell_is_moved_below_another_head() {
    // The units stand in the column of remarks, and nobody says otherwise.
    let notice = parse(
        "云溪市2025年重点工作任务分解表
         序号 | 工作任务 | 责任单位 | 备注
         1 | 办好示范食堂50家 | 市教育局 |
         2 | 修缮老桥5座 | | 市交通局",
    );
    assert_eq!(told(&notice)[1].split('|').nth(2), Some("市教育局"));
    assert!(notice.diagnostics.iter().all(|found| found.code != Code::RowShifted));
}

#[test]
fn another_script_and_signs_without_width_keep_their_places() {
    let notice = parse(
        "雲溪市2025年重點工作任務分解表
         序號 | 工作\u{200b}任務 | 責任單位
         1 | 辦好示範食堂\u{200b}50家 | 市教育局、市財政局
         2 | 修繕老橋5座 | 市交通局",
    );
    assert_eq!(told(&notice), ["1|辦好示範食堂50家|市教育局|市財政局", "2|修繕老橋5座|市交通局|"]);
    let unit = &notice.assignments[0];
    assert_eq!(notice.text(unit.span), "市教育局");
}

#[test]
fn the_rule_of_a_page_decides_who_leads_in_its_annex() {
    let mut page = drawn(
        "云溪市人民政府办公室关于印发2025年重点工作任务分解表的通知
         各县（市、区）人民政府，市政府各部门：
         现将任务分解表印发给你们，责任单位中列首位的为牵头单位。
         附件：2025年重点工作任务分解表
         云溪市人民政府办公室
         2025年3月4日",
    );
    let annex = drawn(
        "2025年重点工作任务分解表
         序号 | 工作任务 | 责任单位
         1 | 办好示范食堂50家 | 市教育局、市财政局",
    );
    page.join(annex).unwrap();
    let notice = fenjie::parse_document(&page, &Options::default()).unwrap();
    assert_eq!(told(&notice), ["1|办好示范食堂50家|市教育局|市财政局"]);
    assert_eq!(notice.diagnostics, []);
}

/// What a file of this name holds.
fn file(name: &str, drawing: &str) -> Document {
    let mut document = drawn(drawing);
    let whole = Span::new(0, document.text.len() as u32);
    document.origins.push(Origin { span: whole, file: 0, place: Place::Line(1) });
    document.files.push(name.to_owned());
    document
}

/// The attachments that are announced and not there, when these files come with the notice.
fn missing(files: &[(&str, &str)]) -> Vec<String> {
    missing_from(files.iter().map(|(name, drawing)| file(name, drawing)))
}

fn missing_from(files: impl IntoIterator<Item = Document>) -> Vec<String> {
    let mut whole = file(
        "2025年重点工作任务分解表、联络员名单.html",
        "云溪市人民政府办公室关于印发两张表格的通知
         各县（市、区）人民政府，市政府各部门：
         现将两张表格印发给你们，请认真落实。
         附件：1.2025年重点工作任务分解表
         2.联络员名单
         云溪市人民政府办公室
         2025年3月4日",
    );
    for file in files {
        whole.join(file).unwrap();
    }
    let notice = fenjie::parse_document(&whole, &Options::default()).unwrap();
    let missing = notice.diagnostics.iter().filter(|found| found.code == Code::MissingAttachment);
    missing.map(|found| notice.text(found.span).to_owned()).collect()
}

#[test]
fn a_file_is_the_attachment_that_its_name_says() {
    let table = "序号 | 工作任务 | 牵头单位
                 1 | 办好示范食堂50家 | 市教育局";
    assert_eq!(missing(&[]), ["2025年重点工作任务分解表", "联络员名单"]);
    for name in
        ["download/附件1.docx", "%E9%99%84%E4%BB%B61.docx", "附件_1（任务）.xlsx", "2025年重点工作 任务分解表.xls"]
    {
        assert_eq!(missing(&[(name, table)]), ["联络员名单"], "{name}");
    }
    for name in ["附件3.docx", "table.xlsx", "附件2：重点工作任务分解表.csv"] {
        assert!(missing(&[(name, table)]).contains(&"联络员名单".to_owned()), "{name}");
    }
    assert_eq!(missing(&[("附件一.docx", table), ("附件二 人员.doc", "王一凡 | 13\n李二白 | 14")]), [""; 0]);
    // So is a sheet.
    let mut book = file("附件.xlsx", table);
    book.origins[0].place = Place::Sheet { sheet: "附件2".to_owned(), row: 1, column: 1 };
    assert_eq!(missing_from([book]), ["2025年重点工作任务分解表"]);
    // A file without words is none.
    assert_eq!(missing(&[("附件1.docx", "")]).len(), 2);
}

#[test]
fn tables_that_cannot_be_are_refused() {
    let good = drawn("序号 | 工作任务\n1 | 修桥");
    let refused = |change: &dyn Fn(&mut Document)| {
        let mut document = good.clone();
        change(&mut document);
        matches!(fenjie::parse_document(&document, &Options::default()), Err(Error::Table { table: 0, .. }))
    };
    assert!(!refused(&|_| {}));
    assert!(refused(&|document| document.tables[0].span.end = 1000));
    assert!(refused(&|document| document.tables[0].cells[0].span.end = 2));
    assert!(refused(&|document| document.tables[0].cells.swap(0, 1)));
    assert!(refused(&|document| document.tables[0].cells[3].row = u32::MAX));
    assert!(refused(&|document| document.tables[0].cells[3].columns = u32::MAX));
}

#[test]
fn a_form_is_read_line_by_line() {
    let notice = parse(
        "云溪市2025年重点工作任务分解
         1.办好示范食堂50家。
         责任单位： | 市教育局
         完成时限： | 6月底前",
    );
    assert_eq!(told(&notice), ["1|办好示范食堂50家。|市教育局|"]);
}

#[test]
fn what_the_words_do_not_show_of_the_files_is_said() {
    let mut document = drawn("序号 | 任务 | 牵头单位\n1 | 新建口袋公园3座 | 市城管局\n2 | 改造老旧小区5个 | 市住建局");
    document.files = vec!["清单.xlsx".to_owned()];
    let at = document.text.find("改造").unwrap() as u32;
    let end = document.text.len() as u32;
    let sheet = |row, column| Place::Sheet { sheet: "清单".to_owned(), row, column };
    let mut add = |kind, span, place| document.remarks.push(Remark { kind, origin: Origin { span, file: 0, place } });
    add(RemarkKind::HiddenRows(1), Span::new(at, at + 6), sheet(3, 2));
    add(RemarkKind::HiddenColumns(2), Span::new(at, at + 6), sheet(3, 2));
    add(RemarkKind::HiddenSheet, Span::new(end, end), sheet(1, 1));
    // One whose words are not there.
    add(RemarkKind::Picture, Span::new(end, end + 9), Place::Page { page: 3, line: 1 });
    let mut page = Document::from("关于印发任务清单的通知\n");
    page.files = vec!["通知.html".to_owned()];
    page.join(document).unwrap();
    let notice = fenjie::parse_document(&page, &Options::default()).unwrap();
    let said = notice.diagnostics.iter().filter(|found| matches!(found.code, Code::HiddenCells | Code::UnreadPart));
    let said: Vec<String> =
        said.map(|found| format!("{} {} {}", found.code, notice.text(found.span), found.message)).collect();
    assert_eq!(
        said,
        [
            "unread-part  a picture, whose words were not read: 清单.xlsx: page 3, line 1",
            "hidden-cells 改造 rows that are hidden in the file were read: 1, the first at 清单.xlsx: 清单!B3",
            "hidden-cells 改造 columns that are hidden in the file were read: 2, the first at 清单.xlsx: 清单!B3",
            "unread-part  the sheet `清单` is hidden, and was not read",
        ]
    );
}

#[test]
fn origins_outside_of_the_text_do_no_harm() {
    for text in ["附件：1.任务清单\n责任单位：市财政局", "附件：1.任務清單\n責任單位：市財政局"]
    {
        let origin = |start, end| Origin { span: Span { start, end }, file: 0, place: Place::Line(1) };
        let mut document = Document::from(text);
        document.files = vec!["附件1.docx".to_owned()];
        document.origins = vec![origin(1, 2), origin(9, 4), origin(5000, 9000), origin(u32::MAX - 1, u32::MAX)];
        document.remarks = vec![Remark { kind: RemarkKind::HiddenSheet, origin: origin(u32::MAX, 3) }];
        let notice = fenjie::parse_document(&document, &Options::default()).unwrap();
        assert!(notice.diagnostics.iter().all(|found| notice.source.get(found.span.range()).is_some()));
    }
}

#[test]
fn a_table_below_two_halves_side_by_side_is_not_cut() {
    let notice = parse(
        "序号 | 工作任务 | 牵头单位 | 序号 | 工作任务 | 牵头单位
        1 | 修建公路桥3座 | 市交通局 | 2 | 改造小区5个 | 市住建局
        序号 | 项目名称 | 建设内容 | 建设规模 | 牵头单位 | 配合单位
        1 | 河堤 | 加固河堤 | 2处 | 市水利局 | 市财政局",
    );
    let leads: Vec<String> =
        notice.tasks().map(|task| task.leads().map(|unit| unit.name.to_string()).collect()).collect();
    assert_eq!(leads, ["市交通局", "市住建局", "市水利局"], "{:?}", told(&notice));
}
