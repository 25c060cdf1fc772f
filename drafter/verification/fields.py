"""Fields of words: how sentences that are no reason are recognised when they are worded in a new way.

The patterns of `scope`, `grounds`, `precedents` and their like know how such sentences are usually put.
Here a kind is known by what it has to speak of, in any order and form: a decision on causation speaks of a cause and of
the work or the injury, a base rate of a frequency, of requests and of how they end. That is looser, so that it warns
and does not block.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.verification.codes import Code


class Kind(NamedTuple):
    """A kind of sentence: words of every field occur in it, and none of `unless`."""

    code: Code
    fields: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None = None

    def found(self, text: str) -> tuple[str, ...] | None:
        """The first word of each field; None where a field is missing."""
        if self.unless and self.unless.search(text):
            return None
        matches = [field.search(text) for field in self.fields]
        return None if None in matches else tuple(match.group().strip() for match in matches if match)

    def told(self, source: str) -> bool:
        """Whether a source speaks of the same, so that the sentence may be telling it."""
        return all(field.search(source) for field in self.fields)


def _field(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


_NUMBERS = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|half|part|some|a single"
_ENDS = (
    r"up(?:held|holds?)|overturn\w*|revers\w+|denied|denials?|refus\w+|reject\w*|declined?|turned down|approv\w+"
    r"|grant\w*|allowed|certified|sided|succe\w+|stands?|fails?|rul(?:e|es|ed)|came out|prevail\w*|pass(?:es"
    r"|ed)?|wins?|settled?|decided|reached|conclusions?"
)
_REVIEWS = (
    r"IMRs?|determinations?|decisions?|rulings?|review(?:s|ers?)?|panels?|colleagues?|disputes?|cases?|appeals?"
    r"|requests?|matters?|denials?|approvals?"
)
_LIKE = (
    r"prior|previous\w*|earlier|past|last|another|others?|similar\w*|comparable|like|alike|identical\w*|analogous"
    r"|parallel|same|fellow"
)
_UR = (
    r"utili[sz]ation review\w*|UR|claims administrators?|insurers?|carriers?|adjusters?|non-?certifications?|refusals?"
    r"|(?:the|this|prior|previous|earlier|initial|first)[\s-](?:level\s+)?(?:denial|review(?:er)?|physician reviewer)"
)
_SELF = r"I|[Mm]y|[Tt](?:his|he) (?:reviewer|reviewing physician|author|undersigned|opinion)"
_STANDING = (
    r"practi[cs]\w+|experience\w*|fellow\w*|licen[sc]\w+|board|certificat\w+|experts?|expertise|speciali\w+|train\w+"
    r"|publish\w*|taught|teach\w*|professor\w*|faculty|residency|\w+ologists?|\w+iatrists?|\w+pa?edists?|surgeons?"
    r"|decades?|years|performed (?:this|many|such|hundreds)|treat(?:ed|s) (?:many|such|thousands|hundreds)"
    r"|sees? (?:\w+ )?(?:many|such)"
)
_GUIDELINE = r"MTUS|ACOEM|ODG|Official Disability Guidelines?|guidelines?"


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind that is known by its fields."""
    return (
        Kind(Code.DECIDES_CAUSATION, (_field(_CAUSE), _field(_WORK))),
        Kind(
            Code.RECOMMENDS_ALTERNATIVE,
            (
                _field(_NUMBERS),
                _field(r"certif\w+", r"approv\w+", r"grant\w*", r"authori[sz]\w+", "allowed"),
                _field("sessions?", "visits?", "tablets?", "quantity", "units?", "refills?", "of the requested?"),
            ),
            unless=_field(_UR, "does not", "not"),
        ),
        Kind(
            Code.CITES_BASE_RATE,
            (_field(_OFTEN), _field(_REVIEWS, r"such \w+", "of these", "of this kind"), _field(_ENDS)),
        ),
        Kind(
            Code.PRECEDENT_AS_AUTHORITY,
            (
                _field(
                    rf"(?:{_LIKE})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_REVIEWS})",
                    rf"(?:{_REVIEWS})\s+(?:of|from|in)\s+(?:\w+\s+){{0,2}}?(?:last|this|that|another|(?:19|20)\d\d)",
                    r"(?:a|the) \d{4} (?:determination|decision|review)",
                    r"IMRs?",
                    r"CM\d\d-\d+",
                ),
                _field(_ENDS, r"agree\w*", r"found", r"follows?", r"declin\w+", r"view"),
            ),
            unless=_field(r"utili[sz]ation review\w*", r"claims administrator\w*", "UR"),
        ),
        Kind(Code.AUTHORITY_UNCITED, (_field(_RESEARCH), _field(_SAYS)), unless=_field(_TESTS_OF_THE_PATIENT)),
        Kind(Code.COMPETING_UNREASONED, (_field(_GUIDELINE), _field(_PREFERS)), unless=_field(_WEIGHED)),
        Kind(Code.DEMOGRAPHIC_REASON, (_field(_WHO), _field(_BEARS), _field(_ARGUED))),
        Kind(
            Code.DEFERS_TO_UR,
            (_field(_UR), _field(_AGREES)),
            unless=_field(r"disagree\w*", r"incorrect\w*", r"(?:do|does|did|can)(?:\s?not|n[’']t) agree"),
        ),
        Kind(Code.OVERCONFIDENT, (_field(_CERTAIN),)),
        Kind(
            Code.CREDENTIAL_CLAIM,
            (
                re.compile(
                    rf"\b(?:{_SELF})\b(?:(?!\b(?:that|notes?|finds?|found|agrees?|asks?)\b)[^.;]){{0,60}}"
                    rf"\b(?:{_STANDING})(?!\w)|\b(?:as|being|having"
                    rf"|with)\s+[^.;]{{0,60}}\b(?:{_STANDING})\b[^.;]{{0,20}},"
                    rf"\s+(?:I|this reviewer|the reviewer)\b"
                    rf"|\b(?:{_STANDING})\b[^.;]{{0,20}},\s+(?:I|this reviewer|the reviewer)\b"
                    rf"|\bopinion\s+(?:\w+\s+){{0,3}}?(?:by|of|from)\s+(?:a|an)\b[^.;]{{0,40}}\b(?:{_STANDING})\b"
                ),
            ),
        ),
    )


