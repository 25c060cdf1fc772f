"""Every code a flag of verification can carry, with its severity and meaning. The documentation lists these."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from drafter.draft import Flag, Severity


class Meaning(NamedTuple):
    """A code as it stands in the draft JSON, how severe it is, and what it says to the reviewer."""

    code: str
    severity: Severity
    text: str


class Code(Enum):
    """The codes, grouped by check."""

    CITES_NOTHING = Meaning("cites-nothing", "block", "The sentence cites nothing.")
    CITATION_UNKNOWN = Meaning("citation-unknown", "block", "The sentence cites an id that the item does not list.")
    CITATION_UNRESOLVED = Meaning("citation-unresolved", "block", "The place a citation names does not exist.")
    QUOTE_ALTERED = Meaning("quote-altered", "block", "The quote is not what stands at its place.")
    QUOTATION_ALTERED = Meaning(
        "quotation-altered", "block", "Words in quotation marks are not in what the sentence cites."
    )
    CITATION_FORM = Meaning("citation-form", "block", "The guideline citation is not the one of its card.")
    CITATION_UNUSED = Meaning("citation-unused", "warn", "No sentence cites this.")
    FINDING_ALTERED = Meaning("finding-altered", "block", "The finding does not repeat a criterion of its card.")

    ABSENCE_UNPROVEN = Meaning(
        "absence-unproven", "block", "Something is said to be absent without a search of the whole record."
    )
    ABSENCE_CONTRADICTED = Meaning(
        "absence-contradicted",
        "block",
        "The record states what is said to be absent; a warning where UR states it, or where a note denies it.",
    )

    ABSENCE_IN_DOUBT = Meaning(
        "absence-in-doubt", "warn", "Something is said to be absent that other words of the record may state."
    )

    NUMBER_UNSUPPORTED = Meaning("number-unsupported", "block", "A number is not in what the sentence cites.")
    DATE_UNSUPPORTED = Meaning("date-unsupported", "block", "A date is not in what the sentence cites.")
    SIDE_UNSUPPORTED = Meaning("side-unsupported", "block", "A side is not in what the sentence cites.")
    LEVEL_UNSUPPORTED = Meaning("level-unsupported", "block", "A spinal level is not in what the sentence cites.")
    PART_UNSUPPORTED = Meaning("part-unsupported", "block", "A body part is not in what the sentence cites.")
    DRUG_UNSUPPORTED = Meaning("drug-unsupported", "block", "A drug is not in what the sentence cites.")
    SPEAKER_UNSUPPORTED = Meaning(
        "speaker-unsupported", "block", "A role (QME, treating physician, UR) is not in what the sentence cites."
    )

    CLAIM_UNGROUNDED = Meaning(
        "claim-ungrounded", "warn", "The sentence states something clinical of which nothing that it cites speaks."
    )
    AUTHORITY_UNCITED = Meaning(
        "authority-uncited", "warn", "A study, the literature or a regulation is appealed to and not cited."
    )

    REQUEST_ALTERED = Meaning("request-altered", "block", "The draft's request is not the case's.")
    LOCK_DRIFT = Meaning("lock-drift", "block", "The item's lock is not what its request says.")
    REQUEST_CONTRADICTED = Meaning(
        "request-contradicted", "block", "A sentence about the request names something that was not requested."
    )
    ITEM_MISSING = Meaning("item-missing", "block", "A disputed item has no draft.")
    ITEM_INVENTED = Meaning("item-invented", "block", "The draft decides an item that is not in dispute.")
    ITEM_REPEATED = Meaning("item-repeated", "block", "A disputed item is drafted more than once.")
    ITEM_ORDER = Meaning("item-order", "block", "The items are not in the order of the case.")

    EDITION_NOT_IN_FORCE = Meaning(
        "edition-not-in-force", "block", "The edition did not apply on the case's dates; uncited, it only warns."
    )
    GUIDELINE_INVALIDATED = Meaning(
        "guideline-invalidated", "block", "The section was set aside by a court or the Appeals Board."
    )
    GUIDELINE_ALTERED = Meaning("guideline-altered", "block", "A listed guideline does not agree with its card.")
    AS_OF_DIFFERS = Meaning("as-of-differs", "block", "The date that chose the edition is not the case's.")
    MTUS_FIRST = Meaning("mtus-first", "warn", "Another guideline is cited before the MTUS section that applies.")
    GUIDELINE_OFF_REQUEST = Meaning(
        "guideline-off-request", "warn", "The section cited is about another treatment, body part or phase."
    )
    STAGE_CONFUSED = Meaning(
        "stage-confused", "warn", "A test of continuing care is put to a first request, or the other way round."
    )
    COMPETING_UNREASONED = Meaning(
        "competing-unreasoned", "warn", "One guideline is preferred to another without weighing their studies."
    )
    GUIDELINE_NAMED_ONLY = Meaning(
        "guideline-named-only", "warn", "A sentence names a guideline that it does not cite."
    )

    CASE_OUTCOME_DIFFERS = Meaning(
        "case-outcome-differs", "block", "A sentence about the whole case says another outcome than its items have."
    )
    CONCLUSION_MISSING = Meaning("conclusion-missing", "block", "No sentence states the decided outcome.")
    CONCLUSION_INVERTED = Meaning("conclusion-inverted", "block", "The conclusion says the opposite of the outcome.")
    VERDICT_ELSEWHERE = Meaning(
        "verdict-elsewhere", "block", "A sentence before the conclusion decides otherwise than the outcome."
    )
    FINDING_AGAINST_OUTCOME = Meaning("finding-against-outcome", "warn", "A finding speaks against the outcome.")
    MISSING_NOT_SAID = Meaning("missing-not-said", "block", "Undetermined, and what is missing is not said.")
    CONTRARY_OMITTED = Meaning("contrary-omitted", "warn", "Evidence for the other side is not mentioned.")
    CONTRARY_NOT_LISTED = Meaning(
        "contrary-not-listed", "warn", "The record contradicts a finding, and the finding does not list it."
    )
    RESTS_ON_NUMBER = Meaning(
        "rests-on-number", "warn", "A number decides that the guideline does not let decide by itself."
    )
    OVERCONFIDENT = Meaning("overconfident", "warn", "The sentence claims a certainty that no record gives.")
    ANCILLARY_WITHOUT_SURGERY = Meaning(
        "ancillary-without-surgery", "block", "A service is granted whose surgery is not found necessary."
    )

    POST_DATES_UR = Meaning("post-dates-ur", "info", "This is dated after the UR decision.")
    CREDENTIAL_CLAIM = Meaning("credential-claim", "block", "A credential or name is claimed for the reviewer.")
    PATIENT_IDENTIFIED = Meaning(
        "patient-identified", "warn", "A name, number or address of a person stands in the rationale."
    )
    THIN_RECORD = Meaning("thin-record", "warn", "The record is too thin for a decision.")
    COPIED = Meaning("copied", "warn", "The sentence repeats a sentence of the record.")
    MOSTLY_COPIED = Meaning("mostly-copied", "warn", "Most of the rationale repeats the record.")
    JARGON = Meaning("jargon", "warn", "Chart shorthand in place of plain language.")
    TOO_LONG = Meaning("too-long", "warn", "The rationale is longer than a reader needs.")
    INSTRUCTION_IN_RECORD = Meaning(
        "instruction-in-record", "info", "A record contains an instruction; it is text like any other."
    )
    INSTRUCTION_CITED = Meaning("instruction-cited", "warn", "A sentence rests on an instruction found in a record.")

    DOCUMENTS_DISAGREE = Meaning(
        "documents-disagree", "block", "Application, RFA, UR decision and report do not ask for the same."
    )
    PAGE_SET_APART = Meaning("page-set-apart", "warn", "A page names another patient and was not read.")
    PAGES_UNREAD = Meaning("pages-unread", "warn", "A page could not be read; what it states is not in the draft.")
    RECORD_MISSING = Meaning("record-missing", "warn", "A document is referred to and not in the file.")

    HEADER_ALTERED = Meaning("header-altered", "block", "The draft's header is not the case's.")
    RECORD_LIST_DIFFERS = Meaning("record-list-differs", "block", "The records listed are not those of the case.")
    DATES_OUT_OF_ORDER = Meaning("dates-out-of-order", "warn", "Two dates of the header are in an impossible order.")
    OTHER_PATIENT = Meaning("other-patient", "warn", "The record speaks of a patient of another sex or age.")
    UR_DATE_DIFFERS = Meaning("ur-date-differs", "warn", "The record gives another date for the UR decision.")
    INJURY_DATE_DIFFERS = Meaning("injury-date-differs", "warn", "The record gives another date of injury.")
    COUNT_DIFFERS = Meaning("count-differs", "warn", "A sentence miscounts items, records or sentences.")

    DECIDES_CAUSATION = Meaning("decides-causation", "block", "Causation or apportionment is not for this review.")
    RECOMMENDS_ALTERNATIVE = Meaning(
        "recommends-alternative", "block", "The review answers the request; it proposes no other treatment."
    )
    CITES_BASE_RATE = Meaning("cites-base-rate", "block", "How often such requests are upheld is no reason.")
    DEFERS_TO_UR = Meaning("defers-to-ur", "block", "That utilization review decided so is no reason.")
    DEMOGRAPHIC_REASON = Meaning(
        "demographic-reason", "block", "Who the patient is, or that a lawyer is involved, is no reason."
    )
    PRECEDENT_AS_AUTHORITY = Meaning("precedent-as-authority", "block", "A prior decision is context, never a reason.")
    PRECEDENT_FORBIDDEN = Meaning(
        "precedent-forbidden", "block", "The case's own or a later decision was retrieved for it."
    )

    PLANNED_AS_DONE = Meaning("planned-as-done", "warn", "What was only requested or planned is told as done.")
    NEGATION_FLIPPED = Meaning("negation-flipped", "warn", "The sentence affirms what its quote denies.")
    STALE_AS_CURRENT = Meaning("stale-as-current", "warn", "An old finding is told as the present state.")
    RESTS_ON_UR = Meaning("rests-on-ur", "warn", "A finding rests on the UR decision alone.")

    @property
    def code(self) -> str:
        return self.value.code

    def flag(self, where: str, message: str, severity: Severity | None = None) -> Flag:
        """A flag of this code; `severity` overrides the usual one where the meaning says so."""
        return Flag(code=self.value.code, severity=severity or self.value.severity, message=message, where=where)


OWN_CODES = frozenset(code.value.code for code in Code)
"""Flags with these codes belong to verification and are replaced when it runs again."""
