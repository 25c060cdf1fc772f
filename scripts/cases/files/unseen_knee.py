# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A knee arthroscopy with its aftercare, sent as a folder of separate files: the most ordinary surgical dispute."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_knee_reports import FIRST_REPORT, INJECTION, MRI, MRI_AGAIN, NOTES, STRANGER, THERAPY
from scripts.cases.forms import imr_application
from scripts.cases.model import Absence, CaseFile, Doc, File, Item, Look, Missing, Part, Patient, Visits

PATIENT = Patient(
    first="Marisela", last="Quintanar-Boyd", dob=date(1968, 9, 3), doi=date(2015, 10, 9), ssn="900-31-6640", claim="2015-WC-0093318", mrn="70044128",
    phone="(555) 555-0172", address="4418 Almond Row, Unit B", city="Tejon Flats, CA 90000", email="mqboyd@example.com", employer="Sunridge Produce Packing, Inc.",
    sex="F", job="produce packer", also=(("relative", "Terrence Boyd"), ("name", "Quintanar"), ("name", "Marisela")),
)  # fmt: skip
_OTHER = Patient(
    first="Harold", last="Pinchback", dob=date(1959, 2, 11), doi=date(2015, 8, 30), ssn="900-12-4477", claim="2015-WC-0088120", mrn="TF-2219", phone="(555) 555-0173",
    address="9 Silo Court", city="Tejon Flats, CA 90000", email="", employer="Grapevine Truck Stop", sex="M", job="cook",
)  # fmt: skip

_STATE = Clinic("State of California - Division of Workers' Compensation - IMR", (), size=8.5, margin=40, letterhead="typed", heading="boxed",
                signature="scribble", foot="page-of", check="x", dates="%m/%d/%Y")  # fmt: skip
_SURGEON = Clinic("TEHACHAPI PASS ORTHOPAEDIC SURGERY, A MEDICAL CORPORATION", ("Leland R. Vosburgh, M.D.", "Diplomate, American Board of Orthopaedic Surgery",
                  "1200 Railhead Blvd., Suite 300, Tejon Flats, California 90000"), font="Times", size=11, margin=72, letterhead="centre", heading="underline",
                  signature="dictated", foot="re-page", dates="%B ~%d, %Y")  # fmt: skip
_RFA = Clinic("REQUEST FOR AUTHORIZATION (DWC Form RFA) - computer generated", (), size=9, margin=46, letterhead="left", heading="plain", signature="scribble",
              foot="none", check="box", dates="%m/%d/%Y", grid=0.4)  # fmt: skip
_UR = Clinic("Sentry Peak Managed Care", ("Utilization Review for Valley Growers Mutual", "PO Box 771, Sacramento, CA 90000    Ph (555) 555-0176    Fax (555) 555-0177"),
             size=10, margin=62, letterhead="left", heading="title", signature="electronic", foot="page-of", dates="%B ~%d, %Y", colour="#3a2f6b")  # fmt: skip
_ADJUSTER = "Noreen Castellaw; Valley Growers Mutual; PO Box 9120, Sacramento, CA 90000; (555) 555-0175"

