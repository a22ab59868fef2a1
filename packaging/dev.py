#!/usr/bin/env python3
"""The two commands of the README: `run` opens Guesthouse from this checkout, `test` tries all of it.

    python3 packaging/dev.py run   [-- ARGUMENTS OF GUESTHOUSE]
    python3 packaging/dev.py test  [-- ARGUMENTS OF PYTEST]
    python3 packaging/dev.py check             only the style, the types and the floor plan
    python3 packaging/dev.py bench [-- ARGUMENTS]

Needs nothing but Python 3.11. What else is missing is installed: .venv with what pyproject.toml names and, on a
Debian-like system and when allowed to, the system's libraries that Qt needs. A second start finds everything in
place in well under a second and does not ask the network.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ("run", "test", "check", "bench")
OLDEST = (3, 11)

# What Qt loads at its start on Linux, by the name the loader knows, and the Debian package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}

# What the tests of a real window need: a screen, somebody to make a window active, a screen reader's way in, and
# somebody who sees what the window asks of the system.
# Any one of the places is enough; a name without a slash is looked for among the commands.
TEST_TOOLS = {
    "xvfb": ("Xvfb",),
    "openbox": ("openbox",),
    "dbus-daemon": ("dbus-daemon",),
    "at-spi2-core": ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"),
    "strace": ("strace",),
}


class Stop(Exception):
    """Nothing more can be done here; the message says what a person can do."""


def say(text: str) -> None:
    """A line on stderr: stdout belongs to the command that is run."""
    print(text, file=sys.stderr, flush=True)


# ------------------------------------------------------------------------------------------------ what is asked for


def split(argv: list[str]) -> tuple[str, list[str]]:
    """The command and the arguments passed on; one `--` between them is taken away."""
    if not argv or argv[0] not in COMMANDS:
        raise Stop(__doc__ or "")
    rest = argv[1:]
    return argv[0], rest[1:] if rest[:1] == ["--"] else rest


# ------------------------------------------------------------------------------------------------ the environment


class Environment:
    """The folder .venv of a checkout: is it what pyproject.toml asks for, and making it so."""

    def __init__(self, root: Path) -> None:
        """Look after `root`/.venv; nothing is touched yet."""
        self.root = root
        self.folder = root / ".venv"
        self.stamp = self.folder / "guesthouse-ready"
        self.building = self.folder / "guesthouse-building"
        self.lock = root / ".venv.lock"

    @property
    def python(self) -> Path:
        """The interpreter inside, whether it is there or not."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def version(self) -> tuple[int, ...]:
        """The version of the Python inside, () when there is no usable one."""
        with contextlib.suppress(OSError, ValueError):
            for line in (self.folder / "pyvenv.cfg").read_text("utf-8").splitlines():
                name, _, value = line.partition("=")
                if name.strip() == "version" and self.python.exists():
                    return tuple(int(part) for part in value.strip().split(".")[:3])
        return ()

    def key(self) -> str:
        """What the environment depends on: what is to be installed, with which Python, for which folder."""
        import tomllib  # from Python 3.11 on; the message for an older one must still come

        project = tomllib.loads((self.root / "pyproject.toml").read_text("utf-8"))
        wanted = [project["project"], project["build-system"], str(self.root), self.version()]
        return hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()

    def ready(self) -> bool:
        """True when nothing has to be installed."""
        with contextlib.suppress(OSError):
            return self.version() >= OLDEST and self.stamp.read_text("utf-8") == self.key()
        return False

    def make(self) -> None:
        """Bring the folder to what pyproject.toml asks for. One start at a time; raises Stop."""
        with held(self.lock):
            if self.ready():  # another start has done it while this one waited
                return
            if self.building.exists() or self.version() < OLDEST:  # cut off half-way, or of no use: begin anew
                self._create()
            self.building.touch()
            self.stamp.unlink(missing_ok=True)
            self._install()
            beside = self.stamp.with_suffix(".new")
            beside.write_text(self.key(), "utf-8")
            beside.replace(self.stamp)
            self.building.unlink()

    def _create(self) -> None:
        """An empty environment in the place of whatever is there."""
        if not has_venv():
            raise Stop(
                f"This Python ({sys.executable}) has no ensurepip, so it cannot make an environment. Try another."
            )
        say("Setting up .venv ...")
        shutil.rmtree(self.folder, ignore_errors=True)
        base = getattr(sys, "_base_executable", None) or sys.executable
        self.folder.mkdir()
        self.building.touch()  # before the first file: a half-made folder is known as one
        if subprocess.run([base, "-m", "venv", str(self.folder)], check=False).returncode:
            raise Stop(f"Python could not make an environment in {self.folder}.")

    def _install(self) -> None:
        """What pyproject.toml names, and this checkout in place."""
        say("Installing what pyproject.toml names; the first time takes a minute or two ...")
        pip = [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        # pip's words go to stderr, like all that is said here.
        done = subprocess.run([*pip, "--editable", f"{self.root}[test]"], stdout=sys.stderr, check=False)
        if done.returncode:
            self.building.unlink(missing_ok=True)  # pip gave up in good order, so what is there is whole
            raise Stop("The packages could not be installed. Is there a network? Run the same command again to try.")


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock at `path`; wait while another process does. It ends with the process, however that ends."""
    with path.open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            yield
            return
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another start is setting things up; waiting for it ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def has_venv() -> bool:
    """Whether this Python can make an environment; Debian keeps a part of that in a package of its own."""
    importlib.invalidate_caches()
    return all(map(importlib.util.find_spec, ("ensurepip", "venv")))


# ------------------------------------------------------------------------------------------------ the system


def loads(library: str) -> bool:
    """Whether the system's loader finds this library: asked of the loader itself, as Qt will ask it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(there: Callable[[str], bool] = loads, table: Mapping[str, str] = QT_LIBRARIES) -> list[str]:
    """Debian packages of those of Qt's libraries that are not there, each once."""
    return sorted({package for library, package in table.items() if not there(library)})


def missing_tools(table: Mapping[str, tuple[str, ...]] = TEST_TOOLS) -> list[str]:
    """Debian packages of those of the tests' tools that are not there."""
    return sorted(package for package, places in table.items() if not any(map(is_there, places)))


def is_there(place: str) -> bool:
    """A file by its path, or a command by its name."""
    return Path(place).exists() if "/" in place else shutil.which(place) is not None


def command_line(packages: Iterable[str]) -> str:
    """The one command that installs these packages on a Debian-like system."""
    sudo = "" if getattr(os, "geteuid", lambda: 1)() == 0 else "sudo "
    return f"{sudo}apt-get install --no-install-recommends {' '.join(packages)}"


def may_install() -> list[str] | None:
    """What to put before apt-get: [] as root, sudo where it asks for no password, None where it is not allowed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install(packages: list[str]) -> None:
    """Install Debian packages when that is allowed; raises Stop with the one command to run."""
    before = may_install()
    if before is None:
        raise Stop(f"Some of what Guesthouse needs is missing. This installs it:\n\n    {command_line(packages)}\n")
    say(f"Installing {' '.join(packages)} ...")
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300", "-qq"]
    wanted = [*apt, "install", "-y", "--no-install-recommends", *packages]
    for _try in range(2):
        subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL, check=False)
        if subprocess.run(wanted, stdout=subprocess.DEVNULL, check=False).returncode == 0:
            return
    raise Stop(f"Not all could be installed. This is the command to try:\n\n    {command_line(packages)}\n")


def missing(command: str, environment: Environment) -> list[str]:
    """Debian packages of all that `command` lacks, so that one command brings them all."""
    packages = {*missing_libraries()}
    if command == "test":
        packages |= {*missing_tools()}
    if not environment.version() and not has_venv():
        packages.add("python3-venv")
    return sorted(packages)


def prepare_system(command: str, environment: Environment) -> None:
    """The system has what `command` needs, or a person knows what to do about it; raises Stop."""
    packages = missing(command, environment)
    if packages and shutil.which("apt-get") is None:
        say(f"Some of what Guesthouse needs is missing here. Debian's packages of it are: {' '.join(packages)}")
    elif packages:
        with held(environment.lock):
            packages = missing(command, environment)  # another start may have brought them while this one waited
            if packages:
                install(packages)


def prepare(command: str) -> Environment:
    """Everything `command` needs is there when this returns; raises Stop."""
    environment = Environment(ROOT)
    if sys.platform.startswith("linux"):
        prepare_system(command, environment)
    if not environment.ready():
        environment.make()
    return environment


# ------------------------------------------------------------------------------------------------ the commands


def steps(command: str, python: Path, rest: list[str]) -> list[list[str]]:
    """The command lines to run, one after another while they succeed; the last one ends this program."""
    module = [str(python), "-m"]
    checks = [
        [*module, "ruff", "check", "--quiet", "--output-format=concise"],
        [*module, "ruff", "format", "--quiet", "--check"],
        [*module, "mypy", "--no-error-summary"],
        [str(python.with_name("lint-imports")), "--no-logo"],
    ]
    if command == "run":
        return [[*module, "guesthouse", *rest]]
    if command == "bench":
        return [[str(python), str(ROOT / "tests" / "bench" / "table.py"), *rest]]
    if command == "check":
        return checks
    if rest:
        return [[*module, "pytest", *rest]]
    return [*checks, [*module, "pytest", "-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile"]]


def surroundings(command: str) -> dict[str, str]:
    """The environment for the commands: a test shows no window of its own on the person's screen."""
    environ = dict(os.environ)
    if command == "test":
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environ


def carry_out(command: str, lines: list[list[str]]) -> int:
    """Run the lines; the last one takes this process's place, so signals and the exit code are its own."""
    environ = surroundings(command)
    where = None if command == "run" else ROOT  # the app keeps the person's folder: its arguments may name files
    for line in lines[:-1]:
        code = subprocess.run(line, env=environ, cwd=where, check=False).returncode
        if code:
            say(f"Stopped: {Path(line[2] if line[1] == '-m' else line[0]).name} has found something (above).")
            return code
    if os.name == "nt":
        return subprocess.run(lines[-1], env=environ, cwd=where, check=False).returncode
    if where:
        os.chdir(where)
    sys.stdout.flush()
    return replace_self(lines[-1], environ)


def replace_self(line: list[str], environ: dict[str, str]) -> NoReturn:
    """Become the program of `line`."""
    os.execve(line[0], line, environ)


def main(argv: list[str]) -> int:
    """Exit code of the command; 2 for wrong usage, 1 when the set-up is not possible."""
    if sys.version_info < OLDEST:
        say("Guesthouse needs Python 3.11 or newer; this one is " + sys.version.split()[0] + ".")
        return 1
    if argv[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    try:
        command, rest = split(argv)
    except Stop as stop:
        say(str(stop))
        return 2
    try:
        return carry_out(command, steps(command, prepare(command).python, rest))
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
