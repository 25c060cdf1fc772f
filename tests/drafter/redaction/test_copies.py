"""Copies of cases, drafts and files: nobody is named, and spans still point at what they quote."""

import json

import pytest

from drafter.case import BodySite, Case, CaseHeader, DisputedItem, Lock, MissingRecord, Page, PageSource, Record, Span
from drafter.cli.app import main
from drafter.draft import Draft, TimelineEvent
from drafter.errors import InputError
from drafter.intake.records import pages_sha256
from drafter.pipeline import draft_case
from drafter.redaction import Redactor
from drafter.redaction.case import CaseCopy, case_texts
from drafter.redaction.draft import redact_draft
from drafter.redaction.files import redact_files
from drafter.text import record_sentences
from drafter.verification import verify

TEXT = """Patient: Marisol Quandry DOB: 04/07/1968
Ms. Quandry reports low back pain since the injury. Massage therapy helped Quandry for a day.
She does home exercise. Six massage sessions are requested for the lumbar spine.
Alder Wroth, MD"""


LOCK = Lock(treatment="massage", visits=6, sites=(BodySite(part="low-back"),))


def case(number: str = "CM20-9000001", record: str = "r1") -> Case:
    page = Page(number=1, text=TEXT, source=PageSource(file="quandry notes.pdf", page=1))
    start = TEXT.index("Massage therapy helped")
    span = Span(record=record, page=1, start=start, end=start + 30, quote=TEXT[start : start + 30])
    note = Record(
        id=record, title="Report of Dr. Wroth", kind="progress_note", author="Alder Wroth, MD", pages=(page,),
        sha256=pages_sha256([TEXT]),
    )  # fmt: skip
    request = "6 massage sessions, lumbar spine"
    disputed = Record(
        id="request", title="Disputed items", kind="request", pages=(Page(number=1, text=f"1. {request}"),),
        sha256=pages_sha256([f"1. {request}"]),
    )  # fmt: skip
    return Case(
        header=CaseHeader(case_number=number, request_date="2014-08-18"),
        records=(disputed, note),
        items=(DisputedItem(number=1, request=request, lock=LOCK),),
        missing=(MissingRecord(description="MRI by Dr. Wroth", mentioned=span),),
    )  # fmt: skip


def copied(original: Case) -> CaseCopy:
    return CaseCopy(original, Redactor(list(case_texts(original))))


def names_somebody(text: str) -> bool:
    return any(name in text.lower() for name in ("quandry", "marisol", "wroth", "1968"))


def test_a_copied_case_names_nobody_and_its_spans_hold():
    copy = copied(case()).case
    assert not names_somebody(copy.model_dump_json())
    mentioned = copy.missing[0].mentioned
    assert copy.records[1].pages[0].text[mentioned.start : mentioned.end] == mentioned.quote
    assert mentioned.quote.startswith("Massage therapy helped [PATIENT]")
    assert copy.records[1].sha256 == pages_sha256([copy.records[1].pages[0].text])


def test_files_and_records_named_after_people_get_other_names():
    copy = copied(case(record="quandry-notes")).case
    assert copy.records[1].id == "record-2"
    assert copy.records[1].pages[0].source == PageSource(file="file 1.pdf", page=1)
    assert copy.missing[0].mentioned.record == "record-2"


def test_a_claim_number_in_the_place_of_the_case_number_goes():
    original = case()
    page = original.records[1].pages[0].model_copy(update={"text": TEXT + "\nClaim Number: ZX-20-11873"})
    record = original.records[1].model_copy(update={"pages": (page,)})
    header = original.header.model_copy(update={"case_number": "ZX-20-11873"})
    copy = copied(original.model_copy(update={"header": header, "records": (record,)}))
    assert copy.case.header.case_number == "[CLAIM NUMBER]"


def test_a_redacted_draft_passes_the_same_checks(desk):
    original = case()
    draft = draft_case(original, desk)
    copy = copied(original)
    redacted = redact_draft(draft, copy)
    assert not names_somebody(redacted.model_dump_json())
    checked = verify(redacted, copy.case, desk.library)
    before = {(flag.code, flag.where) for item in draft.items for flag in item.flags if flag.severity == "block"}
    after = {(flag.code, flag.where) for item in checked.items for flag in item.flags if flag.severity == "block"}
    assert after <= before


