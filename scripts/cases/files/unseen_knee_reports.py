# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""First report, chart notes, therapy papers and MRI of the knee case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

_FORM_5021 = Clinic("DOCTOR'S FIRST REPORT OF OCCUPATIONAL INJURY OR ILLNESS", ("STATE OF CALIFORNIA",), size=9, margin=40, letterhead="centre", heading="plain",
                    signature="scribble", foot="none", check="box", dates="%m/%d/%y", grid=0.7)  # fmt: skip
_CHART = Clinic("", (), size=9.5, margin=48, letterhead="none", heading="plain", signature="electronic", foot="none", dates="%m/%d/%Y", grid=0.2,
                running="{lastfirst} (MRN {mrn})  DOB: {dob}   Tejon Flats Occupational Care   Page {p}/{n}",
                printed="Printed by [RMALONE] at 7/20/16 3:18 PM")  # fmt: skip
_GYM = Clinic("Flats Physical Therapy, Inc.", ("(555) 555-0178",), font="Times", size=10, margin=44, letterhead="right", heading="runin", signature="initials", foot="none",
              dates="%m/%d/%y", grid=0.8)  # fmt: skip
_RADIOLOGY = Clinic("KERN RIM RADIOLOGY MEDICAL GROUP", ("Open 1.5T MRI  -  Digital X-Ray  -  Ultrasound",), font="Courier", size=10, margin=60, letterhead="left", heading="runin",
                    signature="stamp", foot="none", dates="%m/%d/%Y")  # fmt: skip

FIRST_REPORT = Doc("first-report", "Doctor's first report of occupational injury", "progress_note", _FORM_5021, """
> Within 5 days of your initial examination, for every occupational injury or illness, send two copies of this report to the employer's workers' compensation insurance carrier.
| 1. INSURER: Valley Growers Mutual | PLEASE DO NOT USE THIS COLUMN |
| 2. EMPLOYER NAME: {employer} | Case No. |
| 3. Address: 1 Shed Rd, Tejon Flats CA | Industry |
| 5. PATIENT NAME: {name} | 6. Sex {sex}   7. DOB {dob} |
| 8. Address: {address}, {city} | 9. Tel {phone} |
| 10. Occupation: {job} | 11. SSN {ssn} |
| 13. Date and hour of injury: 10/9/15 2:30 pm | 15. Date of first exam: 10/12/15 11:10 am |
17. DESCRIBE HOW THE ACCIDENT HAPPENED: carrying crate, foot caught on pallet, L knee twisted + pop

18. SUBJECTIVE COMPLAINTS: L knee pain 8/10 medial, swelling. [[#er-films history plain-films -| Went to ER at Tejon Flats Community Hosp. night of injury, xrays neg per pt]]

19. OBJECTIVE FINDINGS: A. 2+ effusion L knee, TTP med jt line, flex 95, can't do McMurray d/t guarding. Lig stable. B. X-ray: not repeated

20. DIAGNOSIS: [[done suspected-tear -| sprain/strain L knee, r/o internal derangement]]

21. Findings consistent with account of injury? [x] Yes [ ] No     22. Other condition that will impede recovery? [ ] Yes [x] No

23. TREATMENT RENDERED: hinged brace, crutches, [[done nsaid-use -| naproxen 500 BID #30]], ice

24. FURTHER TREATMENT: [[requested - physical-therapy| PT 3x/wk x4wks]], recheck 1 wk

26. WORK STATUS: able to perform usual work? [ ] Yes [x] No. Modified: sit down work only

DOCTOR'S SIGNATURE / Name: Pilar Abernethy-Cruz MD   10/12/15
~ Pilar Abernethy-Cruz, MD |
""", date(2015, 10, 12), "Pilar Abernethy-Cruz, MD", "treating_physician")  # fmt: skip

_HEAD = """
{name} //
{day} {time}   Office Visit   Department: Tejon Flats Occupational Care   Encounter #: {visit} //
Description: 47 y.o. female     Provider: Pilar Abernethy-Cruz, MD     WC claim {claim}
"""


def _head(day: str, time: str, visit: str) -> str:
    return _HEAD.replace("{day}", day).replace("{time}", time).replace("{visit}", visit)


