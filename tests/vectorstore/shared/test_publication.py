"""Publishing to a real server: what clients see before, during and after."""

import time

import pytest

from tests.vectorstore.conftest import passage
from tests.vectorstore.shared.conftest import built, library, opened
from vectorstore.errors import IndexLocked, ServerUnavailable, UnusablePassages
from vectorstore.shared import attach, publish
from vectorstore.shared.connection import session
from vectorstore.shared.lease import Lease, lease
from vectorstore.shared.publication import current

DYING = """
import os, pathlib, sys
from vectorstore.shared import Server, publish
def progress(done, total):
    os.kill(os.getpid(), 9)
publish(pathlib.Path(sys.argv[1]), Server(sys.argv[2]), progress)
"""


def names(server):
    with session(server) as client:
        return sorted(collection.name for collection in client.list_collections())


def age_lease(server, seconds):
    """As if the publisher had last been seen so long ago."""
    with session(server) as client:
        held = client.get_collection("drafter-writer", embedding_function=None)
        held.modify(metadata=held.metadata | {"seen": time.time() - seconds})


def test_what_was_published_is_found_by_a_client_that_has_none(server, tmp_path):
    publish(built(tmp_path / "a"), server)
    client = attach(opened(built(tmp_path / "b", [passage("mine", "A card.", "card")])), server, tmp_path / "replica")
    assert client.manifest.kinds == {"card": 1, "decision": 2, "guideline": 10}
    hit = client.search("massage", 1, "guideline")[0]
    assert hit.passage == next(entry for entry in library() if entry.id == "massage")
    client.close()


def test_own_guidelines_and_decisions_are_not_mixed_in(server, tmp_path):
    publish(built(tmp_path / "a"), server)
    own = [passage("mine", "massage massage massage"), passage("card", "A card.", "card")]
    client = attach(opened(built(tmp_path / "b", own)), server, tmp_path / "replica")
    assert client.passage("mine") is None
    assert client.passage("massage") is not None
    client.close()


def test_results_are_those_of_the_index_that_was_published(server, tmp_path):
    local = opened(publish_from(server, tmp_path))
    client = attach(opened(tmp_path / "a"), server, tmp_path / "replica")
    for text in ("massage for the neck", "imaging of the spine", "knee"):
        assert client.search(text, 8) == local.search(text, 8)
        assert client.search(text, 3, "decision") == local.search(text, 3, "decision")
    client.close()
    local.close()


def publish_from(server, tmp_path):
    publish(built(tmp_path / "a"), server)
    return tmp_path / "a"


def test_a_new_publication_replaces_the_old_one_whole(server, tmp_path):
    publish_from(server, tmp_path)
    reader = attach(opened(tmp_path / "a"), server, tmp_path / "replica", exact=0)
    publish(built(tmp_path / "b", library("2024")), server)
    assert reader.search("massage", 1, "guideline")[0].passage.metadata["edition"] == "2023"
    again = attach(opened(tmp_path / "a"), server, tmp_path / "replica", exact=0)
    assert again.search("massage", 1, "guideline")[0].passage.metadata["edition"] == "2024"
    reader.close()
    again.close()


def test_only_the_last_two_publications_are_kept(server, tmp_path):
    for edition in ("2021", "2022", "2023", "2024"):
        publish(built(tmp_path / edition, library(edition)), server)
    assert len(names(server)) == 1 + 2 * 2
    assert "drafter-current" in names(server)


def test_a_publisher_that_dies_changes_nothing_and_is_swept_up(server, tmp_path, python):
    publish_from(server, tmp_path)
    before = names(server)
    assert python(DYING, str(built(tmp_path / "b", library("2024"))), server.url).returncode == -9
    assert len(names(server)) > len(before)
    client = attach(opened(tmp_path / "a"), server, tmp_path / "replica")
    assert client.search("massage", 1, "guideline")[0].passage.metadata["edition"] == "2023"
    client.close()
    with pytest.raises(IndexLocked, match=r"process \d+ on .* \(since .* UTC\) is publishing; .* 5 minutes"):
        publish(tmp_path / "b", server)
    age_lease(server, 301)
    publish(tmp_path / "b", server)
    assert len(names(server)) == 1 + 2 * 2


def test_the_second_publisher_is_told_who_is_at_it(server, tmp_path):
    with session(server) as client, lease(client, server), pytest.raises(IndexLocked, match="is publishing"):
        publish(built(tmp_path / "a"), server)
    publish(tmp_path / "a", server)


def test_a_publisher_whose_lease_was_taken_over_does_not_switch(server, tmp_path):
    publish_from(server, tmp_path)

    def progress(done, total):
        if done == total:
            age_lease(server, 301)
            with session(server) as client:
                Lease(client, server).take()

    with session(server) as client:
        before = current(client, server)
    with pytest.raises(IndexLocked, match="has begun to publish; nothing was changed"):
        publish(built(tmp_path / "b", library("2024")), server, progress)
    with session(server) as client:
        assert current(client, server) == before


def test_there_has_to_be_something_to_publish(server, tmp_path):
    with pytest.raises(UnusablePassages, match="add some with `drafter index add`"):
        publish(built(tmp_path, [passage("card", "A card.", "card")]), server)
    assert names(server) == []


def test_a_publication_of_another_program_is_refused(server, tmp_path):
    publish_from(server, tmp_path)
    with session(server) as client:
        client.get_collection("drafter-current", embedding_function=None).modify(
            metadata={"name": "x", "manifest": "{}"}
        )
    with pytest.raises(ServerUnavailable, match="another version of this program; run `drafter index publish`"):
        attach(opened(tmp_path / "a"), server, tmp_path / "replica")
    publish(tmp_path / "a", server)
    attach(opened(tmp_path / "a"), server, tmp_path / "replica").close()


def test_progress_is_told(server, tmp_path):
    told = []
    publish(built(tmp_path, [*library(), *extra(600)]), server, lambda done, total: told.append((done, total)))
    assert told[-1] == (612, 612)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def extra(count):
    return [
        passage(f"extra{number:04}", f"text number {number} {chr(97 + number % 26) * 3}") for number in range(count)
    ]
