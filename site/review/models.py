"""Records of the review. They live beside the page, so that no revision can bring an old state back."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .steps import Office, StepKind
from .subjects import awaiting_conditions
from .tasks import ConsentTask, PublishTask, RecommendTask

if TYPE_CHECKING:
    from accounts.models import User

__all__ = ["ConsentTask", "Letter", "PublishTask", "RecommendTask", "Recommendation", "ReviewCase"]


class ReviewCaseQuerySet(models.QuerySet["ReviewCase"]):
    def under_review(self) -> "ReviewCaseQuerySet":
        return self.filter(state__in=ReviewCase.UNDER_REVIEW)

    def awaiting(self, user: "User", on: date) -> "ReviewCaseQuerySet":
        """Cases whose move is this person's on that day, oldest first."""
        mine = models.Q(pk__in=[])
        for condition in awaiting_conditions(user, on):
            mine |= condition
        return self.under_review().filter(mine).order_by("since", "pk")


class ReviewCase(models.Model):
    """Where a page stands: the workflow's state in the words of the desk, one row a page."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Under review")
        RETURNED = "returned", _("Returned with remarks")
        DECLINED = "declined", _("Declined")
        RECOMMENDED = "recommended", _("Recommended")
        IN_BANK = "in_bank", _("In the bank, not on the site")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    UNDER_REVIEW = (State.SUBMITTED, State.RECOMMENDED)
    EDITABLE = (State.DRAFT, State.RETURNED, State.DECLINED, State.WITHDRAWN, State.PUBLISHED, State.IN_BANK)

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="review_case")
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.DRAFT, db_index=True
    )
    step = models.CharField(_("step"), max_length=12, choices=StepKind.choices, blank=True)
    office = models.CharField(_("whose move"), max_length=20, choices=Office.choices, blank=True)
    since = models.DateTimeField(_("in this state since"))
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    """The revision under review; exactly this one is published."""

    objects = ReviewCaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        indexes = [models.Index(fields=["state", "office"], name="reviewcase_state_office")]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_state_display()}"

    @property
    def is_under_review(self) -> bool:
        return self.state in self.UNDER_REVIEW

    @property
    def is_editable(self) -> bool:
        return self.state in self.EDITABLE


class Recommendation(models.Model):
    """A reviewer's decision with its grounds: a record of its own, not a publication."""

    class Verdict(models.TextChoices):
        RECOMMENDED = "recommended", _("recommended")
        CONSENTED = "consented", _("consented")
        RETURNED = "returned", _("returned with remarks")
        DECLINED = "declined", _("declined")

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="recommendations")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="recommendations"
    )
    reviewer_name = models.CharField(_("reviewer"), max_length=255)
    office = models.CharField(_("office"), max_length=20, choices=Office.choices)
    office_held = models.CharField(_("office held on that day"), max_length=255)
    verdict = models.CharField(_("decision"), max_length=12, choices=Verdict.choices)
    grounds = models.TextField(_("grounds"))
    for_site = models.BooleanField(_("for the site"), default=False)
    for_press = models.BooleanField(_("for the press"), default=False)
    minutes_number = models.CharField(_("number of the minutes"), max_length=40, blank=True)
    minutes_date = models.DateField(_("date of the minutes"), null=True, blank=True)
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("votes against"), null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(_("votes abstained"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"))
    voided_at = models.DateTimeField(_("void since the text changed"), null=True, blank=True)

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["-decided_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_verdict_display()}"


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> "LetterQuerySet":
        """Letters still to be sent; nobody writes to an account that was switched off."""
        return self.filter(sent_at=None, recipient__is_active=True).exclude(recipient__email="")

    def due(self, now: datetime) -> "LetterQuerySet":
        return self.waiting().filter(next_try__lte=now)


class Letter(models.Model):
    """A letter to be sent: written in the transaction of the act, sent after it, kept until it went."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letters")
    subject = models.CharField(pgettext_lazy("letter", "subject"), max_length=255)
    body = models.TextField(_("text"))
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try = models.DateTimeField(_("next attempt"), default=timezone.now)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.subject

    def as_message(self) -> dict[str, Any]:
        """Return the arguments of an e-mail."""
        host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
        # A name of its own: should a letter go twice after a crash, a mailbox can tell.
        named = f"<letter-{self.pk}-{self.created_at:%Y%m%d%H%M%S}@{host}>"
        headers = {"Message-ID": named, "Auto-Submitted": "auto-generated"}
        return {
            "subject": self.subject,
            "body": self.body,
            "to": [self.recipient.email],
            "headers": headers,
        }
