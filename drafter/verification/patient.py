"""The records are all of one patient, and the rationale does not say who that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.draft import Draft, DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, Read, numbered, shortened

_MALE = r"(?:male|man|gentleman)"
_FEMALE = r"(?:female|woman|lady)"
_PERSON = re.compile(
    rf"\b(?:(?P<age>\d{{1,3}})[\s-]*(?:year|yr)s?[\s-]*old[\s,-]+|(?:patient|claimant|applicant|worker"
    rf"|employee)\s+(?:is|was)"
    rf"\s+an?\s+(?!\d)|^(?:this|the|an?)\s+(?!\d))(?:[\w-]+\s+){{0,3}}?(?:(?P<male>{_MALE})|(?P<female>{_FEMALE}))\b",
    re.IGNORECASE,
)
_HE, _SHE = re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE), re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE)
_AGE_SPREAD = 15
"""Years by which two notes of one claim may differ in the age that they give."""
_STREET = r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl)"
_IDENTITY = re.compile(
    rf"\b\d{{3}}-\d{{2}}-\d{{4}}\b|\bSSN\b|[\w.+-]+@[\w-]+\.[A-Za-z]{{2,}}"
    rf"|\(?\b\d{{3}}\)?[\s.-]\d{{3}}[\s.-]\d{{4}}\b"
    rf"|\b(?i:MRN|medical record (?:number|no\.?)|claim (?:number|no\.?)|policy (?:number|no\.?)"
    rf"|member id)\W*\w*\d{{4,}}"
    rf"|\b(?i:ID|account|acct\.?|chart|badge)(?:\s+(?:number|no\.?|#))?\W{{0,3}}\d{{5,}}"
    rf"|\b(?:DOB|date of birth|born on)\b"
    rf"|\b\d{{1,5}}\s+(?:[A-Z][a-z]+\s+){{1,3}}{_STREET}\b"
    rf"|\b(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z][a-z]+"
    rf"|\b(?:[Pp]atient|[Cc]laimant|[Aa]pplicant|[Ww]orker|[Ee]mployee|[Nn]ame)(?:'s name)?(?:\s+is|,|:)\s+"
    rf"[A-Z][a-z]+\s+(?:[A-Z]\.?\s+)?[A-Z][a-z]+"
    rf"|(?:^|\bby\s|\bto\s|\bof\s)[A-Z][a-z]+\s+[A-Z][a-z]+(?=\s+(?:was|is|has|reports?|reported|presents?|presented"
    rf"|returns?|complain\w+|underwent|states?|stated|denies|denied)\b)"
)
IDENTIFIED = "names or identifies a person; take it out of the public copy"
_NOT_A_NAME = re.compile(
    r"^(?:The|This|That|These|No|On|In|At|An?|It|As|There|Physical|Occupational|Chronic|Low|Lower|Upper|Cervical|Lumbar"
    r"|Thoracic|Past|Prior|Current|Current|Motor|Straight|Spinal|Left|Right|Bilateral|Medical|Clinical|Objective"
    r"|Subjective|Functional|Conservative|Injured|Non)\b"
)


def check_one_patient(draft: Draft, context: Context) -> Iterator[Flag]:
    """Sentences that give another sex, or an age far from the others'."""
    told = [(read, person) for read in context.sentences if (person := _PERSON.search(read.text))]
    usual = _usual_sex(told, context)
    ages = sorted(int(person["age"]) for _, person in told if person["age"])
    for read, person in told:
        sex = "male" if person["male"] else "female"
        if sex != usual:
            yield Code.OTHER_PATIENT.flag(read.place, f"speaks of a {sex} patient: {shortened(read.text)!r}")
        elif person["age"] and abs(int(person["age"]) - ages[len(ages) // 2]) > _AGE_SPREAD:
            yield Code.OTHER_PATIENT.flag(read.place, f"gives the age as {person['age']}: {shortened(read.text)!r}")


def check_identity(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Names, numbers and addresses of persons in what the draft says; the public copy must not have them."""
    for where, sentence in numbered(item):
        if names_person(sentence.text):
            yield Code.PATIENT_IDENTIFIED.flag(where, IDENTIFIED)


def names_person(text: str) -> bool:
    """Whether a text gives a name, number or address of a person."""
    return any(not _NOT_A_NAME.match(found.group().strip()) for found in _IDENTITY.finditer(text))


def _usual_sex(told: list[tuple[Read, re.Match[str]]], context: Context) -> str | None:
    """The sex that most sentences give, by a word for it or by a pronoun; on a tie the one given first."""
    votes = ["male" if person["male"] else "female" for _, person in told]
    named = {read.sentence for read, _ in told}
    for read in context.sentences:
        he, she = bool(_HE.search(read.text)), bool(_SHE.search(read.text))
        if he != she and read.sentence not in named:
            votes.append("male" if he else "female")
    return Counter(votes).most_common(1)[0][0] if votes else None
