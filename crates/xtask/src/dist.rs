//! `cargo xtask dist`: what is handed out, left in `dist/`.

use crate::step::{Job, Step};
use crate::{npm, python};

pub(crate) const JOB: Job = Job {
    name: "dist",
    about: "Build the packages that are handed out into dist/",
    takes_arguments: false,
    steps: &[Step { name: "wheel", run: python::wheel }, Step { name: "npm", run: npm::pack }],
};