NOTES = (
    Doc("note-0211", "Progress note of 2/11/2016", "progress_note", _CHART, _head("2/11/2016", "8:20 AM", "118830") + """
Progress Notes by Pilar Abernethy-Cruz, MD at 2/11/2016 8:20 AM

# HPI
F/u L knee. [[done - physical-therapy| Finished PT in January.]] [[done failed-conservative-care -| Quad is stronger but knee still catches going down stairs.]] Naproxen upset her stomach, changed to [[done nsaid-use -| meloxicam 15 mg daily]] in Dec with fair relief.
Pain 4-7/10. [[done home-exercise -| Doing straight leg raises and the band routine at home most mornings.]]
# ROS
%% systems 3
# Exam
BP 124/78, Wt 157 lb (71.2 kg), BMI 27.8. L knee: trace effusion, TTP medial joint line, flexion 118, McMurray equivocal. Neg Lachman. Gait mild limp.
# Assessment/Plan
Left knee pain, medial, not improving at 4 months.
- [[requested - mri| MRI left knee w/o contrast]] ordered
- Continue brace and meloxicam
- Consider intra-articular steroid if no surgical lesion
- Work: sit-down duty, 4 h
~ Pilar Abernethy-Cruz, MD | 2/11/2016 8:52 AM
""", date(2016, 2, 11), "Pilar Abernethy-Cruz, MD", "treating_physician"),
    Doc("note-0328", "Progress note of 3/28/2016", "progress_note", _CHART, _head("3/28/2016", "4:05 PM", "121177") + """
Progress Notes by Pilar Abernethy-Cruz, MD at 3/28/2016 4:05 PM

# HPI
Here for MRI results. Knee the same, "it gets stuck". Terrence Boyd, husband, present.
# Exam
L knee: trace effusion. Medial joint line tender. [[done knee-derangement -| McMurray + medial today.]]
# Results
MRI L knee 3/22/16 reviewed with pt: medial meniscus tear, posterior horn; mild chondral change.
# Assessment/Plan
- [[planned - joint-injection| Will inject L knee next visit]]; discussed
- [[requested - surgical-consult| Refer to ortho Dr. Vosburgh]]
- Meloxicam refilled #30
- Pt asks re: surgery; ortho to decide
~ Pilar Abernethy-Cruz, MD | 3/28/2016 4:31 PM
""", date(2016, 3, 28), "Pilar Abernethy-Cruz, MD", "treating_physician"),
)  # fmt: skip

INJECTION = Doc("injection", "Procedure note: knee injection of 4/12/2016", "progress_note", _CHART, _head("4/12/2016", "1:40 PM", "122010").replace("Office Visit", "Procedure visit") + """
Procedures by Pilar Abernethy-Cruz, MD at 4/12/2016 1:40 PM

Procedure: [[done - joint-injection| Arthrocentesis/injection, major joint, left knee]] //
Indication: persistent medial pain and catching //
Consent: verbal and written. Time out done 1:38 PM.

Superolateral approach, chlorhexidine prep. 6 cc clear yellow fluid withdrawn. Triamcinolone 40 mg with 4 cc lidocaine 1% placed without resistance. No complication. Band-aid. Ice.

Plan: call in 2 weeks w/ response. Keep ortho appt 5/10.

Addendum 4/29/2016: [[done steroid-injection-failed -| pt phoned, pain eased about 12 days and is back where it was.]]
~ Pilar Abernethy-Cruz, MD | 4/29/2016 9:02 AM
""", date(2016, 4, 12), "Pilar Abernethy-Cruz, MD", "treating_physician")  # fmt: skip

