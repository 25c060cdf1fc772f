# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""State forms of California workers' compensation, as markup. They are public; what is filled in is invented."""

from __future__ import annotations

from scripts.cases.clinic import Clinic

STATE = Clinic("STATE OF CALIFORNIA", ("Department of Industrial Relations", "Division of Workers' Compensation"),
               size=9, margin=44, letterhead="centre", heading="band", signature="scribble", foot="page-of",
               check="box", dates="%m/%d/%Y")  # fmt: skip

STATE_TYPED = Clinic("State of California, Division of Workers' Compensation", (), font="Times", size=9.5, margin=50,
                     letterhead="left", heading="boxed", signature="typed", foot="none", check="brackets",
                     dates="~%m/~%d/%Y")  # fmt: skip


def imr_application(
    adjuster: str, physician: str, diagnosis: str, disputed: list[str], decided: str, signed: str, *,
    attorney: str = "None", kind: str = "regular", liability: str = "No",
) -> str:  # fmt: skip
    """DWC Form IMR. `adjuster` and `physician` are "name; organisation; address; telephone"."""
    company = [part.strip() for part in adjuster.split(";")]
    doctor = [part.strip() for part in physician.split(";")]
    requests = "\n".join(f"| {number}. {text} |" for number, text in enumerate(disputed, start=1))
    ticked = {name: "[x]" if name == kind else "[ ]" for name in ("regular", "expedited", "modified")}
    yes, no = ("[x]", "[ ]") if liability == "Yes" else ("[ ]", "[x]")
    return f"""
T: APPLICATION FOR INDEPENDENT MEDICAL REVIEW
T: DWC Form IMR
> TO REQUEST INDEPENDENT MEDICAL REVIEW: 1. Sign and date this application and consent to obtain medical records.
> 2. Mail or fax the application and a copy of the written decision you received that denied or modified the medical treatment requested by your physician.
Type of Utilization Review: {ticked["regular"]} Regular {ticked["expedited"]} Expedited {ticked["modified"]} Modification after Initial Denial

# Employee Information
| Employee Name (First, MI, Last): {{name}} | Date of Birth: {{dob}} |
| Address: {{address}}, {{city}} | Phone Number: {{phone}} |
| Claim Number: {{claim}} | Date of Injury (MM/DD/YYYY): {{doi}} |
| Employer: {{employer}} | WCIS Jurisdictional Claim Number (if assigned): not assigned |
| Employee Attorney (if known): {attorney} | |
# Requesting Physician Information
| Name: {doctor[0]} | Practice Name: {doctor[1]} |
| Address: {doctor[2]} | Phone Number: {doctor[3]} |
# Claims Administrator Information
| Claims Administrator Name: {company[1]} | Adjuster/Contact Name: {company[0]} |
| Address: {company[2]} | Phone Number: {company[3]} |
# Disputed Medical Treatment
| Primary Diagnosis (Use ICD Code where practical): {diagnosis} |
| Date of Utilization Review Determination Letter: {decided} |
| Is the Claims Administrator disputing liability for the requested medical treatment besides the question of medical necessity? {yes} Yes {no} No |
| List each specific requested medical services, goods, or items that were denied or modified in the space below. |
{requests}
# Consent to Obtain Medical Records
> I allow my health care providers and claims administrator to furnish medical records and information relevant for review of the disputed treatment identified on this form to the independent medical review organization designated by the Administrative Director of the Division of Workers' Compensation. These records may include medical, diagnostic imaging reports, and other records related to my case.

Employee Signature: Date: {signed}
~ {{name}} |
"""


