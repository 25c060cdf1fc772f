"""How the command line starts and stops: help at once, one line for an error, a crash report without patient text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.main import get_command

from drafter import __version__
from drafter.cli import group
from drafter.cli.app import main
from drafter.cli.commands import COMMANDS, overview
from drafter.cli.problems import explain
from drafter.errors import BackendUnavailable, InputError
from vectorstore.errors import IndexLocked

HEAVY = {
    "bm25s", "chromadb", "docx", "numpy", "platformdirs", "pydantic", "pydantic_settings", "pypdfium2", "rich",
    "sentencex", "typer", "wordllama", "yaml",
}  # fmt: skip


def loaded_by(*arguments: str) -> set[str]:
    """Top-level packages that are imported when the command line answers `arguments`."""
    program = (
        "import sys; from drafter.cli.app import main; code = main(sys.argv[1:]);"
        "sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules})); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"]])
def test_help_and_version_import_nothing_heavy(arguments):
    assert not loaded_by(*arguments) & HEAVY


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_help_of_a_command_imports_no_model_and_no_index(command):
    heavy = {"bm25s", "chromadb", "docx", "numpy", "pypdfium2", "sentencex", "wordllama"}
    assert not loaded_by(command, "--help") & heavy


def test_help_lists_every_command_with_its_line(capsys):
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    for name, command in COMMANDS.items():
        assert f"  {name} " in shown
        assert command.help in shown


def test_help_through_typer_reads_the_same(capsys):
    assert main(["--help", "draft"]) == 0
    assert capsys.readouterr().out.strip() == overview().strip()


def test_without_a_command_the_help_goes_to_stderr_and_counts_as_bad_usage(capsys):
    assert main([]) == 2
    assert capsys.readouterr().err == overview()


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"drafter {__version__}\n"


def test_every_command_of_the_table_can_be_found():
    root = get_command(group.app)
    assert root.list_commands(None) == list(COMMANDS)
    for name in COMMANDS:
        assert root.get_command(None, name) is not None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["sing"], "error: drafter: No such command 'sing'; see `drafter --help`\n"),
        (["draft"], "see `drafter draft --help`\n"),
        (["draft", "x.md", "--colour", "red"], "No such option: --colour"),
    ],
)
def test_bad_usage_is_one_line_and_code_2(arguments, says, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert says in captured.err
    assert captured.err.startswith("error: drafter")
    assert captured.err.count("\n") == 1
    assert captured.out == ""


@pytest.fixture
def failing(monkeypatch, tmp_path):
    """Makes `drafter doctor` raise what the test wants."""
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path))

    def plant(error: BaseException) -> None:
        def fail():
            raise error

        monkeypatch.setattr("drafter.doctor.examine", fail)

    return plant


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (InputError("a.md: is empty; name another file"), 2, "error: a.md: is empty; name another file\n"),
        (BackendUnavailable("index: gone; build it"), 3, "error: index: gone; build it\n"),
        (IndexLocked("index: another process writes; wait"), 3, "error: index: another process writes; wait\n"),
        (PermissionError(13, "Permission denied", "/x"), 2, "error: /x: Permission denied; check"),
        (InputError("odd\n\x1b[31mname: is empty"), 2, "error: odd [31mname: is empty\n"),
    ],
)
def test_a_known_error_is_one_line_with_its_code(failing, capsys, error, code, line):
    failing(error)
    assert main(["doctor"]) == code
    assert capsys.readouterr().err.startswith(line)


def test_an_interruption_is_130_and_no_traceback(failing, capsys):
    failing(KeyboardInterrupt())
    assert main(["doctor"]) == 130
    assert capsys.readouterr().err == "stopped\n"


def test_a_crash_is_one_line_that_names_a_report_without_patient_text(failing, capsys, tmp_path):
    secret = "Jane Roe has a sprain"
    error = ValueError(secret)
    error.__cause__ = KeyError(secret)
    failing(error)
    assert main(["doctor"]) == 2
    line = capsys.readouterr().err
    (report,) = (tmp_path / "crashes").iterdir()
    assert str(report) in line
    assert line.count("\n") == 1
    text = report.read_text()
    assert secret not in text + line
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_start.py" in text


def test_a_crash_without_a_place_for_its_report_is_still_one_line(failing, capsys, monkeypatch, tmp_path):
    failing(ZeroDivisionError())
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "file"))
    assert main(["doctor"]) == 2
    assert "no crash report could be written" in capsys.readouterr().err


def test_the_name_of_a_command_is_all_that_a_report_keeps_of_the_command_line(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path))
    explain(ValueError(), "Roe, Jane.pdf")
    (report,) = (tmp_path / "crashes").iterdir()
    assert "Jane" not in report.read_text()


def test_the_module_runs_as_a_program():
    done = subprocess.run([sys.executable, "-m", "drafter", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"drafter {__version__}\n")


def test_doctor_finds_a_working_installation(run):
    code, out, _ = run("doctor")
    assert code == 0
    assert not [line for line in out.splitlines() if line.startswith("fail")]
