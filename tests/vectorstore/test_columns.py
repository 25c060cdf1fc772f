import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.conftest import passage
from vectorstore.columns import Columns, write_columns
from vectorstore.errors import IndexDamaged

values = st.text(st.characters(exclude_categories=("Cs",)), max_size=3) | st.integers(-2, 2) | st.booleans()
metadata = st.lists(st.dictionaries(st.sampled_from(["edition", "page", "a b/c"]), values), min_size=1, max_size=8)


def columns(folder, rows):
    write_columns(folder, [passage(f"p{number}", "text", metadata=row) for number, row in enumerate(rows)])
    return Columns(folder, len(rows))


@given(metadata, st.sampled_from(["edition", "page", "a b/c", "unknown"]), values | st.none())
def test_a_mask_says_what_the_question_says_of_each_row(tmp_path_factory, rows, name, sought):
    def same(value):
        return type(value) is type(sought) and value == sought

    mask = columns(tmp_path_factory.mktemp("shard"), rows).mask({name: same})
    assert mask.tolist() == [same(row.get(name)) for row in rows]


def test_every_question_has_to_be_answered_with_yes(tmp_path):
    read = columns(tmp_path, [{"a": 1, "b": 1}, {"a": 1, "b": 2}, {"a": 2, "b": 1}, {"b": 1}])
    assert read.mask({"a": lambda a: a == 1, "b": lambda b: b == 1}).tolist() == [True, False, False, False]
    assert read.mask({"a": lambda a: a is None}).tolist() == [False, False, False, True]


@given(metadata, st.lists(st.sampled_from(["edition", "page", "unknown"]), min_size=1, max_size=3, unique=True))
def test_a_question_about_several_names_gets_their_values_of_one_passage(tmp_path_factory, rows, names):
    def sought(*found):
        return [(type(value), value) for value in found] == [(type(rows[0].get(n)), rows[0].get(n)) for n in names]

    mask = columns(tmp_path_factory.mktemp("shard"), rows).mask({tuple(names): sought})
    assert mask.tolist() == [sought(*(row.get(name) for name in names)) for row in rows]
    assert mask[0]


def test_a_combination_is_asked_once_however_often_it_occurs(tmp_path):
    asked = []
    read = columns(tmp_path, [{"a": number % 2, "b": number % 4} for number in range(100)])
    read.mask({("a", "b"): lambda a, b: asked.append((a, b)) or True})
    assert sorted(asked) == [(0, 0), (0, 2), (1, 1), (1, 3)]


def test_the_kind_is_that_of_the_shard_whatever_the_metadata_says(tmp_path):
    (tmp_path / "decision").mkdir()
    read = columns(tmp_path / "decision", [{"kind": "card"}, {}])
    assert read.mask({"kind": lambda kind: kind == "decision"}).tolist() == [True, True]


def test_values_are_told_each_once_and_that_some_have_none(tmp_path):
    read = columns(tmp_path, [{"family": "odg"}, {"family": "odg"}, {"family": "acoem"}, {}])
    assert sorted(read.values("family"), key=str) == [None, "acoem", "odg"]
    assert read.values("unknown") == [None]


def test_a_question_is_asked_once_for_a_value(tmp_path):
    asked = []
    read = columns(tmp_path, [{"edition": str(number % 3)} for number in range(100)])
    read.mask({"edition": lambda edition: asked.append(edition) or True})
    assert sorted(asked) == ["0", "1", "2"]


@pytest.mark.parametrize("content", [b"", b"no archive", None])
def test_columns_that_cannot_be_read_are_damage(tmp_path, content):
    read = columns(tmp_path, [{"a": 1}])
    (tmp_path / "columns.npz").unlink() if content is None else (tmp_path / "columns.npz").write_bytes(content)
    with pytest.raises(IndexDamaged, match="drafter index build"):
        read.mask({"a": bool})


def test_columns_of_other_passages_are_damage(tmp_path):
    columns(tmp_path, [{"a": 1}])
    with pytest.raises(IndexDamaged, match="1 rows instead of 2"):
        Columns(tmp_path, 2).mask({"a": bool})
