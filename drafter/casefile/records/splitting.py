"""Where one document ends and the next begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from drafter.casefile.records.boundary import begins, has_title
from drafter.casefile.records.view import Numbering, PageView

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
