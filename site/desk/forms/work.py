"""The form of a work's draft. A draft may lack everything; what is missing is said when it is submitted."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import ClusterForm
from taggit.utils import parse_tags

from experience_bank.body_text import from_text, to_text
from experience_bank.drafts import version_of
from experience_bank.models import WorkAuthor, WorkPage
from experience_bank.submission import KIND_FIELDS, untitled
from knowledge.associations.models import AssociationPage
from knowledge.people.models import Educator
from review.clock import today

from .fields import ManyFilesField

MAX_TEXT = 100_000
FIELDS = (
    "title",
    "annotation",
    "association",
    "subjects",
    "levels",
    "grades",
    "audiences",
    "event_form",
    "tags",
    "links",
    *WorkPage.MORE_FIELDS,
    "author_kind",
    "organisation",
    "licence",
    "cover_alt",
    "consent",
)
NEEDED = {
    "title",
    "annotation",
    "association",
    "subjects",
    "text",
    "licence",
    "consent",
    "author_kind",
    *KIND_FIELDS,
}
"""Asked for at submission, so not called optional."""
LINES = ("links", "introduced_at", "publications")
CHECKBOXES = ("subjects", "levels", "audiences")


class WorkForm(ClusterForm):
    """Card, text, co-authors and files of one work."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    text = forms.CharField(
        label=_("Text of the work"),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "An empty line begins a paragraph, “## ” a heading, “- ” an item of a list, “> ” a quotation."
        ),
    )
    co_authors = forms.ModelMultipleChoiceField(
        label=_("Co-authors"),
        queryset=Educator.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Colleagues of your associations; all of them will see the draft."),
    )
    files = ManyFilesField(
        label=_("Add files"), required=False, help_text=_("PDF, DOCX, ODT, PPTX or TXT, up to 20 MB each.")
    )
    cover_file = forms.FileField(
        label=_("Picture"),
        required=False,
        help_text=_("JPEG, PNG or WebP; the place of shooting is removed."),
    )

    class Meta:
        model = WorkPage
        fields = FIELDS
        formsets: tuple[str, ...] = ()
        widgets = {
            "title": forms.TextInput(),
            "annotation": forms.Textarea(attrs={"rows": 4}),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in LINES},
            **{name: forms.CheckboxSelectMultiple() for name in CHECKBOXES},
        }
        help_texts = {
            "title": _("Up to 255 characters."),
            "annotation": _("Two or three sentences: what it is, for whom, what it gives."),
            "tags": _("Separated by commas."),
            "grades": _("For example: grades 2–4."),
            "cover_alt": _("Needed when there is a picture: it is read aloud to those who do not see it."),
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["title"].required = self.fields["author_kind"].required = False
        for name in NEEDED & self.fields.keys():
            self.fields[name].needed = True
        for name in ("subjects", "levels", "audiences", "event_form", "licence", *self._own_choices()):
            self.fields[name].queryset = self._words(name)
        self.fields["association"].queryset = (
            AssociationPage.objects.live().filter(status="active").order_by("title")
        )
        self.fields["co_authors"].queryset = self._colleagues()
        self.initial["text"] = to_text(self.instance.body) if self.instance.body else ""
        self.initial["tags"] = (
            ", ".join(tag.name for tag in self.instance.tags.all()) if self.instance.pk else ""
        )
        self.initial["co_authors"] = [
            author.educator_id for author in self.instance.authors.all() if author.educator.user_id != user.pk
        ]
        self.initial["version"] = version_of(self.instance) if self.instance.pk else ""
        self.initial["key"] = self.initial.get("key") or uuid4()
        if self.instance.pk and self.instance.title == str(untitled()):
            self.initial["title"] = ""
        if not self.instance.pk and len(mine := self._associations()) == 1:
            self.initial["association"] = mine[0]
        if self.instance.pk and self.instance.live:
            self.fields["association"].disabled = True

    def _own_choices(self) -> list[str]:
        return [name for name in self.instance.OWN_FIELDS if hasattr(self.fields[name], "queryset")]

    def _words(self, name: str) -> Any:
        """Words in use, and those out of use that the work already has."""
        current: Any = getattr(self.instance, name, None)
        kept = (
            [word.pk for word in current.all()] if hasattr(current, "all") else [getattr(current, "pk", None)]
        )
        return (
            self.fields[name]
            .queryset.filter(Q(is_active=True) | Q(pk__in=[pk for pk in kept if pk]))
            .distinct()
        )

    def _associations(self) -> list[int]:
        """Associations the writer belongs to or has headed."""
        belongs = Q(memberships__educator__user=self.user) | Q(appointments__educator__user=self.user)
        return list(AssociationPage.objects.live().filter(belongs).values_list("pk", flat=True).distinct())

    def _colleagues(self) -> Any:
        mine = self._associations()
        there = [author.educator_id for author in self.instance.authors.all()]
        near = Q(memberships__association__in=mine, memberships__starts__lte=today())
        return Educator.objects.filter(near | Q(pk__in=there)).exclude(user=self.user).distinct()

    def clean_tags(self) -> Any:
        tags = self.cleaned_data["tags"]
        return tags if isinstance(tags, list) else parse_tags(tags)

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split()) or untitled()

    def clean_author_kind(self) -> str:
        return self.cleaned_data["author_kind"] or WorkPage.AuthorKind.PERSON

    def apply(self) -> WorkPage:
        """Write the cleaned fields to the work in memory and return it."""
        work: WorkPage = self.save(commit=False)
        work.body = from_text(self.cleaned_data["text"], work.body)
        chosen = list(self.cleaned_data["co_authors"])
        allowed = {educator.pk for educator in self.fields["co_authors"].queryset}
        own = [author.educator for author in work.authors.all() if author.educator_id not in allowed]
        kept = {author.educator_id: author for author in work.authors.all()}
        work.authors.set(
            [kept.get(educator.pk) or WorkAuthor(educator=educator) for educator in [*own, *chosen]]
        )
        return work


def form_class_for(model: type[WorkPage]) -> type[WorkForm]:
    """Return the form of one bank's works: its own fields after the shared ones."""
    meta = type("Meta", (WorkForm.Meta,), {"model": model, "fields": (*FIELDS, *model.OWN_FIELDS)})
    return type(f"{model.__name__}Form", (WorkForm,), {"Meta": meta})
