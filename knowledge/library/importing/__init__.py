"""Bringing a folder of normative documents into the library."""

from .folder import Imported, import_folder

__all__ = ["Imported", "import_folder"]
