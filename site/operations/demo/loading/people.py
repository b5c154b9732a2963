"""Organisations, educators with their closed records, and accounts."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import Role, sync_roles
from knowledge.people.models import Educator, EducatorRecord, Organisation
from operations.demo.town import Person

from .context import Loaded

KINDS = {
    "gymnasium": Organisation.Kind.SCHOOL,
    "lyceum": Organisation.Kind.SCHOOL,
    "kindergarten": Organisation.Kind.PRESCHOOL,
    "methodical_centre": Organisation.Kind.METHODICAL,
    "innovation_site": Organisation.Kind.OTHER,
}


def load(loaded: Loaded, password: str) -> None:
    """Make everybody; those with a role can sign in with the password, the others can't."""
    sync_roles()
    for record in loaded.content.organisations:
        kind = KINDS.get(record.kind, record.kind)
        loaded.organisations[record.key], _created = Organisation.objects.get_or_create(
            name=record.full_name, defaults={"short_name": record.short_name, "kind": kind}
        )
    groups = {group.name: group for group in Group.objects.all()}
    secret, nobody = make_password(password), make_password(None)
    for person in loaded.content.people:
        user = _user(person, secret if person.role else nobody)
        user.groups.set([groups[_role(person).value]])
        loaded.users[person.key] = user
        loaded.educators[person.key] = _educator(loaded, person, user)


def _role(person: Person) -> Role:
    return Role.ADMINISTRATOR if person.role == "admin" else Role(person.role or "teacher")


def _user(person: Person, password: str) -> User:
    user, _created = User.objects.get_or_create(
        username=person.key,
        defaults={
            "last_name": person.surname,
            "first_name": person.name,
            "patronymic": person.patronymic,
            "email": person.email,
            "password": password,
            "is_superuser": person.role == "admin",
            "is_staff": person.role == "admin",
        },
    )
    return user


def _educator(loaded: Loaded, person: Person, user: User) -> Educator:
    educator, created = Educator.objects.get_or_create(
        user=user,
        defaults={
            "surname": person.surname,
            "name": person.name,
            "patronymic": person.patronymic,
            "position": person.position,
            "organisation": loaded.organisations[person.organisation],
        },
    )
    closed = person.record
    if created:
        EducatorRecord.objects.create(
            educator=educator,
            birth_date=closed.birth_date,
            education=closed.education,
            speciality=closed.speciality,
            category=closed.category,
            experience_system=closed.experience.education_system,
            experience_direction=closed.experience.direction,
            experience_pedagogical=closed.experience.pedagogical,
            qualification_confirmed=closed.qualification_confirmed,
            certification=closed.certification.result if closed.certification else "",
            certified_on=closed.certification.date if closed.certification else None,
        )
    return educator
