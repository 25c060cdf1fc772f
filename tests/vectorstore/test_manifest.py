import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.conftest import passage
from vectorstore.errors import IndexDamaged, IndexMismatch, UnusablePassages
from vectorstore.manifest import SCHEMA_VERSION, Manifest, library_versions, read_manifest, write_manifest
from vectorstore.passage_file import PassageFile, combined_hash, corpus_hash, ordered, write_passages

MANIFEST = Manifest(
    schema_version=SCHEMA_VERSION,
    embedder="wordllama",
    dimension=256,
    space="cosine",
    corpus_hash="0" * 64,
    passages=1,
    kinds={"guideline": 1},
    digests={"guideline": "1" * 64},
    corpora={"cards": "2" * 64},
    versions=library_versions(),
    built_at=datetime(2025, 1, 2, tzinfo=UTC),
)
texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip)
passages = st.lists(
    st.builds(
        passage,
        st.text(st.characters(exclude_categories=("Cs",)), min_size=1),
        texts,
        kind=st.sampled_from(["guideline", "decision"]),
        title=texts,
        keywords=st.tuples(texts),
        metadata=st.dictionaries(st.sampled_from("abc"), texts | st.integers(-9, 9) | st.booleans()),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda item: item.id,
)


def test_a_manifest_is_read_as_it_was_written(tmp_path):
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        MANIFEST.model_dump_json().encode()[:-20],
        json.dumps(MANIFEST.model_dump(mode="json") | {"space": "l2"}).encode(),
        json.dumps(MANIFEST.model_dump(mode="json") | {"passages": "many"}).encode(),
        None,
    ],
)
def test_a_manifest_that_cannot_be_read_is_named_in_one_line(tmp_path, content):
    if content is not None:
        (tmp_path / "manifest.json").write_bytes(content)
    with pytest.raises(IndexDamaged) as caught:
        read_manifest(tmp_path)
    message = str(caught.value)
    assert str(tmp_path / "manifest.json") in message
    assert message.endswith("rebuild with `drafter index build`")
    assert "\n" not in message


@pytest.mark.parametrize("schema", [1, 999])
def test_another_schema_is_named_whatever_else_it_holds(tmp_path, schema):
    (tmp_path / "manifest.json").write_text(json.dumps({"schema_version": schema, "a field": "of its own"}))
    with pytest.raises(IndexMismatch, match=f"has schema {schema}, .* `drafter index build`"):
        read_manifest(tmp_path)


@given(passages)
def test_passages_are_read_as_they_were_written(tmp_path_factory, items):
    folder = tmp_path_factory.mktemp("build")
    digest = write_passages(folder, ordered(items))
    file = PassageFile(folder)
    assert list(file) == ordered(items)
    assert [file.get(item.id) for item in items] == items
    assert len(file) == len(items)
    assert file.digest() == digest
    assert corpus_hash([item.model_copy(update={"kind": "card"}) for item in items]) == combined_hash(
        {"card": write_passages(folder, ordered(item.model_copy(update={"kind": "card"}) for item in items))}
    )


def test_an_id_that_is_not_there_has_no_passage(tmp_path):
    write_passages(tmp_path, [passage("b", "text"), passage("d", "text")])
    file = PassageFile(tmp_path)
    assert [file.get(name) for name in ("a", "c", "e", "")] == [None] * 4
    assert [file.row(name) for name in ("a", "b", "c", "d")] == [None, 0, None, 1]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("passages.jsonl", b""),
        ("passages.jsonl", b"{"),
        ("passages.jsonl", None),
        ("offsets.npy", b""),
        ("offsets.npy", b"no table"),
        ("offsets.npy", None),
        ("ids.json", b"{"),
        ("ids.json", b"[1]"),
        ("ids.json", b'["a", "b"]'),
        ("ids.json", None),
    ],
)
def test_passages_that_cannot_be_read_are_damage_when_they_are_opened(tmp_path, name, content):
    write_passages(tmp_path, [passage("a", "text")])
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(IndexDamaged, match="drafter index build"):
        PassageFile(tmp_path)


def test_a_passage_that_was_overwritten_is_damage_when_it_is_read(tmp_path):
    write_passages(tmp_path, [passage("a", "text"), passage("b", "text")])
    file = tmp_path / "passages.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"id": "b"', b'"id": 3 b'))
    opened = PassageFile(tmp_path)
    assert opened.get("a")
    with pytest.raises(IndexDamaged, match="drafter index build"):
        opened.get("b")


@given(passages, st.randoms())
def test_the_hash_does_not_depend_on_the_order(items, random):
    assert corpus_hash(random.sample(items, len(items))) == corpus_hash(items)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "other"},
        {"title": "other"},
        {"keywords": ("b", "a")},
        {"kind": "decision"},
        {"metadata": {"x": 2}},
        {"id": "other"},
    ],
)
def test_the_hash_changes_with_every_field(change):
    one = passage("a", "text", keywords=("a", "b"), metadata={"x": 1})
    assert corpus_hash([one]) != corpus_hash([one.model_copy(update=change)])


def test_an_id_used_twice_is_refused_by_name():
    with pytest.raises(UnusablePassages, match="'a': the id is used twice"):
        ordered([passage("a", "one"), passage("b", "two"), passage("a", "three")])


def test_a_passage_without_text_is_refused_by_name():
    with pytest.raises(UnusablePassages, match="'b': has no text"):
        ordered([passage("a", "one"), passage("b", " \n")])
