"""Appointments and memberships in Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from .facts import check_members
from .forms import HeadAppointmentForm
from .models import HeadAppointment, Membership


class WarningsMixin:
    """Shows what the edition finds but does not forbid."""

    request: Any

    def form_valid(self, form: HeadAppointmentForm) -> Any:
        response = super().form_valid(form)  # type: ignore[misc]
        for words in form.warnings:
            messages.warning(self.request, words)
        return response


class AppointmentCreateView(WarningsMixin, CreateView):
    pass


class AppointmentEditView(WarningsMixin, EditView):
    pass


class HeadAppointmentViewSet(SnippetViewSet):
    model = HeadAppointment
    icon = "user"
    list_display = ["educator", "association", "starts", "ends", "dismissed"]
    list_filter = ["association"]
    search_fields = ["educator__surname", "association__title"]
    add_view_class = AppointmentCreateView
    edit_view_class = AppointmentEditView
    edit_handler = ObjectList(
        [
            FieldPanel("association"),
            FieldPanel("educator"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("order_number"), FieldPanel("order_date")]),
                    FieldPanel("order_issuer"),
                ],
                heading=_("Order"),
            ),
            FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
            FieldPanel("exception_reason"),
            MultiFieldPanel(
                [FieldPanel("dismissed"), FieldPanel("dismissal_order")], heading=_("Early dismissal")
            ),
        ],
        base_form_class=HeadAppointmentForm,
    )


class MembersMixin:
    """Says after a save how the edition finds the number of members."""

    request: Any
    object: Membership

    def form_valid(self, form: Any) -> Any:
        response = super().form_valid(form)  # type: ignore[misc]
        from review.clock import today

        for finding in check_members(self.object.association, today()).findings:
            messages.warning(self.request, f"{finding.message} ({finding.clause})")
        return response


class MembershipCreateView(MembersMixin, CreateView):
    pass


class MembershipEditView(MembersMixin, EditView):
    pass


class MembershipViewSet(SnippetViewSet):
    model = Membership
    icon = "group"
    list_display = ["educator", "association", "starts", "ends"]
    list_filter = ["association"]
    search_fields = ["educator__surname", "association__title"]
    add_view_class = MembershipCreateView
    edit_view_class = MembershipEditView
    panels = [
        FieldPanel("association"),
        FieldPanel("educator"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
    ]


class AssociationsGroup(SnippetViewSetGroup):
    menu_label = _("Heads and members")
    menu_icon = "group"
    menu_order = 300
    items = (HeadAppointmentViewSet, MembershipViewSet)


register_snippet(AssociationsGroup)
