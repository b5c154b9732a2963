"""A document of a public page of the library is open to everybody."""

from typing import Any

from files.access import register_rule
from files.models import SiteDocument

from .models import NormativeDocumentPage


@register_rule
def published_in_library(user: Any, document: SiteDocument) -> bool:
    # The page's own row holds the published file: a file chosen in a draft stays closed.
    return NormativeDocumentPage.objects.live().public().filter(document=document).exists()