CONSULT = Doc("ortho", "Orthopaedic consultation, secondary physician", "consultation", _SURGEON, """
May 10, 2016

Valley Growers Mutual //
Attn: Noreen Castellaw

RE: {NAME} //
DOB: {dob} //
D/I: {doi} //
EMP: {employer} //
CLAIM #: {claim}

SECONDARY TREATING PHYSICIAN'S INITIAL ORTHOPAEDIC CONSULTATION

Dear Ms. Castellaw:

I had the opportunity of seeing {title} {last} in my Tejon Flats office today at the request of Dr. Abernethy-Cruz for her left knee.

# History of present illness
This 47-year-old right-handed woman was carrying a crate of melons on October 9, 2015 when her left foot caught on a pallet and the knee twisted under her. She felt a pop on the
inner side and the knee swelled overnight. [[done mechanical-symptoms knee-arthroscopy| Since then it has given way on the stairs and, two or three times a week, it gets stuck bent and she has to wiggle it loose.]]
She was treated with an anti-inflammatory, a hinged brace and modified work. [[#pt-done history failed-conservative-care knee-arthroscopy| A course of therapy before the holidays made the thigh stronger but did nothing for the catching.]]
[[#shot history steroid-injection-failed -| The cortisone given by Dr. Abernethy-Cruz in April helped for not quite two weeks.]] She has never had surgery on either knee. She is presently on [[done work-restrictions -| sitting
work only, four hours a day]].
# Past medical history
Hypothyroidism, on levothyroxine. No diabetes. No history of blood clots. Non-smoker. Lives with her husband, Terrence Boyd.
# Physical examination
Height 5'3", weight 158 pounds. Gait is antalgic on the left. [[done effusion -| There is a small effusion.]] Range of motion 0-5-120 on the left, 0-0-138 on the right. [[#mcm done knee-derangement knee-arthroscopy| McMurray's
maneuver produces a painful click at the posteromedial joint line; Thessaly at 20 degrees is positive.]] Lachman, drawer and pivot shift are negative. Varus and valgus stress stable.
Left thigh girth is 1.5 cm less than the right. Patellofemoral grind mild. Neurovascular intact.
# Imaging
[[#films done plain-films -| Four views including standing films of both knees, taken in this office today, show well preserved joint spaces]] and no loose body. I personally looked at the MRI disc of
March 22, 2016: [[done imaging-exam-agreement knee-arthroscopy| there is an oblique tear in the posterior horn of the medial meniscus reaching the undersurface, which fits the side and site of her tenderness]].
# Impression
1. Left knee medial meniscus tear, S83.222A, with mechanical symptoms.
2. Chondromalacia, mild, medial femoral condyle.
# Discussion
[[#qme history - -| I was shown only the first three pages of the Panel QME report of Dr. Sigmund Halvorsen dated May 2, 2016]], so I cannot comment on his opinions on apportionment. As to treatment, she has now
had seven months of nonoperative measures. [[done activity-limitation knee-arthroscopy| She cannot squat, kneel or carry, and has stopped walking her granddaughter to school.]] I do not think that more therapy will unlock this knee.
# Recommendation
[[requested - knee-arthroscopy| Left knee arthroscopy with partial medial meniscectomy and chondroplasty as indicated.]] I went over with her what arthroscopy can and cannot do. [[done motivation -| She is eager to
go ahead and to get back to the line.]] [[planned - physical-therapy| After surgery I expect about twelve sessions of therapy.]] She will need crutches for a few days.
%% consent 2
~ Leland R. Vosburgh, M.D. | Orthopaedic Surgery
""", date(2016, 5, 10), "Leland R. Vosburgh, MD", "consultant")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization of June 1, 2016", "rfa", _RFA, """
[x] New Request   [ ] Resubmission   [ ] Expedited Review   [ ] Confirmation of prior oral request

