# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The worker of `shoulder_package`, and the papers of the dispute: the request points to a second sheet."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, imr_application, rfa
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Evander", last="Stroud", dob=date(1959, 12, 8), doi=date(2017, 10, 4), ssn="900-61-7742", claim="SG17-40093-1", mrn="TP 60117",
    phone="555-555-0172", address="31 Capstan Street", city="Tern Point, CA 90000", email="estroud@example.net", employer="Lee Shore Roofing", sex="M",
    job="roofer",
)  # fmt: skip

_DOCTOR = "Cosima Ravndal, MD; Tern Point Orthopedics & Sports Medicine; 2 Bollard Way, Tern Point, CA 90000; 555-555-0170; 555-555-0171; Orthopedic Surgery; 1000000088"
_ADJUSTER = "Imelda Frost; Contractors Own Insurance; 77 Ballast Blvd, Sacroft, CA 90000; 555-555-0173"

_UR = Clinic("SEQUOIA GATE UR", ("on behalf of Contractors Own Insurance", "Decisions: 555-555-0174   Peer to peer: 555-555-0175"), font="Helvetica", size=9.5, margin=52,
             letterhead="left", heading="boxed", signature="stamp", foot="page-of", dates="%B ~%d, %Y", grid=0.6, colour="#0b4f6c")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization with surgery sheet", "rfa", STATE, rfa(
    _DOCTOR, _ADJUSTER, ["Complete RCT, R shoulder | M75.121 | Surgery + associated services: SEE ATTACHED SHEET | 29827 | page 2 of this fax"], "05/02/2018",
) + """
===
T: SURGERY REQUEST SHEET

Pt: {name}     DOB {dob}     Claim {claim}     SIDE: RIGHT     Surgeon: Ravndal

|= 0.6 5 2 3
| | Service | Code | Qty |
| a | [[requested - shoulder-surgery| R shoulder arthroscopic rotator cuff repair, SAD, poss. biceps tenodesis]] | 29827 29826 29828 | 1 |
| b | [[requested - assistant-surgeon| Assistant surgeon (PA-C)]] | -AS | 1 |
| c | [[#rfa-clear requested - preop-clearance| Pre-op medical clearance]] (H&P, EKG, CBC, CMP, A1c) | 99243 | 1 |
| d | Abduction sling w/ pillow | L3960 | 1 |
| e | [[#rfa-cold requested - cold-therapy| Cold therapy unit w/ shoulder pad, rental 30 days]] | E0218 | 30 |
| f | [[#rfa-pt requested - physical-therapy| Post-op physical therapy R shoulder, 24 visits]] | 97110 | 24 |

Facility: Tern Point Surgery Center, outpatient. Target date: first week of June.
""", date(2018, 5, 2), "Cosima Ravndal, MD", "treating_physician")  # fmt: skip

ORDER = Doc("dme-order", "Prescription for durable medical equipment", "other", Clinic(
    "NORTHLIGHT MEDICAL SUPPLY", ("DME ORDER / LETTER OF MEDICAL NECESSITY      fax 555 555 0177",), size=10, margin=60, letterhead="centre", heading="plain",
    signature="scribble", foot="none", check="box", dates="~%m/~%d/%y", grid=0.4), """
Name: {name}     DOB: {dob}     Ins: WC, {claim} //
Dx: M75.121

[x] Cold therapy system, motorized     [ ] CPM     [ ] TENS     [ ] DVT sleeves //
Length of need: [[#order-days| 14 days]]     [x] Rent  [ ] Buy

Reason: [[#swelling planned rehabilitation-adjunct cold-therapy| post-op swelling and pain, to cut down on pills]]

Date: 5/2/18
~ Cosima Ravndal, MD |
""", date(2018, 5, 2), "Cosima Ravndal, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review decision", "ur_decision", _UR, """
May 11, 2018

Cosima Ravndal, MD //
VIA FAX 555-555-0171

: Employee | {NAME}
: Claim no. | {claim}
: DOI | {doi}
: Requests received | May 4, 2018

# SUMMARY OF DETERMINATION
|= 0.6 5 2.2
| 1 | Right shoulder arthroscopic rotator cuff repair, subacromial decompression, possible biceps tenodesis | APPROVED |
| 2 | [[denied - assistant-surgeon| Assistant surgeon]] | NOT APPROVED |
| 3 | [[denied - preop-clearance| Preoperative medical clearance]] | NOT APPROVED |
| 4 | Abduction sling with pillow | APPROVED |
| 5 | [[denied - cold-therapy| Cold therapy unit, 30 day rental]] | NOT APPROVED |
| 6 | [[#ur-pt denied - physical-therapy| Post-operative physical therapy, right shoulder, 24 visits]] | MODIFIED: 12 of 24 visits approved; 12 visits not approved |

# EXPLANATION
1: [[#ur-surgery done surgery-approved shoulder-surgery| The operation is approved as requested.]] 2: Arthroscopy of the shoulder does not as a rule call for an assistant. 3: [[#ur-healthy denied comorbidity preop-clearance| The claimant is not described as having any condition that would raise the risk]] of an outpatient procedure of low risk. 5: Home ice is
as good. 6: An initial course is one half of the number in the postsurgical schedule (24 visits over 14 weeks); more may be asked for when progress is shown.

# REFERENCES
8 CCR 9792.24.3, Shoulder. MTUS Shoulder Disorders Guideline (ACOEM, August 2016). ACC/AHA 2014 on perioperative evaluation.
===
# YOUR RIGHTS
%% rights 4
# REVIEWER
~ Raoul Tennant, MD | Orthopedic Surgery, Texas X0000
===
# PROOF OF SERVICE
On May 11, 2018 I served the foregoing on the persons below by placing a true copy in the mail at Sacroft, California.

{name}, {address}, {city} //
Cosima Ravndal, MD, 2 Bollard Way, Tern Point, CA 90000 //
Imelda Frost, Contractors Own Insurance
""", date(2018, 5, 11), "Raoul Tennant, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    _ADJUSTER, "Cosima Ravndal, MD; Tern Point Orthopedics & Sports Medicine; 2 Bollard Way, Tern Point, CA 90000; 555-555-0170", "M75.121",
    ["Post op PT right shoulder, all 24 visits (12 were cut)", "Ice machine (cold therapy unit) 30 days", "Pre-op medical clearance", "Assistant surgeon"], "05/11/2018", "06/04/2018",
), date(2018, 6, 4), "Evander Stroud", "patient")  # fmt: skip

NOTICE = Doc("notice", "Notice of assignment and request for information", "correspondence", Clinic(
    "IMR PROGRAM - CASE INTAKE", (), font="Courier", size=10, margin=70, letterhead="typed", signature="none", foot="none", dates="%m/%d/%Y"), """
06/20/2018

NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION

CASE NUMBER ......... CM99-0000113 //
INJURED WORKER ...... {NAME} //
DATE OF INJURY ...... {doi} //
UR DETERMINATION .... 05/11/2018 //
APP RECEIVED ........ 06/07/2018 //
ASSIGNED ............ 06/20/2018 //
REVIEW TYPE ......... STANDARD

The claims administrator is to send the records within 12 days of an electronic notice. Do not send films.
""", date(2018, 6, 20), None, "administrator")  # fmt: skip
