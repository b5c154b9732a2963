"""Methodical associations: the passport page, its members and its heads."""

from .pages import AssociationIndexPage, AssociationPage, AssociationPartner
from .records import HeadAppointment, Membership

__all__ = ["AssociationIndexPage", "AssociationPage", "AssociationPartner", "HeadAppointment", "Membership"]
