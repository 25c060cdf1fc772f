"""What becomes of a file on which the page workers break."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from benchmarks.bad_files import text_pdf
from drafter.casefile.pages import crew
from drafter.casefile.pages.crew import Child, Crew
from drafter.casefile.pages.errors import Lost, Unreadable
from drafter.casefile.pages.model import Limits, Progress
from drafter.casefile.pages.work import FileWork, read_all

MEMORY = Limits().memory


class Breaking(Child):
    """A worker that is lost on some pages of a PDF of sixty, and says so as the real one does."""

    def __init__(self, pages):
        super().__init__(MEMORY)
        self.pages = pages

    def ask(self, request, seconds):
        if request["do"] == "open":
            yield {"kind": "pdf", "pages": 60, "note": None}
            return
        for number in range(request["first"], request["last"] + 1):
            if number in self.pages:
                raise Lost(f"took longer than {seconds:g} s")
            yield {"page": number, "raw": {"text": f"page {number}"}}


class OneByOne(Crew):
    def __init__(self, child):
        super().__init__(MEMORY, size=1)
        self.child = child

    def carry_out(self, work, jobs):
        for job in jobs:
            work(self.child, job)


def read_with(pages):
    work = FileWork(Path("a.pdf"), ["a.pdf"], "0" * 64)
    told = []
    read_all([work], OneByOne(Breaking(pages)), Limits(), told.append)
    return work, told


def test_a_page_that_takes_too_long_is_unread_and_the_next_ones_are_read():
    work, told = read_with({7, 30})
    assert {number for number, page in work.pages.items() if page.unread} == {7, 30}
    assert work.pages[7].unread == "took longer than 30 s; print it to a new PDF"
    assert work.pages[8].text == "page 8"
    assert told[-1].done == told[-1].total == 60


def test_after_three_pages_that_take_too_long_the_rest_is_listed_and_not_tried():
    work, told = read_with({3, 4, 6})
    assert sorted(work.pages) == list(range(1, 61))
    assert work.pages[5].text == "page 5"
    assert {work.pages[number].unread for number in range(7, 61)} == {
        "not tried, after 3 pages of the file had failed; print the file to a new PDF"
    }
    assert told[-1].done == 60


def test_a_worker_that_is_killed_is_replaced(tmp_path):
    text_pdf(tmp_path / "a.pdf")
    child = Child(MEMORY)
    opened = {"do": "open", "path": str(tmp_path / "a.pdf")}
    try:
        assert [reply["pages"] for reply in child.ask(opened, 60)] == [1]
        os.kill(child._process.pid, signal.SIGKILL)
        with pytest.raises(Lost, match="broke the reader"):
            list(child.ask(opened, 60))
        assert [reply["kind"] for reply in child.ask(opened, 60)] == ["pdf"]
        with pytest.raises(Unreadable, match="vanished"):
            list(child.ask({"do": "open", "path": str(tmp_path / "b.pdf")}, 60))
    finally:
        child.close()


def test_a_worker_that_waits_for_a_processor_is_given_time(tmp_path, monkeypatch):
    text_pdf(tmp_path / "a.pdf")
    child = Child(MEMORY)
    monkeypatch.setattr(crew, "_PATIENCE", 100_000)
    opened = {"do": "open", "path": str(tmp_path / "a.pdf")}
    try:
        monkeypatch.setattr(child, "_cpu_seconds", lambda: 0.0)
        assert [reply["pages"] for reply in child.ask(opened, 0.002)] == [1]
        child.close()
        monkeypatch.setattr(child, "_cpu_seconds", iter((0.0, 0.003)).__next__)
        with pytest.raises(Lost, match="took longer than"):
            list(child.ask(opened, 0.002))
    finally:
        child.close()


def test_a_worker_leaves_when_nobody_asks_any_more(tmp_path):
    text_pdf(tmp_path / "a.pdf")
    child = Child(MEMORY)
    list(child.ask({"do": "open", "path": str(tmp_path / "a.pdf")}, 60))
    process = child._process
    process.stdin.close()
    assert process.wait(timeout=60) == 0


def test_the_first_error_of_a_job_ends_the_reading():
    def work(child, job):
        raise KeyboardInterrupt

    with Crew(MEMORY, size=2) as two, pytest.raises(KeyboardInterrupt):
        two.carry_out(work, [1, 2, 3])


def test_the_estimate_counts_the_images_that_are_still_to_be_read():
    assert str(Progress(1, 9, None)) == "1 of 9 pages"
    assert str(Progress(1, 9, 59)) == "1 of 9 pages, less than a minute left"
    assert str(Progress(1, 9, 130)) == "1 of 9 pages, about 2 min left"
