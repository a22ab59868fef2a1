"""Reads the scenes and the figures that visit them from resources/."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.figure import FigureArt
from guesthouse.domain.scene import Behaviour, Carrier, Cloud, Lane, Place, Prop, Scene, Spot, Variant

VARIANTS = ("day", "night", "contrast")


def load_scene(folder: Path) -> Scene:
    """Read ``folder``/scene.toml.

    Raises:
        WrongContent: a key is missing or of the wrong kind, or a file it names is not there.
    """
    file = folder / "scene.toml"
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        return _scene(raw, folder)
    except (OSError, KeyError, TypeError, ValueError, IndexError) as error:
        raise WrongContent(f"{file.name} in {folder.name}: {error!r}") from error


def load_title(folder: Path) -> str:
    """Read only the title of a scene, which stands over its tables: all of them at once would take too long.

    Raises:
        WrongContent: there is none.
    """
    file = folder / "scene.toml"
    try:
        head, _, _ = file.read_text(encoding="utf-8").partition("\n[")
        return str(tomllib.loads(head)["title"])
    except (OSError, KeyError, ValueError) as error:
        raise WrongContent(f"{file.name} in {folder.name}: {error!r}") from error


def load_figures(folder: Path) -> tuple[FigureArt, ...]:
    """Read ``folder``/figures.toml, in its order, on which the figure of each thought depends.

    Raises:
        WrongContent: a key is missing, or a file it names is not there.
    """
    file = folder / "figures.toml"
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        return tuple(FigureArt(f["id"], f["title"], _there(folder / f["file"])) for f in raw["figures"])
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise WrongContent(f"{file.name}: {error!r}") from error


def _scene(raw: dict[str, Any], folder: Path) -> Scene:
    width, height = raw["size"]
    return Scene(
        id=raw["id"],
        title=raw["title"],
        width=float(width),
        height=float(height),
        variants={name: _variant(raw["variants"][name], folder) for name in VARIANTS},
        placeholder=str(raw.get("placeholder", "")),
        **_ways(raw, Behaviour(raw.get("behaviour", Behaviour.VISITORS))),
    )


def _ways(raw: dict[str, Any], behaviour: Behaviour) -> dict[str, Any]:
    """Where visitors walk, or the lanes along which other things pass."""
    walked = behaviour is Behaviour.VISITORS
    places = {key: tuple(_place(p) for p in raw[key]) if walked else () for key in ("route", "beyond", "lane")}
    return {
        **places,
        "behaviour": behaviour,
        "crest": float(raw["crest"]["y"]) if walked else 0.0,
        "spots": tuple(_spot(s) for s in raw["spots"]) if walked else (),
        "seats": tuple(_spot(s) for s in raw["seats"]) if walked else (),
        "lanes": () if walked else tuple(_lane(one) for one in raw["lanes"]),
    }


def _variant(raw: dict[str, Any], folder: Path) -> Variant:
    return Variant(
        landscape=_there(folder / raw["landscape"]),
        props=tuple(_prop(p, folder) for p in raw.get("props", ())),
        clouds=tuple(Cloud(_prop(c, folder), float(c["speed"])) for c in raw.get("clouds", ())),
        flicker=_prop(raw["flicker"], folder) if "flicker" in raw else None,
        leaf=_prop(raw["leaf"], folder) if "leaf" in raw else None,
        carriers=tuple(tuple(_carrier(c, folder) for c in tint) for tint in raw.get("carriers", ())),
        carrier_ink=str(raw.get("carrier_ink", "")),
    )


def _carrier(raw: dict[str, Any], folder: Path) -> Carrier:
    width, height = raw["size"]
    x, y, w, h = raw["words"]
    ax, ay = raw["anchor"]
    words = (float(x), float(y), float(w), float(h))
    return Carrier(_there(folder / raw["file"]), float(width), float(height), words, (float(ax), float(ay)))


def _prop(raw: dict[str, Any], folder: Path) -> Prop:
    x, y = raw.get("at", (0.0, 0.0))
    width, height = raw["size"]
    front = bool(raw.get("front", False))
    return Prop(_there(folder / raw["file"]), float(x), float(y), float(width), float(height), front)


def _place(raw: dict[str, Any]) -> Place:
    x, y = raw["at"]
    return Place(float(x), float(y), float(raw["scale"]))


def _spot(raw: dict[str, Any]) -> Spot:
    return Spot(raw["id"], _place(raw), float(raw["along"]))


def _lane(raw: dict[str, Any]) -> Lane:
    route = tuple(_place(p) for p in raw["route"])
    if len(route) < 2:
        raise ValueError(f"the lane {raw['id']} has fewer than two places")
    spots = tuple(_spot(s) for s in raw.get("spots", ()))
    return Lane(raw["id"], str(raw.get("title", "")), route, spots, _board(raw["board"]) if "board" in raw else None)


def _board(raw: list[float]) -> tuple[float, float]:
    x, y = raw
    return float(x), float(y)


def _there(file: Path) -> Path:
    if not file.is_file():
        raise ValueError(f"{file.name} is not there")
    return file
