# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The longer reports of the repeated injection: first report, images, nerve studies, therapy, and a qualified evaluation."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc

_SCAN = Clinic("TOYON COUNTY RADIOLOGY MEDICAL GROUP, INC.", ("Open MRI - CT - Digital X-ray",), font="Times", size=11, margin=72, letterhead="left", heading="plain", signature="typed",
               foot="page-of", dates="%b ~%d, %Y")  # fmt: skip
_QME = Clinic("CASIMIR HOLLOWAY, M.D., Q.M.E.", ("Diplomate, American Board of Orthopaedic Surgery", "Mailing: Box 2, Ilex Park"), font="Times", size=11.5, margin=76, letterhead="centre",
              heading="caps", signature="perjury", foot="re-page", dates="%B ~%d, %Y")  # fmt: skip
_NERVE = Clinic("Electrodiagnostic Report - H. Brandvold MD PhD", (), size=9, margin=46, letterhead="typed", heading="band", signature="electronic", foot="page-of", dates="%Y/%m/%d", grid=0.5)  # fmt: skip
_OLD5021 = Clinic("STATE OF CALIFORNIA  DOCTOR'S FIRST REPORT OF OCCUPATIONAL INJURY OR ILLNESS", (), font="Courier", size=9.5, margin=46, letterhead="typed", heading="plain",
                  signature="scribble", foot="none", check="x", dates="%m-%d-%y", grid=0.6)  # fmt: skip
_GYM = Clinic("Spindrift P.T. & Hand", ("flow sheet",), size=8.5, margin=34, letterhead="right", heading="plain", signature="initials", foot="none", dates="~%m/~%d", grid=0.9)  # fmt: skip

FIRST_REPORT = Doc("first-report", "Doctor's first report of injury", "progress_note", _OLD5021, """
Within 5 days of your initial examination, send two copies of this report to the insurer.
|= 1 1
| 1. INSURER Western Conifer Fund | 2. EMPLOYER {employer} |
| 5. PATIENT NAME {name} | 6. SEX {sex} 7. DOB {dob} |
| 8. ADDRESS {address} {city} | 9. TEL {phone} |
| 10. OCCUPATION {job} | 11. SSN {ssn} |
| 13. DATE OF INJURY {doi} 2:15 PM | 15. DATE OF FIRST EXAM 03-07-18 |
17. DESCRIBE HOW THE ACCIDENT HAPPENED: lifting condenser off tailgate w/ helper, helper slipped, I took the weight & felt a pop in the back

18. SUBJECTIVE COMPLAINTS: LBP 8/10, [[denied radicular-symptoms -| no leg pain]] today

19. OBJECTIVE: [[#spasm done acute-spasm -| L/S paraspinals rigid, list to right]]. Neuro WNL. //
X-ray: lumbar 3V (Toyon Rad) see report

20. DIAGNOSIS: lumbar strain  847.2/S39.012A

23. TREATMENT RENDERED: naproxen, Flexeril, ice //
24. FURTHER TREATMENT: [[planned - physical-therapy| P.T. 3 x 4]] //
26. WORK STATUS: __ regular _X_ modified, desk only, thru 03-21-18
~ Wystan Gorrie, MD |
""", date(2018, 3, 7), "Wystan Gorrie, MD", "treating_physician")  # fmt: skip

PLAIN_FILMS = Doc("films-2018", "Lumbar spine radiographs", "imaging", _SCAN, """
Patient: {name}          Birth date: {dob} //
Ordered by: W. Gorrie, MD          Date of service: Mar 7, 2018

Exam: Lumbar spine, three views

Findings: Five lumbar bodies. [[denied segmental-instability -| Nothing has slipped.]] Disc height at L5-S1 a little low. [[denied spine-trauma -| No fracture line.]]

Impression: [[#films done plain-films mri| Mild L5-S1 narrowing, otherwise ordinary lumbar films.]]

~ Pilar Innsmouth, MD |
""", date(2018, 3, 7), "Pilar Innsmouth, MD", "radiologist")  # fmt: skip

MRI = Doc("mri-2018", "MRI of the lumbar spine, April 2018", "imaging", _SCAN, """
Patient: {name}          Birth date: {dob} //
Ordered by: W. Gorrie, MD          Date of service: Apr 19, 2018

[[#old-mri done prior-same-study mri| Exam: MRI of the lumbar spine without contrast]]

History: six weeks of back pain, now into left leg.

Technique: Sagittal T1, T2, STIR; axial T2 from L1 to S1. 0.7 Tesla.

Findings: The conus ends behind L1. Levels L1-2 through L3-4 are clean. At L4-5 there is a broad bulge of 3 mm with a left foraminal component and mild narrowing. At L5-S1 the disc is dark with a 5 mm left paracentral protrusion.
===
Findings, continued: [[#touch done nerve-root-corroboration epidural-steroid| The protrusion abuts and displaces the descending left S1 root, and the L4-5 disc contacts the exiting left L4 and descending L5 roots.]] Facets show early wear. No canal stenosis.

Impression: 1. Left sided disc disease at the lower two levels with contact of nerve roots as above. 2. No fracture, no marrow lesion.

Pilar Innsmouth, MD, read Apr 20, 2018
""", date(2018, 4, 19), "Pilar Innsmouth, MD", "radiologist")  # fmt: skip