def test_a_search_of_the_copy_went_through_the_sentences_of_the_copy(desk):
    original = case()
    text = TEXT.replace("Ms. Quandry reports", "Seen with Alder Wroth, M.D. Ms. Quandry reports")
    pages = (original.records[1].pages[0].model_copy(update={"text": text}),)
    note = original.records[1].model_copy(update={"pages": pages, "sha256": pages_sha256([text])})
    original = original.model_copy(update={"records": (original.records[0], note)})
    copy = copied(original)
    of_original, of_copy = (len(record_sentences(each.records[1])) for each in (original, copy.case))
    assert of_original != of_copy
    assert copy.searched(of_original) == of_copy and copy.searched(of_original + 1) == of_copy + 1
    assert copy.searched(1) == 1
    redacted = redact_draft(draft_case(original, desk), copy)
    codes = {flag.code for item in verify(redacted, copy.case, desk.library).items for flag in item.flags}
    assert "absence-unproven" not in codes


def test_a_timeline_names_nobody_and_points_to_the_copied_record(desk):
    event = TimelineEvent(date="2014-08-18", what="imaging: MRI of Marisol Quandry", record="quandry-notes", page=1)
    draft = draft_case(case(record="quandry-notes"), desk)
    told = draft.model_copy(
        update={"timeline": (event,), "items": (draft.items[0].model_copy(update={"timeline": (event,)}),)}
    )
    redacted = redact_draft(told, copied(case(record="quandry-notes")))
    for (one,) in (redacted.timeline, redacted.items[0].timeline):
        assert (one.what, one.record) == ("imaging: MRI of [PATIENT]", "record-2")


def test_guideline_text_in_a_redacted_draft_stays_verbatim(desk):
    draft = draft_case(case(), desk)
    assert redact_draft(draft, copied(case())).items[0].guidelines == draft.items[0].guidelines


def test_draft_and_case_files_are_redacted_together(tmp_path, desk, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "home"))
    original = case()
    (tmp_path / "a.case.json").write_text(original.model_dump_json())
    (tmp_path / "a.draft.json").write_text(draft_case(original, desk).model_dump_json())
    (tmp_path / "quandry.md").write_text("# Ms. Quandry\n")
    out = tmp_path / "out"
    files = [tmp_path / "a.case.json", tmp_path / "a.draft.json", tmp_path / "quandry.md"]
    copies = redact_files(files, out, tmp_path / "home")
    assert sorted(path.name for path in copies.written) == ["a.case.json", "a.draft.json", "file.md"]
    assert not any(names_somebody(path.read_text()) for path in copies.written)
    Draft.model_validate_json((out / "a.draft.json").read_text())
    assert main(["verify", str(out / "a.draft.json"), "--case", str(out / "a.case.json")]) == 0


def test_any_other_json_is_redacted_text_by_text(tmp_path):
    (tmp_path / "x.json").write_text(json.dumps({"a": ["Patient: Marisol Quandry", 3], "b": {"c": "Quandry"}}))
    redact_files([tmp_path / "x.json"], tmp_path / "out", None)
    assert json.loads((tmp_path / "out" / "x.json").read_text()) == {
        "a": ["Patient: [PATIENT]", 3],
        "b": {"c": "[PATIENT]"},
    }


def test_the_original_is_never_overwritten(tmp_path):
    (tmp_path / "x.md").write_text("Patient: Marisol Quandry")
    with pytest.raises(InputError, match="overwrite"):
        redact_files([tmp_path / "x.md"], tmp_path, None)
    assert (tmp_path / "x.md").read_text() == "Patient: Marisol Quandry"


def test_the_command_says_how_many_and_never_whom(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "home"))
    (tmp_path / "x.txt").write_text(TEXT)
    assert main(["redact", str(tmp_path / "x.txt"), "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert "removed: date of birth 1, person 4" in told.out
    assert "no program finds every identifier" in told.out
    assert not names_somebody(told.out.replace(str(tmp_path), "") + told.err)


def test_draft_redact_writes_into_a_folder_of_its_own(tmp_path, home, capsys, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    (tmp_path / "a.case.json").write_text(case().model_dump_json())
    assert main(["draft", str(tmp_path / "a.case.json"), "--redact", "--out", str(tmp_path / "out")]) in (0, 1)
    written = list((tmp_path / "out" / "redacted").glob("[!.]*"))
    assert {path.suffix for path in written} >= {".json", ".md", ".docx"}
    assert not any(names_somebody(path.read_text()) for path in written if path.suffix != ".docx")
    assert not names_somebody(capsys.readouterr().out.replace(str(tmp_path), ""))
