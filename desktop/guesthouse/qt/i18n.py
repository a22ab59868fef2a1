"""Translation: the app's language, and Qt's own words in it."""

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
