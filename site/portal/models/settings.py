"""Names and contacts of the service, edited in Settings."""

from typing import Any, Self

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site


@register_setting(icon="home")
class ServiceSettings(BaseSiteSetting):
    name = models.CharField(
        _("name of the service"),
        max_length=120,
        blank=True,
        help_text=_("As it stands beside the sign of the site, e.g. “Methodical service”."),
    )
    town = models.CharField(_("town or district"), max_length=120, blank=True)
    town_genitive = models.CharField(
        _("town or district, genitive"),
        max_length=120,
        blank=True,
        help_text=_("Follows the name of the service: “of the town of …”."),
    )
    organisation = models.CharField(_("full name of the organisation"), max_length=255, blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(_("working hours"), max_length=160, blank=True)
    is_sample = models.BooleanField(
        _("this is a sample municipality"),
        default=False,
        help_text=_("Every page then says that people and documents are invented."),
    )
    sample_words = models.CharField(_("words of the sample notice"), max_length=255, blank=True)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("town"),
                FieldPanel("town_genitive"),
                FieldPanel("organisation"),
            ],
            heading=_("Names"),
        ),
        MultiFieldPanel(
            [FieldPanel("address"), FieldPanel("phone"), FieldPanel("email"), FieldPanel("hours")],
            heading=_("Contacts"),
        ),
        MultiFieldPanel([FieldPanel("is_sample"), FieldPanel("sample_words")], heading=_("Sample")),
    ]

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")

    def __str__(self) -> str:
        return self.name or str(_("Methodical service"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the settings, and tell the site its name: rooms below the portal cite it."""
        super().save(*args, **kwargs)
        name = f"{self.name} {self.town_genitive}".strip() if self.name else ""
        Site.objects.filter(pk=self.site_id).update(site_name=name)

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """Return the settings of the request's site, read at most once per request.

        Unlike ``for_request`` it never writes: a page view is no moment to make rows, and an
        installation without a site still shows its frame.
        """
        cached = getattr(request, "_service_settings", None)
        if cached is None:
            site = Site.find_for_request(request)
            cached = (cls.objects.filter(site=site).first() if site else None) or cls()
            setattr(request, "_service_settings", cached)  # noqa: B010 - the request is not ours to type
        return cached

    @property
    def phone_link(self) -> str:
        """Return the phone without anything a ``tel:`` address may not hold."""
        return "".join(char for char in self.phone if char.isdigit() or char == "+")
