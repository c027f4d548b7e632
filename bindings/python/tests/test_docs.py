"""The examples in docstrings and in the README run, and give what they say."""

import doctest
import inspect
from collections.abc import Iterator

import fenjie
import pytest
from conftest import ROOT

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def documented() -> Iterator[tuple[str, str]]:
    """Every docstring of the package, those of compiled classes and their members among them."""
    yield "fenjie", fenjie.__doc__ or ""
    for name in fenjie.__all__:
        value = getattr(fenjie, name)
        if isinstance(value, tuple):
            continue
        yield name, value.__doc__ or ""
        for member, inner in vars(value).items() if inspect.isclass(value) else []:
            if not member.startswith("_"):
                yield f"{name}.{member}", inner.__doc__ or ""


DOCSTRINGS = dict(documented())
EXAMPLES = {name: text for name, text in DOCSTRINGS.items() if ">>>" in text}


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_of_docstrings_run(name: str) -> None:
    parser = doctest.DocTestParser()
    test = parser.get_doctest(inspect.cleandoc(EXAMPLES[name]), {"__name__": "__main__"}, name, None, None)
    assert test.examples
    report: list[str] = []
    doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=report.append)
    assert not report, "".join(report)


def test_every_public_name_has_a_docstring() -> None:
    fields = {
        f"{name}.{field}" for name in DOCSTRINGS for field in getattr(getattr(fenjie, name, None), "__slots__", ())
    }
    assert [name for name, text in DOCSTRINGS.items() if not text and name not in fields] == []
    assert len(EXAMPLES) > 30


@pytest.mark.parametrize(("name", "least"), [("bindings/python/README.md", 25), ("README.md", 5)])
def test_the_examples_of_the_readme_run(name: str, least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = ROOT / name
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(readme), module_relative=False, optionflags=OPTIONS, encoding="utf-8")
    assert tried >= least
    assert not failed
