//! What the tests of the command share: a folder of files, and runs of the command in it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A notice without anything doubtful.
pub(crate) const PLAIN: &str = "云溪市2025年重点工作任务分解\n一、周明副市长牵头\n1.新建口袋公园3座以上。\n责任单位：市城管局\n\
                         2.修缮老旧桥梁5座。\n牵头单位：市交通局\n配合单位：市财政局、各县区政府\n";

/// A notice with a warning: its second task has no unit.
pub(crate) const DOUBTFUL: &str = "云溪市2025年重点工作任务分解\n1.新建口袋公园3座。\n责任单位：市城管局\n2.修缮老旧桥梁。\n3.治理河道12公里。\n责任单位：市水务局\n";

/// A text that is no notice, which is an error.
pub(crate) const NOVEL: &str = "山路弯弯，溪水潺潺。老人坐在树下，望着远处的炊烟。\n";

/// A folder of its own for a test.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// A folder with these files.
    pub(crate) fn with<const N: usize>(files: [(&str, &[u8]); N]) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (name, content) in files {
            std::fs::write(folder.path().join(name), content).expect("a file can be written");
        }
        Self(folder)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The command, to be run in the folder, in English.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fenjie"));
        command.current_dir(self.path()).args(arguments).env("LC_ALL", "C").env_remove("CLICOLOR_FORCE");
        command
    }

    /// Runs the command.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().expect("the command runs"))
    }

    /// Runs the command with something on standard input.
    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        child.stdin.take().expect("it is piped").write_all(input).expect("the command reads");
        Run::of(child.wait_with_output().expect("the command ends"))
    }
}

/// How a run ended.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        Self { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The output as lines of JSON.
    pub(crate) fn json(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a line is a document")).collect()
    }
}
