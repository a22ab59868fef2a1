"""Small is normal: a module, a function, a class or a call that outgrows its budget is a place to stop and think."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.code.source import SOURCE, TESTS, modules, tree

MODULE_LINES = 400
FUNCTION_LINES = 40
METHODS = 25
POSITIONAL = 5
NESTING = 4

Function = ast.FunctionDef | ast.AsyncFunctionDef

MEASURED = '''
def first_of(things, other):
    """A docstring
    of two lines."""
    for thing in things:
        if thing:
            return thing
        elif other:
            return other
'''

# Places that may be larger, each with the reason. This list may only become shorter.
EXCEPTIONS: dict[str, str] = {}


def functions(path: Path) -> Iterator[tuple[str, Function]]:
    """Every function of a file with its name, "guesthouse/ui/rail.py Rail.add"."""
    for owner in ast.walk(tree(path)):
        if isinstance(owner, ast.Module | ast.ClassDef):
            for node in owner.body:
                if isinstance(node, Function):
                    yield f"{name_of(path)} {getattr(owner, 'name', '')}.{node.name}".replace(" .", " "), node


def classes(path: Path) -> dict[str, ast.ClassDef]:
    """Every class of a file by its name, "guesthouse/ui/rail.py Rail"."""
    return {f"{name_of(path)} {node.name}": node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)}


def name_of(path: Path) -> str:
    """A file as the list of exceptions names it."""
    base = SOURCE.parent if path.is_relative_to(SOURCE) else TESTS.parent
    return path.relative_to(base).as_posix()


def lines_of(node: Function) -> int:
    """Lines of a function without its decorators and its docstring."""
    first = node.body[1] if len(node.body) > 1 and ast.get_docstring(node) else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def depth(node: ast.AST, level: int = 0) -> int:
    """How many loops, conditions and blocks stand inside one another."""
    blocks = (ast.For, ast.While, ast.If, ast.With, ast.Try)
    deepest = level
    for child in ast.iter_child_nodes(node):
        inside = isinstance(child, blocks) and not is_elif(node, child)
        deepest = max(deepest, depth(child, level + inside))
    return deepest


def is_elif(parent: ast.AST, child: ast.AST) -> bool:
    """An `elif` stands beside its `if`, not inside it."""
    return isinstance(parent, ast.If) and isinstance(child, ast.If) and child in parent.orelse


def over(found: dict[str, int], budget: int) -> list[str]:
    """Those over budget that are not on the list."""
    large = {name: size for name, size in found.items() if size > budget and name not in EXCEPTIONS}
    return [f"{name}: {size}, at most {budget}" for name, size in large.items()]


def test_modules_stay_small() -> None:
    sizes = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in [*modules(), *modules(under=TESTS)]}
    assert over(sizes, MODULE_LINES) == []


def test_functions_stay_small() -> None:
    sizes = {name: lines_of(node) for path in [*modules(), *modules(under=TESTS)] for name, node in functions(path)}
    assert over(sizes, FUNCTION_LINES) == []


def test_functions_stay_flat() -> None:
    depths = {name: depth(node) for path in modules() for name, node in functions(path)}
    assert over(depths, NESTING - 1) == []


def test_classes_stay_small() -> None:
    counts = {
        name: sum(isinstance(part, Function) for part in node.body)
        for path in modules()
        for name, node in classes(path).items()
    }
    assert over(counts, METHODS) == []


def test_calls_are_said_by_name() -> None:
    counts = {
        name: sum(argument.arg not in ("self", "cls") for argument in node.args.posonlyargs + node.args.args)
        for path in modules()
        for name, node in functions(path)
        if not overrides_qt(node)
    }
    assert over(counts, POSITIONAL) == []


def overrides_qt(node: Function) -> bool:
    """Qt's own signatures (paintEvent, createEditor) are not ours to shorten."""
    return node.name != node.name.lower() and not node.name.startswith("_")


def test_exceptions_are_still_needed() -> None:
    """Whoever makes a place small again also takes it off the list."""
    files = [*modules(), *modules(under=TESTS)]
    named = {name for path in files for name in [name_of(path), *dict(functions(path)), *classes(path)]}
    assert set(EXCEPTIONS) <= named
    assert all(len(reason) > 20 for reason in EXCEPTIONS.values())


def test_the_measures_measure() -> None:
    node = ast.parse(MEASURED).body[0]
    assert isinstance(node, ast.FunctionDef)
    assert lines_of(node) == 5
    assert depth(node) == 2
