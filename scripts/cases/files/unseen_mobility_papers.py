# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Hospital, agency, supplier and case manager papers of the mobility case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

_HOSPITAL = Clinic("", (), font="Courier", size=9, margin=44, letterhead="none", heading="caps", signature="typed", foot="none", dates="%m/%d/%y", grid=0,
                   running="RUN DATE: 05/22/18     CORDELIA VALLEY MEDICAL CENTER *LIVE*     PAGE {p}\nPATIENT: {LASTFIRST}   ACCT #: {mrn}   DOB: {dob}")  # fmt: skip
_AGENCY = Clinic("Bright Lantern Home Health, Inc.", ("License 550000000   Intake (555) 555-0204",), size=8.5, margin=36, letterhead="left", heading="band", signature="scribble", foot="page-of",
                 check="box", dates="%m-%d-%Y", grid=0.6)  # fmt: skip
_SUPPLIER = Clinic("GOLDEN OAK MOBILITY", ("Sales - Rentals - Repairs     (555) 555-0207",), size=11, margin=60, letterhead="band", heading="underline", signature="typed", foot="none",
                   dates="~%m/~%d/%y", grid=0.8, colour="#8a5a00")  # fmt: skip
_MANAGER = Clinic("Kestrelhawk Medical Management", ("Field case management report",), font="Times", size=11, margin=66, letterhead="right", heading="runin", signature="typed", foot="re-page",
                  dates="%B ~%d, %Y")  # fmt: skip

OPERATION = Doc("operation", "Operative report: fixation of the right femur", "operative_report", _HOSPITAL, """
OPERATIVE REPORT

DATE OF SURGERY: 03/14/18 //
SURGEON: ISMAY TREGENNA, MD     ASSISTANT: B. OSEI-MARTIN, PA-C

# Preoperative diagnosis
PERIPROSTHETIC FRACTURE RIGHT FEMUR BELOW HEMIARTHROPLASTY
# Postoperative diagnosis
SAME
# Procedure
[[done recent-surgery -| OPEN REDUCTION INTERNAL FIXATION, RIGHT FEMUR, PLATE AND CABLES]]
# Indications
62 YEAR OLD HOSPITAL LAUNDRY WORKER WITH INDUSTRIAL RIGHT HIP FRACTURE OF {doi}, HEMIARTHROPLASTY THAT WEEK. FELL AT HOME ON 03/12/18.
# Technique
LATERAL DECUBITUS. LATERAL APPROACH THROUGH OLD SCAR. SPIRAL FRACTURE 4 CM BELOW STEM TIP. STEM STABLE. REDUCED AND HELD WITH 2 CABLES, THEN 14 HOLE PLATE WITH 5 DISTAL SCREWS AND 3 PROXIMAL CABLES. EBL 450 ML. LAYERED CLOSURE. //
COMPLICATIONS: NONE. SPECIMENS: NONE.
# Plan
[[done limited-mobility -| TOE TOUCH WEIGHT BEARING RIGHT FOR TEN TO TWELVE WEEKS.]] ENOXAPARIN 40 MG DAILY X 30 DAYS.
~ ISMAY TREGENNA, MD | ORTHOPEDIC TRAUMA  D: 03/14/18 1719  T: 03/15/18 0602
""", date(2018, 3, 14), "Ismay Tregenna, MD", "consultant")  # fmt: skip

DISCHARGE = Doc("discharge", "Rehabilitation unit discharge summary", "other", _HOSPITAL, """
ACUTE REHABILITATION UNIT - DISCHARGE SUMMARY

ADMITTED: 03/19/18     DISCHARGED: 04/11/18 //
ATTENDING: LUCIUS FAIRWEATHER, MD

# Hospital course
TRANSFERRED FROM ORTHOPEDICS. HGB 8.4 RISING TO 10.1. [[done - inpatient-rehab| THREE HOURS OF THERAPY A DAY]].
# Function at discharge
BED MOBILITY: MIN ASSIST. SIT TO STAND: CONTACT GUARD. [[#gait done limited-mobility scooter| GAIT: 30 FT X 2 WITH PLATFORM WALKER, TTWB RIGHT, ONE REST.]] STAIRS: NOT DONE. [[#bath done lost-independent-function home-health| BATHING AND LOWER BODY DRESSING: MODERATE ASSIST. TOILET: MIN ASSIST.]]
[[#arm done - scooter| LEFT SHOULDER ABDUCTS 60 DEGREES, ROTATOR CUFF TEAR UNREPAIRED; COULD NOT PROPEL A STANDARD CHAIR MORE THAN 15 FT.]]
# Home
SINGLE LEVEL HOUSE, 3 STEPS AT ENTRANCE. HUSBAND AUGUST, 71, HAS PARKINSON DISEASE AND CANNOT LIFT. SON IN RENO.
# Equipment issued
PLATFORM WALKER, BEDSIDE COMMODE.
# Plan
[[planned - home-health| HOME HEALTH NURSE AND THERAPIST.]] DR TREGENNA IN 2 WEEKS, DR ABERCROMBY 04/16.
~ LUCIUS FAIRWEATHER, MD | PHYSICAL MEDICINE
""", date(2018, 4, 11), "Lucius Fairweather, MD", "treating_physician")  # fmt: skip
DISCHARGE_AGAIN = replace(DISCHARGE, id="discharge-again", duplicate_of="discharge")

