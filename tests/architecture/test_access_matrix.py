"""Every address × every role × own and others' objects, against the rules declared beside the views."""

import hashlib
import re
from collections import defaultdict
from importlib import import_module

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils.module_loading import module_has_submodule
from wagtail.models import Page, Revision, TaskState, get_page_models

from accounts.expectations import LOGIN, Actor
from config.access_rules import OPEN, PREFIXES
from experience_bank.models import BankEntry, WorkPage
from files.models import SiteDocument
from knowledge.associations.models import HeadAppointment, Membership
from review.models import Letter, Recommendation, ReviewCase
from tests.factories.world import make_world

INACTIVE = "inactive"
ROOMS = sorted(
    config.name for config in apps.get_app_configs() if module_has_submodule(config.module, "access_rules")
)
OUTSIDERS = [actor for actor in Actor if PREFIXES["cms/"][actor] != 200]


@pytest.fixture(autouse=True)
def _no_index(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"


def patterns(resolver=None, route="", namespace=""):
    """Yield (route, name, converters) of every address."""
    for one in (resolver or get_resolver()).url_patterns:
        here = route + str(one.pattern)
        if isinstance(one, URLPattern):
            name = f"{namespace}{one.name}" if one.name else ""
            yield here, name, one.pattern.converters
        else:
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from patterns(one, here, inner)


def rules_of(room):
    return import_module(f"{room}.access_rules").RULES


def declared():
    merged = defaultdict(list)
    for room in ROOMS:
        for key, visits in rules_of(room).items():
            merged[key] += visits
    return merged


def key_of(route, name):
    return name or route


def is_package(route):
    return route.startswith(tuple(PREFIXES))


def test_every_address_has_a_rule():
    keys = {key_of(route, name) for route, name, _converters in patterns() if not is_package(route)}
    known = {key for key in declared() if not is_package(key)}
    assert keys - known == set(), "declare these in the room's access_rules.py"
    assert known - keys == set(), "these addresses are no more"


def test_every_page_type_is_visited(world):
    seen = {
        type(world.objects[sample])
        for visit in declared()["wagtail_serve"]
        for sample in visit.samples()
        if visit.get[Actor.ANONYMOUS] == 200
    }
    ours = {
        model for model in get_page_models() if model.__module__.split(".")[0] not in {"wagtail", "tests"}
    }
    wanted = {model for model in ours if model.is_creatable}
    assert wanted - seen == set()


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def clients(world):
    """A browser of each actor; nobody is signed in twice."""
    made = {}
    for actor, user in {**world.people, INACTIVE: world.inactive}.items():
        made[actor] = Client(raise_request_exception=False)
        if user is not None:
            made[actor].force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return made


def address(world, key, visit, sample):
    values = {**world.arguments(sample), **visit.args}
    if key == "wagtail_serve":
        return world.objects[sample].get_url()
    if "/" in key or "." in key:
        return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: values[match[1]], key)
    if "0" in values:
        return reverse(key, args=list(values.values()))
    converters = next(found for _route, name, found in patterns() if name == key)
    return reverse(key, kwargs={name: values[name] for name in converters} or visit.args)


def state():
    """Return a fingerprint of everything a visit could change."""
    rows = [
        *Page.objects.values_list("pk", "live", "latest_revision_id", "title", "path").order_by("pk"),
        *Revision.objects.values_list("pk", "created_at", "content").order_by("pk"),
        *WorkPage.objects.values_list("pk", "association_id", "annotation").order_by("pk"),
        *TaskState.objects.values_list("pk", "status").order_by("pk"),
        *ReviewCase.objects.exclude(state="draft").values_list("pk", "state", "office").order_by("pk"),
        *((model.__name__, model.objects.count()) for model in COUNTED),
    ]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


COUNTED = (Recommendation, Letter, BankEntry, SiteDocument, HeadAppointment, Membership)


