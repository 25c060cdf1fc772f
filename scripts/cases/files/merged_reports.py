# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The reports of the merged case: surgeon, images, injections, and a page of another patient."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

STRANGER = Patient(
    first="Halvard", last="Nyquist", dob=date(1949, 4, 2), doi=date(2012, 12, 12), ssn="900-33-5120", claim="HM-2012-5091",
    mrn="CS-08811", phone="555-555-0129", address="3 Ferry Slip", city="Eddington, CA 90000", email="", employer="Eddington Ferry",
    sex="M", job="deckhand",
)  # fmt: skip

_SPINE = Clinic("CAVENDISH SPINE SURGERY", ("Ambrose Cavendish, MD, FACS", "Fellowship trained spine surgery", "2 Infirmary Row, Sand Harbor"),
                font="Times", size=11, margin=70, letterhead="centre", heading="caps", signature="dictated", foot="re-page", dates="%B ~%d, %Y")  # fmt: skip
_IMAGE = Clinic("SAND HARBOR ADVANCED IMAGING", ("radiology",), size=10, letterhead="right", heading="caps", signature="electronic", foot="none",
                dates="%m/%d/%Y")  # fmt: skip
_CENTER = Clinic("Infirmary Row Surgery Center", ("Procedure note",), font="Courier", size=9.5, margin=60, letterhead="left", heading="plain",
                 signature="stamp", foot="page-of", dates="%m/%d/%y", grid=0)  # fmt: skip

CONSULT = Doc("surgeon-0612", "Spine surgery consultation", "consultation", _SPINE, """
June 12, 2014

RE: {NAME} //
Date of injury: {doi}

# Chief complaint
Low back pain more than right leg pain for a year.
# History of present illness
Mr. {last} is a 44-year-old {job} who was injured on {doi} when a pallet jack ran away on a ramp. [[#surg-care done conservative-three-months lumbar-fusion| Over the past eleven months he has been
treated with therapy, acupuncture, anti-inflammatories and an epidural injection.]] Back pain is eighty percent of his trouble.
# Past history
Appendectomy. Tobacco, half a pack a day for twenty years. No diabetes.
%% social 5
# Review of systems
%% systems 6
===
# Physical examination
%% examination 6

Height 70 inches, weight 214 pounds. Flexion 35 degrees with a catch on rising. Extension 5 degrees. Strength: right extensor hallucis
longus 4+/5. Sensation: decreased over the right L5 distribution. Reflexes symmetrical.
# Imaging
I reviewed the MRI of April 9, 2014. There is a grade 1 spondylolisthesis at L5-S1 with a disc bulge and right foraminal narrowing.
[[planned instability-signs -| I am ordering flexion and extension films.]]
===
# Impression
Isthmic spondylolisthesis L5-S1 with right L5 radiculitis.
# Discussion
We spoke of the choices. [[planned surgery-considered lumbar-fusion| If the films show motion he is a candidate for fusion at L5-S1.]] He knows that [[#surg-smoke planned smoking-addressed lumbar-fusion| he has to stop smoking for
at least six weeks before and after]]. I want a psychological evaluation first.
%% consent 3
# Plan
- second epidural injection
- flexion and extension radiographs
- psychological evaluation
~ Ambrose Cavendish, MD |
""", date(2014, 6, 12), "Ambrose Cavendish, MD", "consultant")  # fmt: skip

FOLLOW_UPS = (
    Doc("surgeon-0911", "Spine surgery follow-up of September 11, 2014", "progress_note", _SPINE, """
September 11, 2014

RE: {NAME}

# Interval history
[[#second-none denied prior-injection-relief epidural-steroid| The second epidural of July 30 gave him nothing.]] Pain is 7/10. He has cut down to five cigarettes.
# Imaging
[[#films done segmental-instability lumbar-fusion| Flexion and extension films of July 8: 5 mm of translation at L5-S1.]]
# Plan
[[planned surgery-planned lumbar-fusion| Anterior lumbar interbody fusion L5-S1]], when he is off tobacco. [[#abt history - second-opinion| He saw Dr. Milo Abt for a neurosurgical second opinion on
August 21, 2014, who agrees.]]
%% consent 2
%% examination 5
===
# Addendum
[[planned psych-clearance -| Psychological evaluation is scheduled for October.]] He will use nicotine-free lozenges only.
~ Ambrose Cavendish, MD |
""", date(2014, 9, 11), "Ambrose Cavendish, MD", "treating_physician"),
    Doc("surgeon-0129", "Spine surgery follow-up of January 29, 2015", "progress_note", _SPINE, """
January 29, 2015

RE: {NAME}

# Interval history
Unchanged back pain. [[#quit done smoking-addressed lumbar-fusion| He stopped smoking on November 30 and his cotinine of January 26 is negative.]] Weight 209.
# Examination
Flexion 30. EHL 4+/5 on the right. Sensation decreased right L5.
# General
%% examination 6
%% systems 4
# Review
[[#cleared done psych-clearance lumbar-fusion| Dr. Vail's report of October 20 clears him from the psychological side.]]
===
# Plan
[[#request requested - lumbar-fusion| Request authorization for anterior lumbar interbody fusion at L5-S1]], assistant surgeon, three-day inpatient stay.
%% consent 3
~ Ambrose Cavendish, MD |
""", date(2015, 1, 29), "Ambrose Cavendish, MD", "treating_physician"),
)  # fmt: skip

