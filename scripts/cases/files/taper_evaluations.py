# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The worker of `taper`, and the long reports: a psychological evaluation for the court and that of a day programme."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Perpetua", last="Lindgaard", dob=date(1969, 11, 27), doi=date(2012, 2, 6), ssn="900-33-8104", claim="2012.LMC.77105",
    mrn="KZ-2290", phone="(555) 555-0142", address="8 Tinsmith Row, Apt C", city="Port Amity, CA 90000", email="", employer="Amity Unified Laundry Services",
    sex="F", job="flatwork finisher", also=(("relative", "Rolf Lindgaard"),),
)  # fmt: skip

_COURT = Clinic("BENEDIKT SOYINKA-HALE, PH.D.", ("Licensed Psychologist PSY 00000", "Qualified Medical Evaluator"), font="Times", size=12, margin=72,
                letterhead="centre", heading="underline", signature="perjury", foot="re-page", dates="%B ~%d, %Y", lead=1.35)  # fmt: skip
_DAY = Clinic("Harborlight Function Program", ("Interdisciplinary evaluation",), size=10, margin=60, letterhead="left", heading="title",
              signature="typed", foot="none", dates="%m-%d-%Y")  # fmt: skip

QME = Doc("qme", "Panel qualified medical evaluation in psychology", "medical_legal", _COURT, """
January 19, 2017

Kermit Vasey //
Ludlow Managed Care //
and //
Augusta Thorne, Esq.

Re: {name} v. {employer} //
Date of injury: {doi} //
Claim no.: {claim} //
Date of evaluation: December 28, 2016 //
WCAB no.: ADJ0000000

T: PANEL QUALIFIED MEDICAL EVALUATION IN PSYCHOLOGY

Dear parties:

I saw {title} {last} at my Port Amity office on December 28, 2016 for four hours, of which two were spent face to face. Psychological tests were scored by my office. This is an evaluation
with extraordinary circumstances and is billed as ML-104.

# History of the injury as told by the applicant
She fed damp sheets to an ironer when the return belt took her sleeve and pulled her right arm in to the shoulder. She was held for some four minutes. She had two operations on the
forearm in 2012 and a rotator cuff repair in 2013. The arm has never been the same. She says that she is "{NAME} with no right hand".

# Present complaints
Burning of the whole right arm. She sleeps four hours. [[#adl done lost-independent-function functional-restoration| Her husband Rolf cuts her meat, does up her clothes and washes her hair.]] She has not driven since 2014. She cries on most days, and [[#mood done mood-disorder -| has lost interest in
her grandchildren and in cooking.]] [[denied - -| She has no wish to die and has never made an attempt.]]

# Past psychological history
One visit to a counselor in 1994 at the time of a divorce. No admissions. She does not drink. [[#six history prior-sessions psychotherapy| She had six sessions with Minka Adeyemi, Psy.D., in the summer of 2016,]] and found them helpful "for breathing".
===
# Review of records
I was sent 611 pages with a declaration under the regulation. I list what bears on my opinion:
- 02/06/2012, [[#er-2012| Emergency report, Amity General]], crush of right upper limb.
- 03/14/2012, [[#graft| Operative report, R. Castaway, M.D., debridement and skin graft.]]
- 06/25/2013, [[#cuff| Operative report, right rotator cuff repair.]]
- 05/02/2014, [[#ame| AME report in orthopedics]], which gives 31% whole person. Permanent and stationary.
- 09/09/2015, [[#im history - -| Internal medicine QME report by Dr. Fergus Mbeki]], concerning constipation and weight.
- 08/30/2016, [[#discharge| Psychotherapy discharge summary, M. Adeyemi, Psy.D.]]
- Progress reports of Ottavia Krantz, D.O., 2013 to 2016.

[[#no-screens denied - urine-drug-test| I did not find the result of any toxicology test among the records.]]

# Psychological testing
|= 3 1 4
| Test | Score | Reading |
| Beck Depression Inventory II | 31 | severe range |
| Beck Anxiety Inventory | 19 | moderate range |
| Pain Catastrophizing Scale | 38 | high |
| Tampa Scale of Kinesiophobia | 46 | high |
| MMPI-2-RF | valid | somatic complaints, low positive emotions |

# Diagnostic impression (DSM-5)
[[#dx done psych-symptoms -| Major depressive disorder, single episode, moderate (296.22).]] Somatic symptom disorder with predominant pain, persistent (300.82). GAF 54.

# Apportionment
Of the psychiatric disability ninety percent is due to the compensable consequence of the injury, and ten percent to the divorce and to her mother's death.
===
# Discussion and treatment
Her dose has come down twice under Dr. Krantz, which took some courage. [[#afraid done psychosocial-factors functional-restoration| She believes that any use of the arm tears it again, and she expects the worst of each new pain.]] [[#wants done motivation functional-restoration| Even so she told me, unasked, that she would give up the
tablets tomorrow if she were shown how to hold her grandson.]]

In my opinion [[planned cbt-given functional-restoration| she needs group and individual cognitive work given at the same time as exercise]], and [[planned - functional-restoration| I would favor an interdisciplinary day program of the kind that Harborlight offers]]. I leave the choice
to her treating doctor. [[planned - antidepressant| An antidepressant with an effect on pain, such as duloxetine, should be resumed.]] She took it for two months in 2015 and it was stopped when the carrier changed pharmacies, not because it disagreed with her.

%% legal 3

~ Benedikt Soyinka-Hale, Ph.D. | Qualified Medical Evaluator
""", date(2017, 1, 19), "Benedikt Soyinka-Hale, PhD", "evaluator")  # fmt: skip

