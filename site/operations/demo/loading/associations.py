"""Associations with their passports, heads and members."""

from typing import Any

from knowledge.associations.models import (
    AssociationIndexPage,
    AssociationPage,
    AssociationPartner,
    HeadAppointment,
    Membership,
)
from knowledge.regulations.loading import load_editions
from knowledge.regulations.models import RegulationProfile
from operations.demo.associations import Appointment, Association

from .context import Loaded


def load(loaded: Loaded) -> None:
    """Make each association under its profile, then its dated records."""
    load_editions()
    index = AssociationIndexPage.objects.get()
    for record in loaded.content.associations:
        page = _page(loaded, record)
        index.add_child(instance=page)
        page.save_revision().publish(skip_permission_checks=True)
        loaded.associations[record.key] = page
        for held in (record.head, *record.former_heads):
            _appoint(loaded, page, held)
        Membership.objects.bulk_create(
            Membership(association=page, educator=loaded.educators[member.person], starts=member.since)
            for member in record.members
        )


def _page(loaded: Loaded, record: Association) -> AssociationPage:
    vocabularies = loaded.content.vocabularies
    kinds = {term.slug: term.name for term in vocabularies.activity_kinds}
    page = AssociationPage(
        title=record.full_name,
        slug=record.slug,
        live=False,
        profile=RegulationProfile.objects.get(slug=record.profile),
        short_name=record.short_name,
        audience=record.audience_words,
        school_year=record.school_year,
        founding_order_number=record.founded.number,
        founding_order_date=record.founded.date,
        founding_order_issuer=record.founded.issuer,
        activity_kinds="\n".join(kinds[slug] for slug in record.activity_kinds),
        curator=loaded.users[record.curator],
        **{name: getattr(record, name) for name in ("purpose", "goal", "theme", "unified_theme")},
        **{name: getattr(record, name) for name in ("content", "quality", "results")},
        **{name: "\n".join(getattr(record, name)) for name in ("tasks", "functions", "key_directions")},
    )
    page.spheres.set([loaded.terms["spheres", slug] for slug in record.spheres])
    if record.direction:
        page.subjects.set([loaded.terms["subjects", record.direction]])
    page.partners.set(_partners(loaded, record))
    return page


def _partners(loaded: Loaded, record: Association) -> list[Any]:
    kinds = {term.slug: term.name for term in loaded.content.vocabularies.partner_kinds}
    return [AssociationPartner(name=partner.name, kind=kinds[partner.kind]) for partner in record.partners]


def _appoint(loaded: Loaded, page: AssociationPage, held: Appointment) -> None:
    appointment = HeadAppointment(
        association=page,
        educator=loaded.educators[held.person],
        order_number=held.order.number,
        order_date=held.order.date,
        order_issuer=held.order.issuer,
        starts=held.since,
        ends=held.until,
    )
    appointment.full_clean()
    appointment.save()
