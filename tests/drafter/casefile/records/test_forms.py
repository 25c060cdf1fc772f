"""Labels that stand above their values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.casefile.records.forms import columns_of, stacked


def read(*lines: str) -> list[str]:
    return [text for _, text in stacked(lines)]


def test_a_row_of_labels_names_the_row_below() -> None:
    assert read("Case No. | Injured | Assigned", "CM99-0000333 | 05/14/2019 | 06/02/2020") == [
        "Case No: CM99-0000333", "Injured: 05/14/2019", "Assigned: 06/02/2020",
    ]  # fmt: skip


def test_a_table_of_many_rows_is_no_form() -> None:
    assert not read("Date | Drug | Qty", "01/12/2016 | NAPROXEN | 60", "02/11/2016 | NAPROXEN | 60")


def test_labels_of_dates_without_columns_are_paired_in_order() -> None:
    assert read("Date of injury Date received", "05/14/2019 06/02/2020") == [
        "date of injury: 05/14/2019", "date received: 06/02/2020",
    ]  # fmt: skip


def test_a_label_alone_takes_the_line_below() -> None:
    assert read("Date of visit:", "March 4, 2016", "Right knee pain.") == ["Date of visit: March 4, 2016"]


def test_one_label_above_two_dates_says_nothing() -> None:
    assert not read("DATE", "05/14/2019 06/02/2020")


def test_cells_stand_between_bars_and_gaps() -> None:
    assert columns_of("| Knee MRI | 73721   1 |") == ["Knee MRI", "73721", "1"]


@given(st.lists(st.text(alphabet="Date of visit:|  05/14/2019\t", max_size=40), max_size=6))
def test_any_lines_are_survived(lines: list[str]) -> None:
    assert all(0 <= row < len(lines) for row, _ in stacked(lines))