_CAUSE = (
    r"caus\w+|produc\w+|(?:came|comes|was there) before|due to|because of|stem\w*|aris\w+|arose|explain\w*"
    r"|account\w* for|(?:brought|bring\w*) about|set off"
    r"|trigger\w*|aggravat\w+|precipitat\w+|responsib\w+|liab\w+|predat\w+|pre-?exist\w+|non-?(?:occupational"
    r"|industrial)"
    r"|consequences?|result\w* (?:of|from)|attribut\w+|l(?:ed|eads?) to|contribut\w+|regardless of|independent of|basis"
    r"|outside|accepted|(?:un)?related(?! (?:injur|accident))|wear|lies with|origin\w*|compensab\w+|apportion\w*"
)
_WORK = (
    r"injur\w+|accidents?|incidents?|work(?:place)?|jobs?|falls?|employ\w+|claim|industr\w+|occupation\w*|exposure"
    r"|non-?(?:occupational|industrial)|disability"
)
_OFTEN = (
    r"most(?! recent)|majority|minority|seldom|rare(?:ly)?|usual\w*|often|typical\w*|routine\w*|common\w*|uncommon"
    r"|statistic\w*|historically|percent|few|nearly all|almost all|consistently|tend\w*|exception|hardly ever"
    r"|mostly|always|never|times in|(?:\w+|\d+) (?:in|of|out of)"
    r" (?:every )?(?:five|ten|twenty|hundred|\d+)|\d+\s?%"
)
_RESEARCH = (
    r"studies|trials|(?:a|the|one) (?:\w+ ){0,2}?(?:study|trial)|randomi[sz]ed|meta-?analys[ei]s|systematic reviews?"
    r"|literature|journals?|research\w*|publications?|published|scientific|peer[\s-]reviewed|cohorts?|Cochrane"
    r"|FDA|UpToDate"
    r"|(?:American|National|International|British|European) (?:\w+ ){0,3}?(?:Colleges?|Academy|Association"
    r"|Society|Institute)"
    r"|(?:College|Academy|Society|University) of \w+|level (?:I|II|III|1|2|3|one|two) evidence"
    r"|evidence (?:against|for|from)"
    r"|et al|and colleagues|experts"
)
_SAYS = (
    r"show\w*|found|finds?|report\w*|support\w*|recommend\w*|advis\w+|conclud\w*|demonstrat\w*|suggest\w*|prove[sdn]?"
    r"|indicat\w*|favou?r\w*|against|lack\w*|agree\w*|approved|no (?:lasting )?(?:difference|effect|benefit)"
    r"|fail\w*|negative|otherwise|critical"
)
_TESTS_OF_THE_PATIENT = (
    r"(?:sleep|imaging|diagnostic|electrodiagnostic|conduction|MRI|x-?ray|EMG|NCV|NCS|laboratory)\s+(?:\w+\s+)?"
    r"stud(?:y|ies)|stud(?:y|ies) of the|trial of"
)
_PREFERS = (
    r"prefer\w*|prevail\w*|wins?|priority|yields?|relies on|govern\w*|controls?|weight|rather than|instead of"
    r"|cho(?:se|sen)|in favou?r of|displac\w+"
    r"|supersed\w+|outdated|newer|newest|stricter|set aside|more (?:recent|current|persuasive|specific"
    r"|restrictive|modern)"
    r"|precedence|outweigh\w*|although the (?:MTUS|ODG|ACOEM)"
)
_WEIGHED = r"stud(?:y|ies)|systematic|randomi[sz]ed|level of evidence|rebut\w*|not addressed|9792\.25\.1|quality"
_WHO = (
    r"rac(?:e|ial)|ethnic\w*|nationality|immigra\w+|undocumented|gender|wom[ae]n|men|mothers?|fathers?|(?:un)?married"
    r"|age|elderly|over (?:forty|fifty|sixty|seventy|\d\d)|in (?:his|her|their) \w+ies|religio\w*|background|school\w*"
    r"|educat\w+|litera(?:te|cy)|illitera\w+|speaks?|languages?|Spanish|English|Latin[oax]s?|Hispanics?|Blacks?"
    r"|Asians?|African"
    r"|lawyers?|attorneys?|counsel|lawsuits?|litigat\w+|laborers?|income|poverty|sexual orientation"
)
_BEARS = (
    r"unlikely|less (?:likely|probable)|rarely|seldom|reluctan\w+|doubt\w*|caution\w*|gains?|profits?|overstat\w*"
    r"|exaggerat\w*|(?:un)?reliab\w+|credib\w+|adher\w+|complian\w+|complet\w+|tolerat\w+|expect\w*|argues?|poor|little"
    r"|limits?|small|recover\w*|results?|benefits?|motivat\w+|probable|likely|offers?"
)
_ARGUED = (
    r"because|since|as|given|being|with|so|which|makes?|of (?:his|her|their)|patients?|workers?|men|women"
    r"|at (?:the|his|her)"
    r" age|often|tend\w*|are|an? \w+ (?:worker|laborer)"
)
_AGREES = (
    r"agree\w*|concur\w*|right|correct\w*|persuasive\w*|convinc\w+|sound|logic\w*|reasoning|well[\s-]\w+ed|adopt\w*"
    r"|follow\w*|depart\w*|carr(?:y|ies) the day|respect\w*|good cause|in(?:to)? question|no reason|justified|proper\w*"
    r"|rel(?:y|ied|ies) (?:up)?on|defer\w*|credence|endors\w+|accept\w*"
)
_CERTAIN = (
    r"(?:no|without|beyond|leaves? no|leave no)\s+(?:\w+\s+){0,4}?(?:doubt|question|dispute|room)|(?:is|are) certain"
    r"|undeniabl[ey]|in(?:disputab|contestab|controvertib)l[ey]|unquestionabl[ey]|undoubtedly|foregone"
    r"|self-evident|zero chance|one answer|(?:not|cannot) be clearer|everyone would"
    r"|plain to (?:anyone|all|everyone)|(?:no|every|any) (?:reasonable )?(?:physician|specialist|doctor|expert"
    r"|reviewer)s?"
    r" (?:could|would|will|must)|nothing (?:further|else|more) can|conclusive\w*|obvious\w*|overwhelming\w*"
)
