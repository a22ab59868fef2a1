"""Qt's own file dialogs dressed as the rest of the house, whoever opens them.

Where they are used (not on Windows and macOS, whose own ones people know) they would come with black arrows on a dark
ground, and cut where the window is small or the text large.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, QSettings, QSize, Qt
from PySide6.QtGui import QIcon, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QTreeView,
    QWidget,
)

from guesthouse.qt.look import Look

W = TypeVar("W", bound=QWidget)

WIDE, HIGH = 760, 520
"""As large as it would like to be, growing with the text."""

ROOMY = 600
"""From this width on, growing with the text, there is room for the places, the ways back, and two ways to look."""

TIGHT = 440
"""Below this width, growing with the text, the kinds take the place of the word before them."""

FOR_ROOM = ("backButton", "forwardButton", "listModeButton", "detailModeButton")

EDGE = 48
SOME_DAY = QDateTime(2026, 12, 28, 20, 58, 0)
PLACES = 170
NAME = 110
SIZE_AND_KIND = (1, 2)
DATE = 3

ICONS = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "squares-four",
    "detailModeButton": "list",
}


def _settings() -> QSettings:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup("FileDialog")
    return settings


def _remembered() -> dict[str, object]:
    """What Qt has written down of file dialogs, for all programs of this person."""
    settings = _settings()
    return {key: settings.value(key) for key in settings.allKeys()}


def _forget(earlier: dict[str, object]) -> None:
    """Leave it as it was: the folders somebody went to with this app are nobody's business."""
    settings = _settings()
    settings.remove("")
    for key, value in earlier.items():
        settings.setValue(key, value)


class FileDialogs(QObject):
    """Dresses each file dialog of the app when it comes."""

    def __init__(self, app: QApplication, look: Look, parent: QObject) -> None:
        """Look out for them as long as ``parent`` lives."""
        super().__init__(parent)
        self._look = look
        app.focusWindowChanged.connect(self._look_at)

    def _look_at(self, window: QWindow | None) -> None:
        dialog = QApplication.activeModalWidget()
        if window is None or not isinstance(dialog, QFileDialog) or dialog.property("dressed"):
            return
        if dialog.findChild(QDialogButtonBox) is not None:  # the system's own one has nothing inside
            dialog.setProperty("dressed", True)
            Dressed(dialog, self._look)
            earlier = _remembered()
            dialog.destroyed.connect(lambda: _forget(earlier))  # Qt writes when it goes


