import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from vectorstore.errors import IndexLocked
from vectorstore.lock import writer_lock

HOLD = """
import pathlib, sys
from vectorstore.lock import writer_lock
with writer_lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_process_is_told_who_holds_the_lock(tmp_path, holder):
    with pytest.raises(IndexLocked) as caught, writer_lock(tmp_path):
        pass
    message = str(caught.value)
    assert f"process {holder.pid} on {socket.gethostname()} (since 20" in message
    assert str(tmp_path) in message
    assert "\n" not in message


def test_a_holder_that_is_killed_holds_nothing(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with writer_lock(tmp_path):
        pass


def test_a_contender_leaves_the_holder_his_name(tmp_path, holder):
    for _ in range(2):
        with pytest.raises(IndexLocked, match=f"process {holder.pid} "), writer_lock(tmp_path, wait=0.01):
            pass


def test_another_thread_of_the_same_process_waits_too(tmp_path):
    refused = []

    def contend():
        try:
            with writer_lock(tmp_path, wait=0.05):
                pass
        except IndexLocked as error:
            refused.append(str(error))

    with writer_lock(tmp_path):
        thread = threading.Thread(target=contend)
        thread.start()
        thread.join()
    assert f"process {os.getpid()} " in refused[0]


def test_the_lock_is_free_after_an_error(tmp_path):
    with pytest.raises(RuntimeError), writer_lock(tmp_path):
        raise RuntimeError
    with writer_lock(tmp_path):
        assert (tmp_path / "writer.json").exists()
    assert not (tmp_path / "writer.json").exists()


def test_a_holder_who_left_no_readable_name_is_another_process(tmp_path, holder):
    (tmp_path / "writer.json").write_text("{")
    with pytest.raises(IndexLocked, match="another process is writing"), writer_lock(tmp_path, wait=0.01):
        pass
