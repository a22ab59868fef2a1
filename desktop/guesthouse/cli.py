"""The command line: without a command it opens the window, with one it works without any window and without Qt.

Exit codes: 0 done, 1 a known problem that was told in one sentence on stderr, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import gc
import io
import logging
import os
import sys
from collections.abc import Sequence

from guesthouse import __version__
from guesthouse.errors import Bug, GuesthouseError, WindowUnavailable
from guesthouse.log import Log, frames
from guesthouse.paths import Paths

DONE, TROUBLE = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say, and return the exit code; wrong usage leaves through argparse's SystemExit(2)."""
    asked = parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a folder's name may be more than the terminal can show
    try:
        paths = Paths.find(getattr(asked, "data_dir", None), os.environ)
        return check(paths) if asked.command == "check" else window(paths)
    except GuesthouseError as error:
        print(error.sentence, file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        # A mistake of ours, told without what the error says: that could quote a person.
        print(Bug().sentence, file=sys.stderr)
        print(type(error).__name__, *frames(error.__traceback__), sep="\n", file=sys.stderr)
    return TROUBLE


def parser() -> argparse.ArgumentParser:
    """The arguments; what holds for every command may stand before it or after it."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--data-dir",
        metavar="DIR",
        type=_folder,
        help="keep everything in this folder (or set GUESTHOUSE_DATA_DIR)",
    )
    whole = argparse.ArgumentParser(
        prog="guesthouse",
        parents=[common],
        description="Meet hard thoughts as visitors: they come in, they stay a while, they go on.",
        epilog="Without a command the window opens.",
    )
    whole.add_argument("--version", action="version", version=f"guesthouse {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("check", parents=[common], help="say whether the file with your data is whole")
    return whole


def window(paths: Paths) -> int:
    """Open the window and wait until it is closed."""
    log = Log(paths)
    gc.disable()  # until the window stands (app.FrontDoor.settle): what is imported and built now stays anyway
    try:
        try:
            import guesthouse.house  # noqa: F401  # first: once PySide6 is there, it looks into every later module
            from guesthouse.app import main as open_window  # Qt takes its time; no command waits for it
        except ImportError as error:
            if error.name is None or error.name.partition(".")[0] == "PySide6":
                logging.getLogger(__name__).exception("Qt cannot be loaded")
                print(_missing(error), file=sys.stderr)
                return TROUBLE
            raise
        return open_window(paths)
    finally:
        log.close()


def check(paths: Paths) -> int:
    """Say whether the file is whole; it is not changed, and it may be open in a window meanwhile."""
    from guesthouse.house import check_house  # the driver is of no use to --version

    check_house(paths)
    print(f"The file with your data is whole ({paths.database}).")
    return DONE


def _folder(text: str) -> str:
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError("a folder is needed")
    return text


def _missing(error: ImportError) -> str:
    """The sentence, and the library's name as the system's loader gave it."""
    return f"{WindowUnavailable().sentence} ({error})"