PLAN = Doc("poc", "Home health certification and plan of care", "other", _AGENCY, """
T: HOME HEALTH CERTIFICATION AND PLAN OF CARE
| 1. Patient: {lastfirst} | 2. SOC date: 04-13-2018 | 3. Cert. period: 04-13-2018 to 06-11-2018 |
| 4. MR no.: {mrn} | 5. DOB: {dob} Sex: {sex} | 6. Physician: T. Abercromby MD |
| 7. Payer: Fraternal Hospitals Self Insurance | 8. Claim: {claim} | 9. Visit date: 04-13-2018 |

# 11-13. Diagnoses
S72.401D fracture of right femur around prosthesis. M75.122 tear of left rotator cuff. D62 anemia after blood loss.
# 14-16. Equipment, safety, nutrition
Platform walker, commode. Fall precautions. Regular diet, iron.
# 18. Functional limitations / activities
[x] Endurance [x] Ambulation [ ] Hearing [ ] Legally blind [x] Other: L arm overhead //
[x] Partial weight bearing (TTWB R) [x] Walker [ ] Up as tolerated
# 19. Mental status
Oriented, anxious about falling
# Homebound
[[#hb done homebound home-health| Leaves house only for MD visits, by gurney van or with two helpers on the steps; exhausted for the day afterward.]]
# 21. Orders
[[done skilled-need home-health| SN 1w2, 1 every other wk x 3 for incision, anemia labs, pain regimen. PT 2w4 for transfers and gait.]] [[#aide-plan requested service-plan home-health| HHA 4 hr/day, 5 d/wk x 6 wk: bath, dressing, meals, linen.]]
# 22. Goals
Walk 100 ft with walker by 8 wks; bathe with set-up only.
~ Odette Marchmain, RN | verbal order T. Abercromby MD 04-13-2018
""", date(2018, 4, 13), "Odette Marchmain, RN", "other")  # fmt: skip

VISITS = Doc("hh-pt", "Home physical therapy visit flow sheet", "therapy_log", _AGENCY, """
T: PT VISIT FLOW SHEET
| Patient: {lastfirst} | MR no.: {mrn} | Therapist: Fitzroy Banerji, PT |
|= 2 1.5 1.5 1.5 1.5
| Date | 04-17-18 | 04-19-18 | 04-24-18 | 04-26-18 |
| Visit # | 1 | 2 | 3 | 4 |
| BP | 118/70 | 122/74 | 116/68 | 124/76 |
| Sit-stand | CGA | CGA | SBA | SBA |
| Gait ft | 30 | 40 | 40 | 60 |
| Steps | - | - | 1 w/ MOD A | 1 w/ MIN A |
| Pain | 6 | 6 | 5 | 5 |
Notes: 4/24 [[#slip done unsafe-at-home home-health| pt found on bathroom floor by husband on 4/22, could not get up x 40 min, no injury.]] 4/26 [[done motivation -| doing bed exercises 3x daily, eager.]] WB status unchanged per MD. [[#pt-four done prior-sessions physical-therapy| Seen 4 of 8 visits ordered.]]
~ Fitzroy Banerji, PT |
""", date(2018, 4, 26), "Fitzroy Banerji, PT", "therapist")  # fmt: skip

QUOTE = Doc("quote", "Supplier's quotation and statement of need for a scooter", "correspondence", _SUPPLIER, """
QUOTATION  4/17/18

Customer: {name}, {address}, {city}  {phone} //
Ordered by: Dr. Abercromby //
Bill to: Fraternal Hospitals Self Insurance, claim {claim}

|= 1 5 1 1.5
| Code | Description | Qty | Price |
| K0800 | Power operated vehicle, group 1 standard, 4 wheel, up to 300 lb | 1 | 1,295.00 |
| - | Delivery, set up, battery pack | 1 | 160.00 |

Statement for the carrier: The above client [[#vendor requested - scooter| needs a scooter for all mobility, in and out of the home]]. Doorways measured 32". Please approve purchase.
~ Chip Nakagawa-Ruiz, ATP | Golden Oak Mobility
""", date(2018, 4, 17), "Chip Nakagawa-Ruiz", "other")  # fmt: skip