PROGRAM = Doc("program", "Interdisciplinary evaluation for functional restoration", "consultation", _DAY, """
INTERDISCIPLINARY EVALUATION

{name}     DOB {dob}     DOI {doi}     Seen 02-22-2017 by Lucasta Penrose, MD, Tobias Wren, PT, and Minka Adeyemi, PsyD

# Reason for Referral
Five years after a crush injury of the dominant arm. Dr. Krantz asks if {he} can be helped to function with less medication.

# Medical (Penrose)
[[#tried done no-other-options functional-restoration| Two forearm operations, cuff repair, three stellate blocks, a stimulator trial that gave nothing, 40+ visits of hand therapy, pregabalin and nortriptyline. I have nothing else to put forward that would be expected to change this.]]
[[#surgeon done not-surgical-candidate functional-restoration| Dr. Castaway closed his file in November: no further operation on this arm.]] Skin shiny, hair loss over the forearm, hand 2.1 C cooler than the left.
MED today is 60 mg.

# Physical (Wren)
|= 3 1 1 1
| Measure | R | L | Goal at 4 wk |
| Grip, Jamar II (lb) | 6 | 54 | 15 |
| Shoulder flexion | 88 | 170 | 120 |
| Carry 10 ft (lb) | 2 | 20 | 8 |
| 6 minute walk (m) | 310 | | 420 |
| QuickDASH | 84 | | 65 |

[[#baseline done baseline-evaluation functional-restoration| All measures were taken twice, an hour apart, and agree within 8%, so that we have something to hold later results against.]]

# Psychological (Adeyemi)
BDI 29, PHQ-9 17, catastrophizing 36. Was one of my better attenders last summer. [[#barriers done negative-predictors-addressed functional-restoration| Things that could make this fail were gone through with her and her husband: long time off work, fear of movement, high depression score, opioids. She has
a bus pass, a plan for the tablets, and the laundry will take her back at the folding desk.]]

# Team Conclusion
[[#ask-frp requested - functional-restoration| We ask for an initial ten days of the program (two weeks, five days a week, six hours a day).]] We shall report at the end of day ten and ask for more only if grip, carry and QuickDASH have moved.
[[#tapering planned taper-plan opioid| During these weeks oxycodone goes down by one tablet every seventh day.]]

~ Lucasta Penrose, MD | Medical Director
""", date(2017, 2, 22), "Lucasta Penrose, MD", "consultant")  # fmt: skip

SURGEON = Doc("surgeon", "Hand surgeon's closing letter, recognised by a copier", "consultation", Clinic(
    "R. CASTAWAY, M.D. , lNC.", ("Hand and Upper Extremlty Surgery",), font="Times", size=11, margin=82, letterhead="typed", heading="plain", signature="none", foot="none",
    dates="%m/%d/%Y", lead=1.4), """
November 14,2016

Ottavia Krantz, D.0. //
410 Lantern St , Port Amity

RE : {name}    D/I {doi}    CL# {claim}

Dear Ottavia :

I saw her agaln on the 9th at your request . Tbe graft has taken well and tbe plates lie where I left tbem . Tbe scar is soft . Grlp is 5 pounds , and
sbe can not make a flst . Tbe elbow lacks 20 degrees . I went over tbe fllms wlth ber and ber busband .

[[#no-knife done not-surgical-candidate functional-restoration| Tbere is notbing more tbat I can do for tbis arm witb a knife]] , and I would warn ber off anyone wbo says otberwise . Sbe asked wbetber sbe would hold a skillet
again . [[#use history motivation functional-restoration| I told ber tbat depends on wbat sbe does witb it , and sbe said : tben someone bad better teacb me .]]

I bave closed my flle . Tbank you for baving let me take part in ber care .

R. Castaway , M.D.     DICTATED , NOT READ
""", date(2016, 11, 14), "R. Castaway, MD", "consultant")  # fmt: skip
