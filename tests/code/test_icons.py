"""Every icon that is asked for by a name is one of the set: an unknown one would be an empty place."""

from __future__ import annotations

import ast
import json
from importlib.util import find_spec
from pathlib import Path

from tests.code.source import SOURCE, called, modules, place, tree

GIVEN = {"icon": 0, "Room": 2, "_button": 1}
"""What takes an icon's name, and at which place."""


def icons_of(path: Path) -> list[tuple[str, str]]:
    """The names of icons in a module, each with its place."""
    return [
        (place(path, call), constant.value)
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and called(call) in GIVEN
        for argument in call.args[GIVEN[called(call)] : GIVEN[called(call)] + 1]
        if not isinstance(argument, ast.Call)
        for constant in ast.walk(argument)
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    ]


def known() -> set[str]:
    spec = find_spec("qtawesome")
    assert spec is not None and spec.submodule_search_locations
    (file,) = Path(spec.submodule_search_locations[0], "fonts").glob("phosphor-charmap-*.json")
    return set(json.loads(file.read_text("utf-8")))


def test_every_icon_is_in_the_set() -> None:
    asked = [one for path in [*modules("ui"), SOURCE / "rooms.py"] for one in icons_of(path)]
    assert len(asked) > 20, "the icons are not found any more"
    names = known()
    assert [f"{where} {name}" for where, name in asked if name not in names and name.islower()] == []
