"""Text of documents for the search and for reading without an office program."""

from .extract import MAX_CHARACTERS, Extracted, extract, extract_text, normalised

__all__ = ["MAX_CHARACTERS", "Extracted", "extract", "extract_text", "normalised"]
