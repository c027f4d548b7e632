//! What the data files call a class → what the code does. All of it happens at compile time; a name that no code knows does
//! not compile, and the error says where it stands.

/// The classes of a list, by their numbers.
pub(crate) const fn classes<C: Copy, const N: usize>(
    named: &[([&str; 1], &'static str); N],
    known: &[(&str, C)],
) -> [C; N] {
    let mut found = [known[0].1; N];
    let mut at = 0;
    while at < N {
        found[at] = class(named[at].0[0].as_bytes(), known, named[at].1);
        at += 1;
    }
    found
}

/// The classes of a list as they are called, by their numbers.
pub(crate) const fn names<const N: usize>(named: &[([&'static str; 1], &'static str); N]) -> [&'static str; N] {
    let mut found = [""; N];
    let mut at = 0;
    while at < N {
        found[at] = named[at].0[0];
        at += 1;
    }
    found
}

/// The class of this name.
pub(crate) const fn class<C: Copy>(name: &[u8], known: &[(&str, C)], place: &'static str) -> C {
    let mut at = 0;
    while at < known.len() {
        if same(known[at].0.as_bytes(), name) {
            return known[at].1;
        }
        at += 1;
    }
    panic!("{}", place)
}

/// The words of a list in the order of its file, with their classes.
pub(crate) const fn listed<C: Copy, const N: usize>(
    list: &'static [(&'static str, u16); N],
    classes: &[C],
) -> [(&'static str, C); N] {
    let mut found = [(list[0].0, classes[0]); N];
    let mut at = 0;
    while at < N {
        found[at] = (list[at].0, classes[list[at].1 as usize]);
        at += 1;
    }
    found
}

/// Whether two texts are the same.
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}
