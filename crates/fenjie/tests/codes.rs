//! Every diagnostic's own example gives it.

use fenjie::{Code, Severity, explain, parse};

#[test]
fn an_example_gives_what_it_is_an_example_of() {
    for &code in Code::ALL {
        let found = parse(explain(code).example).diagnostics;
        let given = found.iter().any(|found| found.code == code);
        assert!(given, "{code}: {found:#?}");
    }
}

#[test]
fn an_example_holds_no_other_error() {
    for &code in Code::ALL {
        let found = parse(explain(code).example).diagnostics;
        let other = found.iter().find(|found| found.severity == Severity::Error && found.code != code);
        assert_eq!(other, None, "in the example of {code}");
    }
}
