import ast
import inspect
import re
from pathlib import Path

import pytest

import vectorstore
import vectorstore.errors

PACKAGE = Path(vectorstore.__file__).parent
TYPE_VARIABLES = {"Key"}
HEAVY = ("chromadb", "bm25s", "wordllama", "numpy", "filelock")


def test_every_public_name_exists_and_they_are_sorted():
    assert vectorstore.__all__ == sorted(vectorstore.__all__)
    for name in vectorstore.__all__:
        assert hasattr(vectorstore, name)


def test_every_error_is_public():
    defined = {name for name, value in vars(vectorstore.errors).items() if isinstance(value, type)}
    assert defined - {"ValidationError"} <= set(vectorstore.__all__)


def test_whatever_a_public_function_or_method_takes_or_gives_is_public():
    defined = {name for path in PACKAGE.rglob("*.py") for name in top_level(path)}
    used = {name for function in public_functions() for name in words(function.__annotations__)}
    assert {"Accept", "Where", "Weights", "Hit", "Progress", "Resources"} <= used & defined
    assert used & defined <= set(vectorstore.__all__)


def top_level(path: Path) -> set[str]:
    """Classes and names that a module defines."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    assigned = {target.id for target in targets if isinstance(target, ast.Name) and target.id not in TYPE_VARIABLES}
    return assigned | {node.name for node in body if isinstance(node, ast.ClassDef)}


def public_functions():
    for public in (getattr(vectorstore, name) for name in vectorstore.__all__):
        members = vars(public).items() if inspect.isclass(public) else [("function", public)]
        yield from (member for name, member in members if name[0] != "_" and inspect.isfunction(member))


def words(annotations: dict[str, str]) -> set[str]:
    return {word for annotation in annotations.values() for word in re.findall(r"\w+", str(annotation))}


def test_importing_it_imports_nothing_heavy(python):
    done = python(f"import sys, vectorstore; print([name for name in {HEAVY!r} if name in sys.modules])")
    assert done.stdout.strip() == "[]", done.stderr


@pytest.mark.parametrize("module", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.stem)
def test_it_knows_neither_determinations_nor_the_application(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        assert not any(name.split(".")[0] in {"drafter", "evals"} for name in names)
