"""Translation: the app's language and Qt's own words in it, and a made-up language that shows what would be clipped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = (("en", "English"),)
"""The languages the app speaks: code and own name."""


def install_language(app: QCoreApplication, folder: Path, language: str = "en") -> list[QTranslator]:
    """Speak ``language``: our words from ``folder`` and Qt's own, as far as there are files for them."""
    QLocale.setDefault(QLocale(language))
    qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed = []
    for name, where in ((f"qtbase_{language}", qt_words), (f"guesthouse_{language}", str(folder))):
        translator = QTranslator(app)
        if translator.load(name, where):
            app.installTranslator(translator)
            installed.append(translator)
    return installed


def country_of_system() -> str:
    """The country the computer is set to, by its two letters."""
    return QLocale.territoryToCode(QLocale.system().territory())


class Doubled(QTranslator):
    """A language whose every word is twice as long. What fits in it fits in German and Finnish too."""

    def isEmpty(self) -> bool:
        """Never: Qt asks no empty translator."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The text, twice, with its placeholders only once."""
        if "{" in source or "%" in source or "<" in source:
            return f"{source} ·······"
        return f"{source} {source}"
