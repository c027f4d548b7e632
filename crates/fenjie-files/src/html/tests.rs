use fenjie::{Document, Options as Parsing, parse_document};

use super::read;
use crate::{Error, Limit, Options};

fn page(source: &str) -> Document {
    read(source.as_bytes(), &Options::default()).unwrap()
}

fn text(source: &str) -> String {
    page(source).text
}

/// The cells of a table: row, column, rows, columns, words.
fn cells(document: &Document, table: usize) -> Vec<(u32, u32, u32, u32, &str)> {
    let words = |cell: &fenjie::DocumentCell| &document.text[cell.span.range()];
    let cells = document.tables[table].cells.iter();
    cells.map(|cell| (cell.row, cell.column, cell.rows, cell.columns, words(cell))).collect()
}

fn numbered(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

const ARTICLE: &str =
    "<p>各县人民政府：</p><p>现将任务清单印发给你们，请认真抓好落实。各单位要明确责任，按时完成。</p>";

#[test]
fn blocks_and_breaks_begin_lines_and_inline_elements_do_not() {
    let source = "<div>一、<b>修建</b><span>道</span>\n路<br>改造小区<p>三、植树<div>末尾</div></div>";
    assert_eq!(text(source), "一、修建道路\n改造小区\n三、植树\n末尾\n");
    assert_eq!(
        text("<p>甲<div style='display:inline'>乙</div>丙<span style='display:block'>丁</span></p>"),
        "甲\n乙丙\n丁\n"
    );
    assert_eq!(text("<pre>一\n  二</pre>"), "一\n  二\n");
}

#[test]
fn what_is_not_shown_is_not_read() {
    let source = "<p>正文</p><script>甲</script><style>乙</style><template>丙</template><noscript>丁</noscript><!--戊-->\
                  <p hidden>己</p><font style='display:none'>庚</font><p style='visibility:hidden'>辛</p><input value=壬>\
                  <select><option>癸</select><button>子</button><textarea>丑</textarea><p>末尾</p>";
    assert_eq!(text(source), "正文\n末尾\n");
}

#[test]
fn what_a_style_sheet_hides_is_not_read() {
    let sheet = "<style>.gone{display:none}</style>";
    let source =
        format!("{sheet}<p>正文<span class=gone>甲</span></p><p class=gone>乙<p class=gone style=display:block>末尾");
    assert_eq!(text(&source), "正文\n末尾\n");
    assert_eq!(text(&format!("{sheet}<p class=gone>甲<p class=gone>乙")), "甲\n乙\n");
    let article = format!("{sheet}<p>南浦发布</p><div class=gone>{ARTICLE}</div>");
    assert!(text(&article).contains("各县人民政府："));
}

#[test]
fn an_article_that_a_script_would_show_is_read() {
    let source = format!("<p>南浦发布</p><div id=js_content style='visibility: hidden; opacity: 0'>{ARTICLE}</div>");
    assert!(text(&source).contains("各县人民政府："));
}

#[test]
fn items_of_numbered_lists_have_their_numbers() {
    let source = "<ol start=3><li>甲<li><p>乙</p><ul><li>丙</ul><li value=9>丁<ol type=a><li>戊</ol></ol>";
    assert_eq!(text(source), "3.甲\n4.乙\n丙\n9.丁\na.戊\n");
    assert_eq!(text("<ol reversed><li>甲<li>乙</ol>"), "2.甲\n1.乙\n");
    assert_eq!(text("<ol style='list-style:none'><li>甲</ol>"), "甲\n");
}

#[test]
fn the_article_is_read_without_what_stands_around_it() {
    let links = "<ul><li><a href=/a>首页</a></li><li><a href=/b>政务公开</a></li><li><a href=/c>走进云溪</a></li></ul>";
    let source = format!(
        "<div>{links}</div><div><h1>云溪市任务分解的通知</h1><div>{ARTICLE}</div>\
         <p>附件：<a href=a.docx>1.任务表.docx</a> <a href=/d?id=1>2.附件乙</a></p><p class=foot>云溪市人民政府</p></div>\
         <div><h3>热点</h3>{links}</div><div class=footer>主办：云溪市 <a href=/m>地图</a></div>"
    );
    let text = text(&source);
    assert!(text.starts_with("云溪市任务分解的通知\n\n各县人民政府：\n"), "{text}");
    assert!(text.ends_with("附件：1.任务表.docx 2.附件乙\n云溪市人民政府\n"), "{text}");
    assert_eq!(self::text(links), "首页\n政务公开\n走进云溪\n");
}

#[test]
fn a_card_is_lines_of_names_and_values_before_the_article() {
    let rows = "<tr><td>索引号：</td><td>YX1/2025</td><td>发文字号</td><td>云政办发〔2025〕7号</td></tr>";
    let before = format!("<table>{rows}</table><div>{ARTICLE}</div>");
    let wanted = "索引号：YX1/2025\n发文字号 云政办发〔2025〕7号\n";
    assert!(text(&before).starts_with(wanted), "{}", text(&before));
    let list = "<dl><dt>索引号：</dt><dd>YX1/2025</dd><dt>发文字号</dt><dd>云政办发〔2025〕7号</dd></dl>";
    let beside = format!("<div>{ARTICLE}</div><div class=sidebar>{list}</div>");
    assert!(text(&beside).starts_with(wanted), "{}", text(&beside));
}

#[test]
fn the_title_of_the_head_serves_where_the_article_has_none() {
    let head = "<title>关于印发任务清单的通知_云溪市人民政府</title>";
    assert!(text(&format!("{head}<div>{ARTICLE}</div>")).starts_with("关于印发任务清单的通知\n"));
    let own = format!("{head}<p>关于印发</p><p>任务清单的通知</p>{ARTICLE}");
    assert!(text(&own).starts_with("关于印发\n"));
}

#[test]
fn cells_stand_where_their_spans_put_them() {
    let document = page(
        "<table><caption>任务表</caption><tfoot><tr><td>合计<td>2</tfoot><thead><tr><th>类别<th>任务</thead>\
         <tr><td rowspan=0>民生<td><p>修路</p><p>建桥</p><tr><td>植<br>树</table>",
    );
    assert!(document.text.starts_with("任务表\n类别\t任务\n"));
    let wanted = [
        (0, 0, 1, 1, "类别"),
        (0, 1, 1, 1, "任务"),
        (1, 0, 2, 1, "民生"),
        (1, 1, 1, 1, "修路\n建桥"),
        (2, 1, 1, 1, "植\n树"),
        (3, 0, 1, 1, "合计"),
        (3, 1, 1, 1, "2"),
    ];
    assert_eq!(cells(&document, 0), wanted);
}

#[test]
fn spans_go_no_further_than_their_table() {
    let source = "<table><tr><td rowspan=999999999>甲<td colspan=999999999>乙<tr><td>丙<td colspan=0>丁</table>";
    let wanted = [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 1, 1, 1, "丙"), (1, 2, 1, 1, "丁")];
    assert_eq!(cells(&page(source), 0), wanted);
    // The second cell of the second row would lie over the one that comes down from above.
    let source = "<table><tr><td>甲<td>乙<td rowspan=2>丙<tr><td>丁<td colspan=2>戊<td>己</table>";
    assert_eq!(cells(&page(source), 0)[4..], [(1, 1, 1, 1, "戊"), (1, 3, 1, 1, "己")]);
}

