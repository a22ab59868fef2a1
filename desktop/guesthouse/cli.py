"""The command line: without a command it opens the window, with one it works without any window and without Qt.

Exit codes: 0 done, 1 a known problem that was told in one sentence on stderr, 2 wrong usage, 130 stopped with Ctrl+C.
"""

from __future__ import annotations

import argparse
import gc
import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from guesthouse import __version__
from guesthouse.discretion import no_core_dumps
from guesthouse.errors import Bug, Cancelled, GuesthouseError, WindowUnavailable
from guesthouse.log import Log, frames
from guesthouse.paths import Paths

DONE, TROUBLE, STOPPED = 0, 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say, and return the exit code; wrong usage leaves through argparse's SystemExit(2)."""
    no_core_dumps()
    asked = parser().parse_args(argv)
    if asked.command is None and hasattr(asked, "passphrase_stdin"):
        parser().error("--passphrase-stdin goes with a command; the window asks for itself")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a folder's name may be more than the terminal can show
    try:
        paths = Paths.find(getattr(asked, "data_dir", None), os.environ)
        return window(paths) if asked.command is None else command(asked, paths)
    except Cancelled as stopped:
        print(stopped.sentence, file=sys.stderr)
        return STOPPED
    except GuesthouseError as error:
        print(error.sentence, file=sys.stderr)
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:
        # A mistake of ours, told without what the error says: that could quote a person.
        print(Bug().sentence, file=sys.stderr)
        print(type(error).__name__, *frames(error.__traceback__), sep="\n", file=sys.stderr)
    return TROUBLE


def parser() -> argparse.ArgumentParser:
    """The arguments; what holds for every command may stand before it or after it."""
    common = _common()
    whole = argparse.ArgumentParser(
        prog="guesthouse",
        parents=[common],
        description="Meet hard thoughts as visitors: they come in, they stay a while, they go on.",
        epilog="Without a command the window opens.",
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"guesthouse {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")

    def add(name: str, does: str) -> argparse.ArgumentParser:
        tells = f"{does[:1].upper()}{does[1:]}."
        return commands.add_parser(name, parents=[common], help=does, description=tells, allow_abbrev=False)

    export = add("export", "write everything to a file that can be read without Guesthouse")
    export.add_argument("--to", metavar="FILE", required=True, type=_export, help="ends with .json, or with .zip")
    take_in = add("import", "take an export in; what is here already stays, and a backup is made first")
    take_in.add_argument("file", metavar="FILE", type=_file, help="a .json or .zip that Guesthouse has written")
    take_in.add_argument("--dry-run", action="store_true", help="only say what would be added and changed")
    backup = add("backup", "make a copy of the file with your data, which opens with the same passphrase")
    backup.add_argument("--to", metavar="FILE", required=True, type=_file, help="a new file, or a folder")
    restore = add("restore", "put a backup in the place of your data, of which a backup is made first")
    restore.add_argument("file", metavar="FILE", type=_file, help="the backup")
    add("check", "say whether the file with your data is whole")
    return whole


def _common() -> argparse.ArgumentParser:
    """What holds for every command."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--data-dir",
        metavar="DIR",
        type=_folder,
        help="keep everything in this folder (or set GUESTHOUSE_DATA_DIR)",
    )
    common.add_argument(
        "--passphrase-stdin",
        action="store_true",
        help="read the passphrase from stdin, a line for each that is needed: first that of the data, then that of the "
        "backup where it is another",
    )
    return common


def command(asked: argparse.Namespace, paths: Paths) -> int:
    """Do something with the data, and say what was done."""
    from guesthouse import cli_data  # the driver is of no use to --version
    from guesthouse.cli_terminal import Misuse

    try:
        print(cli_data.perform(asked, paths))
    except Misuse as misuse:
        parser().error(str(misuse))
    return DONE


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


def _folder(text: str) -> str:
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError("a folder is needed")
    return text


def _file(text: str) -> Path:
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError("a file is needed")
    return Path(text)


def _export(text: str) -> Path:
    file = _file(text)
    if file.suffix.lower() not in (".json", ".zip"):
        raise argparse.ArgumentTypeError("the file has to end with .json, or with .zip for Markdown files")
    return file


def _missing(error: ImportError) -> str:
    """The sentence, and the library's name as the system's loader gave it."""
    return f"{WindowUnavailable().sentence} ({error})"
