"""Writing a work: choose the bank, write, save by hand or by itself, delete."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desk import stash
from desk.access import work_or_404
from desk.forms import WorkForm, form_class_for
from desk.saving import keep, keep_files, say_kept
from experience_bank.drafts import bank_of, delete_draft, may_edit, version_of
from experience_bank.models import ExperiencePage, InnovationPage, MethodicalMaterialPage, WorkPage
from review.errors import ReviewError
from review.models import ReviewCase

BANKS: dict[str, type[WorkPage]] = {
    "material": MethodicalMaterialPage,
    "experience": ExperiencePage,
    "innovation": InnovationPage,
}


@login_required
@require_safe
def choose_bank(request: HttpRequest) -> HttpResponse:
    """Ask which bank the work is for."""
    banks = [(code, bank_of(model)) for code, model in BANKS.items()]
    crumbs = [(_("My desk"), reverse("desk:home")), (_("New work"), "")]
    return render(
        request, "desk/choose_bank.html", {"banks": [bank for bank in banks if bank[1]], "crumbs": crumbs}
    )


@stash.keep_for_sign_in
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest, bank: str) -> HttpResponse:
    """Begin a work; the first saving makes its draft and leads to it."""
    model = BANKS.get(bank)
    if model is None:
        raise Http404
    return _write(request, model())


@stash.keep_for_sign_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with a draft."""
    work = work_or_404(request, pk)
    if not may_edit(work, request.user):
        messages.info(
            request, _("The work is under review: it can't be changed now. Take it back to correct it.")
        )
        return redirect("desk:work", pk)
    return _write(request, work.get_latest_revision_as_object())


def _write(request: HttpRequest, work: WorkPage) -> HttpResponse:
    form_class = form_class_for(type(work))
    if request.method == "POST":
        form = form_class(request.POST, request.FILES, instance=work, user=request.user)
        return _save(request, form)
    kept = stash.take(request)
    form = (
        form_class(kept, instance=work, user=request.user)
        if kept
        else form_class(instance=work, user=request.user)
    )
    if kept:
        messages.warning(
            request, _("You were signed out while writing. Your text is here again: check and save it.")
        )
    return _page(request, form)


def _save(request: HttpRequest, form: WorkForm) -> HttpResponse:
    saved = None
    by_itself = request.headers.get("X-Autosave") == "1"
    if form.is_valid():
        try:
            saved = keep(form, request.user, removed_files(request))
        except ReviewError as error:
            form.add_error(None, str(error))
    if by_itself:
        return _autosave_answer(form, saved)
    if saved is None:
        kept = keep_files(form, request.user)
        form.data = _with_current_version(form, kept)
        return _page(request, form, kept, status=422)
    if form.errors:
        messages.warning(request, say_kept(form))
        fresh = type(form)(instance=saved.get_latest_revision_as_object(), user=request.user)
        fresh.refused = dict(form.errors)
        return _page(request, fresh, status=422)
    messages.success(request, say_kept(form))
    if "submit" in request.POST:
        return redirect("desk:submit", saved.pk)
    if "preview" in request.POST:
        return redirect("desk:preview", saved.pk)
    return redirect("desk:edit", saved.pk)


def _autosave_answer(form: WorkForm, saved: WorkPage | None) -> JsonResponse:
    if saved is None:
        errors = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"saved": False, "errors": errors}, status=409)
    moment = date_format(timezone.localtime(), "TIME_FORMAT")
    return JsonResponse(
        {
            "saved": True,
            "version": version_of(saved),
            "address": reverse("desk:edit", args=[saved.pk]),
            "message": _("Saved at %(time)s") % {"time": moment},
        }
    )


def _with_current_version(form: WorkForm, kept: WorkPage | None) -> Any:
    """Return the form's data with the draft's present mark, so that saving again means «replace it»."""
    data = form.data.copy()
    pk = kept.pk if kept else form.instance.pk
    if pk:
        row = type(form.instance).objects.select_related("latest_revision").get(pk=pk)
        data["version"] = version_of(row)
    return data


def _page(
    request: HttpRequest, form: WorkForm, kept: WorkPage | None = None, status: int = 200
) -> HttpResponse:
    work = kept or (form.instance if form.instance.pk else None)
    case = ReviewCase.objects.filter(page_id=work.pk).first() if work else None
    heading = (work.draft_title or work.title) if work else _("New work")
    context = {
        "form": form,
        "work": work,
        "heading": heading,
        "action": reverse("desk:edit", args=[work.pk]) if work else request.path,
        "case": case,
        "remarks": work.recommendations.filter(verdict="returned").first() if work else None,
        "model": type(form.instance),
        "crumbs": [(_("My desk"), reverse("desk:home")), (heading, "")],
        "owner_mark": stash.owner_mark(request.user),
    }
    return render(request, "desk/edit.html", context, status=status)


def removed_files(request: HttpRequest) -> set[int]:
    """Return the documents ticked for removal."""
    return {int(value) for value in request.POST.getlist("remove") if value.isascii() and value.isdigit()}


@login_required
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a draft that nobody has seen yet."""
    try:
        delete_draft(work_or_404(request, pk), request.user)
    except PermissionDenied:
        messages.error(request, _("Only a draft that was never submitted can be deleted."))
        return redirect("desk:work", pk)
    messages.success(request, _("The draft is deleted."))
    return redirect("desk:home")
