//! `fenjie fmt`.

use std::io::{self, Write as _};

use fenjie::NoticeKind;

use crate::args::{FmtArgs, Lang};
use crate::{Status, batch, screen};

/// Prints the canonical text of each notice, or tells which are not written so.
pub(crate) fn run(args: &FmtArgs, lang: Lang) -> io::Result<Status> {
    batch::parsed(&args.input, |name, _, notice| {
        if notice.kind == NoticeKind::Unknown {
            // Writing out what was not read would throw the text away.
            screen::complain(name, &lang.pick("not a notice of a kind that is read", "不是可读的通知类型"));
            return Ok(Status::Found);
        }
        let text = notice.to_text();
        if !args.check {
            anstream::stdout().lock().write_all(text.as_bytes())?;
            return Ok(Status::Good);
        }
        if *notice.source == *text {
            return Ok(Status::Good);
        }
        let line = first_difference(&notice.source, &text);
        let message = lang.pick("not canonical from here on", "自此行起不是规范写法");
        writeln!(anstream::stdout().lock(), "{}:{line}: {message}", screen::clean(name))?;
        Ok(Status::Found)
    })
}

/// The first line, counted from 1, in which two texts differ.
fn first_difference(a: &str, b: &str) -> usize {
    1 + a.split_inclusive('\n').zip(b.split_inclusive('\n')).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn the_first_other_line_is_found() {
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), 2);
        assert_eq!(first_difference("a\nb\n", "a\nb"), 2);
        assert_eq!(first_difference("a\n", "a\nb\n"), 2);
    }
}
