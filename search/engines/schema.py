"""Fields of the embedded index, and a document on its way in and out of it."""

import datetime as dt
import json

import tantivy

from search.analysis import fold, stems_of, words
from search.document import SearchDocument, card_from_json

from .base import Match

STEMMED = ("title", "text", "files")
EXACT = ("title_exact", "text_exact", "files_exact")
FACETS = "facets"
_SPACES = "spaces"
_EPOCH = dt.date(2015, 1, 1)
_TEN_YEARS = 3652.5


def build() -> tantivy.Schema:
    """Return the schema. Token fields get text that is analysed already; readable text is stored apart."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    for name in (*STEMMED, *EXACT):
        builder.add_text_field(name, tokenizer_name=_SPACES, index_option="position")
    builder.add_text_field(FACETS, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("sort_title", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("sort_date", fast=True)
    builder.add_float_field("freshness", fast=True)
    for name in ("card", "body", "file", "digest"):
        builder.add_bytes_field(name, stored=True)
    return builder.build()


def prepare(index: tantivy.Index) -> tantivy.Index:
    """Register the tokenizer: the index's files name it, every process has to bring it."""
    tokens = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_SPACES, tokens)
    return index


def facet_term(name: str, value: str) -> str:
    return f"{name}={value}"


def to_index(document: SearchDocument) -> tantivy.Document:
    """Return the document as the index takes it."""
    row = tantivy.Document()
    row.add_text("key", document.key)
    body = "\n".join(part for part in (document.summary, document.text) if part)
    _add_words(row, "title", document.title)
    _add_words(row, "text", "\n".join((body, *document.authors)))
    for file in document.files:
        _add_words(row, "files", f"{file.name}\n{file.text}")
        row.add_bytes("file", f"{file.name}\0{file.text}".encode())
    for name, values in document.all_facets().items():
        for value in dict.fromkeys(values):
            row.add_text(FACETS, facet_term(name, value))
    row.add_text("sort_title", fold(document.title)[:200])
    day = document.date or dt.date.min
    row.add_integer("sort_date", day.toordinal())
    # The score is multiplied by log2(2 + value): about 5 % for ten years of age, nothing without a date.
    row.add_float("freshness", max((day - _EPOCH).days, 0) / _TEN_YEARS * 0.07)
    row.add_bytes("card", json.dumps(document.card(), ensure_ascii=False).encode())
    row.add_bytes("body", body.encode())
    row.add_bytes("digest", document.digest().encode())
    return row


def _add_words(row: tantivy.Document, field: str, text: str) -> None:
    found = words(text)
    row.add_text(f"{field}_exact", " ".join(found))
    row.add_text(field, " ".join(stems_of(found)))


def raw(row: tantivy.Document, field: str) -> bytes:
    return bytes(row.get_first(field) or b"")


def card_of(row: tantivy.Document) -> SearchDocument:
    return card_from_json(json.loads(raw(row, "card")))


def match_of(row: tantivy.Document) -> Match:
    """Return a found row with the texts to show a piece of."""
    files = (bytes(stored).decode().partition("\0") for stored in row.get_all("file"))
    return Match(
        document=card_of(row),
        text=raw(row, "body").decode(),
        files=tuple((name, text) for name, _, text in files),
    )
