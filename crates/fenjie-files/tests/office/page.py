"""The page of the county's web site, as a browser saves it, and the same notice as a PDF."""

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

import notice
from notice import TASKS

SITE = "棠河县人民政府网"

PAGE = f"""<!DOCTYPE html>
<!-- saved from url=(0047)http://www.tanghe.invalid/zwgk/2026/t20260306.html -->
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<meta name="SiteName" content="{SITE}"><meta name="ArticleTitle" content="{notice.TITLE}">
<title>{notice.TITLE}-{SITE}</title>
<script src="./page_files/jquery.js"></script><style>.nav li{{float:left}}</style></head>
<body>
<div class="top"><a href="http://www.tanghe.invalid/">{SITE}</a><span>今天是2026年11月2日　多云</span>
<form><input type="text" value="请输入关键字"><button>搜索</button></form></div>
<ul class="nav"><li><a href="#">首页</a></li><li><a href="#">走进棠河</a></li><li><a href="#">政务公开</a></li>
<li><a href="#">办事大厅</a></li><li><a href="#">互动交流</a></li></ul>
<div class="bread">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">县政府办文件</a></div>
<table class="card" width="100%">
<tr><td><b>索 引 号：</b></td><td>TH001-2026-00031</td><td><b>主题分类：</b></td><td>综合政务</td></tr>
<tr><td><b>发布机构：</b></td><td>{notice.OFFICE}</td><td><b>发文字号：</b></td><td>{notice.NUMBER}</td></tr>
<tr><td><b>成文日期：</b></td><td>{notice.DAY}</td><td><b>发布日期：</b></td><td>2026年3月9日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">{notice.TITLE}</td></tr>
</table>
<h1>{notice.TITLE}</h1>
<div class="bar">发布时间：2026-03-09 08:30　来源：县政府办　浏览次数：<span id="hits">318</span>
　字号：[<a>大</a> <a>中</a> <a>小</a>]　<a>打印</a> <a>关闭</a></div>
<div class="TRS_Editor">
<p style="text-align:center">{notice.NUMBER}</p>
<p>{notice.ADDRESSEES}</p>
<p>　　县里今年要办的事已经定下，分工见附件。{notice.RULE}。请各单位按月报进展。</p>
<p>　　附件：1.<a href="./page_files/1.docx">{notice.ATTACHMENTS[0]}</a></p>
<p>　　　　　2.<a href="./page_files/2.docx">{notice.ATTACHMENTS[1]}</a></p>
<p style="text-align:right">{notice.OFFICE}</p>
<p style="text-align:right">{notice.DAY}</p>
<p>（此件公开发布）</p>
</div>
<div class="share">分享到：<a>微信</a> <a>微博</a> <a>QQ空间</a></div>
<div class="related"><h3>相关链接</h3><ul><li><a href="#">一图读懂：棠河县2026年实事</a></li>
<li><a href="#">棠河县2025年实事办理结果</a></li></ul></div>
<div class="foot"><p>主办：{notice.OFFICE}　承办：棠河县数据局　网站标识码：9900000000</p>
<p>联系电话：0000-0000000　<a href="#">网站地图</a></p></div>
</body></html>
"""


def saved(path: Path) -> None:
    """The page in the encoding of a Chinese Windows, with the line ends of one."""
    path.write_bytes(PAGE.replace("\n", "\r\n").encode("gb18030"))


def printed(path: Path) -> None:
    """The table of the tasks as a PDF that brings no font of its own."""
    font = "STSong-Light"
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    style = ParagraphStyle("cell", fontName=font, fontSize=10, leading=14, wordWrap="CJK")
    rows = [list(notice.HEAD)]
    for at, task in enumerate(TASKS, 1):
        official = f"{task.post}\n{task.name}"
        rows.append([str(at), task.kind, task.words, official, "\n".join(task.units), notice.due(task)])
    cells = [[Paragraph(words.replace("\n", "<br/>"), style) for words in row] for row in rows]
    table = Table(cells, colWidths=[40, 70, 260, 90, 180, 90], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    title = Paragraph(f"{notice.COUNTY}{notice.ATTACHMENTS[0]}", style)
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build([title, table])