APPEAL = Doc("appeal", "Surgeon's letter of appeal", "correspondence", _SPINE, """
March 2, 2015

RE: {NAME}, denial of February 18, 2015

To whom it may concern:

The denial states that there is no evidence of instability. The films of July 8, 2014 measure 5 mm. It states that tobacco was not
addressed; he has been abstinent for three months. [[#late-scs denied - spinal-cord-stimulator| No stimulator has been tried, and none is indicated.]]

~ Ambrose Cavendish, MD |
""", date(2015, 3, 2), "Ambrose Cavendish, MD", "treating_physician", after_ur=True)  # fmt: skip

FILMS = Doc("flexion-films", "Flexion and extension radiographs of the lumbar spine", "imaging", _IMAGE, """
: Patient | {lastfirst}
: Born | {dob}
: Exam | LUMBAR SPINE, LATERAL FLEXION AND EXTENSION, 07/08/2014

# Findings
Bilateral pars defects at L5. L5 lies 6 mm forward on S1 in neutral, 8 mm in flexion and 3 mm in extension. L4-5: no motion beyond normal.
# Impression
[[#translation done segmental-instability -| Grade 1 spondylolisthesis L5-S1 with 5 mm of dynamic translation.]]
~ Inge Halloran, MD |
""", date(2014, 7, 8), "Inge Halloran, MD", "radiologist")  # fmt: skip

MRI_OLD = Doc("mri-2013", "MRI of the lumbar spine, 2013", "imaging", _IMAGE, """
: Patient | {lastfirst}
: Born | {dob}
: Exam | MRI LUMBAR SPINE, 08/20/2013

# Findings
L4-5 mild bulge. L5-S1 grade 1 anterolisthesis, bulge, mild right foraminal narrowing.
# Impression
Spondylolisthesis L5-S1. [[denied nerve-compromise -| No nerve root compression.]]
~ Inge Halloran, MD |
""", date(2013, 8, 20), "Inge Halloran, MD", "radiologist")  # fmt: skip

MRI = Doc("mri-2014", "MRI of the lumbar spine, 2014", "imaging", _IMAGE, """
: Patient | {lastfirst}
: Born | {dob}
: Exam | MRI LUMBAR SPINE, 04/09/2014
: Compared with | 08/20/2013

# Findings
L5-S1: grade 1 anterolisthesis, unchanged; disc bulge now 4 mm; right foraminal narrowing has progressed to moderate.
# Impression
[[#foramen done nerve-compromise -| Moderate right foraminal narrowing L5-S1 touching the right L5 root.]]
~ Inge Halloran, MD |
""", date(2014, 4, 9), "Inge Halloran, MD", "radiologist")  # fmt: skip


def _injection(ident: str, shown: str, day: date, result: str) -> Doc:
    return Doc(ident, f"Epidural injection of {shown}", "operative_report", _CENTER, f"""
PATIENT {{LASTFIRST}}   DOB {{dob}} //
DATE {shown}

PROCEDURE: [[done fluoroscopy epidural-steroid| RIGHT L5-S1 TRANSFORAMINAL EPIDURAL STEROID INJECTION UNDER FLUOROSCOPY]]

THE PATIENT LAY PRONE. A 22 GAUGE NEEDLE WAS ADVANCED TO THE RIGHT L5-S1 FORAMEN AND CONTRAST SPREAD ALONG THE ROOT. 10 MG OF
DEXAMETHASONE WITH 1 ML OF LIDOCAINE WAS GIVEN.
===
RECOVERY ROOM: STABLE. PAIN BEFORE 7/10, {result}

~ Felix Ondine, MD |
""", day, "Felix Ondine, MD", "consultant")  # fmt: skip


INJECTIONS = (
    _injection("esi-1", "04/30/14", date(2014, 4, 30), "AFTER 3/10."),
    _injection("esi-2", "07/30/14", date(2014, 7, 30), "AFTER 6/10."),
)

STRAY = Doc("stray", "Procedure note of another patient", "operative_report", _CENTER, """
PATIENT {LASTFIRST}   DOB {dob}   MRN {mrn} //
DATE 07/30/14

PROCEDURE: LEFT C5-6 INTERLAMINAR EPIDURAL STEROID INJECTION

TUOHY NEEDLE, LOSS OF RESISTANCE AT 5 CM. GOOD SPREAD. NO COMPLICATION. CLAIM {claim}.
===
RECOVERY ROOM: STABLE. HOME WITH WIFE.

~ Felix Ondine, MD |
""", date(2014, 7, 30), "Felix Ondine, MD", "consultant", patient=STRANGER)  # fmt: skip
