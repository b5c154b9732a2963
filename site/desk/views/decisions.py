"""A work on the desk: where it stands, what was said, and the acts a person may do."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desk.access import work_or_404
from experience_bank.drafts import may_edit
from review.actions import ACTIONS, Recall, Submit, Withdraw, may_withdraw
from review.errors import Incomplete, ReviewError
from review.forms import WithdrawForm, form_for
from review.models import ReviewCase
from review.steps import Office
from review.timeline import timeline

MAX_DIGITS = 18
DONE: dict[str, Any] = {
    "recommend": lambda: _("Recommended. The work goes on to the next step."),
    "consent": lambda: _("Agreed. The work goes on to the next step."),
    "return": lambda: _("Returned to the author with your remarks."),
    "decline": lambda: _("Declined. The author will get the reason by mail."),
    "publish": lambda: _("Registered in the bank."),
}


@login_required
@require_safe
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the work with its history and, to the one whose move it is, the forms of the decision."""
    return _page(request, work_or_404(request, pk))


@login_required
@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Check the draft and, confirmed, hand it in."""
    found = work_or_404(request, pk)
    if not found.author_users().filter(pk=request.user.pk).exists():
        raise Http404
    draft = found.get_latest_revision_as_object()
    problems = draft.submission_problems()
    if request.method == "POST":
        try:
            Submit(found, request.user).execute()
        except Incomplete as error:
            problems = error.problems
        except ReviewError as error:
            messages.warning(request, str(error))
            return redirect("desk:work", pk)
        else:
            messages.success(request, _("The work is submitted. You will get a letter about every decision."))
            return redirect("desk:work", pk)
    labels = _field_labels(draft)
    context = {
        "work": found,
        "draft": draft,
        "problems": [(name, labels.get(name, name), texts) for name, texts in problems.items()],
        "crumbs": _crumbs(found, _("Submission")),
    }
    return render(request, "desk/submit.html", context, status=422 if request.method == "POST" else 200)


@login_required
@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the work back."""
    found = work_or_404(request, pk)
    try:
        Recall(found, request.user).execute()
    except ReviewError as error:
        messages.warning(request, str(error))
        return redirect("desk:work", pk)
    messages.success(request, _("The work is a draft again."))
    return redirect("desk:edit", pk)


@login_required
@require_POST
def decide(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Do one of the acts of the office whose move it is."""
    found = work_or_404(request, pk)
    if verb not in DONE:
        raise Http404
    case = ReviewCase.objects.filter(page_id=found.pk).first()
    office = Office(case.office) if case is not None and case.office else None
    form = form_for(verb, office)(request.POST, prefix=verb)
    if not form.is_valid():
        return _page(request, found, {verb: form}, status=422)
    try:
        ACTIONS[verb](
            found, request.user, task_state_id=_number(request.POST.get("step")), **form.cleaned_data
        ).execute()
    except ReviewError as error:
        form.add_error(None, str(error))
        return _page(request, found, {verb: form}, status=409)
    messages.success(request, DONE[verb]())
    return redirect("desk:home")


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a work off the site, with a reason."""
    found = work_or_404(request, pk)
    form = WithdrawForm(request.POST, prefix="withdraw")
    if not form.is_valid():
        return _page(request, found, {"withdraw": form}, status=422)
    try:
        Withdraw(found, request.user, reason=form.cleaned_data["reason"]).execute()
    except ReviewError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("The work is withdrawn."))
    return redirect("desk:work", pk)


def _page(
    request: HttpRequest, found: Any, bound: dict[str, forms.Form] | None = None, status: int = 200
) -> HttpResponse:
    case, _created = ReviewCase.objects.get_or_create(
        page_id=found.pk, defaults={"since": found.latest_revision_created_at}
    )
    draft = found.get_latest_revision_as_object()
    workflow_state = found.current_workflow_state
    current = workflow_state.current_task_state if workflow_state and case.is_under_review else None
    task = current.task.specific if current else None
    verbs = task.get_actions(found, request.user) if task else []
    context = {
        "work": found,
        "draft": draft,
        "case": case,
        "step": current.pk if current else "",
        "whose_move": _whose_move(found, case),
        "acts": [_act(name, label, case, bound) for name, label, _modal in verbs],
        "history": timeline(found),
        "decisions": found.recommendations.select_related("reviewer"),
        "may_edit": may_edit(found, request.user),
        "is_author": found.author_users().filter(pk=request.user.pk).exists(),
        "withdraw_form": _withdraw_form(found, case, request.user, bound),
        "attachments": draft.attachments.all(),
        "crumbs": _crumbs(found),
    }
    return render(request, "desk/work.html", context, status=status)


def _act(
    verb: str, label: Any, case: ReviewCase, bound: dict[str, forms.Form] | None
) -> tuple[str, Any, forms.Form]:
    """Return a verb with its form, the one that came back with errors if it did."""
    form = (bound or {}).get(verb) or form_for(verb, Office(case.office))(prefix=verb)
    return verb, label, form


def _withdraw_form(
    found: Any, case: ReviewCase, user: Any, bound: dict[str, forms.Form] | None
) -> forms.Form | None:
    possible = found.live or case.state == ReviewCase.State.IN_BANK
    if not possible or not may_withdraw(found, user):
        return None
    return (bound or {}).get("withdraw") or WithdrawForm(prefix="withdraw")


def _whose_move(found: Any, case: ReviewCase) -> dict[str, Any] | None:
    """Return the office and the people who are expected to act now."""
    from review.clock import today

    if not case.is_under_review:
        return None
    office = Office(case.office)
    people = [person.get_full_name() for person in found.office_holders(office, today())]
    return {"office": found.office_title(office, None), "people": people}


def _field_labels(draft: Any) -> dict[str, Any]:
    from desk.forms import form_class_for

    fields = form_class_for(type(draft)).base_fields
    return {name: field.label for name, field in fields.items()}


def _crumbs(found: Any, last: str = "") -> list[tuple[str, str]]:
    crumbs = [
        (_("My desk"), reverse("desk:home")),
        (found.draft_title or found.title, reverse("desk:work", args=[found.pk])),
    ]
    return [*crumbs, (last, "")] if last else crumbs


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS else None
