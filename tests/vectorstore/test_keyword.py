import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.errors import IndexDamaged
from vectorstore.keyword import KeywordIndex, tokenize

TEXTS = ["Massage therapy for the back", "EMG/NCS of both legs", "Massage of the neck and massage of the back"]

HASH_FILES = """
import hashlib, pathlib, sys
from vectorstore.keyword import KeywordIndex
folder = pathlib.Path(sys.argv[1])
KeywordIndex.build(sys.argv[2:]).save(folder)
print(sorted((f.name, hashlib.sha256(f.read_bytes()).hexdigest()) for f in folder.iterdir()))
"""


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("EMG/NCS", ["emg", "ncs"]),
        ("the patient's L4-L5 level", ["patient", "l4", "l5", "level"]),
        ("Norco 10/325mg #60", ["norco", "10", "325mg", "60"]),
        ("2.5 mg", ["2.5", "mg"]),
        ("injections, patches, bodies, headaches, boxes", ["injection", "patch", "body", "headache", "box"]),
        ("loss of status, pus, ASIS", ["loss", "status", "pus", "asis"]),
        ("", []),
        ("— … of the", []),
    ],
)
def test_tokens(text, tokens):
    assert tokenize(text) == tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exercise programme", "exercise programs"),
        ("orthopaedic", "orthopedic"),
        ("oedema", "edema"),
        ("stabilisation", "stabilization"),
        ("diagnoses", "diagnosis"),
        ("MASSAGE", "massages"),
    ],
)
def test_spellings_and_forms_meet(one, other):
    assert tokenize(one) == tokenize(other)


@given(st.text())
def test_tokens_of_any_text_are_lower_case_words(text):
    for token in tokenize(text):
        assert token
        assert not any(character.isspace() for character in token)


def test_ranks_texts_that_share_a_word():
    ranking = KeywordIndex.build(TEXTS).ranking("massages")
    assert [row for row, _ in ranking] == [2, 0]
    assert ranking[0][1] > ranking[1][1] > 0


def test_a_rare_word_counts_more_than_a_frequent_one():
    index = KeywordIndex.build(["massage back", "massage neck", "massage knee", "acupuncture back pain"])
    assert index.ranking("massage acupuncture")[0][0] == 3


def test_equal_scores_are_ordered_by_row():
    assert [row for row, _ in KeywordIndex.build(["knee pain"] * 5).ranking("knee")] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("query", ["", "of the", "zygomycosis", "—"])
def test_a_query_without_a_known_word_finds_nothing(query):
    assert KeywordIndex.build(TEXTS).ranking(query) == []


@pytest.mark.parametrize("texts", [[], [""], ["of the", "—"]])
def test_texts_without_words_are_no_error(texts, recwarn):
    index = KeywordIndex.build(texts)
    assert len(index) == len(texts)
    assert index.ranking("massage") == []
    assert not recwarn.list


def test_a_text_without_words_keeps_its_row(tmp_path):
    KeywordIndex.build(["—", "knee pain"]).save(tmp_path)
    assert [row for row, _ in KeywordIndex.load(tmp_path).ranking("knee")] == [1]


def test_saved_and_loaded_it_ranks_alike_and_holds_no_pickle(tmp_path):
    built = KeywordIndex.build(TEXTS)
    built.save(tmp_path)
    loaded = KeywordIndex.load(tmp_path)
    assert len(loaded) == len(built)
    for query in ("massage back", "ncs", "neck legs both"):
        assert loaded.ranking(query) == built.ranking(query)
    for file in tmp_path.iterdir():
        assert file.suffix in {".json", ".npy"}
        if file.suffix == ".npy":
            np.load(file, allow_pickle=False)


def test_the_files_are_the_same_in_every_process(python, tmp_path):
    outputs = [
        python(HASH_FILES, str(tmp_path / seed), *TEXTS, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")
    ]
    assert "vocab" in outputs[0]
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("name", ["params.index.json", "data.csc.index.npy", "vocab.index.json"])
def test_a_broken_file_is_named_with_the_way_out(name, tmp_path):
    KeywordIndex.build(TEXTS).save(tmp_path)
    (tmp_path / name).write_bytes(b"\x80broken")
    with pytest.raises(IndexDamaged, match="drafter index build"):
        KeywordIndex.load(tmp_path)


def test_a_missing_file_is_named(tmp_path):
    KeywordIndex.build(TEXTS).save(tmp_path)
    (tmp_path / "indices.csc.index.npy").unlink()
    with pytest.raises(IndexDamaged):
        KeywordIndex.load(tmp_path)


@given(st.lists(st.text("ab ", min_size=1, max_size=12), min_size=1, max_size=30), st.integers(1, 12), st.randoms())
def test_the_best_few_are_the_head_of_the_whole_ranking(texts, limit, random):
    index = KeywordIndex.build(texts)
    whole = index.ranking("a b")
    assert index.ranking("a b", limit) == whole[:limit]
    mask = np.array([random.random() < 0.5 for _ in texts])
    assert index.ranking("a b", limit, mask) == [entry for entry in whole if mask[entry[0]]][:limit]
