"""Filters of the desk's templates (``{% load desk %}``)."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.urls import reverse

from review.models import ReviewCase

register = template.Library()

TONES = {
    ReviewCase.State.PUBLISHED: "ok",
    ReviewCase.State.RECOMMENDED: "ok",
    ReviewCase.State.IN_BANK: "ok",
    ReviewCase.State.RETURNED: "warn",
    ReviewCase.State.DECLINED: "bad",
    ReviewCase.State.SUBMITTED: "info",
}


@register.filter
def state_tone(state: str) -> str:
    return TONES.get(state, "")  # type: ignore[call-overload]


@register.filter
def at(mapping: Mapping[Any, Any], key: Any) -> Any:
    return mapping.get(key)


@register.filter
def words(text: str) -> list[str]:
    return text.split()


@register.filter
def get_field(form: BaseForm, name: str) -> BoundField:
    return form[name]


@register.filter
def own_fields(form: Any) -> list[BoundField]:
    """Return the fields that only this bank has."""
    return [form[name] for name in form.instance.OWN_FIELDS]


@register.filter
def model_name(model: Any) -> str:
    return str(model._meta.verbose_name).capitalize()


@register.filter
def as_files(attachments: Any) -> list[dict[str, Any]]:
    """Return attachments as the file list wants them."""
    return [
        {
            "title": str(item),
            "url": item.document.url,
            "extension": item.document.file_extension.upper(),
            "size": item.document.get_file_size(),
            "pages": getattr(item.document, "pages", None),
        }
        for item in attachments
    ]


@register.simple_tag
def case_url(case: ReviewCase, works: Mapping[int, Any]) -> str:
    """Return the desk's address of what the case is about: a work, else a passport."""
    name = "desk:work" if case.page_id in works else "desk:passport_review"
    return reverse(name, args=[case.page_id])
