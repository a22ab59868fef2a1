"""Strings and waiting: what the app says can be translated, what the tests wait for is a thing that happens,
and nothing of the machine it was written on is in the project."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.code.source import ROOT, SOURCE, TESTS, called, dotted, imports, marks, modules, place, texts_of, tree

# What takes a text that a person sees or hears, by the name of the call.
TEXT_TAKERS = re.compile(
    r"^(set(Text|PlainText|PlaceholderText|AccessibleName|AccessibleDescription|ToolTip|StatusTip|WhatsThis|WindowTitle"
    r"|InformativeText|DetailedText|Title|LabelText|Suffix|Prefix|TabText|ItemText|SpecialValueText)"
    r"|Q(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu)|add(Item|Items|Tab|Action|Menu|Row|Button)"
    r"|drawText|tell|ask|announce|label|primary|quiet|pill|QAccessibleAnnouncementEvent)$"
)
# Words that are not sentences: a name is the same in every language, a role or an icon is not read by anybody.
NAMES = {"Guesthouse"}
PROSE = re.compile(r"(^\W*[A-Z][a-z’']+(\W|$))|([^\W\d_]{2,}[,;:]? [^\W\d_]{2,})")
WAITS = {"time.sleep", "qtbot.wait", "qtbot.sleep", "QTest.qWait", "QTest.qSleep", "QThread.sleep", "QThread.msleep"}
# Where a test has nothing to wait for but the state of another process, with the reason. May only become shorter.
MAY_SLEEP: dict[str, str] = {}
SKIPS = re.compile(r"^pytest\.(skip|importorskip|xfail|mark\.(skip|skipif|xfail))$")
BINARY = {".png", ".ico", ".icns", ".db", ".ttf", ".otf", ".wav", ".ogg", ".zip", ".qm", ".pyc"}
# Put together from pieces, so that this file does not find itself.
STRANGERS = re.compile(
    "|".join(
        [
            r"/(root|home|Users)/" + r"(?!ann\b)\w",  # Ann is nobody: she stands in for a person in the tests
            r"/" + r"work/",
            r"[A-Z]:\\" + r"Users",
            r"(pypi|test\.pypi)\." + r"org",
            r"files\.python" + r"hosted",
            r"deb\." + r"debian\.org",
            r"registry\.npm" + r"js",
            r"(--|extra-)index-" + r"url",
        ]
    )
)


def constants(node: ast.expr) -> Iterator[ast.Constant]:
    """Strings given as they are: not those inside another call, which is looked at by itself."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    elif isinstance(node, ast.IfExp):
        yield from (*constants(node.body), *constants(node.orelse))
    elif isinstance(node, ast.BoolOp | ast.List | ast.Tuple):
        for inner in getattr(node, "values", None) or getattr(node, "elts", []):
            yield from constants(inner)
    elif isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))


def unmarked(path: Path) -> list[str]:
    """Texts of a module that reach a person without being marked for translation."""
    return [
        f"{place(path, constant)} {constant.value!r}"
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and TEXT_TAKERS.match(called(call))
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        for constant in constants(argument)
        if PROSE.search(constant.value) and constant.value not in NAMES
    ]


def test_what_the_screens_say_is_marked_for_translation() -> None:
    found = [text for path in [*modules("ui", "qt"), SOURCE / "app.py"] for text in unmarked(path)]
    assert found == []


def test_a_marked_text_is_whole() -> None:
    """Nothing is put together in tr: a translator could not see the sentence. A marked text in a variable may be."""
    found = [
        place(path, call)
        for path in modules()
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and called(call) in marks(path)
        if any(isinstance(text, ast.JoinedStr | ast.BinOp | ast.Call) for text in texts_of(call))
    ]
    assert found == []


def test_tests_wait_for_things_not_for_time() -> None:
    found = [
        f"{place(path, node)} {dotted(node.func)}"
        for path in modules(under=TESTS)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and dotted(node.func) in WAITS
        if path.relative_to(TESTS).as_posix() not in MAY_SLEEP
    ]
    found += [
        f"{place(path, node)} a bare waitSignal"
        for path in modules(under=TESTS)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and called(node.value) in ("waitSignal", "waitSignals")
    ]
    assert found == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    found = [
        f"{place(path, node)} {dotted(node)}"
        for path in modules(under=TESTS)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and SKIPS.match(dotted(node))
    ]
    assert found == []


def test_the_real_thing_is_tried() -> None:
    """No mock library: where something cannot be had, a small honest stand-in is written out."""
    files = modules(under=TESTS)
    found = [place(path, node) for path in files for name, node in imports(path) if name.startswith("unittest.mock")]
    assert found == []


def test_nothing_of_this_machine_is_in_the_project() -> None:
    """No path of anybody's home, no address of a package registry."""
    assert ROOT / ".ci" / "run" in project_files()
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in project_files()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if STRANGERS.search(line)
    ]
    assert found == []


def project_files() -> list[Path]:
    """Every text file of the project; what .gitignore names is not part of it. Works without git, as in an archive."""
    ignored = {line.strip("/\n") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()}
    found = (path for place in ROOT.iterdir() if not is_aside(place, ignored) for path in [place, *place.rglob("*")])
    return [path for path in found if path.is_file() and path.suffix not in BINARY and not is_aside(path, ignored)]


def is_aside(path: Path, ignored: set[str]) -> bool:
    """Whether a path is left behind by a tool, or is git's own."""
    return path.name == ".git" or any(part in ignored for part in path.relative_to(ROOT).parts)


def test_the_tests_find_what_they_look_for() -> None:
    plain = ast.parse('box.setText("Let it in"); label(look, "heading", title); quiet(look, "Not now")')
    found = [
        constant.value
        for call in ast.walk(plain)
        if isinstance(call, ast.Call) and TEXT_TAKERS.match(called(call))
        for argument in call.args
        for constant in constants(argument)
        if PROSE.search(constant.value)
    ]
    assert found == ["Let it in", "Not now"]
    assert STRANGERS.search("see /" + "home/someone/notes")
    assert not STRANGERS.search("the user's home folder, ~/.local/share")
