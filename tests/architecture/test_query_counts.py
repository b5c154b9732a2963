"""Pages ask the database the same number of questions whatever the bank holds."""

import gc
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from experience_bank.models import ExperiencePage, InnovationPage, MethodicalMaterialPage, WorkPage
from files.models import SiteImage
from knowledge.vocabularies.models import (
    Audience,
    EducationLevel,
    EventForm,
    InnovationKind,
    Licence,
    Stage,
    Subject,
)
from search.engines.select import current_engine
from search.rebuild import rebuild
from tests.factories.associations import association_index, make_association
from tests.factories.experience_bank import make_educator, make_organisation, make_work
from tests.factories.library import LibraryIndexPageFactory, NormativeDocumentPageFactory, SiteDocumentFactory
from tests.factories.many_works import many_works
from tests.factories.portal import event_index, make_event, make_home, make_news, make_page, make_settings

pytestmark = pytest.mark.django_db
MOST = 25


@contextmanager
def counted():
    with CaptureQueriesContext(connection) as found:
        yield found


class Crowd:
    """A site that grows: works by number, everything else by a third of a page of a list at a time."""

    def __init__(self):
        self.home = make_home()
        make_settings()
        make_page(show_in_menus=True)
        self.library = LibraryIndexPageFactory(parent=self.home)
        self.associations = []
        self.rich = None

    def make_rich(self):
        """Make a work with everything a page may show."""
        subject, association = Subject.objects.first(), self.associations[0]
        schools = [make_organisation(f"Лицей {n}") for n in range(6)]
        people = [make_educator(f"Автор{n}", organisation=school) for n, school in enumerate(schools)]
        documents = [SiteDocumentFactory() for _number in range(3)]
        return make_work(
            InnovationPage,
            state="published",
            association=association,
            authors=people,
            attachments=documents,
            tags=["оптика", "линзы"],
            subjects=[subject],
            levels=[EducationLevel.objects.first()],
            audiences=[Audience.objects.create(name="Молодые учителя", slug="young")],
            event_form=EventForm.objects.create(name="Семинар", slug="seminar"),
            licence=Licence.objects.create(name="CC BY", slug="cc-by", statement="С указанием авторов."),
            stage=Stage.objects.create(name="Апробация", slug="approbation", track="innovation"),
            innovation_kind=InnovationKind.objects.first(),
            cover=SiteImage.objects.create(title="Опыт", file=get_test_image_file()),
            cover_alt="Линза над строкой",
            body=[("heading", "Ход"), ("paragraph", "Опыт с каплей."), ("list", ["раз", "два"])],
        )

    def grow(self, works):
        for n in range(4):
            head = make_educator(f"Глава{n}")
            self.associations.append(make_association(members=[head, make_educator(f"Член{n}")]))
            make_news(), make_event(days=n, association=self.associations[-1]), make_event(days=-5 - n)
            NormativeDocumentPageFactory(parent=self.library)
        for model, share in ((MethodicalMaterialPage, 0.8), (ExperiencePage, 0.1), (InnovationPage, 0.1)):
            many_works(int(works * share), model, self.associations)
        self.rich = self.rich or self.make_rich()
        Site.clear_site_root_paths_cache()

    def addresses(self):
        pages = {
            model.__name__: model.objects.order_by("pk").last()
            for model in (MethodicalMaterialPage, ExperiencePage, InnovationPage)
        }
        pages |= {"bank of " + name: page.get_parent() for name, page in pages.items()}
        pages["rich work"] = self.rich
        pages |= {"association": self.associations[0], "associations": association_index()}
        pages |= {"library": self.library, "act": self.library.get_children().first()}
        pages |= {"news": make_news(), "events": event_index(), "event": make_event()}
        pages["list of news"] = pages["news"].get_parent()
        found = {name: page.get_url() for name, page in pages.items()}
        bank = found["bank of MethodicalMaterialPage"]
        return found | {
            "home": "/",
            "narrowed": f"{bank}?subject=subjects-1&subject=subjects-2&kind=kind-1&sort=title",
            "second page": f"{bank}?page=2",
            "search": "/search/?q=оптике",
            "everything found": "/search/",
            "narrowed search": "/search/?q=опыт&type=material&subject=subjects-1",
            "suggestions": "/search/suggest/?q=опы",
        }

    def count(self, client, *, warm=False):
        numbers, queries = {}, {}
        for name, address in self.addresses().items():
            if not warm:
                client.get(address)  # what is cached is cached now
            with counted() as found:
                assert client.get(address).status_code == 200, address
            numbers[name] = len(found)
            queries[name] = "\n".join(query["sql"][:300] for query in found)
        return numbers, queries


# Wagtail leaves the buffers of new renditions to the garbage collector.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_pages_cost_the_same_at_forty_works_and_at_two_thousand(client):
    crowd = Crowd()
    crowd.grow(40)
    rebuild(current_engine())
    few, _before = crowd.count(client)
    crowd.grow(1960)
    rebuild(current_engine())
    client.get("/")
    many, after = crowd.count(client, warm=True)
    assert WorkPage.objects.live().count() == 2001
    grown = {name: f"{few[name]} → {many[name]}\n{after[name]}" for name in few if many[name] != few[name]}
    assert not grown, "\n".join(f"{name}: {text}" for name, text in grown.items())
    dear = {name: number for name, number in many.items() if number > MOST}
    assert not dear, "\n".join(f"{name}: {number}\n{after[name]}" for name, number in dear.items())
    gc.collect()