#[test]
fn tables_that_lay_out_a_page_are_read_in_order() {
    let inner = "<table><tr><td>任务<td>单位<tr><td>修路<td>市教育局</table>";
    let document = page(&format!("<table><tr><td>栏目<td>标题<br>{inner}末尾</table>"));
    assert_eq!(document.text, "栏目\n标题\n任务\t单位\n修路\t市教育局\n末尾\n");
    assert_eq!(document.tables.len(), 1);
    let nested = page(&format!(
        "<table><tr><th>任务<th>单位<th>说明<tr><td>完成全市农村公路建设任务<td>市交通局<td>见表{inner}\
         <tr><td>完成全市老旧小区改造任务<td>市住建局<td>无</table>"
    ));
    assert_eq!(nested.tables.len(), 2);
    assert_eq!(cells(&nested, 0)[5], (1, 2, 1, 1, "见表"));
    assert_eq!(cells(&nested, 1)[3], (1, 1, 1, 1, "市教育局"));
}

#[test]
fn a_page_in_a_national_encoding_gives_its_tasks() {
    let source = "<html><head><meta charset=gb2312></head><body><h1>清单</h1><table><tr><th>任务</th><th>牵头单位</th></tr>\
                  <tr><td>办好食堂50家</td><td>市教育局</td></tr></table></body></html>";
    let (bytes, _, _) = encoding_rs::GBK.encode(source);
    let document = read(&bytes, &Options::default()).unwrap();
    let notice = parse_document(&document, &Parsing::default()).unwrap();
    let leads: Vec<_> = notice.tasks().flat_map(|task| task.leads().map(|unit| unit.name.to_string())).collect();
    assert_eq!(leads, ["市教育局"]);
}

#[test]
fn a_page_that_goes_on_elsewhere_is_broken() {
    for source in [
        "<p>任务<td class='a",
        "<p>任务<a href=\"x",
        "<p>任务<!-- 甲",
        "<p>任务</p><script>let a = '<p>';",
        "<html><head><title>任务</p>",
        "<html><body><div><p>任务",
        "<html><body><div>任务</div><div><p><span>",
        "<html><body><table><tr><td>任务</td></tr>\n",
    ] {
        assert!(matches!(read(source.as_bytes(), &Options::default()), Err(Error::Broken { .. })), "{source}");
    }
}

#[test]
fn a_page_that_closes_nothing_is_read() {
    for source in [
        "<html><body><p>任务",
        "<html><body><div><div><p>任务</p>\n<!-- 完 -->",
        "<html><head><title>甲</title></head><body><div><p>任务<br>",
        "<!DOCTYPE html><html><div class=a><div>任务</div><script>a('<div>')</script>",
        "<html><body></div><div>任务\n",
        "<html><body><div>任务</body></html><script>let a;",
    ] {
        assert_eq!(text(source), "任务\n", "{source}");
    }
    assert_eq!(
        text("<html><body><div><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table><p>完成。"),
        "甲\t乙\n丙\t丁\n完成。\n"
    );
}

#[test]
fn what_costs_without_end_is_refused_or_bounded() {
    let deep = "<div>".repeat(100_000);
    let error = read(deep.as_bytes(), &Options::default()).unwrap_err();
    assert_eq!(error, Error::TooLarge { limit: Limit::Depth, allowed: 256 });
    let attributes = numbered(10_000, |at| format!(" a{at}=1"));
    let endless = format!("<p{attributes}>任务");
    assert!(matches!(read(endless.as_bytes(), &Options::default()), Err(Error::Broken { .. })));
    // Each paragraph would open all that are open again.
    let formats = numbered(2000, |size| format!("<font size={size}>"));
    assert!(text(&format!("{formats}{}", "<p>字".repeat(2000))) == "字\n".repeat(2000));
    // One place in two is taken, and far more are there than the words can fill.
    let stairs = numbered(1000, |at| format!("<tr><td colspan={at}>甲<td>乙"));
    assert!(page(&format!("<table>{stairs}</table>")).tables.is_empty());
}
