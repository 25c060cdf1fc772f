# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Care at home after a knee replacement, in one scanned bundle with a Spanish form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Patient, Visits

PATIENT = Patient(
    first="Ximena", last="Barragán-Tull", dob=date(1957, 9, 27), doi=date(2019, 5, 14), ssn="900-95-0062", claim="TPA.19.0088412",
    mrn="1957-BT", phone="(555) 555 0106", address="Calle Serena 114", city="Pinal Cove, CA 90000", email="ximena.bt@example.org",
    employer="Pinal Cove Resort", sex="F", job="housekeeper", also=(("relative", "Ramona"),),
)  # fmt: skip
_STRANGER = Patient(
    first="Oswin", last="Keble", dob=date(1988, 2, 3), doi=date(2020, 1, 1), ssn="900-15-1515", claim="TPA.20.0001001", mrn="1988-OK",
    phone="(555) 555 0199", address="2 Mast Road", city="Pinal Cove, CA 90000", email="", employer="Pinal Cove Marina", sex="M", job="rigger",
)  # fmt: skip

_HOSPITAL = Clinic("Pinal Cove General - Orthopedic Unit", (), font="Courier", size=10, margin=40, letterhead="typed", heading="runin",
                   signature="stamp", foot="dash", dates="%d%b%Y", grid=0)  # fmt: skip
_AGENCY = Clinic("Silver Gate Home Health", ("plan of care and visit notes",), font="Times", size=10, margin=46, letterhead="band",
                 heading="boxed", signature="scribble", foot="page-of", check="box", dates="%m/%d/%y", colour="#555555", grid=0.7)  # fmt: skip
_DOCTOR = Clinic("Thalia Munro, MD", ("Joint Replacement Surgery", "Pinal Cove"), size=11, margin=84, letterhead="centre", heading="title",
                 signature="electronic", foot="none", dates="%B ~%d, %Y")  # fmt: skip
_TPA = Clinic("TPA West - Medical Review", (), font="Times", size=11, margin=60, letterhead="left", heading="plain", signature="typed",
              foot="re-page", dates="%b. ~%d, %Y")  # fmt: skip

OPERATION = Doc("operation", "Operative note: knee replacement", "operative_report", _HOSPITAL, """
{LASTFIRST}   {dob}   ACCT {mrn}   SURGERY 08OCT2020

# PROC
[[#tka done recent-surgery knee-replacement| LEFT TOTAL KNEE ARTHROPLASTY, CEMENTED]]
# SURGEON
T MUNRO   ASSISTANT P OYELARAN PA
# FINDINGS
TRICOMPARTMENTAL BONE ON BONE WEAR. 8 DEGREE VARUS.
# NOTE
MEDIAL PARAPATELLAR APPROACH. SIZE 5 FEMUR, SIZE 4 TIBIA, 11 MM INSERT. BALANCED. TOURNIQUET 71 MIN. EBL 150.
~ Thalia Munro, MD |
""", date(2020, 10, 8), "Thalia Munro, MD", "treating_physician")  # fmt: skip

DISCHARGE = Doc("discharge", "Hospital discharge summary", "other", _HOSPITAL, """
{LASTFIRST}   ADM 08OCT2020   DISCH 11OCT2020

# COURSE
UNEVENTFUL. [[#walker done limited-mobility home-health| WALKS 40 FEET WITH FRONT WHEEL WALKER AND ONE PERSON.]] HGB 9.8.
# DISPOSITION
HOME. [[#alone done - home-health| LIVES ALONE ON SECOND FLOOR, NO ELEVATOR; DAUGHTER RAMONA LIVES IN ANOTHER STATE.]]
# ORDERS
[[requested - home-health| HOME HEALTH RN AND PT]]. LOVENOX 40 MG DAILY 14 DAYS. [[planned - physical-therapy| OUTPATIENT PT WHEN ABLE TO LEAVE HOME.]]
~ Percival Oyelaran, PA-C |
""", date(2020, 10, 11), "Percival Oyelaran, PA-C", "treating_physician")  # fmt: skip

