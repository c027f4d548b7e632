// Engines compile a function of the wasm when it is first called, which for a parse takes longer than the parse itself.
// A short notice with something of every form has it done while the page is loading.

import { parse } from "./json.js";

const NOTICE = `云溪市人民政府办公室关于印发2025年重点工作责任分解的通知
云政办发〔2025〕7号
各区县人民政府，市政府各部门：
现将《2025年重点工作责任分解》印发给你们（列第一位的为牵头单位），请认真落实。
附件：2025年民生实事
云溪市人民政府办公室
2025年2月26日
一、周明市长牵头的工作（2项）
（一）促进增长。
1.地区生产总值增长6.5%左右，固定资产投资与经济增长同步，新建厂房12.5万平方米、改造管网8—10公里，力争年底前完成投资3亿元以上。
责任单位：市发展改革委（市能源局）牵头，财政局、统计局，各区县政府、云湖新区管委会
2.事项平均跑动次数降到0.3次以下，空气优良天数比例不低于90%，居全省前五位。（责任单位：市生态环境局；配合单位：市气象局等；完成时限：9月底）
附件
2025年民生实事
序号\t项目名称\t工作内容\t牵头单位\t责任单位
1\t学位\t新增学位三千五百个，其中云湖新区500个\t市教育局\t市财政局、各区县政府
2\t养老\t建设老年食堂20家，同比增长10%\t市民政局\t市卫生健康委
`;

/** Reads the short notice; the wasm has to be loaded. */
export function warm(): void {
  parse(NOTICE);
}
