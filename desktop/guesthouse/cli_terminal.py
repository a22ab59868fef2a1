"""The terminal as the commands use it: passphrases that are never shown, how much is done, and Ctrl+C.

Never here: what a command does.
"""

from __future__ import annotations

import getpass
import signal
import sys
import time
import warnings
from contextlib import suppress
from types import FrameType, TracebackType
from typing import TextIO

from guesthouse.errors import PassphraseNeeded

PATIENCE = 0.5
"""Seconds of work before it is told how much is done."""

BACK = "\r\x1b[K"
"""To the beginning of the line, and the line empty."""


class Misuse(Exception):
    """Wrong usage that only shows while a command runs; the message is told as argparse tells its own."""


class Passphrases:
    """One after the other, as they are needed: lines of stdin where that was asked for, else typed on the terminal."""

    def __init__(self, *, from_stdin: bool) -> None:
        """Nothing is read or asked until one is needed."""
        self._from_stdin = from_stdin

    @property
    def on_terminal(self) -> bool:
        """Whether there is somebody to ask."""
        return sys.stdin is not None and sys.stdin.isatty()

    def ask(self, prompt: str) -> str | None:
        """The next passphrase, to the letter; None where there is none. Raises Misuse where it is not UTF-8."""
        if self.on_terminal:
            return _typed(prompt)
        return _line() if self._from_stdin and sys.stdin is not None else None

    def need(self, prompt: str) -> str:
        """The same; raises PassphraseNeeded where there is none."""
        given = self.ask(prompt)
        if given is None:
            raise PassphraseNeeded
        return given


def _typed(prompt: str) -> str | None:
    """Typed without being shown; where the terminal cannot hide it, it is not asked for."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (getpass.GetPassWarning, EOFError):
            return None
        except UnicodeDecodeError:
            raise Misuse("the passphrase is not written in UTF-8") from None


def _line() -> str | None:
    """A line of stdin without its end; None after the last."""
    whole = sys.stdin.buffer.readline()
    if not whole:
        return None
    try:
        return whole.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8")
    except UnicodeDecodeError:
        raise Misuse("the passphrase is not written in UTF-8") from None


class Watch:
    """The progress of one piece of work: told on a terminal, and False after Ctrl+C, so that nothing is left half-done.

    A second Ctrl+C is the usual KeyboardInterrupt, for work that has no step to end at.
    """

    def __init__(self, doing: str, shown: TextIO | None = None) -> None:
        """``doing`` stands before the percents ("Exporting"). ``shown`` is stderr unless said otherwise."""
        self._doing = doing
        self._shown = shown if shown is not None else sys.stderr
        self._tells = self._shown is not None and self._shown.isatty()
        self._begun = time.monotonic()
        self._told = -1
        self._stopped = False

    def __enter__(self) -> Watch:
        self._earlier = signal.signal(signal.SIGINT, self._stop)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._earlier)
        if self._told >= 0:
            self._write(BACK)

    def __call__(self, percent: int) -> bool:
        """So much is done; returns whether to go on."""
        if self._tells and percent != self._told and time.monotonic() - self._begun >= PATIENCE:
            self._told = percent
            self._write(f"{BACK}{self._doing}: {percent} %")
        return not self._stopped

    def _write(self, text: str) -> None:
        with suppress(OSError):  # the terminal is gone; the work goes on
            self._shown.write(text)
            self._shown.flush()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self._stopped:
            raise KeyboardInterrupt
        self._stopped = True