# Employee Information
| Name: {lastfirst} | DOI: {doi} | DOB: {dob} |
| Claim #: {claim} | Employer: {employer} | Sex: {sex} |
# Requesting Physician
| Leland R. Vosburgh MD, Tehachapi Pass Orthopaedic Surgery | Specialty: Orthopaedics |
| 1200 Railhead Blvd Ste 300, Tejon Flats CA 90000 | NPI 1000000112 |
# Claims Administrator
| Valley Growers Mutual / N. Castellaw | Fax (555) 555-0177 |
# Requested Treatment
|= 2 1.2 4.2 1.3 2
| Diagnosis | ICD-10 | Procedure / Service / Good | CPT | Freq / Dur / Qty |
| Medial meniscus tear L knee | S83.222A | [[#rfa-scope requested - knee-arthroscopy| LEFT knee arthroscopy, partial medial meniscectomy, chondroplasty]] | 29881 | 1, outpatient |
| same | same | [[requested - physical-therapy| Post-op physical therapy, left knee]] | 97110 | 2x/wk x 6 wks |
| same | same | [[requested - dme| Crutches]] | E0114 | 1 pr |
| same | same | [[requested - preop-clearance| Pre-op medical clearance w/ PCP incl. CBC, BMP, EKG]] | 99203 | 1 |

Date of request 06/01/2016. Report of 05/10/2016 attached.
~ Leland R. Vosburgh, MD |
""", date(2016, 6, 1), "Leland R. Vosburgh, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Notice of utilization review determination", "ur_decision", _UR, """
June 14, 2016

Leland R. Vosburgh, MD //
1200 Railhead Blvd., Suite 300 //
Tejon Flats, CA 90000

| Injured Worker | {name} | Claim No. | {claim} |
| Date of Injury | {doi} | Employer | {employer} |
| RFA received | June 7, 2016 | Determination date | June 14, 2016 |
| Review type | Prospective | Referral no. | SP-660418 |

# Notice of Non-Certification
The request for authorization that we received on June 7, 2016 was referred to a physician reviewer. Based on the information submitted, the following is not certified:
|= 5 2 2
| Treatment requested | Quantity | Determination |
| [[denied - knee-arthroscopy| Left knee arthroscopy with partial medial meniscectomy and chondroplasty]] | 1 | Non-certified |
| [[denied - physical-therapy| Post-operative physical therapy, left knee]] | 12 | Non-certified |
| [[denied - preop-clearance| Pre-operative medical clearance with CBC, BMP, EKG]] | 1 | Non-certified |
| Crutches | 1 pair | Certified |

# Documents Considered
RFA 6/1/16. Report of L. Vosburgh MD 5/10/16. MRI left knee 3/22/16.

# Clinical Synopsis
The claimant is a 47 y/o female with left knee pain since a twisting injury. MRI showed a tear of the medial meniscus and chondral thinning. Surgery is requested.
# Rationale of the Reviewer
The cited guideline supports arthroscopy where symptoms other than pain are present and where an exercise program to strengthen the knee has failed. [[#ur-nopt denied failed-conservative-care knee-arthroscopy| The records do not show what
conservative treatment was provided, how many therapy sessions were attended, or the result.]] There is degenerative change in the knee, which predicts a poorer result. As the surgery is not
certified, the associated services are not certified either.
# Criteria
MTUS / ACOEM, Chapter 13, Knee Complaints, pages 343-345. ODG Knee and Leg Chapter, Meniscectomy.
===
# Physician Reviewer
This determination was made by Anselm Dubrow, MD, Board Certified in Orthopaedic Surgery, State of Texas license C00017. A peer discussion was attempted on 6/10/16 and 6/13/16; voice messages were left.
%% rights 6
~ Anselm Dubrow, MD | 06/14/2016 2:07 PM
""", date(2016, 6, 14), "Anselm Dubrow, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _STATE, imr_application(
    _ADJUSTER, "Leland R. Vosburgh, MD; Tehachapi Pass Orthopaedic Surgery; 1200 Railhead Blvd. 300, Tejon Flats, CA 90000; (555) 555-0174", "S83.222A tear of medial meniscus, left knee",
    ["Left knee arthroscopy w/ partial medial meniscectomy, chondroplasty", "Post-op PT left knee 2 x 6", "Pre-op clearance, labs, EKG"], "06/14/2016", "07/01/2016",
), date(2016, 7, 1), "Marisela Quintanar-Boyd", "patient")  # fmt: skip

APPEAL = Doc("appeal", "Surgeon's reply to the denial", "correspondence", _SURGEON, """
June 28, 2016

Sentry Peak Managed Care //
Appeals

RE: {NAME}, {claim}, D/I {doi}

To whom it may concern:

I write about your letter of June 14. Your reviewer could not find the conservative treatment. [[#ten history prior-sessions physical-therapy| She went to ten of the twelve visits authorized]] at Flats Physical Therapy; the discharge note
was faxed to you in January and is enclosed again. The joint spaces on her standing films are normal, so this is not an arthritic knee. On [[#relock done mechanical-symptoms knee-arthroscopy| June 24 she came in with
the knee locked at 30 degrees for half a day]]. Please reconsider.

~ Leland R. Vosburgh, M.D. |
""", date(2016, 6, 28), "Leland R. Vosburgh, MD", "treating_physician", after_ur=True)  # fmt: skip

TRANSMITTAL = Doc("transmittal", "E-mail with which the records were sent", "correspondence", Clinic("", ("From: ncastellaw@valleygrowers.example", "To: imr.records@example.org",
                  "Date: Mon, 25 Jul 2016 08:51:12 -0700", "Subject: records, IMR CM99-0000131")), """
Attached for IMR case CM99-0000131, {lastfirst}, claim {claim}, date of injury 10/09/2015, assigned 07/15/2016, application received 07/08/2016 (standard).

The QME report will follow if defense counsel releases it. Our nurse says there is nothing from the ER.

Noreen Castellaw, Senior Claims Examiner //
Valley Growers Mutual
""", date(2016, 7, 25), "Noreen Castellaw", "administrator")  # fmt: skip

CASE = CaseFile(
    name="unseen-knee",
    about="Knee arthroscopy denied for want of conservative care that stands in therapy papers the reviewer did not have.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000131", date_assigned=date(2016, 7, 15), date_of_injury=date(2015, 10, 9), ur_denial_date=date(2016, 6, 14),
                      request_date=date(2016, 6, 1), priority="Standard", application_received=date(2016, 7, 8)),
    files=(
        File("5021.pdf", (Part(FIRST_REPORT, Look(scan="fax", skew=0.7, fax="10/13/2015 07:44 FROM:TEJON OCC CARE  TO:5555550177  P.{p:02d}/{n:02d}")),)),
        File("Appeal 062816.docx", (Part(APPEAL),)),
        File("IMR app signed.pdf", (Part(APPLICATION, Look(scan="grey", skew=-0.8)),)),
        File("MRI LT KNEE.pdf", (Part(MRI),)),
        File("PT Flats.pdf", (Part(THERAPY[0]), Part(STRANGER), Part(THERAPY[1]))),
        File("RFA 6-1-16 w attach.pdf", (Part(REQUEST, Look(scan="fax", skew=1.1, fax="JUN-07-2016 16:32   TEHACHAPI PASS ORTHO   5555550174   P.{p:03d}")),
                                         Part(MRI_AGAIN, Look(scan="fax", skew=1.1, fax="JUN-07-2016 16:32   TEHACHAPI PASS ORTHO   5555550174   P.004")))),
        File("Tejon Occ notes.pdf", tuple(Part(note) for note in (*NOTES, INJECTION))),
        File("UR denial.pdf", (Part(UR),)),
        File("Vosburgh consult.docx", (Part(CONSULT),)),
        File("cover email.txt", (Part(TRANSMITTAL),)),
    ),
    items=(
        Item(1, "Left knee arthroscopy with partial medial meniscectomy and chondroplasty",
             {"treatment": "knee-arthroscopy", "sites": [{"part": "knee", "side": "left"}], "ur_action": "denied"}),
        Item(2, "Post-operative physical therapy, left knee, 2x/wk x 6 wks",
             {"treatment": "physical-therapy", "visits": 12, "per_week": 2, "weeks": 6, "sites": [{"part": "knee", "side": "left"}], "phase": "postoperative", "ur_action": "denied"}),
        Item(3, "Pre-operative medical clearance with CBC, BMP, EKG", {"treatment": "preop-clearance", "phase": "preoperative", "ur_action": "denied"}),
    ),
    traps=("conservative-care-elsewhere", "duplicates", "other-patient-page", "missing-record", "post-ur-report", "separate-files"),
    others=(_OTHER,),
    visits=(Visits("physical-therapy", 10, ("discharge-count", "ten")),),
    missing=(Missing("Panel QME report of Dr. Sigmund Halvorsen", date(2016, 5, 2), "qme"),
             Missing("X-rays of the left knee, Tejon Flats Community Hospital", date(2015, 10, 9), "er-films")),
    absences=(
        Absence("No failed conservative care is documented.", "failed-conservative-care", "pt-done"),
        Absence("No mechanical symptoms are documented.", "mechanical-symptoms", "relock"),
        Absence("No plain films are documented.", "plain-films", "films"),
        Absence("No history of blood clots or other risk of thrombosis is documented.", "dvt-risk"),
        Absence("No return to full duty is documented.", "full-duty"),
    ),
    held_out=True,
    providers=("Leland R. Vosburgh", "Leland Vosburgh", "L. Vosburgh", "Vosburgh", "Noreen Castellaw", "N. Castellaw", "Castellaw", "Anselm Dubrow", "Sigmund Halvorsen",
               "Pilar Abernethy-Cruz", "Abernethy-Cruz", "Rufus Tangney", "Wendell Okoro-Hale"),
)  # fmt: skip
