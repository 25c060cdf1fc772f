"""Which embedder the settings ask for, and which key it is given."""

import pytest
from pydantic import SecretStr

from drafter.embedding import kept, open_embedder, vector_cache
from drafter.settings import Settings
from vectorstore.embedders.cached import CachedEmbedder


def endpoint_of(tmp_path, **given):
    given = {name: SecretStr(value) if name.endswith("_key") else value for name, value in given.items()}
    embedder = open_embedder(Settings(home=tmp_path, embedder="openai:m", **given))
    endpoint = embedder.inner._endpoint
    return endpoint.url, endpoint.key and endpoint.key.get_secret_value()


def test_the_default_needs_no_cache_to_search(tmp_path):
    embedder = open_embedder(Settings(home=tmp_path))
    assert embedder.name == "wordllama"
    embedder.embed(["massage"])
    assert list(tmp_path.iterdir()) == []


def test_building_keeps_vectors_of_any_embedder(tmp_path):
    embedder = kept(open_embedder(Settings(home=tmp_path)), tmp_path)
    embedder.embed(["massage"])
    assert vector_cache(tmp_path).is_file()
    assert kept(embedder, tmp_path) is embedder


def test_vectors_that_cost_are_always_kept(tmp_path):
    assert isinstance(open_embedder(Settings(home=tmp_path, embedder="minilm")), CachedEmbedder)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ("https://api.openai.com/v1", None)),
        ({"api_key": "a"}, ("https://api.openai.com/v1", "a")),
        ({"base_url": "http://h/v1", "api_key": "a"}, ("http://h/v1", "a")),
        ({"base_url": "http://h/v1", "api_key": "a", "embedder_url": "http://e/v1"}, ("http://e/v1", None)),
        ({"api_key": "a", "embedder_url": "http://e/v1"}, ("http://e/v1", None)),
        ({"api_key": "a", "embedder_url": "http://e/v1", "embedder_key": "b"}, ("http://e/v1", "b")),
        ({"azure_endpoint": "https://a.example", "api_key": "a"}, ("https://api.openai.com/v1", None)),
    ],
)
def test_a_key_goes_to_no_other_address_than_its_own(tmp_path, given, expected):
    assert endpoint_of(tmp_path, **given) == expected
