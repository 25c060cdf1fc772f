# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The worker of `chart_print`, and the papers of the dispute."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, STATE_TYPED, imr_application, rfa
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Thaddeus", last="Okonjo-Bell", dob=date(1966, 9, 3), doi=date(2018, 5, 14), ssn="900-18-5520", claim="WC18-0092-TOB",
    mrn="10448826", phone="650-555-5553", address="2204 Quarry Bend", city="San Bruno Ridge, CA 90000", email="tobell@example.org",
    employer="Ridgeline Transmission Exchange", sex="M", job="warehouse lead", also=(("relative", "Ottoline"),),
)  # fmt: skip

CHART = Clinic("", (), size=9, margin=42, letterhead="none", heading="plain", signature="none", foot="none", dates="~%m/~%d/%Y", grid=0,
                running="{lastfirst} (MRN {mrn}) DOB: {dob}                                        Encounter Date: {date}\nSan Bruno Ridge Health - Legal Medical Record",
                printed="Printed by LRHODES at 3/18/2019 2:15 PM                                                            Page {f} of 640", counted=211)  # fmt: skip

_DOCTOR = "Rosalind Achebe-Tate, MD; San Bruno Ridge Health Occ Med; 1 Ridge Health Way, San Bruno Ridge, CA 90000; 650-555-5550; 650-555-5552; Occupational Medicine; 1000000066"
_ADJUSTER = "Delphine Amory; Foothill Casualty Pool; PO Box 600, Ardmore, CA 90000; 800-555-5554"

_UR = Clinic("Clearpath Medical Review, LLC", ("Utilization Review for Foothill Casualty Pool", "P 800-555-5551  F 800-555-5556"), font="Times", size=10.5,
             margin=64, letterhead="left", heading="underline", signature="typed", foot="dash", dates="%B ~%d, %Y", grid=0.4, colour="#214d3b")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE, rfa(
    _DOCTOR, _ADJUSTER, ["Lumbar disc herniation w/ radiculopathy | M51.17 | [[#rfa-esi requested - epidural-steroid| Transforaminal ESI, left S1, fluoro]] | 64483 | repeat x1",
                         "same | M51.17 | [[#rfa-pt requested - physical-therapy| Physical therapy lumbar]] | 97110 97140 | 2x/wk x 4 wks = 8"], "02/19/2019",
), date(2019, 2, 19), "Rosalind Achebe-Tate, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Notice of utilization review determination", "ur_decision", _UR, """
February 27, 2019

Rosalind Achebe-Tate, MD //
1 Ridge Health Way, San Bruno Ridge, CA 90000

: Injured Employee | {name}
: Claim Number | {claim}
: Date of Injury | {doi}
: Date RFA Received | February 20, 2019
: Review Type | Prospective

# NOTICE OF NON-CERTIFICATION

Dear Dr. Achebe-Tate:

We have completed our review of the treatment listed below. The following was decided:

|= 6 2 2
| Requested Service | Requested | Certified |
| [[#ur-esi denied - epidural-steroid| Left S1 transforaminal epidural steroid injection]] | 1 | 0 |
| [[#ur-pt-item denied - physical-therapy| Physical therapy, lumbar spine, 2 x week x 4 weeks]] | 8 | 0 |

# Clinical Rationale
This is a 52 year old male with a date of injury of {doi}. Per the 02/14/2019 note there is low back and left leg pain. There was a previous injection, but [[denied prior-injection-relief epidural-steroid| the percentage and the
duration of relief are not stated]], nor any reduction of medication. [[#ur-pt history prior-sessions physical-therapy| The claimant has had at least 24 sessions of physical therapy]] [[denied functional-improvement physical-therapy| without documented objective improvement]].

# Guidelines Relied Upon
MTUS Low Back Disorders Guideline (ACOEM, 2016), epidural glucocorticosteroid injections; therapeutic exercise.
===
%% rights 3
Sincerely,

~ Barnaby Quist, MD | Board Certified, Anesthesiology, CA License C00000

Enclosure: Application for Independent Medical Review, DWC Form IMR
""", date(2019, 2, 27), "Barnaby Quist, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE_TYPED, imr_application(
    _ADJUSTER, "Rosalind Achebe-Tate, MD; San Bruno Ridge Health Occ Med; 1 Ridge Health Way, San Bruno Ridge, CA 90000; 650-555-5550",
    "M51.17", ["Left S1 transforaminal epidural steroid injection (repeat)", "Physical therapy 8 visits, low back"], "02/27/2019", "3/12/2019",
), date(2019, 3, 12), "Thaddeus Okonjo-Bell", "patient")  # fmt: skip

NOTICE = Doc("notice", "Assignment notice", "correspondence", Clinic(
    "Notice of Assignment & Request for Information", (), font="Times", size=11, letterhead="typed", signature="none", foot="page-of"), """
Date: March 27, 2019

To: Delphine Amory, Foothill Casualty Pool

: Case No. | CM99-0000111
: Injured worker | {name}
: Date of injury | {doi}
: UR decision | February 27, 2019
: Application received | March 15, 2019
: Assigned | March 27, 2019
: Priority | Standard

Records are due within fifteen (15) days of the mailing of this notice.
""", date(2019, 3, 27), None, "administrator")  # fmt: skip