CARE_PLAN = Doc("care-plan", "Home health plan of care", "other", _AGENCY, """
| Client {name} | DOB {dob} | SOC 10/12/20 | Claim {claim} |
# Homebound status
[x] leaving home takes a taxing effort [x] needs walker and help of another person [ ] bedbound
[[#homebound done homebound home-health| Client cannot manage 16 stairs; has left home once, for the surgeon.]]
# Skilled need
[[#skilled done skilled-need home-health| RN: injections of enoxaparin, wound check, INR not needed. PT: gait and stairs.]]
# Personal care
[[#aide done service-plan home-health| Aide to help with bathing, dressing and meals, 4 hours a day, 5 days a week, 6 weeks.]]
~ Bettany Sorrell, RN |
""", date(2020, 10, 12), "Bettany Sorrell, RN", "other")  # fmt: skip


def _visit(number: int, day: date, note: str) -> Doc:
    return Doc(f"hh-{number}", f"Home health visit of {day:%m/%d/%y}", "therapy_log", _AGENCY, f"""
| {{name}} | {day:%m/%d/%y} | in 10:{number}5 out 11:{number}0 |
# Visit {number}
{note}
~ Bettany Sorrell, RN |
""", day, "Bettany Sorrell, RN", "therapist")  # fmt: skip


VISITS = (
    _visit(1, date(2020, 10, 13), "T 98.8, BP 128/74. Staples dry. Flexion 70. Enoxaparin taught."),
    _visit(2, date(2020, 10, 15), "T 98.4. Flexion 76. Walks room to room with walker. Neighbor left soup."),
    _visit(
        3,
        date(2020, 10, 19),
        "[[#fell done - -| Client slid to the floor in the bathroom on 10/18, no injury.]] Flexion 80. Needs help into tub.",
    ),
)

REQUEST = Doc("request-letter", "Surgeon's letter of request", "rfa", _DOCTOR, """
October 13, 2020

TPA West, by fax

{name}, claim {claim}, left knee replacement on October 8, 2020

This letter serves as my request for authorization under section 9792.9.1.

I ask for [[#rfa-aide requested - home-health| a home health aide, four hours a day, five days a week, for six weeks]], to the left knee patient named above. She lives alone up sixteen stairs and
cannot bathe or cook. [[#rfa-right| The right knee is also arthritic.]] In addition please authorize [[requested - commode| a raised commode seat]].

[[#pcp history - -| Her physician Dr. Ulla Brask wrote on October 1, 2020]] about her anemia; you have that letter.

~ Thalia Munro, MD |
""", date(2020, 10, 13), "Thalia Munro, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Decision letter", "ur_decision", _TPA, """
Oct. 20, 2020

To: T. Munro, MD //
Copy: {name}, {address}, {city}

About: {claim}; injury {doi}

We reviewed the following on the basis of your letter of Oct. 13, 2020, which came on Oct. 15, 2020:

- [[#ur-aide denied - home-health| Home health aide 4 hours/day x 5 days/week x 6 weeks]] - [[#ur-part| 2 weeks (40 hours) certified; 4 weeks (80 hours) not certified]]
- Raised commode seat - certified

Because: [[denied homebound home-health| the worker is not shown to be homebound]] and homemaker services are not medical treatment. Source: MTUS Initial Approaches to Treatment; Knee Disorders.
%% rights 5

~ Alasdair Voss, MD | Internal Medicine, license C00002
""", date(2020, 10, 20), "Alasdair Voss, MD", "reviewer")  # fmt: skip

SPANISH = Doc("solicitud", "Application for independent medical review in Spanish", "application", Clinic(
    "Solicitud de Revisión Médica Independiente", ("Formulario IMR de la DWC",), font="Times", size=10.5, margin=54, letterhead="left", heading="band",
    signature="scribble", foot="none", check="box", dates="%d/%m/%Y", grid=0.6), """
# Información del empleado
| Nombre: {name} | Fecha de nacimiento: {dob} |
| Dirección: {address}, {city} | Teléfono: {phone} |
| Número de reclamo: {claim} | Fecha de la lesión: {doi} |
| Empleador: {employer} | Correo: {email} |
# Tratamiento médico en disputa
| Fecha de la carta de decisión: 20/10/2020 |
| 1. [[#solicitud-item| Ayudante de salud en el hogar, 4 horas al día, 5 días a la semana, 6 semanas]] |
[x] Regular [ ] Urgente

Firma del empleado: Fecha: 02/11/2020
~ {name} |
""", date(2020, 11, 2), "Ximena Barragán-Tull", "patient")  # fmt: skip

