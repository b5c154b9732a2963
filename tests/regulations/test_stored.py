import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from knowledge.regulations.loading import load_editions
from knowledge.regulations.models import ProfileEdition, RegulationProfile
from knowledge.regulations.schema import ProfileError, profile_text
from tests.factories.regulations import shipped_profile

from .helpers import DATA, FIVE, SIXTH

pytestmark = pytest.mark.django_db


def test_loading_is_safe_to_repeat():
    first = load_editions()
    assert {edition.profile.slug for edition, new in first if new} == set(FIVE)
    edition = ProfileEdition.objects.get(profile__slug="lysva")
    edition.act_number = "7"
    edition.save()
    assert not any(new for _edition, new in load_editions())
    assert ProfileEdition.objects.count() == len(FIVE)
    edition.refresh_from_db()
    assert edition.act_number == "7"  # what people have written stays


def test_the_act_comes_from_the_text():
    ((edition, _new),) = load_editions(["oshmyany"])
    assert (edition.act_number, edition.act_date, edition.valid_from) == (
        "252",
        dt.date(2023, 8, 31),
        dt.date(2023, 8, 31),
    )
    assert edition.data["association"]["min_members"]["value"] == 10
    assert edition.profile_data.kind_abbr


def test_a_new_edition_closes_the_open_one(tmp_path):
    load_editions([SIXTH])
    later = tmp_path / "later.yaml"
    later.write_text(
        profile_text(SIXTH).replace("2024-09-01", "2025-09-01").replace("{value: 5,", "{value: 7,")
    )
    load_editions([later])
    profile = RegulationProfile.objects.get(slug="sixth")
    old, new = profile.edition_on(dt.date(2025, 8, 31)), profile.edition_on(dt.date(2025, 9, 1))
    assert old.profile_data.association.min_members.value == 5
    assert new.profile_data.association.min_members.value == 7
    assert old.valid_to == dt.date(2025, 8, 31)
    assert profile.edition_on(dt.date(2024, 8, 31)) is None
    assert profile.edition_on() == new


def test_an_older_edition_that_overlaps_is_refused(tmp_path):
    load_editions([SIXTH])
    older = tmp_path / "older.yaml"
    older.write_text(profile_text(SIXTH).replace("2024-09-01", "2020-09-01"))
    with pytest.raises(ValidationError):
        load_editions([older])
    older.write_text(
        older.read_text().replace("valid_from: 2020-09-01", "valid_from: 2020-09-01\n  valid_to: 2024-08-31")
    )
    load_editions([older])
    assert ProfileEdition.objects.count() == 2


def test_a_bad_text_stores_nothing():
    with pytest.raises(ProfileError):
        load_editions([SIXTH, DATA / "broken.yaml"])
    assert not RegulationProfile.objects.exists()


def test_load_command(capsys):
    call_command("load_profiles")
    call_command("load_profiles", str(SIXTH))
    assert RegulationProfile.objects.count() == len(FIVE) + 1
    with pytest.raises(CommandError) as caught:
        call_command("load_profiles", str(DATA / "broken.yaml"))
    assert "plan.chain" in str(caught.value)


def edition_of(profile, **changes):
    values = {"valid_from": dt.date(2030, 1, 1), "valid_to": None, "source_text": profile_text("lysva")}
    return ProfileEdition(profile=profile, **{**values, **changes})


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        ("2024-01-01", "2024-05-31", True),
        ("2024-01-01", "2024-06-01", False),
        ("2024-06-30", None, False),
        ("2024-07-01", None, True),
        ("2024-01-01", None, False),
        ("2024-06-10", "2024-06-12", False),
    ],
)
def test_editions_share_no_day(start, end, fits):
    profile = RegulationProfile.objects.create(slug="lysva", title="Первое")
    edition_of(profile, valid_from=dt.date(2024, 6, 1), valid_to=dt.date(2024, 6, 30)).save()
    other = edition_of(
        profile, valid_from=dt.date.fromisoformat(start), valid_to=end and dt.date.fromisoformat(end)
    )
    if fits:
        other.full_clean()
    else:
        with pytest.raises(ValidationError) as caught:
            other.full_clean()
        assert "valid_from" in caught.value.message_dict


def test_a_stored_edition_fits_beside_itself():
    shipped_profile("lysva").editions.get().full_clean()


def test_faults_of_the_text_reach_the_form():
    profile = RegulationProfile.objects.create(slug="broken", title="Сломанный")
    with pytest.raises(ValidationError) as caught:
        edition_of(profile, source_text=profile_text(DATA / "broken.yaml")).full_clean()
    lines = caught.value.message_dict["source_text"]
    assert len(lines) == 11
    assert any("head.wages" in line and "11" in line for line in lines)


def test_the_text_of_another_profile_is_refused():
    profile = RegulationProfile.objects.create(slug="lysva", title="Первое")
    with pytest.raises(ValidationError) as caught:
        edition_of(profile, source_text=profile_text("zeya")).full_clean()
    assert "source_text" in caught.value.message_dict


def test_days_in_order():
    profile = RegulationProfile.objects.create(slug="lysva", title="Первое")
    with pytest.raises(IntegrityError), transaction.atomic():
        edition_of(profile, valid_to=dt.date(2029, 1, 1)).save()


def test_names():
    profile = shipped_profile("lysva")
    assert str(profile) == profile.title
    assert "01.01.2000" in str(profile.editions.get())
