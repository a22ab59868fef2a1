"""What is typed is never shown, what comes from stdin is taken to the letter, and Ctrl+C is heard between two steps."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from guesthouse import cli_terminal
from guesthouse.cli_terminal import Misuse, Passphrases, Watch
from guesthouse.errors import PassphraseNeeded
from tests.safety.hands import SECRET

ON_A_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from guesthouse.cli_terminal import Passphrases
given = Passphrases(from_stdin=len(sys.argv) > 1)
print("heard", [given.ask("First: "), given.ask("Second: ")] == ["zinnober wort ", "zwei"])
"""


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        """Somebody does."""
        return True


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_each_line_of_stdin_is_a_passphrase_to_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, "  zwei Wörter \t\n\r\n\nletzte \x0b".encode())
    given = Passphrases(from_stdin=True)

    assert [given.ask("?") for _ in range(5)] == ["  zwei Wörter \t", "", "", "letzte \x0b", None]
    with pytest.raises(PassphraseNeeded):
        given.need("?")


def test_stdin_is_not_read_unless_that_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"not for you\n")
    with pytest.raises(PassphraseNeeded):
        Passphrases(from_stdin=False).need("?")
    assert sys.stdin.readline() == "not for you\n"


def test_without_any_stdin_there_is_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    for from_stdin in (True, False):
        assert Passphrases(from_stdin=from_stdin).ask("?") is None


def test_what_is_not_utf_8_is_wrong_usage_and_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, SECRET.encode() + b"\xe4\n")
    with pytest.raises(Misuse, match="UTF-8") as wrong:
        Passphrases(from_stdin=True).ask("?")
    assert SECRET not in str(wrong.value) and wrong.value.__cause__ is None and wrong.value.__suppress_context__


@pytest.mark.parametrize("arguments", [[], ["--passphrase-stdin"]])
def test_on_a_terminal_it_is_asked_for_and_never_shown(arguments: list[str]) -> None:
    ours, theirs = os.openpty()
    line = [sys.executable, "-c", ON_A_TERMINAL, *arguments]
    with subprocess.Popen(line, stdin=theirs, stdout=theirs, stderr=theirs) as child:
        os.close(theirs)
        shown = until(ours, b"First: ")
        os.write(ours, b"zinnober wort \n")
        shown += until(ours, b"Second: ")
        os.write(ours, b"zwei\n")
        shown += until(ours, b"heard True")
    os.close(ours)

    assert child.returncode == 0 and b"zinnober" not in shown and b"zwei" not in shown


def test_a_terminal_that_cannot_hide_it_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise termios.error

    monkeypatch.setattr(sys, "stdin", Terminal(f"{SECRET}\n"))
    monkeypatch.setattr(termios, "tcgetattr", broken)
    assert Passphrases(from_stdin=False).ask("?") is None


def test_what_is_typed_and_not_utf_8_is_wrong_usage_too() -> None:
    ours, theirs = os.openpty()
    line = [sys.executable, "-c", ON_A_TERMINAL]
    with subprocess.Popen(line, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        until(ours, b"First: ")
        os.write(ours, b"zinnober\xe4\n")
        shown = until(ours, b"Misuse: the passphrase is not written in UTF-8")
    os.close(ours)
    assert b"zinnober" not in shown and b"UnicodeDecodeError" not in shown


def until(stream: int, said: bytes) -> bytes:
    """What a child shows until it has shown this."""
    shown = b""
    while said not in shown:
        more = os.read(stream, 1024)
        assert more, shown
        shown += more
    return shown


def test_how_much_is_done_is_told_on_a_terminal_and_taken_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_terminal, "PATIENCE", 0.0)
    terminal = Terminal()
    with Watch("Exporting", terminal) as watch:
        assert watch(7) and watch(7) and watch(8)
    shown = terminal.getvalue()

    assert shown.count("Exporting: 7 %") == 1 and shown.index("7 %") < shown.index("8 %")
    assert shown.endswith("\r\x1b[K")


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()], ids=["a file", "a short work"])
def test_nothing_is_told_where_nobody_looks_or_needs_it(stream: io.StringIO) -> None:
    with Watch("Exporting", stream) as watch:
        assert watch(50)
    assert stream.getvalue() == ""


def test_the_first_interruption_ends_the_work_at_its_next_step_and_the_second_at_once() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Watch("Exporting", io.StringIO()) as watch:
        assert watch(1)
        signal.raise_signal(signal.SIGINT)
        assert not watch(2)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_terminal_that_goes_away_ends_no_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Gone(Terminal):
        def write(self, text: str) -> int:
            raise OSError

    monkeypatch.setattr(cli_terminal, "PATIENCE", 0.0)
    with Watch("Exporting", Gone()) as watch:
        assert watch(1)
