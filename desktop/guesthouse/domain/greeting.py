"""What is said on the four screens of the first run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Welcome:
    """What this is, and that it stays here."""

    title: str
    text: str
    stays: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What it is not, and for whom it is."""

    title: str
    disclaimer: str
    age: str
    support: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How it may be: a sentence in each tone, so that the choice is a real one."""

    title: str
    tone: str
    neutral: str
    gentle: str
    warm: str
    motion: str
    later: str


@dataclass(frozen=True, slots=True)
class Safe:
    """What is kept, and from whom. ``sealed`` is said where there is a passphrase already."""

    title: str
    kept: str
    passphrase: str
    later: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Greeting:
    """All four, in their order."""

    welcome: Welcome
    limits: Limits
    manner: Manner
    safe: Safe
