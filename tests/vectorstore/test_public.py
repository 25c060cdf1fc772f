import ast
from pathlib import Path

import pytest

import vectorstore

PACKAGE = Path(vectorstore.__file__).parent
HEAVY = ("chromadb", "bm25s", "wordllama", "numpy", "filelock")


def test_every_public_name_exists_and_they_are_sorted():
    assert vectorstore.__all__ == sorted(vectorstore.__all__)
    for name in vectorstore.__all__:
        assert hasattr(vectorstore, name)


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
