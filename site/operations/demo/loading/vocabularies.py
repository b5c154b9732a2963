"""Words of the vocabularies."""

from knowledge.vocabularies import models as words
from operations.demo.town import Licence, Subject, Term

from .context import Loaded

TABLES: dict[str, type[words.Vocabulary]] = {
    "subjects": words.Subject,
    "levels": words.EducationLevel,
    "spheres": words.EducationSphere,
    "material_types": words.MaterialType,
    "experience_kinds": words.ExperienceKind,
    "innovation_kinds": words.InnovationKind,
    "event_forms": words.EventForm,
    "audiences": words.Audience,
    "experience_stages": words.Stage,
    "innovation_stages": words.Stage,
    "licences": words.Licence,
}


def load(loaded: Loaded) -> None:
    """Make every word; ``terms`` then holds them by list and slug."""
    for name, table in TABLES.items():
        for order, term in enumerate(getattr(loaded.content.vocabularies, name)):
            word, _created = table._default_manager.get_or_create(
                slug=term.slug, defaults={"name": term.name, "sort_order": order, **_own(name, term)}
            )
            loaded.terms[name, term.slug] = word


def _own(name: str, term: Term) -> dict[str, object]:
    if isinstance(term, Subject):
        return {"abbreviation": term.abbreviation, "area": term.area}
    if isinstance(term, Licence):
        return {"name": term.short, "statement": f"{term.name}.", "url": term.url}
    if name.endswith("_stages"):
        return {"track": name.removesuffix("_stages")}
    return {}
