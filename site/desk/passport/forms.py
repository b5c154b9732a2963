"""The passport's form. A draft may lack everything; what is missing is said beside the meter."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.forms import ClusterForm

from knowledge.associations.completeness import PARTS
from knowledge.associations.models import AssociationPage, AssociationPartner

MAX_TEXT = 20_000
SCHOOL_YEAR = re.compile(r"([0-9]{4})/([0-9]{4})")
LONG = {"purpose": 3, "goal": 3, "tasks": 6, "functions": 6, "activity_kinds": 4, "key_directions": 4}
TEXTS = {**LONG, "content": 6, "quality": 4, "results": 4}


class PassportForm(ClusterForm):
    """What the head may change, and the partners one a line."""

    revision = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)
    partners_text = forms.CharField(
        label=gettext_lazy("Partners"),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("One a line: name | what kind of partner | website. Only the name is needed."),
    )

    class Meta:
        model = AssociationPage
        fields = AssociationPage.PASSPORT_FIELDS
        formsets: list[str] = []
        widgets = {
            "subjects": forms.CheckboxSelectMultiple,
            "spheres": forms.CheckboxSelectMultiple,
            "founding_order_date": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            **{name: forms.Textarea(attrs={"rows": rows}) for name, rows in TEXTS.items()},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("subjects", "spheres"):
            kept = [word.pk for word in getattr(self.instance, name).all()]
            words = self.fields[name].queryset
            self.fields[name].queryset = words.filter(Q(is_active=True) | Q(pk__in=kept))
        for name in TEXTS:
            self.fields[name].validators.append(MaxLengthValidator(MAX_TEXT))
        self.initial["partners_text"] = partners_as_text(self.instance)
        self.initial["revision"] = self.instance.latest_revision_id or ""

    @property
    def parts(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Headings with their fields, in the order of the passport's blocks."""
        found = []
        for part in PARTS:
            names = ["partners_text" if name == "partners" else name for name in part.fields]
            fields = [self[name] for name in names if name in self.fields]
            if fields:
                found.append((part.label, fields))
        return found

    def clean_school_year(self) -> str:
        year: str = self.cleaned_data["school_year"].strip()
        match = SCHOOL_YEAR.fullmatch(year)
        if year and (match is None or int(match[2]) != int(match[1]) + 1):
            raise ValidationError(_("Write the school year like 2026/2027."))
        return year

    def clean_revision(self) -> int | None:
        """Return the key of the revision the form was opened with; a forged one equals no revision."""
        value = self.cleaned_data["revision"]
        if not value:
            return None
        return int(value) if value.isascii() and value.isdigit() else 0

    def clean_partners_text(self) -> list[AssociationPartner]:
        lines = enumerate(self.cleaned_data["partners_text"].splitlines(), start=1)
        read = [_partner(line, number) for number, line in lines if line.strip()]
        if errors := [error for item in read if not isinstance(item, AssociationPartner) for error in item]:
            raise ValidationError(errors)
        return read  # type: ignore[return-value]

    def apply(self) -> AssociationPage:
        """Write the cleaned fields to the draft in memory and return it."""
        draft: AssociationPage = self.save(commit=False)
        draft.partners.set(self.cleaned_data["partners_text"])
        return draft

    def reopen(self, latest: int | None) -> None:
        """Keep what was typed, and let the next save count from the revision that is latest now."""
        data: Any = self.data.copy()
        data[self.add_prefix("revision")] = str(latest or "")
        self.data: Any = data


def partners_as_text(page: AssociationPage) -> str:
    """Return partners one a line, as the form reads them back."""
    lines = []
    for partner in page.partners.all():
        parts = [partner.name, partner.kind, partner.url]
        while not parts[-1]:
            parts.pop()
        lines.append(" | ".join(parts))
    return "\n".join(lines)


def _partner(line: str, number: int) -> AssociationPartner | list[str]:
    """Return the partner of a line, or what is wrong with the line."""
    parts = [part.strip() for part in line.split("|")]
    name, kind, url = (*parts, "", "")[:3]
    here = _("Line %(number)d: ") % {"number": number}
    if len(parts) > 3:  # noqa: PLR2004 - name, kind, website
        return [here + _("a line has at most three parts: name | what kind | website.")]
    partner = AssociationPartner(name=name, kind=kind, url=url, sort_order=number)
    try:
        partner.clean_fields(exclude=["association", "url"])
        if url:
            URLValidator(schemes=["http", "https"])(url)
    except ValidationError as error:
        return [here + str(message) for message in error.messages]
    return partner