THERAPY = (
    Doc("pt-flow", "Physical therapy flow sheet", "therapy_log", _GYM, """
FLOW SHEET     Pt: {lastfirst}     Dx: L knee sprain     MD: Abernethy-Cruz     Auth: 12     Nov 2015 - Jan 2016
|= 2.6 1 1 1 1 1 1 1 1 1 1 1 1
| DATE | 11/16 | 11/18 | 11/20 | 11/23 | 11/30 | 12/2 | 12/4 | 12/9 | 12/14 | 12/18 | 1/6 | 1/8 |
| VISIT | 1 | 2 | 3 | 4 | C | 5 | 6 | 7 | 8 | 9 | NS | 10 |
| Bike min | 5 | 5 | 8 | 8 | | 8 | 10 | 10 | 10 | 10 | | 10 |
| SLR 4-way | 2x10 | 2x10 | 3x10 | 3x10 | | 3x10 2# | 3x10 2# | 3x10 3# | 3x10 3# | 3x10 4# | | 3x10 4# |
| Mini squat | - | - | 10 | 10 | | 2x10 | 2x10 | 2x12 | 2x12 | 3x10 | | 3x10 |
| Step up | - | - | - | 4" | | 4" | 4" | 6" | 6" | 6" | | 6" |
| IFC/ice | 15 | 15 | 15 | 15 | | 15 | 15 | 15 | - | - | | - |
| Pain in/out | 7/6 | 7/6 | 6/5 | 6/5 | | 6/4 | 5/4 | 6/5 | 5/4 | 5/4 | | 5/4 |
C = pt cancelled (dentist)   NS = no show
~ Wendell Okoro-Hale, PT |
""", date(2016, 1, 8), "Wendell Okoro-Hale, PT", "therapist"),
    Doc("pt-discharge", "Physical therapy discharge summary", "therapy_log", _GYM, """
DISCHARGE SUMMARY     01/11/16

: Patient | {name}
: DOB | {dob}
: Referred by | Dr. Abernethy-Cruz
: Seen from / to | 11/16/15 - 01/08/16
: Visits | [[#discharge-count done prior-sessions physical-therapy| 10 attended, 1 cancelled, 1 no show]]

# Status
Quad strength 4-/5 to 4+/5. Flexion 100 to 120. LEFS 31/80 at start, 44/80 now. [[done failed-conservative-care knee-arthroscopy| Catching and giving way on stairs unchanged; pt plateaued over the last 3 visits.]]
# Reason for discharge
Authorization used up. [[#hep done home-exercise physical-therapy| Independent w/ HEP, written handout and green band issued.]]
# Recommendation
Back to MD, consider further imaging.
~ Wendell Okoro-Hale, PT |
""", date(2016, 1, 11), "Wendell Okoro-Hale, PT", "therapist"),
)  # fmt: skip

STRANGER = Doc("pt-stranger", "Physical therapy note of another patient", "therapy_log", _GYM, """
DAILY NOTE     {lastfirst}     DOB {dob}     12/02/15

S: R shoulder sore after mopping. O: pulleys, wand flexion 110, ER iso x 10. A: slow gains. P: cont 2x/wk.
~ Wendell Okoro-Hale, PT |
""", date(2015, 12, 2), "Wendell Okoro-Hale, PT", "therapist", patient=Patient(
    first="Harold", last="Pinchback", dob=date(1959, 2, 11), doi=date(2015, 8, 30), ssn="900-12-4477", claim="2015-WC-0088120", mrn="TF-2219", phone="(555) 555-0173",
    address="9 Silo Court", city="Tejon Flats, CA 90000", email="", employer="Grapevine Truck Stop", sex="M", job="cook"))  # fmt: skip

MRI = Doc("mri", "MRI of the left knee", "imaging", _RADIOLOGY, """
PATIENT: {LASTFIRST} //
DOB: {dob}   SEX: {sex}   CLAIM: {claim} //
REFERRING: PILAR ABERNETHY-CRUZ, MD //
DATE OF SERVICE: 03/22/2016

EXAM: MRI LEFT KNEE WITHOUT CONTRAST

# Clinical history
PAIN AND CATCHING AFTER TWISTING INJURY.
# Comparison
NONE.
# Technique
AXIAL, SAGITTAL AND CORONAL SEQUENCES, PD AND T2 FAT SUPPRESSED.
# Findings
MENISCI: [[done imaging-exam-agreement knee-arthroscopy| OBLIQUE SIGNAL IN POSTERIOR HORN OF MEDIAL MENISCUS EXTENDING TO THE INFERIOR SURFACE ON 3 SLICES.]] LATERAL MENISCUS NORMAL. //
LIGAMENTS: ACL, PCL, MCL AND LCL INTACT. //
CARTILAGE: MILD THINNING AT WEIGHTBEARING MEDIAL FEMORAL CONDYLE, GRADE 2. PATELLA NORMAL. //
FLUID: SMALL JOINT EFFUSION. NO BAKER CYST. //
BONE: NO FRACTURE. NO EDEMA.
# Impression
1. MEDIAL MENISCAL TEAR, POSTERIOR HORN. //
2. MILD CHONDROMALACIA MEDIAL COMPARTMENT. NO ADVANCED OSTEOARTHRITIS. //
3. SMALL EFFUSION.
~ Rufus Tangney, MD | Radiology
""", date(2016, 3, 22), "Rufus Tangney, MD", "radiologist")  # fmt: skip
MRI_AGAIN = replace(MRI, id="mri-again", duplicate_of="mri")
