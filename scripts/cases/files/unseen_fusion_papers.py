# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The papers of the fusion case: application, request, review, laboratory, nurse, supplier, another patient's page."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Delroy", last="Hutchcraft", dob=date(1969, 6, 9), doi=date(2018, 3, 14), ssn="900-61-4408", claim="CV-WC 2018/0417-03", mrn="E1147820",
    phone="(555)555-0201", address="9 Quarry Bend Rd, Sp. 31", city="Vallejito, CA 90000", email="dhutch69@example.org", employer="City of Vallejito Public Works",
    sex="M", job="heavy equipment operator",
    also=(("mrn", "60011873"), ("mrn", "C-2020-0211-7"), ("claim", "CVWC2018041703"), ("claim", "UM20-051187"), ("phone", "555-555-0202"), ("phone", "+1 555 555 0201"), ("relative", "Yvette"),
          ("employer", "City of Vallejito"), ("employer", "CITY OF VALLEJITO DPW"), ("dob", "1969/06/09"), ("dob", "09JUN1969"), ("mrn", "NS-8841"), ("mrn", "L200203-0667"), ("name", "HUTCHCRAFT DELROY")),
)  # fmt: skip
STRANGER = Patient(
    first="Philomena", last="Vandersloot", dob=date(1956, 10, 30), doi=date(2017, 2, 2), ssn="900-70-5512", claim="CV-WC 2017/0101-01", mrn="E1090034",
    phone="(555)555-0205", address="501 Cistern St", city="Vallejito, CA 90000", email="", employer="Vallejito Library", sex="F", job="page", also=(("dob", "30OCT1956"),),
)  # fmt: skip

_APP = Clinic("IMR Application", ("Department of Industrial Relations form, completed on paper and keyed by the intake vendor",), font="Courier", size=9.2, margin=54, letterhead="centre", heading="runin", signature="typed",
              foot="dash", check="x", dates="%Y/%m/%d", grid=0)  # fmt: skip
_RFA = Clinic("VALLEJITO NEUROSURGICAL INSTITUTE", ("Surgery authorization packet - DWC RFA", "Tax ID on file | Sched. desk 555-555-0206 | Secure fax 555-555-0207"), font="Times", size=10.5, margin=60, letterhead="left",
              heading="numbered", signature="scribble", foot="none", check="box", dates="~%m/~%d/%Y", grid=0.2, colour="#13325b",
              printed="Case no. C-2020-0211-7    pkt p. {p}")  # fmt: skip
_UR = Clinic("WESTBROOK UTILIZATION SYSTEMS", ("AUTOMATED DETERMINATION NOTICE", "P O BOX 5500  STONEFIELD CA 90000"), font="Courier", size=9.8, margin=46, letterhead="typed", heading="caps", signature="none", foot="page-of",
             dates="%m/%d/%Y", grid=0)  # fmt: skip
_LAB = Clinic("", (), font="Helvetica", size=9, margin=50, letterhead="none", heading="plain", signature="none", foot="none", dates="%d%b%Y", grid=0.2,
              running="STONEFIELD REFERENCE LABORATORIES\nPATIENT: {LASTFIRST}   DOB: 09JUN1969   SEX: {sex}   SPECIMEN: L200203-0667", printed="END OF REPORT     p {p} / {n}")  # fmt: skip
_NCM = Clinic("Field Case Management Report", ("Harrowgate RN Consulting", "RN, CCM"), font="Helvetica", size=10, margin=66, letterhead="right", heading="title", signature="typed", foot="page-of",
              dates="%B ~%d, %Y", grid=0.4)  # fmt: skip
_EMGX = Clinic("", (), font="Times", size=10, margin=50, letterhead="none", heading="plain", signature="typed", foot="none", dates="%d%b%Y", grid=0.4,
               running="Vallejito Neurodiagnostics   {lastfirst}   {dob}   Chart {mrn}")  # fmt: skip
_ED = Clinic("", (), font="Helvetica", size=8.8, margin=40, letterhead="none", heading="band", signature="electronic", foot="none", check="brackets", dates="%m/%d/%Y", grid=0.2,
             running="Vallejito Memorial Hospital - Emergency     {name}     MRN {mrn}     Acct 60011873     DOB {dob}", printed="Release of information copy - {p}/{n}")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _APP, """
BATCH 0320-17   FORM IMR   KEYED 2020/03/20

# Review type
_X_ REGULAR   __ EXPEDITED
# Worker
{lastfirst}, born {dob} //
{address}, {city} //
Tel +1 555 555 0201   mail {email} //
Injured {doi} at {employer} //
Claim {claim}   SSN last four 4408   Counsel: none (self represented)
# Doctor
Imelda Rasmussen, MD, Vallejito Neurosurgical Institute, 200 Aqueduct Wy, Vallejito CA 90000, 555-555-0206
# Administrator
Municipal Self Insured Pool, adjuster Corwin Tashjian, 555-555-0203
# Decision
UR letter dated 2020/02/21. Diagnosis M43.16, M48.061, M54.16. Liability disputed for this care: __ yes  _X_ no
# Treatment in dispute (as written by worker)
(1) Low back fusion L4-L5 with screws and cage

(2) Assistant surgeon

(3) Pre-op medical clearance (internist, EKG, labs)

(4) LSO back brace
# Release
I let the review organization have my records. /s/ {name}  2020/03/16
~ {name} |
""", date(2020, 3, 16), "Delroy Hutchcraft", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization, surgery packet", "rfa", _RFA, """
T: REQUEST FOR AUTHORIZATION (DWC FORM RFA)
[x] New request     [ ] Change in material facts     [ ] Expedited

