"""Where one document ends and the next begins, and which pages lie elsewhere than their document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafter.casefile.records.boundary import begins, has_title
from drafter.casefile.records.view import Numbering, PageView, squeezed

_PAGE = re.compile(r"\bpage\s+\w+\W*$")
_SECOND = 2
_PRINT = 4
_TITLED = 0.25
"""So many pages in a row, of which such a share names a document at its top, are a print of many documents."""


def split(views: Sequence[PageView]) -> list[list[PageView]]:
    """The pages of one file, document by document, in the order of their first pages."""
    documents: list[list[PageView]] = []
    for view in _without_numbers_of_the_print(views):
        home = _continued(view, documents)
        if home is None:
            documents.append([view])
        else:
            home.append(view)
    return documents


def _without_numbers_of_the_print(views: Sequence[PageView]) -> list[PageView]:
    """The pages without numbers that count a whole print of many documents and say nothing of one."""
    runs: dict[tuple[int, int], list[PageView]] = defaultdict(list)
    for view in views:
        if view.numbering is not None and view.numbering.total is not None:
            runs[view.numbering.total, view.numbering.page - view.row].append(view)
    counted = {view.row for run in runs.values() if _is_of_a_print(run) for view in run}
    return [view._replace(numbering=None) if view.row in counted else view for view in views]


def _is_of_a_print(run: Sequence[PageView]) -> bool:
    titled = sum(has_title(view) for view in run[1:])
    return len(run) >= _PRINT and titled >= max(2, _TITLED * len(run))


def gathered(documents: Sequence[list[PageView]]) -> list[list[PageView]]:
    """Documents with the pages that a jammed feeder put elsewhere, perhaps in another file, by their numbers.

    A run of numbered pages that does not go on with the page before it is moved behind the page that it goes on with,
    if some document ends with that and misses its rest; else it stays where it lies.
    """
    whole = [list(document) for document in documents]
    moved = True
    while moved:
        moved = any(_moved(document, at, whole) for document in whole for at in _strays(document))
    return [document for document in whole if document]


def _strays(document: Sequence[PageView]) -> Iterator[int]:
    """Where in the document a page has a number above one that the page before does not lead to."""
    for at, view in enumerate(document):
        own = view.numbering
        if own is None or own.page < _SECOND:
            continue
        before = document[at - 1].numbering if at else None
        if before is not None and before.page == own.page - 1 and before.total == own.total:
            continue
        if own.total is None and at == own.page - 1:
            continue
        yield at


def _moved(document: list[PageView], at: int, documents: Sequence[list[PageView]]) -> bool:
    stray = document[at]
    homes = [home for home in documents if home and home is not document and _wants(home, stray)]
    if not homes:
        return False
    home = min(homes, key=lambda one: (one[0].page.source.file != stray.page.source.file, abs(one[-1].row - stray.row)))
    end = next((row for row in range(at + 1, len(document)) if not _follows(document[row - 1], document[row])), None)
    home.extend(document[at:end])
    del document[at:end]
    return True


def _wants(home: Sequence[PageView], stray: PageView) -> bool:
    """Whether the document ends with the number before; without a total the lines that carry the numbers are alike."""
    last, own = home[-1].numbering, stray.numbering
    if last is None or own is None or last.page != own.page - 1 or last.total != own.total:
        return False
    return own.total is not None or bool(_carriers(home[-1]) & _carriers(stray))


def _follows(one: PageView, other: PageView) -> bool:
    last, own = one.numbering, other.numbering
    return bool(last and own and own.page == last.page + 1 and own.total == last.total)


def _carriers(view: PageView) -> set[str]:
    """Lines at the edges that say more than a number, without it: `RE: BRILL, UNA Page 3`."""
    edges = (*view.folded[:3], *view.folded[-3:])
    return {key for line in edges if (found := _PAGE.search(line)) and len(key := squeezed(line[: found.start()])) > 3}


def _continued(view: PageView, documents: list[list[PageView]]) -> list[PageView] | None:
    """The document that the page goes on; None when it begins one."""
    if not documents:
        return None
    current = documents[-1]
    own, last = view.numbering, current[-1].numbering
    if own is not None and own.page > 1:
        expected = _expecting(own, documents)
        if expected is not None:
            return expected
        if not has_title(view):
            return current
    if own is not None and own.page == 1:
        return None
    if last is not None and last.total is not None and last.page < last.total and not has_title(view):
        return current
    if last is not None and last.page == last.total:
        return None
    return None if begins(view, current) else current


def _expecting(own: Numbering, documents: list[list[PageView]]) -> list[PageView] | None:
    """The nearest document whose last page is numbered one before; pages of another patient may lie between."""
    for document in reversed(documents[-4:]):
        last = document[-1].numbering
        if last is not None and last.page == own.page - 1 and last.total == own.total:
            return document
        if last is None and document is documents[-1] and len(document) == own.page - 1:
            return document
    return None
