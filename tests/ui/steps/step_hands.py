"""Hands for one step: what is shown, and what a screen reader would call it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def texts(view: QWidget) -> list[str]:
    return [one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view)]


def named(view: QWidget, name: str) -> QAbstractButton:
    return next(
        one
        for one in view.findChildren(QAbstractButton)
        if one.isVisibleTo(view) and (one.accessibleName() or one.text()) == name
    )


def is_there(view: QWidget, name: str) -> bool:
    return any(one.accessibleName() == name and one.isVisibleTo(view) for one in view.findChildren(QAbstractButton))