# Employee
{lastfirst}, DOB {dob}, DOI {doi} //
Claim {claim}     Employer {employer}
# Requesting physician
Imelda Rasmussen, MD, Neurosurgery, NPI 1000000527, 200 Aqueduct Wy, Vallejito CA 90000
# Claims administrator
Municipal Self Insured Pool, attn Corwin Tashjian, fax 555-555-0204
# Requested
|= 0.5 5 2.2 2
| A | [[#rfa-op requested - lumbar-fusion| TLIF L4-5 with posterior instrumentation and local autograft]] | 22633, 22840, 22853, 20936 | inpatient, VMH |
| B | [[#rfa-as requested - assistant-surgeon| Assistant surgeon]] | modifier 80/AS | A. Petrossian PA-C |
| C | [[#rfa-clear requested - preop-clearance| Pre-operative medical clearance with internist incl. EKG, CBC, CMP, PT/PTT, A1c]] | 99244, 93000, 80053 | before DOS |
| D | [[#rfa-lso requested - lumbar-support| LSO, rigid, off the shelf]] | L0650 | purchase, 1 |

Dx for all lines: M43.16 spondylolisthesis lumbar; M48.061; M54.16
# Attached
Office letter 2/6/2020; flexion/extension films; MRI; psych clearance (8 pp total)
# Signature
Date 2/11/2020
~ Imelda Rasmussen, MD |
""", date(2020, 2, 11), "Imelda Rasmussen, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review notice of adverse determination", "ur_decision", _UR, """
02/21/2020                                   UM20-051187

TO  IMELDA RASMUSSEN MD  FAX 555-555-0207 //
CC  {NAME}, {address}, {city}

RE  CLAIMANT  {LASTFIRST} //
    CLAIM     CVWC2018041703      DOI {doi} //
    EMPLOYER  CITY OF VALLEJITO DPW //
    RFA DATED 02/11/2020   RECEIVED 02/14/2020   DETERMINED 02/21/2020

# Line items
|= 0.6 4.6 1 1.8
| LN | SERVICE | QTY | STATUS |
| 01 | [[#ur-op denied - lumbar-fusion| TRANSFORAMINAL LUMBAR INTERBODY FUSION L5-S1]] | 1 | ADVERSE |
| 02 | [[#ur-as denied - assistant-surgeon| ASSISTANT SURGEON]] | 1 | ADVERSE |
| 03 | [[#ur-clear denied - preop-clearance| PREOPERATIVE MEDICAL CLEARANCE]] | 1 | ADVERSE |
| 04 | [[#ur-lso denied - lumbar-support| LSO BRACE PURCHASE]] | 1 | ADVERSE |

STATUS KEY: CERT = MEDICALLY NECESSARY, ADVERSE = NOT SHOWN TO BE MEDICALLY NECESSARY.
# Information submitted
RFA 02/11/2020. OFFICE LETTER 02/06/2020. MRI 09/25/2019. AME REPORT 08/15/2019 FROM CLAIM FILE.
# Basis, LN 01
MTUS LOW BACK DISORDERS (ACOEM, 02/13/2020) RECOMMENDS FUSION FOR DEGENERATIVE SPONDYLOLISTHESIS WITH INSTABILITY AFTER FAILED CARE. [[#ur-stable denied segmental-instability lumbar-fusion| NO FLEXION-EXTENSION STUDY WITH MEASURED MOTION IS IN THE FILE.]] [[#ur-psych denied psych-clearance lumbar-fusion| NO PSYCHOSOCIAL SCREEN WAS SUBMITTED.]] [[#ur-smoke denied smoking-addressed lumbar-fusion| PER THE AME THE CLAIMANT SMOKES 10 TO 15 CIGARETTES DAILY AND CESSATION IS NOT SHOWN.]]
# Basis, LN 02
DEPENDS ON LN 01.
# Basis, LN 03
DEPENDS ON LN 01. [[#ur-comorb denied comorbidity preop-clearance| FURTHER, NO COMORBID CONDITION IS IDENTIFIED.]]
# Basis, LN 04
MTUS DOES NOT SUPPORT LUMBAR SUPPORTS OTHER THAN AFTER SURGERY. DEPENDS ON LN 01.
===
# Reviewing physician
LEOPOLD ACKERSLEY MD. ORTHOPAEDIC SURGERY, ABOS. CALIFORNIA A00000. ACTIVE PRACTICE. AVAILABLE TUE AND THU 0900 TO 1100 PT, 555-555-0208.
# Dispute
AN APPLICATION (FORM IMR) AND AN ADDRESSED ENVELOPE ARE ENCLOSED. IT MUST BE RECEIVED WITHIN 30 CALENDAR DAYS AFTER SERVICE OF THIS NOTICE. THE ASSISTANCE OF AN I AND A OFFICER IS FREE.

A TREATING PHYSICIAN MAY ASK WESTBROOK TO RECONSIDER WITHIN 10 DAYS BY FAX.

THIS NOTICE IS NOT A DENIAL OF THE CLAIM AND DOES NOT AFFECT TEMPORARY DISABILITY.

SERVED BY MAIL ON 02/21/2020 FROM STONEFIELD CALIFORNIA.
""", date(2020, 2, 21), "Leopold Ackersley, MD", "reviewer")  # fmt: skip

COTININE = Doc("cotinine", "Laboratory report of February 3, 2020", "other", _LAB, """
Ordered by: Rasmussen, I   Collected: 03FEB2020 09:12   Reported: 05FEB2020

|= 3 1.4 2 1
| Analyte | Result | Reference | Flag |
| Cotinine, serum | < 2.0 ng/mL | nonuser < 10.0 | |
| Hemoglobin A1c | 7.1 % | < 5.7 | H |
| Vitamin D 25-OH | 24 ng/mL | 30 - 100 | L |

Interpretation: [[#nic done smoking-addressed lumbar-fusion| value is that of a person without use of nicotine in the past 7 to 10 days.]]
""", date(2020, 2, 5), None, "other")  # fmt: skip

NURSE = Doc("ncm", "Field case management report of December 16, 2019", "correspondence", _NCM, """
December 16, 2019

To: Corwin Tashjian, Municipal Self Insured Pool //
Claimant: {name}     Claim: {claim}     Employer: {employer}

# Contacts
12/5 met pt and wife Yvette (555-555-0202) at Dr. Rasmussen's office. 12/11 T/C to employer, no modified job for CDL holder on gabapentin.
# Medical Update
Dr. Rasmussen went over bending x-rays, L4 slips more when he bends forward. She wants [[#ctm| a CT myelogram, done 12/10 at VMH, report to follow]], psych clearance and no cigarettes before she will submit. [[#quit done smoking-addressed lumbar-fusion| Pt states last cigarette was Halloween, on the patch thru mid Nov.]]
# Barriers
Drives 40 min each way. Wife works days; bathroom is narrow, will need looked at prior to surgery.
# Return To Work
[[#ttd done work-restrictions -| TTD since 6/2018, sedentary only.]]
# Plan
Attend 1/2020 appt.

~ Rosalba Kittredge, RN, CCM |
""", date(2019, 12, 16), "Rosalba Kittredge, RN, CCM", "administrator")  # fmt: skip

OTHER_EMG = Doc("stranger", "Nerve conduction summary page", "electrodiagnostics", _EMGX, """
Study of 12NOV2019, page 2

|= 3 1 1 1
| Motor nerve | Lat ms | Amp mV | CV m/s |
| R median, wrist | 5.1 | 6.2 | 49 |
| R ulnar, wrist | 2.9 | 9.0 | 58 |
| L median, wrist | 4.8 | 7.1 | 50 |

Impression: moderate carpal tunnel syndrome, worse on right. No polyneuropathy.
""", date(2019, 11, 12), None, "other", patient=STRANGER)  # fmt: skip

ED = Doc("ed-0309", "Emergency department record of 03/09/2020", "progress_note", _ED, """
# Triage
03/09/2020 21:40   50 y M   CC: back pain, fell   ESI 3   BP 158/94   Pain 9
# HPI
Known L4-5 slip, surgery "turned down". Getting up from toilet, L leg buckled, landed on buttocks. [[#drop done progressive-deficit lumbar-fusion| Toe catching on carpet for 10 days, wife has to steady him on stairs.]] [[denied red-flags -| No saddle anesthesia. Voiding ok, PVR 40 mL.]]
# Exam
[[#df3 done nerve-compromise-leg -| L ankle DF 3/5, EHL 2/5]], R 5/5. SLR + L. Rectal tone nl.
# Imaging
XR L-spine: no fx. L4 on L5 slip, as before.
# Course
Toradol 30 IM, norco x1. D/w Dr. Rasmussen by phone 22:55: walker, f/u 2 d, will resubmit.
# Dispo
Home w/ wife. [[#fww done - walker| FWW issued.]] Dx: lumbar radiculopathy w/ weakness.
~ Tamsin Abernethy-Cole, MD | 03/09/2020 23:31
""", date(2020, 3, 9), "Tamsin Abernethy-Cole, MD", "treating_physician", after_ur=True)  # fmt: skip
