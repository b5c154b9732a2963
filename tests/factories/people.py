"""Organisations and educators with invented names."""

import datetime as dt

import factory

from knowledge.people.models import Educator, EducatorRecord, Organisation


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"Средняя школа № {number} (образец)")
    short_name = factory.Sequence(lambda number: f"школа № {number}")


class EducatorFactory(factory.django.DjangoModelFactory):
    """``EducatorFactory(record__category="first")`` also makes the closed record."""

    class Meta:
        model = Educator
        skip_postgeneration_save = True

    surname = factory.Sequence(lambda number: f"Ветрова{'абвгдежз'[number % 8]}{number}")
    name = "Анна"
    patronymic = "Ильинична"
    position = "учитель"
    organisation = factory.SubFactory(OrganisationFactory)
    user = None

    @factory.post_generation
    def record(self, create, extracted, **kwargs):
        if extracted or kwargs:
            EducatorRecordFactory(educator=self, **kwargs)


class EducatorRecordFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EducatorRecord

    educator = factory.SubFactory(EducatorFactory)
    birth_date = dt.date(1979, 3, 14)
    education = EducatorRecord.Education.HIGHER_PEDAGOGICAL
    speciality = "учитель физики"
    category = EducatorRecord.Category.HIGHEST
    experience_system = 20
    experience_direction = 15
    experience_pedagogical = 20


def educator_of(user) -> Educator:
    """Return the educator behind an account, made at the first call with the account's own name."""
    found = Educator.objects.filter(user=user).first()
    return found or EducatorFactory(
        user=user, surname=user.last_name, name=user.first_name, patronymic=user.patronymic
    )
