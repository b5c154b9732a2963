"""Users with invented names."""

import factory
from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import Role

PASSWORD = "длинный пароль для тестов"


class UserFactory(factory.django.DjangoModelFactory):
    """``UserFactory(roles=[Role.EDITOR])`` makes a user in the groups of roles."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda number: f"user{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    last_name = "Сорокина"
    first_name = "Вера"
    patronymic = "Павловна"
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def roles(self, create, extracted, **kwargs):
        for role in extracted or ():
            self.groups.add(Group.objects.get_or_create(name=Role(role).value)[0])
