//! The head and the foot of the document.

use super::{Page, day, rules};
use crate::model::Notice;
use crate::outline::ending::is_signatory;

/// Everything above the parts, a paragraph each, so that no line carries on another.
pub(super) fn head(notice: &Notice, page: &mut Page) {
    let header = &notice.header;
    if let Some(number) = &header.document_number {
        page.paragraph(&number.text);
    }
    if let Some(title) = &header.title {
        page.paragraph(title);
    }
    if let Some(addressees) = &header.addressees {
        page.paragraph(&format!("{addressees}："));
    }
    rules::in_front(notice).for_each(|rule| page.paragraph(&rule));
    attachments(notice, page);
    signature(notice, page);
    if let Some(disclosure) = &header.disclosure {
        page.paragraph(&format!("（{disclosure}）"));
    }
}

fn attachments(notice: &Notice, page: &mut Page) {
    match &*notice.header.attachments {
        [] => {}
        [only] => page.paragraph(&format!("附件：{only}")),
        several => {
            page.gap();
            for (at, title) in (1..).zip(several) {
                let label = if at == 1 { "附件：" } else { "" };
                page.line(&format!("{label}{at}.{title}"));
            }
        }
    }
}

/// On two lines, where the first one shows that it signs.
fn signature(notice: &Notice, page: &mut Page) {
    let issued = notice.header.issued.map(day);
    match (&notice.header.signatory, issued) {
        (Some(signatory), Some(issued)) if !is_signatory(signatory) => {
            page.paragraph(&format!("{signatory} {issued}"));
        }
        (signatory, issued) => {
            page.gap();
            if let Some(signatory) = signatory {
                page.line(signatory);
            }
            if let Some(issued) = &issued {
                page.line(issued);
            }
        }
    }
}

/// 版记: copies and printing.
pub(super) fn foot(notice: &Notice, page: &mut Page) {
    page.gap();
    if let Some(cc) = &notice.header.cc {
        page.line(&format!("抄送：{cc}"));
    }
    if let Some(printed) = notice.header.printed {
        page.line(&format!("{}印发", day(printed)));
    }
    let end = page.text.trim_end_matches('\n').len();
    page.text.truncate(end + usize::from(end > 0));
}
