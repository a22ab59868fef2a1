"""The pages of a damaged file, one by one, past SQLite: where a page is lost that leads to others, these still stand.

A sealed page is deciphered as SQLCipher 4 does it (AES-256-CBC, and HMAC-SHA-512 over page and number). Where the
salt in the first bytes is lost, the pages can be deciphered all the same, only not be told from damaged ones.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from guesthouse.storage.connection import Place
from guesthouse.storage.header import MAGIC

PAGE = 4096
SALT, IV, HMAC = 16, 16, 64
RESERVE = IV + HMAC
TRIED = 64  # pages that tell whether the salt is the right one
LOG_HEADER, FRAME_HEADER = 32, 24


class Pages:
    """Reads a file that nobody changes meanwhile."""

    def __init__(self, place: Place) -> None:
        """Raises OSError where it cannot be read."""
        self._file = place.file.open("rb")
        head = self._file.read(100)
        self._length = place.file.stat().st_size
        self._cipher = _Cipher(place.key, head[:SALT]) if place.key is not None else None
        ours = self._cipher is None and head.startswith(MAGIC)
        self.size = (int.from_bytes(head[16:18], "big") if ours else PAGE) or PAGE
        self.size = 65536 if self.size == 1 else self.size
        self.usable = self.size - (RESERVE if self._cipher else head[20] if ours else 0)
        self._log = _committed(place.journal, self.size)
        self.count = max(self._length // self.size, max(self._log, default=0))
        if self._cipher is not None:
            first = [self._raw(number) for number in range(1, min(self.count, TRIED) + 1)]
            self._cipher.judge(first)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def page(self, number: int) -> bytes | None:
        """A page's bytes, or None where it is not there or not what was written."""
        raw = self._raw(number)
        if len(raw) < self.size or self._cipher is None:
            return raw if len(raw) == self.size else None
        return self._cipher.deciphered(number, raw)

    def _raw(self, number: int) -> bytes:
        if number in self._log:
            return self._log[number]
        if not 1 <= number <= self.count:
            return b""
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)


class _Cipher:
    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        self._hmac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, len(key))
        self._judging = True

    def judge(self, first: list[bytes]) -> None:
        """Where none of these is what was written, it is the salt that is lost."""
        self._judging = any(self._is_whole(number, raw) for number, raw in enumerate(first, 1))

    def deciphered(self, number: int, raw: bytes) -> bytes | None:
        if self._judging and not self._is_whole(number, raw):
            return None
        from cryptography.hazmat.primitives.ciphers import Cipher
        from cryptography.hazmat.primitives.ciphers.algorithms import AES256
        from cryptography.hazmat.primitives.ciphers.modes import CBC

        start, end = (SALT if number == 1 else 0), len(raw) - RESERVE
        reading = Cipher(AES256(self._key), CBC(raw[end : end + IV])).decryptor()
        return bytes(start) + reading.update(raw[start:end]) + reading.finalize() + bytes(RESERVE)

    def _is_whole(self, number: int, raw: bytes) -> bool:
        start, end = (SALT if number == 1 else 0), len(raw) - HMAC
        seen = hmac.new(self._hmac_key, raw[start:end] + number.to_bytes(4, "little"), "sha512").digest()
        return hmac.compare_digest(seen, raw[end:])


def _committed(journal: Path, size: int) -> dict[int, bytes]:
    """The latest state of each page that stands in the write-ahead log, up to the last change that was finished."""
    try:
        log = journal.read_bytes()
    except OSError:
        return {}
    done: dict[int, bytes] = {}
    open_: dict[int, bytes] = {}
    salts = log[16:24]
    for start in range(LOG_HEADER, len(log) - FRAME_HEADER - size + 1, FRAME_HEADER + size):
        head = log[start : start + FRAME_HEADER]
        if head[8:16] != salts:
            break
        open_[int.from_bytes(head[:4], "big")] = log[start + FRAME_HEADER : start + FRAME_HEADER + size]
        if head[4:8] != bytes(4):
            done.update(open_)
            open_.clear()
    return done
