"""Normative documents with invented particulars."""

import factory
import wagtail_factories
from django.core.files.base import ContentFile

from files.models import SiteDocument
from knowledge.library.models import LibraryIndexPage, NormativeDocumentPage


class SiteDocumentFactory(factory.django.DjangoModelFactory):
    """A text file; ``words`` is what is written in it."""

    class Meta:
        model = SiteDocument

    class Params:
        words = factory.Sequence(lambda number: f"Слова документа {number}.")

    title = factory.Sequence(lambda number: f"Документ {number}")
    file = factory.LazyAttribute(lambda made: ContentFile(made.words.encode(), name="document.txt"))


class LibraryIndexPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = LibraryIndexPage

    title = "Нормативные документы"
    slug = "library"


class NormativeDocumentPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = NormativeDocumentPage

    title = factory.Sequence(lambda number: f"Положение о конкурсе {number}")
    slug = factory.Sequence(lambda number: f"act-{number}")
    document = factory.SubFactory(SiteDocumentFactory)
