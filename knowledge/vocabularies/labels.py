"""Words of the vocabularies for the codes that the search keeps."""

from collections.abc import Collection, Mapping

from .models import Subject


def subject_labels(slugs: Collection[str]) -> Mapping[str, str]:
    """Return names of subjects by their slugs."""
    return dict(Subject.objects.filter(slug__in=slugs).values_list("slug", "name"))
