"""A log that never holds a person's words: what happened, of which kind and where; not what was said.

Messages of ours are plain texts with numbers, kinds and places. Of an exception only its kind and its frames are
written, of what other packages say only who said it and where. Where no log can be written, the run goes on without.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import TextIO

from guesthouse.paths import APP, Paths, make_private

BYTES, OLD_ONES = 256 * 1024, 2
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class DiscreetFormatter(logging.Formatter):
    """Leaves out whatever may have come from a person."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the frames of an exception below it."""
        safe = logging.makeLogRecord(record.__dict__)
        safe.exc_text = safe.stack_info = None  # made by somebody else's formatter, maybe with messages
        if record.name.split(".")[0] != APP:
            safe.msg, safe.args = f"({Path(record.pathname).name}:{record.lineno})", None
        elif isinstance(record.args, tuple):
            safe.args = tuple(type(arg).__name__ if isinstance(arg, BaseException) else arg for arg in record.args)
        return super().format(safe)

    def formatException(  # noqa: N802  logging's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The kinds of the error and of what led to it, each with its frames; no messages, no values."""
        lines: list[str] = []
        error, seen = ei[1], set[int]()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            lines += [f"{type(error).__module__}.{type(error).__qualname__}", *frames(error.__traceback__)]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def frames(trace: TracebackType | None) -> list[str]:
    """File, line and function of each step that led to an error, the last one last."""
    lines = []
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return lines


class _QuietFile(logging.FileHandler):
    """Its owner's alone, the next one too; and a full disk is no reason to print a record on stderr.

    The standard library's own rotating one would load its modules that speak to a network.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write it, to a new file where this one is full."""
        with suppress(OSError, ValueError):
            if self.stream is not None and self.stream.tell() >= BYTES:
                self.stream.close()
                self._move_on()
                self.stream = self._open()
        super().emit(record)

    def _move_on(self) -> None:
        """Each takes the place of the one before it, and the oldest is gone."""
        names = [Path(self.baseFilename), *(Path(f"{self.baseFilename}.{place}") for place in range(1, OLD_ONES + 1))]
        for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
            with suppress(OSError):  # there is none yet, or another copy holds it on Windows
                newer.replace(older)

    def _open(self) -> TextIOWrapper:
        opened = super()._open()
        with suppress(OSError):
            Path(self.baseFilename).chmod(0o600)
        return opened

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """Go on without."""


class Log:
    """The log of one run, from its making until :meth:`close`."""

    def __init__(self, paths: Paths) -> None:
        """Write to the log folder from now on; without a usable folder, to nowhere."""
        self._handler: logging.Handler = logging.NullHandler()
        self._crash: TextIO | None = None
        with suppress(OSError, ValueError):
            make_private(paths.log)
            self._handler = _QuietFile(paths.logfile, encoding="utf-8")
            # What was left of a crash stays until the next one is told in its place.
            self._crash = paths.crashfile.open("a", encoding="utf-8")
            faulthandler.enable(self._crash)
            paths.crashfile.chmod(0o600)
        self._handler.setFormatter(DiscreetFormatter(FORM))
        self._root = logging.getLogger()
        self._level = self._root.level
        self._root.addHandler(self._handler)
        self._root.setLevel(logging.WARNING)
        logging.getLogger(APP).setLevel(logging.INFO)

    def close(self) -> None:
        """Let go of the files. The crash file stays, empty or not: another copy may be about to write to it."""
        self._root.removeHandler(self._handler)
        self._root.setLevel(self._level)
        logging.getLogger(APP).setLevel(logging.NOTSET)
        with suppress(OSError):  # a full disk again
            self._handler.close()
        if self._crash is None:
            return
        faulthandler.disable()
        if sys.__stderr__ is not None:
            with suppress(OSError, ValueError, RuntimeError):
                faulthandler.enable(sys.__stderr__)
        self._crash.close()
