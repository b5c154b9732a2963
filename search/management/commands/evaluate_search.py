import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from search.engines.embedded import EmbeddedEngine
from search.evaluation import evaluate


class Command(BaseCommand):
    help = "Measure relevance and speed on a set in the BEIR layout, in a temporary index."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="corpus.jsonl, queries.jsonl and qrels/test.tsv")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        with tempfile.TemporaryDirectory(prefix="evaluate-search-") as place:
            try:
                report = evaluate(EmbeddedEngine(Path(place)), folder)
            except (OSError, ValueError, KeyError) as error:
                raise CommandError(
                    _("%(folder)s is not a set in the BEIR layout: %(error)s")
                    % {"folder": folder, "error": repr(error)}
                ) from error
        rate = report.documents / max(report.indexing_seconds, 1e-9)
        self.stdout.write(
            f"documents {report.documents}\n"
            f"queries {report.queries}\n"
            f"nDCG@10 {report.ndcg:.4f}\n"
            f"recall@10 {report.recall:.4f}\n"
            f"p50 ms {report.p50:.2f}\n"
            f"p95 ms {report.p95:.2f}\n"
            f"documents per second {rate:.0f}"
        )
