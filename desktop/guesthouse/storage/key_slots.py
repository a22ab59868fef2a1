"""The key slots: the file's random key, wrapped once by the passphrase and once by the recovery code.

A slot is opened by Argon2id and AES-256-GCM, which also tells whether it was the right passphrase. What a slot was made
with stands in it, so that new ones can cost more while old ones still open; what nobody would ask for is not tried, or
a crafted file could eat all memory. Kind and key are bound into the seal; a sum over each slot tells a damaged one from
a wrong passphrase. The id of a key is a hash of it and tells nothing: it says which slots belong to which file.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guesthouse.domain.recovery_code import SECRET_BYTES, read_code, write_code
from guesthouse.errors import Bug, KeysMissing, TooNew, WrongCode, WrongKey, trouble_of
from guesthouse.storage.backup import sync_folder

FORMAT, VERSION = "guesthouse-keys", 1
PASSPHRASE, RECOVERY = "passphrase", "recovery"
KEY_BYTES, SALT_BYTES, NONCE_BYTES, TAG_BYTES = 32, 16, 12, 16
MOST_WORK = 1 << 22
"""KiB times passes: twenty times what a slot costs now, some seconds."""

MOST_BYTES = 64 * 1024
"""Of a file with slots: two of them take less than one thousand."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What Argon2id takes for one try: KiB of memory, passes over it, lanes beside one another."""

    memory: int
    passes: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """Whether it may be tried at all."""
        few = 1 <= self.lanes <= 16 and 1 <= self.passes <= 16 and 8 * self.lanes <= self.memory <= 1 << 20
        return few and self.memory * self.passes <= MOST_WORK


