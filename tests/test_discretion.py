"""No image of the process is written where it breaks down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_process_that_breaks_down_leaves_no_image(tmp_path: Path) -> None:
    code = (
        "import resource, os; from guesthouse.discretion import no_core_dumps;"
        "hard = resource.getrlimit(resource.RLIMIT_CORE)[1]; resource.setrlimit(resource.RLIMIT_CORE, (hard, hard));"
        "no_core_dumps(); no_core_dumps(); print(resource.getrlimit(resource.RLIMIT_CORE), flush=True); os.abort()"
    )
    line = [sys.executable, "-c", code]
    environ = {"PYTHONPATH": str(ROOT / "desktop")}
    said = subprocess.run(line, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=30, check=False)
    assert said.stdout.strip() in ("(1, 1)", "(0, 0)")
    assert list(tmp_path.iterdir()) == []
