"""Support opens no browser and follows no address: what is opened elsewhere is a folder of this computer."""

from __future__ import annotations

import re

from tests.code.source import SOURCE, modules

OPENS = re.compile(r"openUrl\((.*)")


def test_only_folders_of_this_computer_are_opened() -> None:
    opened = [
        (path.name, found[1])
        for path in modules("ui", "qt", "front")
        for found in OPENS.finditer(path.read_text("utf-8"))
    ]
    assert opened, "the calls are not found any more"
    assert [each for each in opened if "fromLocalFile" not in each[1]] == []


def test_the_room_has_no_way_out_at_all() -> None:
    mine = [*modules("ui/support"), *(SOURCE / "ui" / "pages").glob("support*.py"), SOURCE / "ui/pages/grounding.py"]
    assert len(mine) > 10
    for path in mine:
        text = path.read_text("utf-8")
        assert not re.search(r"QDesktopServices|openUrl|OpenExternalLinks|\btel:|https?:", text), path.name
