"""How good an engine is on a set in the BEIR layout, through the very code that readers' queries take."""

import json
import math
import statistics
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .document import SearchDocument
from .engines.base import Engine
from .query import SearchQuery
from .service import run

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Report:
    """Means over the judged queries; times are those of one query from text to ranking, in milliseconds."""

    documents: int
    queries: int
    ndcg: float
    recall: float
    p50: float
    p95: float
    indexing_seconds: float


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def read_judgements(path: Path) -> dict[str, dict[str, int]]:
    """Return query to document to grade from a qrels table with a heading; grades of zero are left out."""
    judged: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8") as file:
        next(file, None)
        for line in file:
            if not line.strip():
                continue
            query, document, grade = line.rstrip("\n").split("\t")
            if int(float(grade)) > 0:
                judged.setdefault(query, {})[document] = int(float(grade))
    return judged


def ndcg(ranking: list[str], grades: Mapping[str, int], depth: int = DEPTH) -> float:
    """Return the gain of a ranking, discounted by rank, against the best possible one (0…1)."""
    gained = _gain([grades.get(key, 0) for key in ranking[:depth]])
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    return gained / best if best else 0.0


def _gain(grades: list[int]) -> float:
    return sum(grade / math.log2(rank + 2) for rank, grade in enumerate(grades))


def recall(ranking: list[str], grades: Mapping[str, int], depth: int = DEPTH) -> float:
    """Return the share of the relevant documents among the first ones."""
    return len(set(ranking[:depth]) & set(grades)) / len(grades) if grades else 0.0


def fill(engine: Engine, corpus: Path) -> int:
    """Index a corpus file and return how many documents it has."""
    with engine.rebuilding() as new:
        count = new.put(
            SearchDocument(
                key=str(row["_id"]), type="document", title=row.get("title") or "", text=row["text"], url=""
            )
            for row in read_lines(corpus)
        )
        new.commit()
        with new.swap():
            pass
    return count


def evaluate(engine: Engine, folder: Path) -> Report:
    """Index the set's corpus and measure its judged queries.

    Raises:
        OSError, ValueError, KeyError: the folder does not hold a set in the BEIR layout.
    """
    judged = read_judgements(folder / "qrels" / "test.tsv")
    texts = {str(row["_id"]): row["text"] for row in read_lines(folder / "queries.jsonl")}
    started = time.perf_counter()
    documents = fill(engine, folder / "corpus.jsonl")
    indexing = time.perf_counter() - started
    asked = [key for key in texts if key in judged]
    if not asked:
        raise ValueError("no query of queries.jsonl is judged in qrels/test.tsv")
    gains, recalls, times = [], [], []
    for key in asked:
        started = time.perf_counter()
        found, _plan, _corrected = run(SearchQuery(texts[key], per_page=DEPTH), engine)
        times.append((time.perf_counter() - started) * 1000)
        ranking = [match.document.key for match in found.matches]
        gains.append(ndcg(ranking, judged[key]))
        recalls.append(recall(ranking, judged[key]))
    cuts = statistics.quantiles(times, n=20, method="inclusive") if len(times) > 1 else times * 19
    return Report(
        documents, len(asked), statistics.mean(gains), statistics.mean(recalls), cuts[9], cuts[18], indexing
    )
