"""Views of the passports' desk: thin callers of the room's actions."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desk import stash
from knowledge.associations.access import (
    case_of,
    led_passport,
    led_passports,
    open_passport,
    waiting_passports,
)
from knowledge.associations.actions import PublishPassport, SaveDraft
from knowledge.associations.completeness import must_be_full, passport_blocks, percent
from knowledge.associations.models import AssociationPage
from review.actions import ACTIONS, Recall, ReviewAction, Submit
from review.clock import today
from review.errors import Incomplete, ReviewError
from review.forms import form_for
from review.models import ReviewCase
from review.steps import Office
from review.timeline import timeline

from .forms import PassportForm

MAX_DIGITS = 18
DONE: dict[str, Any] = {
    "publish": lambda: _("The passport is published."),
    "return": lambda: _("Returned to the head with your remarks."),
}


@login_required
@require_safe
def passports(request: HttpRequest) -> HttpResponse:
    """Show the passports that the person keeps and those that wait for a decision."""
    user: Any = request.user
    context = {
        "led": led_passports(user).select_related("review_case"),
        "waiting": waiting_passports(user).select_related("review_case"),
        "crumbs": [(_("My desk"), reverse("desk:home")), (_("Passports"), "")],
    }
    return render(request, "desk/passport/list.html", context)


@login_required
@require_safe
def passport(request: HttpRequest, pk: int) -> HttpResponse:
    """Show where the passport stands, how full it is, and what the person may do."""
    return _page(request, open_passport(_user(request), pk))


@stash.keep_for_sign_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the head in force change the latest draft."""
    page = led_passport(_user(request), pk)
    case = case_of(page)
    if case is not None and not case.is_editable:
        messages.info(request, _("The passport is being reviewed: take it back before you change it."))
        return redirect("desk:passport", pk)
    draft = page.get_latest_revision_as_object()
    kept = None if request.method == "POST" else stash.take(request)
    if kept:
        messages.warning(
            request, _("You were signed out while writing. Your text is here again: check and save it.")
        )
    form = PassportForm(request.POST if request.method == "POST" else kept, instance=draft)
    if request.method == "POST" and form.is_valid() and _is_saved(request, form):
        messages.success(request, _("The draft is saved."))
        return redirect("desk:passport", pk)
    return _form_page(request, page, form)


@login_required
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Render the latest draft in the public template, for those who may see it."""
    draft = open_passport(_user(request), pk).get_latest_revision_as_object()
    context = draft.get_context(request) | {"is_preview": True}
    response = render(request, draft.get_template(request), context)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@login_required
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the latest draft, or hand it in where the edition asks for moderation."""
    page = led_passport(_user(request), pk)
    if request.POST.get("revision") != str(page.latest_revision_id or ""):
        messages.warning(request, _("The draft has changed since you opened this page: look at it again."))
        return redirect("desk:passport", pk)
    asked = page.review_steps(today())
    action: ReviewAction = (Submit if asked else PublishPassport)(page, request.user)
    try:
        action.execute()
    except Incomplete as error:
        problems = [text for texts in error.problems.values() for text in texts]
        messages.error(request, " ".join([str(error), *problems]))
        return redirect("desk:passport_edit", pk)
    except ReviewError as error:
        messages.warning(request, str(error))
        return redirect("desk:passport", pk)
    done = _("The passport is submitted: it waits for the office that publishes it.")
    messages.success(request, done if asked else DONE["publish"]())
    return redirect("desk:passport", pk)


@login_required
@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a submitted passport back."""
    page = led_passport(_user(request), pk)
    try:
        Recall(page, request.user).execute()
    except ReviewError as error:
        messages.warning(request, str(error))
        return redirect("desk:passport", pk)
    messages.success(request, _("The passport is a draft again."))
    return redirect("desk:passport_edit", pk)


@login_required
@require_POST
def decide(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Publish the passport or return it, for the office whose move it is."""
    page = open_passport(_user(request), pk)
    if verb not in DONE:
        raise Http404
    form = form_for(verb)(request.POST, prefix=verb)
    if not form.is_valid():
        return _page(request, page, {verb: form}, status=422)
    step = _number(request.POST.get("step"))
    try:
        ACTIONS[verb](page, request.user, task_state_id=step, **form.cleaned_data).execute()
    except ReviewError as error:
        form.add_error(None, str(error))
        return _page(request, page, {verb: form}, status=409)
    messages.success(request, DONE[verb]())
    return redirect("desk:passports")


def _page(
    request: HttpRequest,
    page: AssociationPage,
    bound: dict[str, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    case = case_of(page)
    draft = page.get_latest_revision_as_object()
    state = page.current_workflow_state
    current = state.current_task_state if state and case and case.is_under_review else None
    verbs = current.task.specific.get_actions(page, request.user) if current else []
    blocks = passport_blocks(draft)
    is_new = not page.live or page.latest_revision_id != page.live_revision_id
    context = {
        "passport": page,
        "draft": draft,
        "case": case,
        "step": current.pk if current else "",
        "acts": [_act(verb, label, bound) for verb, label, _modal in verbs],
        "is_head": led_passports(_user(request)).filter(pk=page.pk).exists(),
        "may_edit": case is None or case.is_editable,
        "may_publish": is_new and page.latest_revision_id is not None,
        "is_moderated": bool(page.review_steps(today())),
        "whose_move": _whose_move(page, case),
        "blocks": blocks,
        "percent": percent(blocks),
        "must_be_full": must_be_full(page),
        "history": timeline(page),
        "decisions": page.recommendations.all(),
        "crumbs": _crumbs(page),
    }
    return render(request, "desk/passport/passport.html", context, status=status)


def _act(verb: str, label: Any, bound: dict[str, forms.Form] | None) -> tuple[str, Any, forms.Form]:
    """Return a verb with its form, the one that came back with errors if it did."""
    words = _("Publish") if verb == "publish" else label
    return verb, words, (bound or {}).get(verb) or form_for(verb)(prefix=verb)


def _form_page(request: HttpRequest, page: AssociationPage, form: PassportForm) -> HttpResponse:
    blocks = passport_blocks(page.get_latest_revision_as_object())
    context = {
        "passport": page,
        "form": form,
        "blocks": blocks,
        "percent": percent(blocks),
        "must_be_full": must_be_full(page),
        "owner_mark": stash.owner_mark(request.user),
        "crumbs": [*_crumbs(page), (_("Editing"), "")],
    }
    return render(request, "desk/passport/edit.html", context, status=422 if form.errors else 200)


def _is_saved(request: HttpRequest, form: PassportForm) -> bool:
    action = SaveDraft(form.apply(), request.user, opened=form.cleaned_data["revision"])
    try:
        action.execute()
    except ReviewError as error:
        form.add_error(None, str(error))
        form.reopen(action.page.latest_revision_id)
        return False
    return True


def _whose_move(page: AssociationPage, case: ReviewCase | None) -> dict[str, Any] | None:
    if case is None or not case.is_under_review:
        return None
    office = Office(case.office)
    people = [person.get_full_name() for person in page.office_holders(office, today())]
    return {"office": office.label, "people": people}


def _crumbs(page: AssociationPage) -> list[tuple[str, str]]:
    return [
        (_("My desk"), reverse("desk:home")),
        (_("Passports"), reverse("desk:passports")),
        (page.title, reverse("desk:passport", args=[page.pk])),
    ]


def _user(request: HttpRequest) -> Any:
    return request.user


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS else None