NERVES = Doc("emg", "Electrodiagnostic report of the legs", "electrodiagnostics", _NERVE, """
| Name | {lastfirst} | DOB | {dob} |
| Study | 2018/06/26 | Ref | Gorrie |

# Motor NCS
|= 3 2 2 2
| Nerve / site | Onset ms | Ampl mV | CV m/s |
| L peroneal - EDB, ankle | 5.1 | 2.2 | |
| L peroneal, fib head | 11.9 | 2.0 | 45 |
| R peroneal - EDB, ankle | 4.9 | 4.4 | |
| L tibial - AH, ankle | 4.4 | 7.9 | |
| H reflex L / R | 30.1 / 29.8 | | |

# Needle
|= 3 1 1 2 2
| Muscle | Ins | Fib | MUAP | Recruit |
| L tib ant | incr | 1+ | large | reduced |
| L ext hall | incr | 1+ | large | reduced |
| L med gastroc | nl | 0 | nl | full |
| L L5 psp | incr | 1+ | - | - |
| R tib ant | nl | 0 | nl | full |

# Interpretation
[[#emg-l5 done electrodiagnostic-confirmation -| Abnormal. Findings are those of a left L5 root lesion, subacute.]] [[denied peripheral-neuropathy -| Nothing to suggest a neuropathy.]]
~ Hedda Brandvold, MD, PhD |
""", date(2018, 6, 26), "Hedda Brandvold, MD, PhD", "consultant")  # fmt: skip

THERAPY = Doc("pt-flow", "Physical therapy flow sheet and discharge", "therapy_log", _GYM, """
Pt {last}     Dx lumbar rad L     MD Gorrie     auth 12 + 2     2018

|= 3 1 1 1 1 1 1 1
| | 7/9 | 7/11 | 7/16 | 7/23 | 7/30 | 8/6 | 8/14 |
| visit | 1 | 2 | 4 | 7 | 10 | 12 | [[#fourteen done prior-sessions physical-therapy| 14 last]] |
| bike min | 5 | 5 | 8 | 10 | 10 | 12 | 12 |
| prone press | x10 | x10 | x20 | x20 | x30 | x30 | x30 |
| bridge / SLS | - | x10 | x15 | x20 | x20 | x20 | x20 |
| e-stim + HP | y | y | y | y | n | n | n |
| pain in/out | 7/6 | 7/7 | 6/6 | 7/6 | 6/6 | 7/6 | 6/6 |

D/C 8/14/18: [[#plateau done failed-conservative-care epidural-steroid| pt plateaued, leg sx same as eval, ODI 46 -> 44]]. Given HEP + blue band. Back to MD re: inj.
~ Ambrosine Teller, PT |
""", date(2018, 8, 14), "Ambrosine Teller, PT", "therapist")  # fmt: skip

QME = Doc("qme", "Panel qualified medical evaluation", "medical_legal", _QME, """
May 12, 2020

Gudrun Ashcombe, Esq. //
Western Conifer Fund, attn. Lorcan Pettibone

RE: {NAME} //
Employer: {employer} //
Date of injury: {doi} //
Claim: {claim}

T: PANEL QUALIFIED MEDICAL EVALUATION
I saw the above for a panel evaluation on April 28, 2020 in my Ilex Park office. This is an ML 103 report; complexity factors are four or more hours of record review, and apportionment.
# Job description
He puts in furnaces and condensers. [[done job-demands -| He lifts up to 120 pounds with a helper and works on ladders and in crawl spaces about half the day.]]
# History of the injury
%% social 4
On {doi} a helper lost his footing and the weight of a condenser came on the applicant. He saw Dr. Gorrie the next day. The leg hurt from the second month. [[#needles history - acupuncture| He says six acupuncture treatments with Juno Lathrop, L.Ac., in the spring of 2019 made him relax but changed nothing]]; those records were not sent to me.
===
# Review of records
The following were read. 03-07-18, W. Gorrie, M.D., first report. 03-07-18, lumbar films. 04-19-18, MRI lumbar spine, P. Innsmouth, M.D. 06-26-18, EMG, H. Brandvold, M.D. 08-14-18, physical therapy discharge. 11-19-19, operative record, T. Oduya, D.O. 12-03-19, recheck, T. Oduya, D.O.
: 11-19-19 | Left L4-5 and L5-S1 transforaminal injections.
: 12-03-19 | [[#qme-relief history prior-injection-relief epidural-steroid| Eighty percent better two weeks out, less Norco.]]
# Current complaints
Back pain at 3, leg quiet. He drives to my office, 40 minutes. Since March he works full days on the bench.
%% systems 4
# Examination
%% examination 5

[[#qme-normal done normal-neuro-exam -| The legs are strong in all groups, the reflexes are equal and he feels light touch everywhere.]] Straight leg raising is to 75 degrees on either side. Calf girth 38 cm right, 37.5 cm left. Flexion brings his fingers to mid shin.
===
# Diagnosis
Lumbar disc disease at two levels, with left radiculopathy that is in remission.
# Discussion
[[#qme-mmi done near-mmi -| He is permanent and stationary as of the day of this examination.]] DRE category III, 12 percent whole person.
# Apportionment
Ten percent to age related change, ninety percent to the injury.
# Future medical care
[[#qme-future planned - epidural-steroid| There should be provision for epidural blocks, at most two a year, should the leg pain flare]], for an updated scan in case of new weakness, and for short courses of medicine. [[denied surgery-considered -| I do not foresee surgery.]]
# Work
[[#qme-limits done work-restrictions -| Precluded from lifting over 50 pounds and from repeated bending.]]
%% legal 5
~ Casimir Holloway, M.D. |
""", date(2020, 5, 12), "Casimir Holloway, MD", "evaluator")  # fmt: skip
