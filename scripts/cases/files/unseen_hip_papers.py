# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The papers of the hip case: submission in Spanish, request, review in one grid, supplier, claims notes, and a later fall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Ximena", last="Villaverde", dob=date(1968, 3, 9), doi=date(2018, 5, 22), ssn="900-35-6604", claim="THC-4471-18-B", mrn="00-48-8120",
    phone="555 555 0171", address="905 Millpond Terrace Apt 12", city="Tarn Hollow, CA 90000", email="ximena.v@example.com", employer="Tarn Hollow County Hospital",
    sex="F", job="certified nurse assistant", also=(("relative", "Rogelio"), ("dob", "09/03/1968"), ("dob", "Mar-09-1968"), ("dob", "Mar 9 '68")),
)  # fmt: skip
STRANGER = Patient(
    first="Clement", last="Ostrowsky", dob=date(1944, 12, 2), doi=date(2017, 1, 30), ssn="900-41-0096", claim="THC-2208-17-A", mrn="00-31-7745",
    phone="555 555 0172", address="18 Weir Road", city="Tarn Hollow, CA 90000", email="", employer="Tarn Hollow Transit", sex="M", job="dispatcher",
)  # fmt: skip

_SOLICITUD = Clinic("SOLICITUD DE REVISIÓN MÉDICA INDEPENDIENTE", ("Formulario DWC IMR-1  (Application for Independent Medical Review)",), font="Times", size=10, margin=52, letterhead="centre",
                    heading="boxed", signature="scribble", foot="none", check="x", dates="%d/%m/%Y", grid=0.6)  # fmt: skip
_ASK = Clinic("Millrun Orthopaedic Partners", ("Treatment request transmittal (contains the elements of form RFA, 8 CCR 9785.5)",), font="Helvetica", size=9, margin=54, letterhead="left", heading="numbered",
              signature="typed", foot="re-page", dates="%b-%d-%Y", grid=0.4, colour="#334433")  # fmt: skip
_VERITAS = Clinic("Larkmoor Medical Cost Solutions", ("Certification Unit  .  Suite 900, 1 Weir Plaza",), font="Times", size=9.5, margin=42, letterhead="left", heading="runin", signature="typed",
                  foot="page-of", dates="%m-%d-%Y", grid=0.9)  # fmt: skip
_DIARY = Clinic("", (), font="Courier", size=8.5, margin=34, letterhead="none", heading="plain", signature="none", foot="none", dates="%Y%m%d", grid=0,
                running="CLAIM NOTES INQUIRY     {claim}     {LASTFIRST}", printed="SCREEN PRINT  PG {p}")  # fmt: skip
_CARE = Clinic("", (), size=9, margin=44, letterhead="none", heading="underline", signature="none", foot="none", dates="~%d %b %Y", grid=0.2,
               running="Tarn Hollow County Hospital  EMERGENCY  {name}  born {dob}  no. {mrn}  arrived {date}", printed="end of sheet {p}")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review, Spanish form", "application", _SOLICITUD, """
Tipo de revisión: _X_ Regular   __ Acelerada   __ Modificación

# Información del empleado
| Nombre: {name} | Fecha de nacimiento: {dob} |
| Dirección: {address}, {city} | Teléfono: {phone} |
| Número de reclamo: {claim} | Fecha de la lesión: {doi} |
| Empleador: {employer} | Abogado: Leocadia Fenn |
# Médico que pidió el tratamiento
| Hamish Arbuthnot, MD, Millrun Orthopaedic Partners | 555 555 0173 |
# Administrador de reclamos
| Tarn County Risk, Priya Lindholm | 555 555 0174 |
# Tratamiento disputado
| Diagnóstico: S73.192A, M25.552     Fecha de la decisión: 09-26-2019 |
| 1. MR arthrogram, left hip (artrograma de la cadera izquierda) |
| 2. Injection left hip joint with cortisone |
| 3. Shower chair (silla para la ducha) |

Firma y fecha: 11/10/2019
~ {name} |
""", date(2019, 10, 11), "Ximena Villaverde", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Treatment request transmittal", "rfa", _ASK, """
Today Sep-17-2019