TICKET = Doc("ticket", "Delivery ticket of another customer", "other", _SUPPLIER, """
DELIVERY TICKET 20771     4/18/18

Customer: {name}, {address}, {city}  {phone}

1 ea. semi electric bed w/ rails, rental. Received in good order.
~ {name} |
""", date(2018, 4, 18), None, "other", patient=Patient(
    first="Orson", last="Delacourt", dob=date(1949, 1, 9), doi=date(2016, 3, 3), ssn="900-66-1212", claim="FH-16-0034", mrn="511903", phone="(555) 555-0209",
    address="88 Tamarack Loop", city="Cordelia, CA 90000", email="", employer="Cordelia Pines Golf Club", sex="M", job="groundskeeper"))  # fmt: skip

MANAGER = Doc("ncm", "Nurse case manager's report", "correspondence", _MANAGER, """
April 20, 2018

TO: Winnie Osterhaus, Fraternal Hospitals Self Insurance

RE: {name}     CLAIM: {claim}     D/A: {doi}

# Activity
4/16 attended visit with Dr. Abercromby with the injured worker and her husband. 4/19 telephone call with agency.
# Medical status
Non union risk was mentioned by Dr. Tregenna. [[#ncm-shower requested - shower-chair| Shower chair has been ordered.]] IW says she has been told by Dr. Tregenna's office that weight bearing will not change before mid June.
# Household
[[#ncm-church done - home-health| IW told me that a friend from church took her to Easter service on April 1 in a wheelchair]] while still on the rehab unit, on a day pass. Husband does light cooking. [[denied - home-health| No paid help at present.]]
# Transportation
[[#ncm-ride done travel-inability transportation| She cannot get into the family pickup and husband no longer drives.]] Bus stop is 0.6 mile away.
# Outstanding
[[#ot-eval history - -| OT home safety evaluation, done by Meadowlark Therapy on April 18, 2018, has not been received by this office.]]
# Recommendations
Authorize aide for four weeks then re-evaluate; discuss wheelchair with elevating leg rest in place of scooter.
~ Gwendolyn Pruitt, RN, CCM |
""", date(2018, 4, 20), "Gwendolyn Pruitt, RN", "administrator")  # fmt: skip

HUSBAND = Doc("husband", "Letter of the husband", "correspondence", Clinic("", (), font="Times", size=13, margin=90, letterhead="none", heading="plain", signature="scribble", foot="none", lead=1.5), """
May 8 2018

To who it concerns

I am the husband of {name} claim {claim}. They say she dont need help. [[#cannot history lost-independent-function home-health| I have parkinsons and can not lift her, she went 9 days with no bath.]] Twice she missed the doctor because nobody could take her down
the steps. Please look at this again.

~ August Abellanoza |
""", date(2018, 5, 8), "August Abellanoza", "other", after_ur=True)  # fmt: skip

LATER = Doc("visit-0514", "Orthopedic trauma clinic visit of 05/14/18", "progress_note", _HOSPITAL, """
ORTHOPEDIC TRAUMA CLINIC NOTE     05/14/18

{LASTFIRST}   9 WEEKS S/P ORIF PERIPROSTHETIC R FEMUR FX.

# Interval
CAME BY AMBULANCE VAN. PAIN 4/10.
# Exam
INCISION HEALED. NO CALF TENDERNESS. L SHOULDER ABD 60.
# X-ray
AP/LAT R FEMUR TODAY: PLATE INTACT, EARLY CALLUS MEDIALLY.
# Plan
[[#wb done reduced-weight-bearing -| MAY GO TO 25 PERCENT WEIGHT BEARING.]] OUTPT THERAPY WHEN ABLE TO DO STEPS. [[denied - scooter| I WOULD RATHER SEE HER WALK THAN RIDE; NO SCOOTER FROM MY POINT OF VIEW.]] [[requested - home-health| STILL NEEDS AIDE.]] RTC 4 WKS.
~ ISMAY TREGENNA, MD | ORTHOPEDIC TRAUMA
""", date(2018, 5, 14), "Ismay Tregenna, MD", "consultant", after_ur=True)  # fmt: skip
