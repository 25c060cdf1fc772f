"""The library in a LangChain chain: documents with metadata, as of a day, of a kind, without any outcome."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from langchain_core.runnables import RunnableLambda

from drafter.retrieval import LibraryRetriever
from tests.drafter.retrieval.shelf import added, decided, shelved


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return shelved(
        tmp_path_factory.mktemp("index"),
        added("now#1", "Massage is advised.", effective="2014-01-01"),
        added("old#1", "Massage is advised.", effective="2001-01-01", superseded="2014-01-01"),
        added("void#1", "Massage is advised.", status="invalidated"),
        decided("CM98-0000001#1", "6 massage visits", decided="2015-02-03", treatment="massage", outcome="upheld"),
    )


def ids(index, **given) -> list[str]:
    return [document.id for document in LibraryRetriever(index=index, **given).invoke("massage")]


def test_documents_carry_the_text_as_it_is_quoted_and_where_it_stands(index):
    (document, *_) = LibraryRetriever(index=index, kind="guideline", as_of=dt.date(2015, 1, 1)).invoke("massage")
    assert (document.id, document.page_content) == ("now#1", "Massage is advised.")
    assert document.metadata["source"] == "now"
    assert document.metadata["kind"] == "guideline"
    assert document.metadata["score"] > 0


def test_only_what_is_in_force_on_the_day_is_found(index):
    assert ids(index, kind="guideline", as_of=dt.date(2015, 1, 1)) == ["now#1"]
    assert ids(index, kind="guideline", as_of=dt.date(2010, 1, 1)) == ["old#1"]
    assert "void#1" not in ids(index, kind="guideline")
    assert ids(index, kind="decision", as_of=dt.date(2015, 2, 2)) == []


def test_how_a_decision_ended_is_in_no_document(index):
    (document,) = LibraryRetriever(index=index, kind="decision").invoke("massage")
    assert "outcome" not in document.metadata
    assert "upheld" not in document.model_dump_json()


def test_it_is_a_link_of_a_chain(index):
    chain = LibraryRetriever(index=index, k=2, kind="card") | RunnableLambda(len)
    assert chain.invoke("massage") == 2


def test_importing_retrieval_does_not_import_langchain():
    check = "import sys, drafter.retrieval; sys.exit('langchain_core' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check]).returncode == 0
