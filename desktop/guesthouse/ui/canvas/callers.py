"""Who is here now: the list that the canvas, the cards and a screen reader share, in the order they were let in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from guesthouse.domain.scene import Scene
from guesthouse.sim.frame import Doing
from guesthouse.ui.canvas.describe import doing_words

NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Caller:
    """A thought that is here: ``id`` names its visitor in the simulation, ``visit_id`` its visit, if written down."""

    id: int
    words: str
    seed: int
    returning: bool
    visit_id: str | None
    lane: str = ""
    """The lane a person chose for it."""
    plain: bool = False
    """It has no visitor: it rests here as a plain card until the visit ends."""


class Callers(QAbstractListModel):
    """Everyone here, at the gate included; an item's text and accessible name are the whole words."""

    going = Signal(int)
    """The row of someone who goes, while views still know where it stands (rowsAboutToBeRemoved is too late)."""

    CallerRole = Qt.ItemDataRole.UserRole
    DoingRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        """Nobody yet."""
        super().__init__(parent)
        self._callers: list[Caller] = []
        self._by_id: dict[int, Caller] = {}
        self._doings: dict[int, Doing] = {}
        self._scene: Scene | None = None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many are here."""
        return 0 if parent.isValid() else len(self._callers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, the description a screen reader adds, or the caller itself."""
        if not index.isValid() or index.row() >= len(self._callers):
            return None
        caller = self._callers[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return caller.words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.description(caller)
        if role == self.CallerRole:
            return caller
        if role == self.DoingRole:
            return self._doings.get(caller.id)
        return None

    def description(self, caller: Caller) -> str:
        """Where a caller is and whether it was here before, in words."""
        if caller.plain:
            return self.tr("stays here as it is")
        doing = self._doings.get(caller.id)
        words = [doing_words(doing, self._scene, caller.lane)] if doing else []
        if caller.returning:
            words.append(self.tr("here before"))
        return ", ".join(words)

    def set_scene(self, scene: Scene) -> None:
        """Where everyone is now, for the words that say what they do there; those here stay."""
        self._scene = scene
        if self._callers:
            self.dataChanged.emit(self.index(0), self.index(len(self._callers) - 1))

    def caller(self, caller_id: int) -> Caller | None:
        """The caller with this id, if it is still here."""
        return self._by_id.get(caller_id)

    def lane_of(self, caller_id: int, lanes: Collection[str]) -> str:
        """The lane a person chose for this one, where it is among ``lanes``."""
        caller = self.caller(caller_id)
        return caller.lane if caller is not None and caller.lane in lanes else ""

    def row(self, caller_id: int) -> int | None:
        """The row of this id, if it is still here."""
        return next((i for i, caller in enumerate(self._callers) if caller.id == caller_id), None)

    def everyone(self) -> list[Caller]:
        """All callers, in the order they were let in."""
        return list(self._callers)

    def with_figures(self) -> list[Caller]:
        """Those who come with a figure or on a carrier."""
        return [caller for caller in self._callers if not caller.plain]

    def add(self, caller: Caller) -> None:
        """Someone came."""
        end = len(self._callers)
        self.beginInsertRows(QModelIndex(), end, end)
        self._callers.append(caller)
        self._by_id[caller.id] = caller
        self.endInsertRows()

    def remove(self, caller_ids: Iterable[int]) -> list[Caller]:
        """These have gone; returns those that were here."""
        gone = []
        for caller_id in caller_ids:
            row = self.row(caller_id)
            if row is None:
                continue
            self.going.emit(row)
            self.beginRemoveRows(QModelIndex(), row, row)
            gone.append(self._callers.pop(row))
            del self._by_id[caller_id]
            self._doings.pop(caller_id, None)
            self.endRemoveRows()
        return gone

    def put_away(self) -> None:
        """Nobody is in the list any more; nobody is told that they had gone, for they have not."""
        self.beginResetModel()
        self._callers.clear()
        self._by_id.clear()
        self._doings = {}
        self.endResetModel()

    def note(self, doings: dict[int, Doing]) -> None:
        """What everyone does now; only those who began something new are told about."""
        if doings == self._doings:
            return
        before, self._doings = self._doings, doings
        for row, caller in enumerate(self._callers):
            if before.get(caller.id) is not doings.get(caller.id):
                index = self.index(row)
                self.dataChanged.emit(index, index, [self.DoingRole, Qt.ItemDataRole.AccessibleDescriptionRole])
