# ruff: noqa: E501 - a paragraph is a line or two
"""Paragraphs that real records are full of and that decide nothing: `%% kind 3` in a record becomes three of a kind."""

from __future__ import annotations

import random
import re

_ASKED = re.compile(r"^%% (?P<kind>\w+) (?P<count>\d+)$", re.MULTILINE)

PARAGRAPHS: dict[str, tuple[str, ...]] = {
    "systems": (
        "Constitutional: no fever, chills or night sweats. Eyes: glasses for reading. Ears, nose and throat: no complaint.",
        "Cardiovascular: no chest pain, no palpitation, no swelling of the ankles. Respiratory: no cough, no wheeze.",
        "Gastrointestinal: appetite fair, no nausea, no change of stool. Genitourinary: no burning, no hesitancy.",
        "Skin: no rash, no new lesion. Endocrine: no heat or cold intolerance. Blood: no easy bruising, no transfusions.",
        "Neurological: no seizure, no fainting, no tremor, no trouble with speech or swallowing.",
        "Psychiatric: see elsewhere in this report. Allergic: seasonal, treated with over the counter tablets.",
    ),
    "social": (
        "Born and raised in this state, the second of four children. Finished high school and attended one year of junior college.",
        "Lives in a rented house of one story with two steps at the door. There is a dog and a small yard.",
        "Military service: none. Previous employment: grocery clerk, delivery driver, seasonal work in a packing house.",
        "Hobbies before the injury were fishing and coaching youth baseball. Hand dominance is right.",
        "Family history: mother living with diabetes, father died at 71 of heart disease, siblings in good health.",
        "Alcohol: one or two drinks at family gatherings. No recreational drugs. Coffee, two cups in the morning.",
    ),
    "examination": (
        "Head is normocephalic. Pupils are equal and react to light. The throat is clear and the neck is supple with no nodes.",
        "The chest is clear to auscultation. Heart sounds are regular without murmur. The abdomen is soft with no mass.",
        "Peripheral pulses are palpable in all limbs. Capillary refill is brisk. There is no edema and no varicosity.",
        "Cranial nerves two through twelve are intact. Finger to nose testing is accurate. Romberg's test is negative.",
        "The upper limbs show full motion of shoulders, elbows, wrists and fingers. Jamar readings were taken three times.",
        "Affect was appropriate. Answers were given readily. The visit was attended by no one else. Dress was neat and casual.",
        "Measurements were taken with a goniometer and an inclinometer, each three times, and the largest value is recorded.",
    ),
    "legal": (
        "This report was dictated by me and reflects my own observations and conclusions. Vital signs and forms were taken by "
        "my medical assistant, who is trained for this work. Transcription was done by an outside service.",
        "I have complied with the face to face time required by regulation for this type of evaluation. The time for review of "
        "records is stated in the billing that accompanies this report.",
        "The opinions expressed are to a reasonable degree of medical probability and are subject to change if further "
        "information should be presented to me. I reserve the right to amend them.",
        "No part of this evaluation constitutes a physician and patient relationship. The examinee was told of this at the "
        "start, said that this was understood, and agreed to go on.",
        "The contents of this report are confidential and are meant for the addressees. Release to any other person needs the "
        "written consent of the examinee or an order of the appeals board.",
        "Copies have been served on the parties by first class mail at the addresses on the attached proof of service.",
    ),
    "rights": (
        "If you are an injured worker and you disagree with this decision you may seek help from an information and assistance "
        "officer of the state Division of Workers' Compensation, free of charge, or from an attorney of your choice.",
        "This decision concerns medical necessity only. It is not a decision on whether your injury is work related and does "
        "not end your right to other benefits. Any bill will be reviewed under the official medical fee schedule.",
        "The treating physician may ask for an internal appeal within ten days of this decision. Asking for an internal appeal "
        "does not extend the time for an application for independent medical review.",
        "The physician who made this decision is available by telephone for four hours each week during normal business hours. "
        "A voice message will be answered on the next working day.",
        "This reviewer has no ownership in the facility in question, has not examined the claimant, and has received no payment "
        "that depends on the outcome of the review.",
        "If you need this letter in another language or in large print, please call the number at the top of this page.",
        "Enclosures: application form, addressed envelope, proof of service. Copies: claimant, attorney of record, adjuster.",
    ),
    "nursing": (
        "Side rails up, call light in reach. Identification band checked. Valuables with patient. Oriented to room.",
        "Resting with eyes closed, respirations even. Lights dimmed on request. No complaint voiced at this time.",
        "Provider notified of vital signs. Order read back. Patient and visitor updated on waiting time.",
        "Registration completed at bedside. Insurance card copied. Consent for evaluation signed and witnessed.",
        "Discharge sheet given and explained. States understanding. Left on foot with family member at the wheel.",
        "Shift change report given to oncoming nurse. Care continues as ordered. Water offered and taken.",
    ),
    "consent": (
        "The nature of the proposal, its usual course, and what else could be done were gone over in plain words with the aid "
        "of a model. The risks that were named include bleeding, infection, damage to vessels and nerves, blood clots, "
        "reaction to anesthetics, and the chance that the complaint stays the same or becomes worse.",
        "There was time for questions, which were answered. A brochure was given to take home. No promise was made.",
        "The office will call when an answer from the carrier has come. The hospital will arrange the usual tests before "
        "admission. A relative should be present for the first days at home.",
    ),
}


def filled(text: str, seed: str) -> str:
    """The record with its `%%` lines replaced by paragraphs, the same ones each time for the same `seed`."""

    def paragraphs(match: re.Match[str]) -> str:
        rng = random.Random(f"{seed} {match['kind']} {match.start()}")
        known = PARAGRAPHS[match["kind"]]
        return "\n\n" + "\n\n".join(rng.sample(known, min(int(match["count"]), len(known)))) + "\n\n"

    return _ASKED.sub(paragraphs, text)
