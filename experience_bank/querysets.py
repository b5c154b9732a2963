"""Questions about works. What a person may see is decided here and nowhere else."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Prefetch, Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from accounts.roles import Role

if TYPE_CHECKING:
    from accounts.models import User

STAFF = (Role.METHODIST, Role.DIRECTOR, Role.ADMINISTRATOR)


class WorkQuerySet(PageQuerySet):
    def published(self) -> "WorkQuerySet":
        """What anybody may read."""
        return self.live().public()

    def newest(self) -> "WorkQuerySet":
        return self.order_by("-first_published_at", "-pk")

    def for_rows(self) -> "WorkQuerySet":
        """With everything a row of a list shows, in a constant number of queries."""
        from review.models import Recommendation

        from .models import WorkAuthor

        recommended = Recommendation.objects.filter(
            page=OuterRef("pk"), verdict=Recommendation.Verdict.RECOMMENDED, voided_at=None
        )
        authors = WorkAuthor.objects.select_related("educator__organisation")
        return (
            self.defer_streamfields()
            .select_related("association", "organisation", *self._own_words())
            .prefetch_related(Prefetch("authors", authors), "subjects")
            .annotate(recommended=Exists(recommended))
        )

    def for_page(self) -> "WorkQuerySet":
        """With everything a work's page shows that a join can bring."""
        names = ("association", "organisation", "entry", "event_form", "licence", "cover")
        return self.select_related(*names, *self._own_words())

    def _own_words(self) -> list[str]:
        """Return the fields of this bank that refer to vocabularies."""
        return [name for name in self.model.OWN_FIELDS if self.model._meta.get_field(name).many_to_one]

    def of_author(self, user: "User") -> "WorkQuerySet":
        """Works the person wrote or handed in, whatever their state."""
        return self.filter(Q(owner=user) | Q(authors__educator__user=user)).distinct()

    def visible_to(self, user: Any, on: date) -> "WorkQuerySet":
        """Works whose draft, files and history the person may see besides what is published.

        Authors see their own. Staff of the service see what was ever handed in. An office sees what waits
        for it and what it has decided on. The head of another association sees nothing.
        """
        from review.models import ReviewCase

        if not user.is_authenticated or not user.is_active:
            return self.none()
        mine = Q(owner=user) | Q(pk__in=self.model.objects.of_author(user).values("pk"))
        waiting = ReviewCase.objects.awaiting(user, on).order_by().values("page_id")
        seen = mine | Q(pk__in=waiting) | Q(recommendations__reviewer=user)
        if user.has_role(*STAFF):
            seen |= Q(review_case__submitted_at__isnull=False)
        return self.filter(seen).distinct()


WorkManager = PageManager.from_queryset(WorkQuerySet)
