"""In which role a document's author writes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.case import AuthorRole, Record, RecordKind
from drafter.casefile.records.cues import record_lexicon
from drafter.casefile.records.names import Author

_HEAD = 6
_TREATING = re.compile(r"\bpr-?[24]\b|\btreating\b|\bfirst report\b")
_LABORATORY = re.compile(r"\b(?:toxicolog\w+|laborator(?:y|ies)|lab (?:report|results?)|analytes?|specimen)\b")
_KEEPER = re.compile(r"\bcustodian\b|\bphotocop\w+|\b(?:copy|record) (?:service|retrieval)\b")
"""Those who only keep or copy records are no administrators of the claim."""
_DISPENSES = re.compile(r"\bpharmac\w+|\bdrug ?(?:store|mart)?\b")
_EVALUATORS = ("CCC-SLP", "SLP", "AuD", "PsyD", "PhD")
"""Those who examine and test on referral; what they write and do not name is a consultation."""
_NURSES = ("RN", "LVN", "RD", "RDN", "LCSW", "MFT", "PharmD")
"""Those whose notes are no treating physician's."""
_ROLES: dict[RecordKind, AuthorRole] = {
    "ur_decision": "reviewer",
    "prior_imr": "reviewer",
    "imaging": "radiologist",
    "medical_legal": "evaluator",
    "consultation": "consultant",
    "electrodiagnostics": "consultant",
}


def role_of(kind: RecordKind, author: Author | None, text: str, is_patient: bool) -> AuthorRole | None:
    """The author's role: by the kind of document, and by the credential where the kind leaves it open."""
    if is_patient or kind == "application":
        return "patient"
    fixed, role = _ROLES.get(kind), _credential_role(author)
    if fixed:
        return "therapist" if kind == "consultation" and role == "therapist" else fixed
    if kind == "therapy_log":
        return role if role == "treating_physician" else "therapist"
    if kind in ("progress_note", "rfa", "operative_report") and role != "therapist":
        return "other" if author and author.credential in _NURSES else "treating_physician"
    if kind == "other" and role is None and _LABORATORY.search(text.lower()):
        return "other"
    if "deposition of" in text.lower() or _KEEPER.search(f"{author.office if author else ''} {text}".lower()):
        return "other"
    head = " ".join(text.split("\n")[:_HEAD])
    if author and re.search(r"\b(?:attorneys?|law|esq)\b", f"{author.office} {head}".lower()):
        return "other"
    return role if role in ("treating_physician", "therapist") else _office_role(kind, author)


def is_therapist(author: Author | None) -> bool:
    """Whether the licence is one of those who treat by exercise or by hands; acupuncturists diagnose, too."""
    return _credential_role(author) == "therapist" and bool(author and author.credential not in ("LAc", *_EVALUATORS))


def is_physician(author: Author) -> bool:
    """Whether the licence is one of those who decide on treatment, and not of those who prepare the papers."""
    return _credential_role(author) in ("treating_physician", "therapist") or is_evaluator(author)


def is_evaluator(author: Author | None) -> bool:
    """Whether the licence is one of those who test: speech, hearing, the mind."""
    return bool(author and author.credential and author.credential.split(",")[0] in _EVALUATORS)


def with_consultants(records: Sequence[Record]) -> list[Record]:
    """One who asks for treatment is a treating physician, if a secondary one, but where a consultation was written.

    Notes of one who saw the patient in consultation, or operated, and never asks or reports as the treating one, are a
    consultant's.
    """
    treats = {record.author for record in records if record.author and record.kind == "rfa"}
    records = [
        record.model_copy(update={"author_role": "treating_physician"})
        if record.author in treats and record.kind not in ("consultation", "medical_legal", "ur_decision")
        else record
        for record in records
    ]
    wrote = {role: {r.author for r in records if r.author and _writes_as(r) == role} for role in ("seen", "treats")}
    seen = wrote["seen"] - wrote["treats"] if wrote["treats"] else set()
    return [
        record.model_copy(update={"author_role": "consultant"})
        if record.author in seen and record.author_role == "treating_physician"
        else record
        for record in records
    ]


def _writes_as(record: Record) -> str | None:
    if record.kind in ("consultation", "electrodiagnostics", "operative_report"):
        return "seen"
    return "treats" if record.kind == "rfa" or _TREATING.search(record.title.lower()) else None


def _office_role(kind: RecordKind, author: Author | None) -> AuthorRole:
    if kind == "correspondence" or author is None:
        return "administrator"
    return "other" if author.credential else "administrator"


def _credential_role(author: Author | None) -> AuthorRole | None:
    if author is None or author.credential is None:
        return None
    first = author.credential.split(",")[0]
    return next((role for role, names in record_lexicon().credentials.items() if first in names), "other")
