"""A plan in tantivy's words: OR of stems, exact forms at a quarter, nearness as a double bonus."""

from collections.abc import Collection, Iterable, Mapping

import tantivy
from tantivy import Occur, Query

from search.query import Plan
from search.synonyms import Concept, Phrase

from .base import Filters
from .schema import EXACT, FACETS, STEMMED, facet_term

EXACT_WEIGHT = 0.25
PHRASE_WEIGHT = 2.0
"""The query's words side by side. In a regulation of many pages one mention weighs next to nothing by BM25;
at 1 short pages with scattered words come before it, above 2 a chance phrase beats a page on the subject."""
NEAR = 2
"""Words that may stand between the words of a query for the nearness bonus."""
INSIDE = 1
"""Words that may stand inside a synonym phrase («дошкольное бюджетное образовательное учреждение»)."""


class Queries:
    """Builds queries against one schema."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self.schema = schema

    def matching(self, plan: Plan, filters: Filters, *, leave_out: str = "") -> Query:
        """Return the query for hits under the filters, perhaps without one facet's."""
        parts = [(Occur.Must, self._text(plan)), *self._filters(filters, leave_out)]
        return Query.boolean_query(parts)

    def complete(self, plan: Plan, filters: Filters) -> Query:
        """Return the query for documents that hold every word."""
        parts = [(Occur.Must, self._concept(concept)) for concept in plan.concepts]
        return Query.boolean_query([*parts, *self._quoted(plan), *self._filters(filters, "")])

    def title_starts(self, full: Iterable[str], endings: Collection[str]) -> Query:
        """Return the query for titles with these words and any of the endings' words."""
        parts = [(Occur.Must, self._term("title_exact", word)) for word in full]
        if endings:
            ending = Query.term_set_query(self.schema, "title_exact", list(endings))
            parts.append((Occur.Must, Query.const_score_query(ending, 1.0)))
        return Query.boolean_query(parts)

    def _text(self, plan: Plan) -> Query:
        if plan.everything:
            return Query.const_score_query(Query.all_query(), 1.0)
        if plan.literal:
            return self._any(self._term(field, word) for field in EXACT for word in plan.words)
        hits = self._quoted(plan) or [(Occur.Must, self._any(self._concept(one) for one in plan.concepts))]
        return Query.boolean_query([*hits, *((Occur.Should, bonus) for bonus in self._bonuses(plan))])

    def _bonuses(self, plan: Plan) -> Iterable[Query]:
        loose = {stem for one in plan.concepts if one.expanded for stem in _own(one, plan.order)}
        for field in STEMMED:
            for stem in sorted(loose):
                yield self._term(field, stem)
            if len(plan.order) > 1:
                near = Query.phrase_query(self.schema, field, list(plan.order), slop=NEAR)
                yield Query.boost_query(near, PHRASE_WEIGHT)
        for field in EXACT:
            for word in plan.words:
                yield Query.boost_query(self._term(field, word), EXACT_WEIGHT)
        if plan.quoted:
            yield from (self._concept(concept) for concept in plan.concepts)

    def _concept(self, concept: Concept) -> Query:
        variants = [self._phrase(variant, INSIDE) for variant in concept.variants]
        return variants[0] if len(variants) == 1 else Query.disjunction_max_query(variants)

    def _quoted(self, plan: Plan) -> list[tuple[Occur, Query]]:
        return [(Occur.Must, self._phrase(phrase, 0)) for phrase in plan.quoted]

    def _phrase(self, phrase: Phrase, slop: int) -> Query:
        if len(phrase) == 1:
            return self._any(self._term(field, phrase[0]) for field in STEMMED)
        parts = (Query.phrase_query(self.schema, field, list(phrase), slop=slop) for field in STEMMED)
        return self._any(parts)

    def _filters(self, filters: Filters, leave_out: str) -> list[tuple[Occur, Query]]:
        chosen: Mapping[str, Collection[str]] = {
            name: values for name, values in filters.items() if values and name != leave_out
        }
        return [
            (Occur.Must, Query.const_score_query(self._either(name, values), 0.0))
            for name, values in chosen.items()
        ]

    def _either(self, name: str, values: Collection[str]) -> Query:
        return Query.term_set_query(self.schema, FACETS, [facet_term(name, value) for value in values])

    def _term(self, field: str, word: str) -> Query:
        return Query.term_query(self.schema, field, word)

    def _any(self, parts: Iterable[Query]) -> Query:
        return Query.boolean_query([(Occur.Should, part) for part in parts])


def _own(concept: Concept, order: Phrase) -> set[str]:
    """Return the stems of an expanded concept that the reader typed: they still lift a hit."""
    return {stem for variant in concept.variants if len(variant) > 1 for stem in variant if stem in order}
