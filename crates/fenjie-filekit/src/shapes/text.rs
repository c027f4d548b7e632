//! Texts, sheets of separated values, archives.

use super::filled;
use crate::kind::Shape;

pub(crate) const TEXT: &[Shape] = &[
    Shape {
        name: "notice",
        make: |size| filled(size, "云溪市任务清单\n", |at| format!("{at}.修桥3座。\n责任单位：市交通局\n"), ""),
    },
    Shape {
        name: "sheet",
        make: |size| filled(size, "序号,任务,责任单位\n", |at| format!("{at},修桥,市交通局\n"), ""),
    },
    Shape {
        name: "quoted cells",
        make: |size| {
            filled(size, "序号,任务,责任单位\n", |at| format!("{at},\"修\"\"桥\"\"，\n修路\",\"市交通局\"\n"), "")
        },
    },
    Shape { name: "open quotes", make: |size| filled(size, "a,b,c\n", |_| "\"a,\"b,c\"\n".to_owned(), "") },
    Shape { name: "one row", make: |size| filled(size, "", |_| "修,".to_owned(), "\n") },
    Shape { name: "empty cells", make: |size| filled(size, "", |_| ",,\n".to_owned(), "") },
    Shape { name: "last row short", make: |size| filled(size, "", |_| "a,b,c\n".to_owned(), "a\n") },
    Shape { name: "three separators", make: |size| filled(size, "", |_| "a,b\tc,d\te;f,g;h\n".to_owned(), "a\n") },
    Shape { name: "short lines", make: |size| filled(size, "", |_| "修\n".to_owned(), "") },
    Shape {
        name: "blank rows",
        make: |size| filled(size, "", |at| (if at % 2 == 0 { ",,\n" } else { "修,桥,路\n" }).to_owned(), ""),
    },
    Shape {
        name: "utf-16",
        make: |size| {
            let units =
                "1.修桥3座。\n责任单位：市交通局\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
            units.into_iter().cycle().take(size / 2 * 2).collect()
        },
    },
    Shape {
        name: "gbk",
        make: |size| {
            let bytes = [0xd0, 0xde, 0xc7, 0xc5, 0xc8, 0xfd, 0xd7, 0xf9, 0xa1, 0xa3, b'\n'];
            bytes.into_iter().cycle().take(size / bytes.len() * bytes.len()).collect()
        },
    },
    Shape { name: "damaged", make: |size| b"\xe4\xbf\xae\xff".iter().copied().cycle().take(size).collect() },
];

pub(crate) const ARCHIVE: &[Shape] = &[
    Shape {
        name: "page and annex",
        make: |size| {
            filled(size, "<html><body><h1>通知</h1></body></html>\0", |at| format!("{at},修桥,市交通局\n"), "")
        },
    },
    Shape { name: "one page", make: |size| filled(size, "", |_| "<p>修</p>\n".to_owned(), "") },
];
