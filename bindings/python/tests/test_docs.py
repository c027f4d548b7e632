"""The examples in docstrings and in the README run, and give what they say."""

import doctest
import inspect
from collections.abc import Iterator
from pathlib import Path

import fenjie
import pytest
from fenjie import _corpus, _errors, _fenjie, _html, _many, _model

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
MODULES = [fenjie, _corpus, _errors, _fenjie, _html, _many, _model]


def documented() -> Iterator[tuple[str, str]]:
    """Every docstring of the package, those of compiled classes and their members among them."""
    for module in MODULES:
        yield module.__name__, module.__doc__ or ""
        for name, value in vars(module).items():
            if getattr(value, "__module__", "").split(".")[0] == "fenjie" and not name.startswith("__"):
                yield f"{module.__name__}.{name}", inspect.getdoc(value) or ""
                members = vars(value).items() if inspect.isclass(value) else []
                for member, inner in members:
                    yield f"{module.__name__}.{name}.{member}", getattr(inner, "__doc__", None) or ""


EXAMPLES = {name: text for name, text in documented() if ">>>" in text}


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_of_docstrings_run(name: str) -> None:
    parser = doctest.DocTestParser()
    test = parser.get_doctest(inspect.cleandoc(EXAMPLES[name]), {"__name__": "__main__"}, name, None, None)
    if name.startswith("fenjie._model."):
        test.globs.update(vars(_model))
    assert test.examples
    report: list[str] = []
    doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=report.append)
    assert not report, "".join(report)


def test_every_public_name_has_a_docstring() -> None:
    for name in fenjie.__all__:
        value = getattr(fenjie, name)
        if not isinstance(value, tuple):
            assert inspect.getdoc(value), name
            for member, inner in vars(value).items() if inspect.isclass(value) else []:
                if not member.startswith("_"):
                    assert getattr(inner, "__doc__", None), f"{name}.{member}"


def test_the_examples_of_the_readme_run(monkeypatch: pytest.MonkeyPatch) -> None:
    readme = Path(__file__).parents[1] / "README.md"
    monkeypatch.chdir(readme.parents[2])
    failed, tried = doctest.testfile(str(readme), module_relative=False, optionflags=OPTIONS, encoding="utf-8")
    assert tried > 20
    assert not failed
