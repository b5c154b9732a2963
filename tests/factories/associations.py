"""Associations as pages, with heads and members by dated records."""

import datetime as dt

import factory
from wagtail.models import Site

from accounts.models import User
from knowledge.associations.models import AssociationIndexPage, AssociationPage, HeadAppointment, Membership

from .people import EducatorFactory, educator_of
from .regulations import shipped_profile


def association_index() -> AssociationIndexPage:
    """Return the catalogue under the site's root page, made at the first call."""
    found = AssociationIndexPage.objects.first()
    if found is not None:
        return found
    root = Site.objects.get(is_default_site=True).root_page
    return root.add_child(
        instance=AssociationIndexPage(title="Методические объединения", slug="associations")
    )


class AssociationFactory(factory.django.DjangoModelFactory):
    """``AssociationFactory(profile="oshmyany")``: a live page with a published revision."""

    class Meta:
        model = AssociationPage
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Объединение учителей физики {number}")
    slug = factory.Sequence(lambda number: f"fizika-{number}")
    profile = "pechora"
    goal = "Общий набор опытов для восьмых классов"
    purpose = "Помогать учителям готовить уроки"
    audience = "учителя физики"

    @classmethod
    def _create(cls, model_class, *args, live=True, subjects=(), **kwargs):
        if isinstance(kwargs["profile"], str):
            kwargs["profile"] = shipped_profile(kwargs["profile"])
        page = association_index().add_child(instance=model_class(*args, live=False, **kwargs))
        if subjects:
            page.subjects.set(subjects)
            page.save()
        revision = page.save_revision()
        if live:
            revision.publish(skip_permission_checks=True)
        page.refresh_from_db()
        return page


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    association = factory.SubFactory(AssociationFactory)
    educator = factory.SubFactory(EducatorFactory)
    starts = dt.date(2020, 9, 1)


class HeadAppointmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HeadAppointment

    association = factory.SubFactory(AssociationFactory)
    educator = factory.SubFactory(EducatorFactory)
    order_number = "98-о"
    order_date = dt.date(2020, 8, 28)
    order_issuer = "Управление образования"
    starts = dt.date(2020, 9, 1)


def make_association(
    profile="pechora", head=None, members=(), curator=None, on: dt.date | None = None, **fields
) -> AssociationPage:
    """Return a live association.

    Args:
        profile: a shipped slug or a ``RegulationProfile``.
        head: the account of the head.
        members: accounts or educators.
        curator: the curator's account.
        on: first day of the head's and members' records; 1 September 2020 by default.
        fields: of the page, ``live=False`` for a draft.
    """
    page = AssociationFactory(profile=profile, curator=curator, **fields)
    starts = {"starts": on} if on else {}
    if head is not None:
        HeadAppointmentFactory(association=page, educator=educator_of(head), **starts)
    for member in members:
        educator = educator_of(member) if isinstance(member, User) else member
        MembershipFactory(association=page, educator=educator, **starts)
    return page
