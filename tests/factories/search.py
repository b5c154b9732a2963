"""Documents and pages for the search's tests."""

import datetime as dt

import factory
import wagtail_factories
from wagtail.models import Site

from search.document import SearchDocument
from tests.search.testapp.models import NotePage


class SearchDocumentFactory(factory.Factory):
    class Meta:
        model = SearchDocument

    key = factory.Sequence(str)
    type = "material"
    title = factory.Sequence(lambda n: f"Работа номер {n}")
    url = factory.LazyAttribute(lambda document: f"/materials/{document.key}/")
    date = dt.date(2025, 10, 1)


class NotePageFactory(wagtail_factories.PageFactory):
    """A public page of the tests' own type, below the site's home page."""

    class Meta:
        model = NotePage

    title = factory.Sequence(lambda n: f"Заметка номер {n}")
    slug = factory.Sequence(lambda n: f"note-{n}")
    written = dt.date(2025, 10, 1)
    parent = factory.LazyFunction(lambda: Site.objects.select_related("root_page").get().root_page)
