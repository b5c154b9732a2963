import pytest

from search import registry
from search.engines.embedded import EmbeddedEngine
from search.engines.select import current_engine
from search.rebuild import rebuild
from tests.search.testapp.models import NotePage


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    """Let the tests' page type be the only one, whatever rooms the site has."""
    monkeypatch.setattr(registry, "_models", [NotePage])
    monkeypatch.setattr(registry, "_facets", dict(registry._facets))
    registry._facets["subject"] = registry.Facet("subject", "Предмет", registry._same)
    registry._facets["association"] = registry.Facet("association", "Объединение", registry._same)


@pytest.fixture(autouse=True)
def index_dir(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    return settings.SEARCH_INDEX_DIR


@pytest.fixture
def engine(index_dir) -> EmbeddedEngine:
    """The installation's engine with an empty index."""
    engine = current_engine()
    fill(engine)
    return engine


@pytest.fixture
def site_index(db, engine) -> EmbeddedEngine:
    """The engine after a rebuild from the database, every earlier change applied."""
    from search.models import IndexChange

    rebuild(engine)
    IndexChange.objects.all().delete()
    return engine


def fill(engine: EmbeddedEngine, *documents) -> None:
    with engine.rebuilding() as new:
        new.put(documents)
        new.commit()
        with new.swap():
            pass