STRAY = Doc("stray", "Home health visit of another patient", "therapy_log", _AGENCY, """
| {name} | DOB {dob} | 10/16/20 | Claim {claim} |
# Visit 7
Wound vac changed. L tibia pin sites clean. Pain 3.
~ Bettany Sorrell, RN |
""", date(2020, 10, 16), "Bettany Sorrell, RN", "therapist", patient=_STRANGER)  # fmt: skip

NOTICE = Doc("notice", "Assignment sheet", "correspondence", Clinic(
    "ASSIGNMENT SHEET / INDEPENDENT MEDICAL REVIEW", (), size=9, margin=40, letterhead="typed", signature="none", foot="none", grid=1), """
|= 2 2 2 2
| Case No. | Injured | UR decision | Received |
| CM99-0000111 | 05/14/2019 | 10/20/2020 | 11/06/2020 |
| Worker | Assigned | Type | Claim |
| {name} | 11/16/2020 | Standard | {claim} |
""", date(2020, 11, 16), None, "administrator")  # fmt: skip

_POOR = Look(
    scan="fax",
    skew=1.3,
    noise=0.0012,
    fax="NOV-20-2020 FRI 02:14 PM  TPA WEST RECORDS      FAX NO. 5555550107         P. {f:02d}",
)
_AGAIN = replace(VISITS[0], id="hh-1-again", duplicate_of="hh-1")

CASE = CaseFile(
    name="home-care",
    about="A home health aide after knee replacement; a part was certified and the file shows that the worker is homebound.",
    patient=PATIENT,
    others=(_STRANGER,),
    header=CaseHeader(case_number="CM99-0000111", date_assigned=date(2020, 11, 16), date_of_injury=date(2019, 5, 14),
                      ur_denial_date=date(2020, 10, 20), request_date=date(2020, 10, 13), priority="Standard",
                      application_received=date(2020, 11, 6)),
    files=(
        File("bundle.pdf", (Part(NOTICE, _POOR), Part(SPANISH, _POOR), Part(UR, _POOR), Part(VISITS[2], _POOR), Part(VISITS[0], _POOR),
                            Part(STRAY, _POOR), Part(VISITS[1], _POOR), Part(CARE_PLAN, _POOR), Part(DISCHARGE, _POOR), Part(OPERATION, _POOR),
                            Part(_AGAIN, Look(scan="fax", skew=-1.0)))),
        File("surgeon request.pdf", (Part(REQUEST),)),
    ),
    items=(Item(1, "Home health aide 4 hours a day, 5 days a week, 6 weeks",
                {"treatment": "home-health", "weeks": 6, "ur_action": "modified",
                 "remainder": {"original_count": 120, "authorized_count": 40, "remaining_count": 80}}),),
    traps=("ur-modified-remainder", "spanish-form", "request-by-letter", "all-scanned", "mixed-order", "other-patient-page", "duplicates", "approved-item-beside"),
    visits=(Visits("home-health", 3, ("hh-1", "hh-2", "hh-3")),),
    missing=(Missing("Letter of Dr. Ulla Brask", date(2020, 10, 1), "pcp"),),
    discrepancies=(Discrepancy(None, "homebound", ("homebound", "ur-aide")),),
    absences=(
        Absence("The worker is not shown to be homebound.", "homebound", "homebound"),
        Absence("No skilled need is documented.", "skilled-need", "skilled"),
        Absence("No family member at home is documented.", None),
    ),
    providers=("Thalia Munro", "T. Munro", "T MUNRO", "Percival Oyelaran", "P OYELARAN", "Bettany Sorrell", "Alasdair Voss", "Ulla Brask"),
)  # fmt: skip
