"""Forms of the reviewers' decisions; the same ones on the desk and in Wagtail's admin."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .steps import Office

MAX_TEXT = 20_000


def _text(label: Any, hint: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class RecommendForm(forms.Form):
    """Grounds and the place a work is recommended to."""

    grounds = _text(
        _("Grounds"), _("What the work gives to colleagues; the author and the readers will see it.")
    )
    for_site = forms.BooleanField(label=_("Recommend for the site"), required=False, initial=True)
    for_press = forms.BooleanField(label=_("Recommend for the pedagogical press"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("for_site") or cleaned.get("for_press")):
            self.add_error("for_site", _("Choose the site, the press or both."))
        return cleaned


class AssociationRecommendForm(RecommendForm):
    """The head writes down what the association decided by vote."""

    minutes_number = forms.CharField(label=_("Number of the minutes"), max_length=40)
    minutes_date = forms.DateField(
        label=_("Date of the meeting"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    votes_for = forms.IntegerField(label=_("Votes for"), min_value=0, max_value=1000)
    votes_against = forms.IntegerField(label=_("Votes against"), min_value=0, max_value=1000)
    votes_abstained = forms.IntegerField(label=_("Votes abstained"), min_value=0, max_value=1000)
    head_vote = forms.ChoiceField(
        label=_("The head's vote"),
        help_text=_("It decides when the votes are equal."),
        choices=[("for", _("for")), ("against", _("against")), ("abstained", _("abstained"))],
    )


class ReturnForm(forms.Form):
    remarks = _text(
        _("Remarks"), _("What should be corrected, point by point. The author will get it by mail.")
    )


class DeclineForm(forms.Form):
    reason = _text(_("Reason"), _("The author will get it by mail."))


class ConsentForm(forms.Form):
    comment = _text(_("Comment"), required=False)


class PublishForm(forms.Form):
    comment = _text(_("Comment"), _("May stay empty."), required=False)


class WithdrawForm(forms.Form):
    reason = _text(_("Reason"), _("The page leaves the site and the search at once; the record stays."))


FORMS: dict[str, type[forms.Form]] = {
    "recommend": RecommendForm,
    "return": ReturnForm,
    "decline": DeclineForm,
    "consent": ConsentForm,
    "publish": PublishForm,
    "withdraw": WithdrawForm,
}


def form_for(verb: str, office: Office | None = None) -> type[forms.Form]:
    """Return the form of a verb; an association's recommendation asks for its minutes and votes too."""
    if verb == "recommend" and office == Office.ASSOCIATION:
        return AssociationRecommendForm
    return FORMS[verb]
