"""Index folders side by side and the pointer file that says which one is read."""

import os
import secrets
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FORMAT = "v1"
"""Raised when schema or analysis change: older folders then count as missing and are rebuilt."""


@dataclass(frozen=True, slots=True)
class Folders:
    """``root/current`` holds the name of the folder in use; it is only ever replaced whole."""

    root: Path

    @property
    def pointer(self) -> Path:
        return self.root / "current"

    def current(self) -> Path | None:
        """Return the folder in use, or None when there is none that this code can read."""
        try:
            name = self.pointer.read_text(encoding="ascii").strip()
        except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
            return None
        folder = self.root / name
        known = name.startswith(f"{FORMAT}-") and "/" not in name
        return folder if known and (folder / "meta.json").exists() else None

    def create(self) -> Path:
        """Make an empty folder whose name sorts by its time."""
        name = f"{FORMAT}-{datetime.now(UTC):%Y%m%d%H%M%S%f}-{secrets.token_hex(3)}"
        folder = self.root / name
        folder.mkdir(parents=True)
        return folder

    def point_to(self, folder: Path) -> None:
        """Make a folder the one in use, in one step: readers see the old name or the new one."""
        temporary = self.root / f"current.{secrets.token_hex(6)}"
        with temporary.open("w", encoding="ascii") as file:
            file.write(folder.name)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.pointer)

    def others(self) -> list[Path]:
        """Return folders not in use, newest first."""
        current = self.current()
        if not self.root.exists():
            return []
        found = (path for path in self.root.iterdir() if path.is_dir() and path != current)
        return sorted(found, key=lambda path: path.name, reverse=True)

    def remove(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
