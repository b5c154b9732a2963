"""Asking the search: from a request of words and filters to results fit for a page."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from . import registry
from .engines.base import Engine, EngineError, Found, Match
from .engines.select import current_engine
from .highlight import Wanted, marked, piece, spans, wanted
from .query import Plan, SearchQuery, plan, replace_words
from .query import clean as clean_text
from .result import MOST_HITS, FacetResult, FacetValue, FileHit, Hit, SearchResults

MOST_SUGGESTIONS = 8
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    url: str
    type_label: str


def search(query: SearchQuery, engine: Engine | None = None) -> SearchResults:
    """Return one page of results; an engine that cannot answer gives an empty, degraded one."""
    engine = engine or current_engine()
    try:
        return _search(replace(query, filters=_known_filters(engine, query.filters)), engine)
    except EngineError as error:
        log.warning("Search is degraded: %s", error)
        return SearchResults(degraded=True, all_words=False)


def suggest(text: str, limit: int = MOST_SUGGESTIONS, engine: Engine | None = None) -> list[Suggestion]:
    """Return public pages whose titles begin to say this; empty when the engine cannot answer."""
    engine = engine or current_engine()
    typed = plan(text).words
    try:
        found = engine.suggest(typed, limit)
    except EngineError as error:
        log.warning("Suggestions are degraded: %s", error)
        return []
    labels = _labels("type", {document.type for document in found})
    return [Suggestion(one.title, one.url, labels.get(one.type, "")) for one in found]


def run(query: SearchQuery, engine: Engine) -> tuple[Found, Plan, str | None]:
    """Return what the engine finds, by which plan, and the corrected text if that was run instead."""
    made = plan(query.text)
    if not query.exact and (text := _corrected(query.text, made, engine)):
        better = plan(text)
        found = _find(query, better, engine)
        if found.total:
            return found, better, text
    return _find(query, made, engine), made, None


def _find(query: SearchQuery, made: Plan, engine: Engine) -> Found:
    if query.start >= MOST_HITS:
        return Found()
    return engine.find(made, query.filters, start=query.start, size=query.per_page, sort=query.sort)


def _search(query: SearchQuery, engine: Engine) -> SearchResults:
    found, made, corrected = run(query, engine)
    types = _labels("type", {match.document.type for match in found.matches})
    return SearchResults(
        hits=tuple(_hit(match, made, types) for match in found.matches),
        total=found.total,
        page=query.page,
        per_page=query.per_page,
        facets=_facets(found, query.filters),
        corrected=corrected,
        all_words=found.complete,
    )


def _corrected(text: str, made: Plan, engine: Engine) -> str | None:
    """Return the query with its unknown words corrected, None when there is nothing to correct."""
    if made.literal or not made.words:
        return None
    understood = {
        stem for one in made.concepts if one.expanded for variant in one.variants for stem in variant
    }
    unsure = [word for word in made.words if word not in understood]
    fixes = {
        word: fix for word, fix in engine.correct(unsure).items() if not understood & set(plan(word).order)
    }
    return replace_words(clean_text(text), fixes) if fixes else None


def _known_filters(engine: Engine, filters: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """Return the filters without names and values that never existed: a mistyped address still finds."""
    known: dict[str, tuple[str, ...]] = {}
    for facet in registry.facets():
        values = tuple(dict.fromkeys(filters.get(facet.name, ())))[:MOST_CHOSEN]
        unseen = [value for value in values if not engine.knows(facet.name, value)]
        strange = set(unseen) - facet.recognises(unseen) if unseen else set()
        if kept := tuple(value for value in values if value not in strange):
            known[facet.name] = kept
    return known


MOST_CHOSEN = 50
"""Values of one facet that a request may choose."""


def _labels(name: str, values: Collection[str]) -> Mapping[str, str]:
    facet = next(facet for facet in registry.facets() if facet.name == name)
    return facet.labels(values) if values else {}


def _facets(found: Found, filters: Mapping[str, Collection[str]]) -> dict[str, FacetResult]:
    results: dict[str, FacetResult] = {}
    for facet in registry.facets():
        chosen = set(filters.get(facet.name, ()))
        counts = {**dict.fromkeys(chosen, 0), **found.counts.get(facet.name, {})}
        if not counts:
            continue
        labels = facet.labels(list(counts))
        values = [
            FacetValue(value, str(labels.get(value, value)), count, value in chosen)
            for value, count in counts.items()
        ]
        # Years read best from the newest, everything else from the fullest.
        values.sort(key=lambda one: (-int(one.value) if one.value.isdecimal() else -one.count, one.label))
        results[facet.name] = FacetResult(facet.name, facet.label, tuple(values))
    return results


def _hit(match: Match, made: Plan, types: Mapping[str, str]) -> Hit:
    target = wanted(made)
    document = match.document
    title = spans(document.title, target)
    body = spans(match.text, target)
    seen = {span.stem for span in (*title, *body)}
    return Hit(
        document=document,
        title_html=marked(document.title, target),
        snippet_html=piece(match.text, body),
        file=_file_hit(match, target, seen),
        type_label=str(types.get(document.type, document.type)),
    )


def _file_hit(match: Match, target: Wanted, seen: set[str]) -> FileHit | None:
    """Return the file that holds a wanted word the page itself does not."""
    best: FileHit | None = None
    most = 0
    for name, text in match.files:
        inside = spans(text, target)
        fresh = {span.stem for span in (*inside, *spans(name, target))} - seen
        if len(fresh) > most:
            best, most = FileHit(name, piece(text, inside)), len(fresh)
    return best