class Dressed(QObject):
    """One file dialog in the house's looks, kept so through changes of size, theme and text size."""

    def __init__(self, dialog: QFileDialog, look: Look) -> None:
        """Belongs to ``dialog``."""
        super().__init__(dialog)
        self._dialog, self._look = dialog, look
        self._name()
        self._put_on()
        layout = dialog.layout()
        assert isinstance(layout, QGridLayout)
        self._grid = layout
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._fit()
        self._share_room()
        dialog.installEventFilter(self)
        self._part(QTreeView, "treeView").viewport().installEventFilter(self)
        dialog.finished.connect(self._put_back)
        look.changed.connect(self._changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With another size there is other room; what was put back is tidied again where it is shown once more."""
        if watched is self._dialog and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._share_room()
        elif event.type() == QEvent.Type.Resize:
            self._share_columns()
        return False

    def _name(self) -> None:
        names = {
            "backButton": self.tr("Back"),
            "forwardButton": self.tr("Forward"),
            "toParentButton": self.tr("Folder above"),
            "newFolderButton": self.tr("New folder"),
            "listModeButton": self.tr("Names only"),
            "detailModeButton": self.tr("Names and dates"),
        }
        for name, words in names.items():
            button = self._part(QToolButton, name)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._part(QListView, "sidebar").setAccessibleName(self.tr("Places"))
        self._part(QTreeView, "treeView").header().setAccessibleName(self.tr("Columns"))
        folders = self._dialog.fileMode() == QFileDialog.FileMode.Directory
        self._dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("&In:"))
        self._dialog.setLabelText(
            QFileDialog.DialogLabel.FileName, self.tr("&Folder:") if folders else self.tr("&Name:")
        )
        self._dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("&Kind:"))
        kinds = self._part(QComboBox, "fileTypeCombo")
        kinds.setVisible(not folders)
        kinds.setAccessibleName(self.tr("Kind"))
        self._hide_endings()

    def _hide_endings(self) -> None:
        """The kinds by their names alone: Qt fills them in again, and leaves its hands on what is typed there."""
        field = self._part(QLineEdit, "fileNameEdit")
        kind, typed, chosen = self._dialog.selectedNameFilter(), field.text(), field.hasSelectedText()
        self._dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        self._dialog.selectNameFilter(kind)
        if field.text() != typed:
            field.setText(typed)
        if chosen:
            field.selectAll()

    def _put_on(self) -> None:
        """Icons in the ink of now, and the one button that goes on as everywhere."""
        side = self._look.px(20)
        for view in ("sidebar", "listView", "treeView"):
            self._part(QAbstractItemView, view).setIconSize(QSize(side, side))
        for name, icon in ICONS.items():
            button = self._part(QToolButton, name)
            button.setIcon(self._look.icon(icon, "ink"))
            button.setIconSize(QSize(side, side))
        for end in self._part(QDialogButtonBox, "buttonBox").findChildren(QPushButton):
            end.setIcon(QIcon())
            if end.isDefault():
                self._look.dress(end, "primary")
        for name in ("lookInCombo", "fileTypeCombo"):
            box = self._part(QComboBox, name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(4)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setIconSize(QSize(side, side))

    def _fit(self) -> None:
        """As large as it would like to be, at most as the app's window, in the middle of it."""
        above = self._dialog.parentWidget()
        while above is not None and above.window().parentWidget() is not None:
            above = above.window().parentWidget()
        screen = self._dialog.screen().availableGeometry()
        over = above.window().frameGeometry() if above is not None and above.width() > 400 else screen
        most = over.intersected(screen).size() - QSize(EDGE, EDGE)
        self._dialog.resize(QSize(self._look.px(WIDE), self._look.px(HIGH)).boundedTo(most))
        place = self._dialog.frameGeometry()
        place.moveCenter(over.center())
        place.moveRight(min(place.right(), screen.right()))
        place.moveBottom(min(place.bottom(), screen.bottom()))
        place.moveLeft(max(place.left(), screen.left()))
        place.moveTop(max(place.top(), screen.top()))
        self._dialog.move(place.topLeft())

    def _share_room(self) -> None:
        """The files come first: what else there is has to leave where there is little room."""
        look, width = self._look, self._dialog.width()
        roomy = width >= look.px(ROOMY)
        for name in FOR_ROOM:
            self._part(QToolButton, name).setVisible(roomy)
        self._part(QListView, "sidebar").setVisible(roomy)
        splitter = self._part(QSplitter, "splitter")
        splitter.setChildrenCollapsible(False)
        if roomy:
            splitter.setSizes([look.px(PLACES), width - look.px(PLACES)])
        self._place_kinds(tight=width < look.px(TIGHT))
        self._share_columns()

    def _place_kinds(self, *, tight: bool) -> None:
        words, kinds, grid = self._part(QLabel, "fileTypeLabel"), self._part(QComboBox, "fileTypeCombo"), self._grid
        words.setVisible(not tight and not kinds.isHidden())
        grid.removeWidget(kinds)
        grid.addWidget(kinds, *((3, 0, 1, 2) if tight else (3, 1, 1, 1)))

    def _share_columns(self) -> None:
        """The date has what it needs, and the name the rest."""
        tree = self._part(QTreeView, "treeView")
        header = tree.header()
        for column in SIZE_AND_KIND:
            header.hideSection(column)
        date = header.fontMetrics().horizontalAdvance(QLocale().toString(SOME_DAY, QLocale.FormatType.ShortFormat))
        date += self._look.px(32)
        files = tree.viewport().width()
        header.setSectionHidden(DATE, files - date < self._look.px(NAME))
        header.resizeSection(DATE, date)
        header.resizeSection(0, files if header.isSectionHidden(DATE) else files - date)

    def _put_back(self) -> None:
        """Qt writes down how the dialog was left, for other programs as well: they get theirs whole."""
        header = self._part(QTreeView, "treeView").header()
        for column in (*SIZE_AND_KIND, DATE):
            header.showSection(column)
        self._part(QListView, "sidebar").show()
        self._part(QSplitter, "splitter").setSizes([PLACES, max(self._dialog.width() - PLACES, PLACES)])

    def _changed(self) -> None:
        self._put_on()
        self._share_room()

    def _part(self, kind: type[W], name: str) -> W:
        part = self._dialog.findChild(kind, name)
        assert part is not None, name
        return part