# Worker
{lastfirst}; birth {dob}; injury {doi}; claim {claim}; {employer}
# Sender
Hamish Arbuthnot, MD; orthopaedic surgery; NPI 1000000266; tel 555 555 0173; fax 555 555 0175
# Receiver
Tarn County Risk; Priya Lindholm; fax 555 555 0176
# Kind
__x__ first request  ____ again with new facts  ____ urgent
# Wanted
|= 1 5 2 2 3
| Row | Item | Code | Dx | How often |
| i | [[#rfa-mra requested - mr-arthrogram| MRA (arthrogram) hip, L]] | 73722, 27093 | S73.192A | once |
| ii | [[#rfa-inj requested - joint-injection| Steroid into L hip joint, by fluoro]] | 20610, 77002 | M25.552 | once |
| iii | [[#rfa-chair requested - shower-chair| Shower chair with back]] | E0240 | Z74.09 | buy |
| iv | Cane, offset handle | E0100 | Z74.09 | buy |

~ Hamish Arbuthnot, MD |
""", date(2019, 9, 17), "Hamish Arbuthnot, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Certification unit's determination", "ur_decision", _VERITAS, """
09-26-2019     Prospective     Received 09-19-2019     File LMC-190919-27

To Hamish Arbuthnot, MD. Cc {name}; Leocadia Fenn, Esq.; Tarn County Risk. //
Worker {lastfirst}     Claim {claim}     Injured {doi}     Born {dob}

|= 2 2 7
| ITEM | RESULT | CLINICAL RATIONALE |
| [[#ur-mra denied - mr-arthrogram| i. MR arthrogram, left hip]] | Not certified | Arthrography is for a suspected labral lesion that plain studies leave open. [[#ur-signs denied osteonecrosis-suspected mr-arthrogram| Impingement signs, clicking or catching are not reported.]] [[#ur-films denied plain-films mr-arthrogram| It is not stated that radiographs were taken first.]] |
| [[#ur-inj denied - joint-injection| ii. Corticosteroid injection, left greater trochanteric bursa]] | Not certified | One was given last October. [[#ur-relief denied prior-injection-relief joint-injection| What came of it is not recorded.]] [[#ur-cons denied failed-conservative-care joint-injection| Supervised exercise has not been shown to fail.]] |
| [[#ur-chair denied - shower-chair| iii. Shower chair]] | Not certified | A convenience item. [[#ur-home denied unsafe-at-home shower-chair| No assessment of the home or of falls has been given.]] |
| iv. Cane | CERTIFIED | Reasonable for an antalgic gait. |
===
RULES RELIED ON: MTUS Hip and Groin Disorders (ACOEM, 2019). For item iii: ODG Knee, durable medical equipment.

REVIEWER: Ottoline Bancroft-Reyes, MD. Occupational Medicine. California license active. Mon and Wed, 2 to 4 p.m.

YOUR RIGHTS
%% rights 4

~ Priscilla Nordgren, RN | certification unit
""", date(2019, 9, 26), "Ottoline Bancroft-Reyes, MD", "reviewer")  # fmt: skip

SUPPLIER = Doc("dme-ticket", "Supplier's loan ticket", "other", Clinic(
    "WEIRSIDE HOME MEDICAL", ("rent - loan - repair",), font="Courier", size=10, margin=60, letterhead="typed", heading="plain", signature="scribble", foot="none", dates="%m/%d/%y", grid=0.5), """
TICKET 70331     DELIVER TO {name}, {address}     TEL {phone}

| QTY | ITEM | OUT | BACK |
| 1 | BATH CHAIR W/ BACK, LOANER | 08/05/19 | 09/03/19 |

NOTE: LOAN UP, CUST. SAD TO SEE IT GO. [[#loaner history medical-need-equipment shower-chair| HUSBAND ROGELIO SAYS SHE WASHED BY HERSELF WITH IT AND NOT SINCE.]]

~ D. Mbatha | driver
""", date(2019, 9, 3), "D. Mbatha", "other")  # fmt: skip

NOTES = Doc("claim-notes", "Claims administrator's activity notes", "correspondence", _DIARY, """
|= 2 2 9
| 20190922 | PLINDHOLM | RFA TO LARKMOOR W/ PROGRESS NOTE 9/12 ONLY. OT HOME EVAL IN MAIL ROOM, NOT SCANNED YET |
| 20190930 | PLINDHOLM | DENIAL OUT. CANE OK, PO TO WEIRSIDE |
| 20191007 | PLINDHOLM | [[#chiro-count history - chiropractic| WORKER ON PHONE: WENT TO A CHIROPRACTOR ON HER OWN LAST WINTER, PAID CASH, NO IDEA HOW MANY TIMES]] |
| 20191009 | MAILROOM | [[#block|REC'D INVOICE DR OYINLOLA HIP BLOCK 6/27/19. NO REPORT ATTACHED]] |
""", date(2019, 10, 9), "Priya Lindholm", "administrator", after_ur=True)  # fmt: skip

FALL = Doc("ed-fall", "Emergency note after a fall in the bath", "progress_note", _CARE, """
# Story
51 y/o, L hip trouble since 2018. [[#late-fall done unsafe-at-home shower-chair| Stepped over the tub lip tonight, leg caught, went down on the tiles.]] Husband lifted her. No head strike.
# Found
Bruise L flank and elbow. Hip log roll sore as before. [[denied leg-trauma -| Pelvis and hip views: nothing broken.]]
# Done
Acetaminophen, walker loan from ED closet 3 days. See own doctor.

J. Pomfret-Adeola, NP     21 Oct 2019 22:51
""", date(2019, 10, 21), "J. Pomfret-Adeola, NP", "treating_physician", after_ur=True)  # fmt: skip


def _film(ident: str, title: str, day: date, body: str, patient: Patient | None = None) -> Doc:
    return Doc(ident, title, "imaging", Clinic(
        "WEIR STREET IMAGING", ("Preliminary and final reports",), size=9.5, margin=66, letterhead="centre", heading="title", signature="electronic", foot="none", dates="%m.%d.%y"), f"""
Name {{name}}     Born {{dob}}     Chart {{mrn}}     Exam @date({day})
{body}
~ Sigurd Valdimar-Cho, MD |
""", day, "Sigurd Valdimar-Cho, MD", "radiologist", patient=patient)  # fmt: skip


FILMS = (
    _film("films-2018", "Pelvis and left hip radiographs, 2018", date(2018, 5, 23), """
# procedure
AP pelvis, frog lateral left
# reading
[[#first-films done plain-films mr-arthrogram| No break. Joint space 4 mm each side.]] Crossover sign on the left.
"""),
    _film("mri-2018", "MRI of the left hip without contrast, 2018", date(2018, 9, 14), """
# procedure
[[#plain-mri done prior-same-study mr-arthrogram| MR left hip, no contrast, whole pelvis coil]]
# reading
[[denied osteonecrosis-suspected -| The head shows no band of dead bone]] and no hidden break. Gluteal tendons thick, a little fluid at the trochanter. [[#cannot done osteonecrosis-suspected mr-arthrogram| The labrum looks blunted in front; large field study, a tear cannot be told from a recess; contrast in the joint would settle it.]]
"""),
    _film("films-2019", "Left hip radiographs, 2019", date(2019, 9, 12), """
# procedure
Left hip, Dunn 45 and false profile
# reading
[[#cam done osteonecrosis-suspected mr-arthrogram| Bump at the head and neck junction, alpha angle 68.]] [[#space done osteoarthritis joint-injection| Superior space now 3 mm with a small lateral spur, early wear.]]
"""),
    _film("stray", "Chest film of another patient", date(2019, 9, 12), """
# procedure
PA and lateral chest
# reading
Heart large. Old granuloma. No change.
""", STRANGER),
)  # fmt: skip
MRI_AGAIN = replace(FILMS[1], id="mri-again", title="MRI of the left hip, second copy", duplicate_of="mri-2018")