def rfa(
    physician: str, adjuster: str, rows: list[str], signed: str, *, new: bool = True, expedited: bool = False,
    oral: bool = False, response: str = "",
) -> str:  # fmt: skip
    """DWC Form RFA. `physician` is "name; practice; address; telephone; fax; specialty; NPI"; `rows` are table cells
    "diagnosis | ICD | service | CPT | frequency, duration, quantity"."""
    doctor = [part.strip() for part in physician.split(";")]
    company = [part.strip() for part in adjuster.split(";")]
    table = "\n".join(f"| {row} |" for row in rows)
    return f"""
T: REQUEST FOR AUTHORIZATION
T: DWC Form RFA
> Attach the Doctor's First Report of Occupational Injury or Illness, Form DLSR 5021, a Treating Physician's Progress Report, DWC Form PR-2, or equivalent narrative report substantiating the requested treatment.
{"[x]" if new else "[ ]"} New Request {"[ ]" if new else "[x]"} Resubmission - Change in Material Facts //
{"[x]" if expedited else "[ ]"} Expedited Review: Check box if employee faces an imminent and serious threat to his or her health //
{"[x]" if oral else "[ ]"} Check box if request is a written confirmation of a prior oral request.
# Employee Information
| Name (Last, First, Middle): {{lastfirst}} | |
| Date of Injury (MM/DD/YYYY): {{doi}} | Date of Birth (MM/DD/YYYY): {{dob}} |
| Claim Number: {{claim}} | Employer: {{employer}} |
# Requesting Physician Information
| Name: {doctor[0]} | |
| Practice Name: {doctor[1]} | Contact Name: Authorizations |
| Address: {doctor[2]} | Specialty: {doctor[5]} |
| Phone: {doctor[3]} | Fax Number: {doctor[4]} |
| NPI Number: {doctor[6]} | E-mail Address: |
# Claims Administrator Information
| Company Name: {company[1]} | Contact Name: {company[0]} |
| Address: {company[2]} | Phone: {company[3]} |
# Requested Treatment (see instructions for guidance; attached additional pages if necessary)
> List each specific requested medical services, goods, or items in the below space or indicate the specific page number(s) of the attached medical report on which the requested treatment can be found.
|= 3 1.3 4 1.5 3
| Diagnosis (Required) | ICD-Code (Required) | Service/Good Requested (Required) | CPT/HCPCS Code (If known) | Other Information: (Frequency, Duration Quantity, etc.) |
{table}

Requesting Physician Signature: Date: {signed}
~ {doctor[0]} |
# Claims Administrator/Utilization Review Organization (URO) Response
{response or "[ ] Approved [ ] Denied or Modified (See separate decision letter) [ ] Delay (See separate notification of delay)"} //
[ ] Requested treatment has been previously denied [ ] Liability for treatment is disputed (See separate letter)
| Authorization Number (if assigned): | Date: |
| Authorized Agent Name: | Signature: |
"""


def pr2(
    reasons: str, adjuster: str, subjective: str, objective: str, diagnoses: str, plan: str, work: str, signer: str,
    examined: str,
) -> str:  # fmt: skip
    """DWC Form PR-2. `reasons` are the ticked boxes, by their first words, separated by ";"."""
    listed = ("Periodic Report (required 45 days after last report)", "Change in treatment plan",
              "Released from care", "Change in work status", "Need for referral or consultation",
              "Response to request for information", "Change in patient's condition",
              "Need for surgery or hospitalization", "Request for authorization")  # fmt: skip
    chosen = [part.strip() for part in reasons.split(";")]
    boxes = [("[x] " if any(text.startswith(part) for part in chosen) else "[ ] ") + text for text in listed]
    grid = "\n".join("| " + " | ".join(boxes[row : row + 3]) + " |" for row in (0, 3, 6))
    company = [part.strip() for part in adjuster.split(";")]
    return f"""
T: PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)
> Check the box(es) which indicate why you are submitting a report at this time. If the patient is "Permanent and Stationary" do not use this form.
{grid}
|= 1 1
| Patient: Last {{last}} First {{first}} M.I. Sex {{sex}} | D.O.I. {{doi}} D.O.B. {{dob}} |
| Address {{address}}, {{city}} | Occupation {{job}} SS# {{ssn}} Phone {{phone}} |
| Claims Administrator: {company[1]} | Claim Number {{claim}} |
| Employer name: {{employer}} | Phone |
> The information below must be provided. You may use this form or you may substitute or append a narrative report.
## Subjective complaints:
{subjective}
## Objective findings: (Include significant physical examination, laboratory, imaging, or other diagnostic findings.)
{objective}
## Diagnoses:
{diagnoses}
## Treatment Plan: (Include treatment rendered to date. List methods, frequency and duration of planned treatment(s). Explain reasons for changes.)
{plan}
## Work Status: This patient has been instructed to:
{work}

Primary Treating Physician: (original signature, do not stamp) Date of exam: {examined}
~ {signer}
"""