def answer_of(response):
    """Return the status, or LOGIN for a way to the sign-in."""
    if response.status_code == 302 and response["Location"].startswith(reverse("account_login")):
        return LOGIN
    return response.status_code


def expected(answers, actor, other):
    """Return what the rule says; a method that is not offered answers 405 after the sign-in."""
    who = Actor.ANONYMOUS if actor == INACTIVE else actor
    if answers is not None:
        return answers[who]
    return LOGIN if other is not None and other[who] == LOGIN else 405


def visitors(clients, method, answers):
    """Return who tries: everybody, or two of them where everybody is refused or served alike by a post."""
    alike = answers is None or (method == "post" and len(set(answers.values())) == 1)
    return [Actor.ANONYMOUS, Actor.SUPERUSER] if alike else list(clients)


def visit_all(world, clients, key, visit, sample):
    """Yield a line for every answer that is not as declared, and for every change that is not."""
    url = address(world, key, visit, sample)
    before = state()
    for method, answers, other in (("get", visit.get, visit.post), ("post", visit.post, visit.get)):
        for actor in visitors(clients, method, answers):
            data = visit.data if method == "post" else {}
            got, changed = attempt(clients[actor], method, url, data, before)
            wanted = expected(answers, actor, other)
            about = f"{method} {url} ({key} {sample} {dict(visit.args) or ''}):"
            if got != wanted:
                yield f"{about} {got}, not {wanted}", actor
            if changed != (method == "post" and actor in visit.changed_by):
                yield f"{about} {'something' if changed else 'nothing'} changed", actor


def attempt(client, method, url, data, before):
    """Return the answer to a request and whether it changed anything; all is undone."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, method)(url, data)
        response.getvalue()  # a file is closed when it has been read
        changed = method != "get" and state() != before
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer_of(response), changed


@pytest.mark.parametrize(
    "rooms", [["desk"], [room for room in ROOMS if room != "desk"]], ids=["desk", "others"]
)
def test_every_visitor_is_answered_as_declared(rooms, world, clients):
    wrong = defaultdict(list)
    visits = [(key, one) for room in rooms for key, found in rules_of(room).items() for one in found]
    for key, visit in visits:
        for sample in visit.samples():
            for complaint, actor in visit_all(world, clients, key, visit, sample):
                wrong[complaint].append(actor)
    assert not wrong, "\n".join(f"{complaint}: {', '.join(actors)}" for complaint, actors in wrong.items())


def filled(route, pk):
    """Return an address below a closed prefix with a draft's number in it, None for a pattern."""
    if re.search(r"[\^$(\\]", route):
        return route.replace("^", "") if re.fullmatch(r"[\w/^-]+", route) else None
    return re.sub(r"<int:\w+>", str(pk), re.sub(r"<(?!int:)(?:\w+:)?\w+>", "x", route))


def test_nobody_from_outside_enters_the_admin(world, clients):
    routes = {route for route, _name, _converters in patterns() if is_package(route)} - OPEN
    urls = {url for route in routes if (url := filled(route, world.objects["draft"].pk))}
    plain = urls & routes
    assert len(urls) > 300
    wrong = []
    for actor in [*OUTSIDERS, INACTIVE]:
        narrow = actor not in {Actor.ANONYMOUS, Actor.TEACHER}
        for url in sorted(plain if narrow else urls):
            status = clients[actor].get(f"/{url}").status_code
            if status not in {302, 403, 404}:
                wrong.append(f"{url} as {actor}: {status}")
    assert not wrong, "\n".join(wrong)


def test_other_methods_change_nothing(world, clients):
    """PUT, PATCH and DELETE are nowhere offered, the admin's superuser included."""
    wrong = []
    before = state()
    for key, visits in declared().items():
        for sample in visits[0].samples():
            url = address(world, key, visits[0], sample)
            for method in ("put", "patch", "delete"):
                status = getattr(clients[Actor.SUPERUSER], method)(url).status_code
                if status >= 500 or state() != before:
                    wrong.append(f"{method} {url}: {status}")
    assert not wrong
