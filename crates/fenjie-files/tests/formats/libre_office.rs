//! The pages in `pages`, and what LibreOffice makes of them.

use std::path::{Path, PathBuf};

use crate::made;
use crate::told::{open, parse, tasks};

/// What LibreOffice makes of a page as a text, and as a sheet.
const TEXTS: [&str; 4] = ["odt", "docx", "doc", "pdf"];
const SHEETS: [&str; 4] = ["ods", "xlsx", "xls", "csv"];

fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn page(name: &str) -> Vec<String> {
    tasks(&parse(&open(&pages().join(name).with_extension("html"))))
}

#[test]
fn a_page_says_who_answers_for_what() {
    let breakdown = [
        "1|规模以上工业增加值增长8%以上，新培育规上企业26家。|沈一舟|市工业和信息化局|市统计局、各县（区）政府|规模以上工业增加值 Ge 8 %；新培育规上企业 Eq 26 家",
        "2|建成标准厂房14万平方米，出租率不低于85%。|沈一舟|市高新区管委会||标准厂房 Eq 140000 平方米；标准厂房出租率 Ge 85 %",
        "3|引进亿元以上项目18个。|沈一舟|市高新区管委会|市商务局、市投资促进中心|亿元以上项目 Eq 18 个",
        "4|开办老年食堂35家，日均供餐1200人次以上。|韩知雨|市民政局|市财政局、各街道办事处|老年食堂 Eq 35 家；日均供餐 Ge 1200 人次",
        "5|新增公办学位2600个，其中学前教育学位800个。|韩知雨|市教育局|市自然资源和规划局|新增公办学位 Eq 2600 个；学前教育学位 Eq 800 个",
    ];
    assert_eq!(page("breakdown"), breakdown);
    let prose = [
        "1|改扩建幼儿园12所，新增学位3200个。||市教育局|市财政局|改扩建幼儿园 Eq 12 所；新增学位 Eq 3200 个",
        "2|更新校园照明设备4500套。||市教育局||更新校园照明设备 Eq 4500 套",
        "3|新增公共停车泊位5000个以上。||市城市管理局|市公安局、各区政府|新增公共停车泊位 Ge 5000 个",
    ];
    assert_eq!(page("prose"), prose);
    let projects = page("projects");
    assert_eq!(projects.len(), 3);
    assert!(projects[1].starts_with("2|城东水厂铺设管网36公里"), "{}", projects[1]);
    assert!(projects[1].contains("|陆南乔|县水务局||") && projects[1].contains("62000000"), "{}", projects[1]);
}

#[test]
fn every_format_says_the_same() {
    let Some(folder) = made() else { return };
    // A list is none in a sheet: LibreOffice leaves its numbers out.
    let formats = [("breakdown", &SHEETS[..]), ("projects", &SHEETS), ("prose", &[])];
    for (name, sheets) in formats {
        let expected = page(name);
        for extension in TEXTS.iter().chain(sheets) {
            let path = folder.join(name).with_extension(extension);
            assert_eq!(tasks(&parse(&open(&path))), expected, "{}", path.display());
        }
    }
}
