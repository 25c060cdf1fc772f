"""Guideline lines of determination letters, parsed into citations.

A line reads "Decision based on MTUS Low Back Complaints 2004, Section(s): Summary. Decision based on Non-MTUS Citation
Official Disability Guidelines (ODG), Low Back Chapter." or, in 2014, "Decision based on MTUS Chronic Pain Treatment
Guidelines Massage therapy Page(s): 60." Other wordings are searched for the names of known guidelines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.citation_names import Named, mtus_names, odg_chapter, other_name, pieces_of, split_sections
from drafter.determination import GuidelineCitation

_BASED_ON = re.compile(
    r"Decision\s+based\s+on\s+(?:(?P<other>Non-\s?MTUS(?:\s+Citations?)?)|MTUS)[\s:]*", re.IGNORECASE
)
_SECTIONS = re.compile(r"\bSections?(?:\(s\))?\s*:\s*", re.IGNORECASE)
_PAGES = re.compile(
    r"[\s,(]*\b(?:pages?(?:\(s\))?|pgs?|pp?)(?!\w)\.?\s*:?\s*(?P<pages>\d+(?:\s*(?:[-–]|[,;&]|and)\s*\d+)*)\)?",
    re.IGNORECASE,
)
_ODG = r"(?:Official\s+Disability\s+Guidelines?(?:\s*\(ODG\))?|ODG)"
_SOURCE = re.compile(
    rf"\s*(?:[;,]|\band\b)\s*(?:and\s+)?(?:the\s+)?(?=(?:{_ODG}|ACOEM|American\s+College)\b)"
    r"|\s*,?\s*\band\s+Other\s+Medical\s+Treatment\s+Guidelines?\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_ODG_HEAD = re.compile(rf"(?:the\s+)?{_ODG}[\s,:–-]*", re.IGNORECASE)
_ODG_BREAK = re.compile(r"\s*(?:[,;:/]|\s[-–]\s)\s*")
_ODG_NOISE = re.compile(
    r"^(?:\s|[-–/,:;]|\([^)]*\)|(?:chapter|section|guidelines|procedure\s+summary|web\s+version|online\s+version|20\d\d)\b|&\s+thoracic\b)+",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Za-z]\b)(?<!\bed)(?<!\bpg)(?<!\bpp)\.(?:\s|$)")
_REASON = re.compile(
    r"[\s,;]+(?:because|since|as\s+(?:it|they)|which|in\s+that|and\s+why)\b.*", re.IGNORECASE | re.DOTALL
)
_IN_BRACKETS = re.compile(r"^\s*\((?:[^()]|\([^()]*\))*\)")
_EDGES = re.compile(r"^[\s,;.]*(?:and\s+)?|(?:[\s,;]|\band\s*$)*$", re.IGNORECASE)


def parse_guideline_line(line: str) -> tuple[GuidelineCitation, ...]:
    """The citations of a guideline line, in order; none when it cites nothing."""
    heads = list(_BASED_ON.finditer(line))
    if not heads:
        return tuple(_free(line))
    ends = [head.start() for head in heads[1:]] + [len(line)]
    citations: list[GuidelineCitation] = []
    for head, end in zip(heads, ends, strict=True):
        segment = line[head.end() : end].strip().removesuffix(".")
        citations += _others(segment) if head["other"] else _mtus(segment)
    return tuple(citations)


def _mtus(segment: str) -> Iterator[GuidelineCitation]:
    names = mtus_names(segment)
    if not names:
        if text := _trim(segment):
            yield GuidelineCitation(text=text, pages=_pages(text), mtus=True)
        return
    starts = [0, *(name.start for name in names[1:])]
    ends = [*starts[1:], len(segment)]
    for name, start, end in zip(names, starts, ends, strict=True):
        rest = segment[name.end : end]
        yield GuidelineCitation(
            text=_trim(segment[start:end]),
            guideline=name.guideline,
            sections=_sections(rest, name.guideline),
            pages=_pages(rest),
            mtus=True,
        )


def _others(segment: str) -> Iterator[GuidelineCitation]:
    for source in _SOURCE.split(segment):
        text = _trim(source)
        head = _ODG_HEAD.match(text)
        if head:
            yield from _odg(text, text[head.end() :])
        elif text and not other_name(text) and odg_chapter(text):
            yield from _odg(text, text)
        elif text:
            yield _other(text)


def _other(text: str) -> GuidelineCitation:
    name = other_name(text)
    if name is None:
        return GuidelineCitation(text=text, pages=_pages(text))
    rest = _ODG_NOISE.sub("", re.sub(r"^\s*Disorders\b", "", text[name.end :]))
    return GuidelineCitation(
        text=text, guideline=name.guideline, sections=_sections(rest, name.guideline), pages=_pages(rest)
    )


def _odg(text: str, rest: str) -> Iterator[GuidelineCitation]:
    """One citation a chapter; the topics behind the chapters belong to each of them."""
    bare = _ODG_NOISE.sub("", rest)
    chapters: list[str] = []
    if first := odg_chapter(bare):
        chapters.append(first.guideline)
        bare = bare[first.end :]
    topics = list(_odg_topics(_PAGES.sub("", bare), chapters))
    if not chapters and (found := odg_chapter(rest, anywhere=True)):
        chapters.append(found.guideline)
    for guideline in chapters or (None,):
        sections = split_sections(", ".join(topics), guideline)
        yield GuidelineCitation(text=text, guideline=guideline, sections=sections, pages=_pages(rest))


def _odg_topics(rest: str, chapters: list[str]) -> Iterator[str]:
    """The topics of an ODG citation; a piece that is a further chapter is added to `chapters`."""
    for piece in pieces_of(rest, _ODG_BREAK):
        bare = _ODG_NOISE.sub("", piece)
        name = odg_chapter(bare)
        topic = _ODG_NOISE.sub("", bare[name.end :]) if name else bare
        if name and (not topic or not chapters):
            if name.guideline not in chapters:
                chapters.append(name.guideline)
        else:
            topic = bare
        if topic:
            yield topic


def _free(text: str) -> Iterator[GuidelineCitation]:
    """Known guidelines named in running text, each with what its sentence says about sections and pages."""
    named = mtus_names(text)
    named += [Named(found.start(), found.end(), "") for found in _ODG_HEAD.finditer(text)]
    named.sort(key=lambda name: name.start)
    ends = [*(name.start for name in named), len(text)][1:]
    for name, end in zip(named, ends, strict=True):
        rest = _REASON.sub("", _SENTENCE_END.split(text[name.end : end])[0])
        yield _named_in_prose(_trim(text[name.start : name.end] + rest), name, _IN_BRACKETS.sub("", rest))


def _named_in_prose(cited: str, name: Named, rest: str) -> GuidelineCitation:
    if name.guideline:
        sections = _sections(rest, name.guideline, prose=True)
        return GuidelineCitation(text=cited, guideline=name.guideline, sections=sections, pages=_pages(rest), mtus=True)
    bare = _ODG_NOISE.sub("", rest)
    chapter = odg_chapter(bare)
    if chapter is None:
        return GuidelineCitation(text=cited, pages=_pages(rest))
    sections = _sections(_ODG_NOISE.sub("", bare[chapter.end :]), chapter.guideline, prose=True)
    return GuidelineCitation(text=cited, guideline=chapter.guideline, sections=sections, pages=_pages(rest))


def _sections(rest: str, guideline: str, prose: bool = False) -> tuple[str, ...]:
    """Sections behind a guideline's name: headed "Section(s):", or as in 2014 just before the pages."""
    labelled = _SECTIONS.split(rest)
    listed = _trim(_PAGES.sub("", ", ".join(labelled[1:]) if len(labelled) > 1 else rest))
    return split_sections(listed.removesuffix("."), guideline, prose)


def _pages(text: str) -> str | None:
    return ", ".join(found["pages"].strip() for found in _PAGES.finditer(text)) or None


def _trim(text: str) -> str:
    return _EDGES.sub("", text).strip()
