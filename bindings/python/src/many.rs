//! Many notices at once: threads of our own, without the interpreter's lock, that stop when asked to.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::errors;
use crate::hint::{Given, Items, OnErrorWord, Progress};
use crate::notice::Notice;
use crate::parse::{Failure, How, Input, Reading};

/// How long an interruption may go unnoticed.
const PATIENCE: Duration = Duration::from_millis(50);

/// What becomes of one item.
type Outcome = Result<Reading, Failure>;

/// What is to be read, shared by the threads that read it.
struct Work {
    inputs: Vec<Input>,
    how: How,
    next: AtomicUsize,
    stop: AtomicBool,
}

/// What becomes of an item that is no notice.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OnError {
    Raise,
    Skip,
    Return,
}

impl OnError {
    fn of(py: Python<'_>, word: &str) -> PyResult<Self> {
        match word {
            "raise" => Ok(Self::Raise),
            "skip" => Ok(Self::Skip),
            "return" => Ok(Self::Return),
            _ => Err(errors::options(py, format!("option `on_error`: `{word}` is none of raise, skip, return"))),
        }
    }
}

/// Stops the threads when it goes, however that comes about.
struct StopAtEnd(Arc<Work>);

impl Drop for StopAtEnd {
    fn drop(&mut self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}

/// Reads notices in parallel, in order; `fenjie.parse_many` is the door to it.
#[pyfunction]
pub fn parse_many<'py>(
    py: Python<'py>,
    items: Given<Items, Vec<Bound<'py, PyAny>>>,
    threads: Option<usize>,
    year: Option<i64>,
    encoding: Option<String>,
    on_error: Given<OnErrorWord, String>,
    progress: Option<Given<Progress, Py<PyAny>>>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let on_error = OnError::of(py, &on_error.0)?;
    if threads == Some(0) {
        return Err(errors::options(py, "option `threads`: at least one is needed".to_owned()));
    }
    let inputs: Vec<Input> = items.0.iter().map(Input::of).collect::<PyResult<_>>()?;
    let work =
        Work { inputs, how: How::of(py, year, encoding)?, next: AtomicUsize::new(0), stop: AtomicBool::new(false) };
    let threads = threads.or_else(|| thread::available_parallelism().ok().map(NonZeroUsize::get)).unwrap_or(1);
    let outcomes = py.detach(|| run(work, threads, on_error, progress.as_ref().map(|progress| &progress.0)))?;
    outcomes.into_iter().filter_map(|outcome| into_python(py, outcome, on_error).transpose()).collect()
}

fn into_python(py: Python<'_>, outcome: Outcome, on_error: OnError) -> PyResult<Option<Bound<'_, PyAny>>> {
    match (outcome, on_error) {
        (Ok(notice), _) => Ok(Some(Bound::new(py, Notice::from(notice))?.into_any())),
        (Err(failure), OnError::Raise) => Err(failure.raise(py)),
        (Err(_), OnError::Skip) => Ok(None),
        (Err(failure), OnError::Return) => Ok(Some(failure.raise(py).into_value(py).into_bound(py).into_any())),
    }
}

/// Reads everything. On an interruption it returns at once; a thread ends behind the item that it is at.
fn run(work: Work, threads: usize, on_error: OnError, progress: Option<&Py<PyAny>>) -> PyResult<Vec<Outcome>> {
    let work = Arc::new(work);
    let _stop = StopAtEnd(Arc::clone(&work));
    let (sender, receiver) = channel();
    for _ in 0..threads.min(work.inputs.len()) {
        let (work, sender) = (Arc::clone(&work), sender.clone());
        thread::Builder::new()
            .name("fenjie".to_owned())
            .spawn(move || read_on(&work, &sender))
            .map_err(|cause| PyRuntimeError::new_err(format!("no thread: {cause}")))?;
    }
    drop(sender);
    collect(&work, &receiver, on_error, progress)
}

/// What a thread does: the next item, until there is none.
fn read_on(work: &Work, sender: &Sender<(usize, Outcome)>) {
    while !work.stop.load(Ordering::Relaxed) {
        let index = work.next.fetch_add(1, Ordering::Relaxed);
        let Some(input) = work.inputs.get(index) else { return };
        if sender.send((index, input.read(&work.how))).is_err() {
            return;
        }
    }
}

/// Puts what the threads send into its order, and lets Python have a say meanwhile.
fn collect(
    work: &Work,
    receiver: &Receiver<(usize, Outcome)>,
    on_error: OnError,
    progress: Option<&Py<PyAny>>,
) -> PyResult<Vec<Outcome>> {
    let total = work.inputs.len();
    let mut outcomes: Vec<Option<Outcome>> = (0..total).map(|_| None).collect();
    let (mut done, mut told) = (0, 0);
    while done < total {
        match receiver.recv_timeout(PATIENCE) {
            Ok(first) => {
                for (index, outcome) in std::iter::once(first).chain(receiver.try_iter()) {
                    if let (Err(failure), OnError::Raise) = (&outcome, on_error) {
                        return Err(Python::attach(|py| failure.raise(py)));
                    }
                    outcomes[index] = Some(outcome);
                    done += 1;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(PyRuntimeError::new_err("a thread ended early")),
        }
        Python::attach(|py| {
            py.check_signals()?;
            match progress {
                Some(progress) if done > told => progress.call1(py, (done, total)).map(drop),
                _ => Ok(()),
            }
        })?;
        told = done;
    }
    Ok(outcomes.into_iter().flatten().collect())
}
