//! The wide table that a person reads: a row for each task, with everyone and everything that belongs to it.

use fenjie::TaskRef;

use super::columns::Columns;
use super::{Rows, Source};
use crate::word::text;

pub(super) const NAME: &str = "overview";

pub(super) fn fill(columns: &mut Columns, sources: &[Source<'_>]) {
    let tasks: Vec<(&Source<'_>, TaskRef<'_>)> =
        sources.iter().flat_map(|source| source.notice.document.tasks().map(move |task| (source, task))).collect();
    let rows: Rows<'_, fenjie::Task> = tasks.iter().map(|(source, task)| (*source, task.row())).collect();
    columns.notices(&rows);
    columns.whole("task", tasks.iter().map(|(_, task)| Some(task.id.0)));
    columns.words("part", tasks.iter().map(|(_, task)| task.part().row().title.as_deref()));
    columns.words("part_kind", tasks.iter().map(|(_, task)| Some(text(&task.part().kind))));
    columns.words("section", tasks.iter().map(|(_, task)| heading(*task)));
    columns.words("official", tasks.iter().map(|(_, task)| task.official()?.row().name.as_deref()));
    columns.words("post", tasks.iter().map(|(_, task)| task.official()?.row().post.as_deref()));
    columns.text("number", tasks.iter().map(|(_, task)| task.row().number.as_deref()));
    columns.text("title", tasks.iter().map(|(_, task)| task.row().title.as_deref()));
    columns.text("text", tasks.iter().map(|(_, task)| Some(&*task.row().text)));
    columns.texts("leads", tasks.iter().map(|(_, task)| task.leads().map(|unit| &*unit.row().name)));
    columns.texts("participants", tasks.iter().map(|(_, task)| task.participants().map(|unit| &*unit.row().name)));
    columns.texts("targets", tasks.iter().map(|(_, task)| task.targets().map(|target| &*target.row().quote)));
    columns.date("due", tasks.iter().map(|(_, task)| task.row().due.as_ref().and_then(|due| due.date)));
}

/// The words of the heading that the task stands under; its number where it has no words.
fn heading(task: TaskRef<'_>) -> Option<&str> {
    let section = task.section()?.row();
    section.title.as_deref().or(section.number.as_deref())
}
