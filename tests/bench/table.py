"""Runs the benches, or those that are named, and prints one table; exits 1 when a bar is missed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from tests.bench import heavy, idle, journal, keeping, let_in, paint, practices, rooms, search, start
from tests.bench.figures import Row

BENCHES = {
    "start": lambda app: start.measure(),
    "let_in": lambda app: let_in.measure(),
    "heavy": lambda app: heavy.measure(),
    "search": search.measure,
    "journal": journal.measure,
    "keeping": lambda app: keeping.measure(),
    "practices": lambda app: practices.measure(),
    "rooms": rooms.measure,
    "paint": paint.measure,
    "idle": lambda app: idle.measure(),
}


def main(names: list[str]) -> int:
    """Measure and print; the exit code says whether every bar holds."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"there is no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    app = QApplication.instance() or QApplication(["bench"])
    rows: list[Row] = []
    for name in names or BENCHES:
        for row in BENCHES[name](app):
            print(_line(row), flush=True)
            rows.append(row)
    missed = [row for row in rows if row.good is False]
    print(f"\n{len(rows)} figures, {len(missed)} over their bar")
    return 1 if missed else 0


def _line(row: Row) -> str:
    reference = f"{row.reference:9.3f} {row.unit} {row.against}" if row.reference is not None else ""
    ratio = f"x{row.ratio:.2f}" if row.ratio is not None else ""
    bar = "" if row.bar is None else f"(bar {'x' if row.ratio is not None else ''}{row.bar:g})"
    sign = {True: "ok  ", False: "OVER", None: "    "}[row.good]
    return f"{sign} {row.name:66} {row.ours:9.3f} {row.unit:3} {ratio:7} {bar:12} {reference}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