COST = Cost(memory=64 * 1024, passes=3, lanes=4)
"""Of a new slot: about a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The key, wrapped. ``sealed`` is what the cipher gave, its tag at the end."""

    kind: str
    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes

    def form(self, key_id: str) -> dict[str, Any]:
        """As it stands in the file with the slots of this key."""
        form = {
            "kind": self.kind,
            "kdf": {
                "name": "argon2id",
                "memory": self.cost.memory,
                "passes": self.cost.passes,
                "lanes": self.cost.lanes,
                "salt": _written(self.salt),
            },
            "cipher": {"name": "aes-256-gcm", "nonce": _written(self.nonce)},
            "sealed": _written(self.sealed),
        }
        return {**form, "sum": _sum(form, key_id)}

    @classmethod
    def of(cls, form: Mapping[str, Any], key_id: str) -> Slot:
        """From its form; raises ValueError, KeyError or TypeError where it is damaged or none that we know."""
        kdf, cipher = form["kdf"], form["cipher"]
        cost = Cost(*(_number(kdf[name]) for name in ("memory", "passes", "lanes")))
        slot = cls(form["kind"], cost, *(_read(text) for text in (kdf["salt"], cipher["nonce"], form["sealed"])))
        if slot.form(key_id) != form or not cost.is_bearable or not SALT_BYTES <= len(slot.salt) <= 64:
            raise ValueError("a damaged slot")
        if len(slot.nonce) != NONCE_BYTES or len(slot.sealed) != KEY_BYTES + TAG_BYTES:
            raise ValueError("a damaged slot")
        return slot

    def open(self, secret: bytes, key_id: str) -> bytes | None:
        """The key, or None where this is not the secret."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            wrapping = AESGCM(_stretched(secret, self.salt, self.cost))
            key = wrapping.decrypt(self.nonce, self.sealed, _bound(self.kind, key_id))
        except InvalidTag:
            return None
        return key if id_of(key) == key_id else None


@dataclass(frozen=True, slots=True)
class KeySlots:
    """The slots of one key: one of each kind, the damaged ones left out."""

    key_id: str
    slots: tuple[Slot, ...] = field(default=())

    def open_with(self, passphrase: str) -> bytes:
        """The key; takes about a tenth of a second. Raises WrongKey, or KeysMissing where that slot is damaged."""
        slot = self._slot(PASSPHRASE)
        key = None if is_blank(passphrase) else slot.open(_letters(passphrase), self.key_id)
        if key is None:
            raise WrongKey
        return key

    def open_with_code(self, code: str) -> bytes:
        """The key; raises WrongCode (with the group of a slip), or KeysMissing where that slot is damaged."""
        written = read_code(code)
        key = self._slot(RECOVERY).open(written.encode(), self.key_id)
        if key is None:
            raise WrongCode
        return key

    def with_passphrase(self, key: bytes, passphrase: str) -> KeySlots:
        """With another passphrase slot; the others stay. Raises ValueError where the passphrase is blank."""
        if is_blank(passphrase):
            raise ValueError("a blank passphrase")
        return self._with(_sealed(PASSPHRASE, _letters(passphrase), key))

    def with_code(self, key: bytes, code: str) -> KeySlots:
        """With another recovery slot; the others stay."""
        return self._with(_sealed(RECOVERY, read_code(code).encode(), key))

    def has(self, kind: str) -> bool:
        """Whether it can be opened that way: PASSPHRASE or RECOVERY."""
        return any(slot.kind == kind for slot in self.slots)

    def filled_from(self, other: KeySlots) -> KeySlots:
        """With those kinds of slots that only the other has, if they are of the same key."""
        if other.key_id != self.key_id:
            return self
        more = (slot for slot in other.slots if not self.has(slot.kind))
        return KeySlots(self.key_id, tuple(sorted([*self.slots, *more], key=lambda slot: slot.kind)))

    def _slot(self, kind: str) -> Slot:
        for slot in self.slots:
            if slot.kind == kind:
                return slot
        raise KeysMissing

    def _with(self, new: Slot) -> KeySlots:
        slots = [slot for slot in self.slots if slot.kind != new.kind]
        return KeySlots(self.key_id, tuple(sorted([*slots, new], key=lambda slot: slot.kind)))


def fresh_key() -> bytes:
    """A new random key."""
    return os.urandom(KEY_BYTES)


def fresh_code() -> str:
    """A new random recovery code."""
    return write_code(os.urandom(SECRET_BYTES))


def id_of(key: bytes) -> str:
    """Which key it is, without telling anything of it."""
    return hashlib.sha256(b"the id of a key of Guesthouse\0" + key).hexdigest()[:32]


def slots_for(key: bytes) -> KeySlots:
    """None yet, for this key."""
    return KeySlots(id_of(key))


def is_blank(passphrase: str) -> bool:
    """Whether nothing is to be seen of it."""
    return not passphrase.strip()


def to_bytes(slots: KeySlots) -> bytes:
    """As they stand in the file, and behind a backup."""
    form = {
        "format": FORMAT,
        "version": VERSION,
        "key": slots.key_id,
        "slots": [slot.form(slots.key_id) for slot in slots.slots],
    }
    return (json.dumps(form, indent=1) + "\n").encode("ascii")


def from_bytes(data: bytes, file: Path | None = None) -> KeySlots:
    """What :func:`to_bytes` has written; damaged slots are left out.

    Raises KeysMissing (damaged, or something else), TooNew.
    """
    try:
        form = json.loads(data.decode("ascii"))
        if form["format"] == FORMAT and _number(form["version"]) > VERSION:
            raise TooNew(file)
        known = form["format"] == FORMAT and form["version"] == VERSION and len(bytes.fromhex(form["key"])) == 16
        forms = list(form["slots"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise KeysMissing(file) from None
    slots: dict[str, Slot] = {}
    for slot in forms:
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            slots.setdefault(str(slot["kind"]), Slot.of(slot, form["key"]))
    if not known or not slots:
        raise KeysMissing(file)
    return KeySlots(form["key"], tuple(slots.values()))


def read_slots(file: Path) -> KeySlots:
    """The slots in a file; raises KeysMissing, TooNew."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise KeysMissing(file) from None
    if len(data) > MOST_BYTES:
        raise KeysMissing(file)
    return from_bytes(data, file)


def write_slots(file: Path, slots: KeySlots) -> None:
    """Written beside its place, which it takes once it is on the disk; raises ReadOnly, DiskFull, FolderUnusable."""
    write_whole(file, to_bytes(slots))


def write_whole(file: Path, data: bytes) -> None:
    """A small file, private, on the disk before it has its name; raises what keeps it from being written."""
    beside = file.with_name(file.name + ".new")
    try:
        with suppress(FileNotFoundError):
            beside.unlink()
        descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        raise trouble_of(error, file) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _sealed(kind: str, secret: bytes, key: bytes) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    wrapping = AESGCM(_stretched(secret, salt, COST))
    return Slot(kind, COST, salt, nonce, wrapping.encrypt(nonce, key, _bound(kind, id_of(key))))


def _stretched(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    argon = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    try:
        return argon.derive(secret)
    except MemoryError:
        raise Bug("no memory for the key") from None


def _bound(kind: str, key_id: str) -> bytes:
    return f"{FORMAT} {VERSION} {kind} {key_id}".encode()


def _letters(passphrase: str) -> bytes:
    """To the letter, but for the several ways in which one letter can be written; half a character is one, too."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _sum(form: Mapping[str, Any], key_id: str) -> str:
    return hashlib.sha256(json.dumps([key_id, form], sort_keys=True).encode("ascii")).hexdigest()[:16]


def _written(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _read(text: Any) -> bytes:
    return base64.b64decode(text, validate=True)


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("not a number")
    return value
