"""Parts that other rooms include: their names, roles and escapes."""

import datetime as dt

import pytest
from django import forms
from django.contrib.messages import constants
from django.template.loader import render_to_string

from portal.templatetags.interface import file_icon, message_tone
from tests.portal.html import faults_of

PAGE = (
    "<!doctype html><html lang='ru'><head><title>А</title></head>"
    "<body><main><h1>А</h1><h2>Б</h2>{}</main></body></html>"
)
EVIL = "<script>x</script>"


class Form(forms.Form):
    title = forms.CharField(label="Название", help_text="До <b>ста</b> знаков", max_length=3)
    note = forms.CharField(label="Заметка", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(label="Вид", choices=[("a", "А"), ("b", "Б")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="Согласен", help_text="Обязательно")
    secret = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("Общая ошибка")


def part(name, **context):
    html = render_to_string(f"components/{name}.html", context)
    faults = faults_of(PAGE.format(html))
    assert not faults, "\n".join(faults)
    return html


def fields(form):
    return "".join(render_to_string("components/field.html", {"field": field}) for field in form)


def test_fields_name_hints_and_errors():
    form = Form({"title": "Длинное"})
    html = fields(form)
    assert faults_of(PAGE.format(html)) == []
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert html.count('aria-invalid="true"') >= 3
    assert "<legend>Вид" in html
    assert '<label for="id_agree">Согласен</label>' in html
    assert "До <b>ста</b> знаков" not in html


def test_an_unbound_form_shows_no_errors_and_marks_what_may_be_left_out():
    html = fields(Form())
    assert faults_of(PAGE.format(html)) == []
    assert "error" not in html
    assert html.count('class="optional"') == 1


def test_error_summary_leads_to_every_field():
    form = Form({"title": "Длинное"})
    html = render_to_string("components/form_errors.html", {"form": form})
    assert faults_of(PAGE.format(html + fields(form))) == []
    for target in ("#id_title", "#id_kind_group", "#id_agree"):
        assert f'href="{target}"' in html
        assert f'id="{target[1:]}"' in fields(form)
    assert "Общая ошибка" in html
    assert 'tabindex="-1" data-focus><div role="alert">' in html
    assert render_to_string("components/form_errors.html", {"form": Form()}).strip() == ""


def test_row_shows_what_it_is_given_and_escapes_it():
    html = part(
        "row",
        title=EVIL,
        url="/a/",
        kind=EVIL,
        state="Готово",
        state_tone="ok",
        tile="Фз",
        area=2,
        text=EVIL,
        by=EVIL,
        grades="8",
        when=dt.date(2025, 10, 28),
        extra="3 файла",
        meta=[EVIL],
    )
    assert "<script" not in html
    assert "tag tag-ok" in html
    assert 'data-area="2"' in html
    assert "<h3>" in html
    assert 'datetime="2025-10-28"' in html
    plain = part("row", title="А", url="/a/", level=3)
    assert "row-plain" in plain
    assert "meta" not in plain


def test_notice_speaks_only_of_what_has_just_happened():
    assert 'role="note"' in part("notice", text=EVIL, title="Важно.")
    assert 'role="alert"' in part("notice", text="Упало", tone="bad", live=True)
    assert 'role="status"' in part("notice", text="Сделано", tone="ok", live=True, url="/a/")
    assert "<script" not in part("notice", text=EVIL, title=EVIL, link=EVIL, url="/")


@pytest.mark.parametrize(
    ("level", "tone"),
    [("success", "ok"), ("error", "bad"), ("warning", "warn"), ("info", "info"), ("debug", "info")],
)
def test_messages_have_tones(level, tone):
    assert message_tone(f"extra {level}") == tone
    assert level.upper() in dir(constants)


def test_messages_are_told_and_escaped():
    class Message:
        tags = "error"

        def __str__(self):
            return EVIL

    html = part("messages", messages=[Message()])
    assert 'role="alert"' in html
    assert "<script" not in html
    assert part("messages", messages=[]).strip() == ""


def test_lists_of_facts_steps_people_and_cells():
    facts = part("facts", facts=[("Предмет", "Физика"), ("Пусто", ""), ("Ноль", 0)])
    assert "Пусто" not in facts
    assert "Ноль" in facts
    trail = part(
        "trail",
        steps=[{"title": "Подана", "date": dt.date(2025, 9, 12), "text": EVIL, "url": "/p/", "key": True}],
    )
    assert "is-key" in trail
    assert "<script" not in trail
    people = part(
        "people", people=[{"name": "Соколова Елена", "url": "/s/", "post": EVIL}, {"name": "Ким Д."}]
    )
    assert ">СЕ<" in people
    assert people.count("<a ") == 1
    steps = part("steps", steps=[("Автор", "/1/"), ("Работа", ""), ("Файлы", "")], number=2)
    assert 'aria-current="step">Работа' in steps
    assert steps.count("is-done") == 1
    table = part("table", id="t1", caption="План", columns=["Тема", "Срок"], rows=[[EVIL, "май"]])
    assert 'scope="row"' in table
    assert "<script" not in table
    empty = part("empty", title="Пусто", text="Потому что", ways=[("Домой", "/")], level=2)
    assert '<a href="/">Домой</a>' in empty


def test_crumbs_of_a_view(rf):
    from django.template import Context, Template

    html = Template("{% load interface %}{% breadcrumbs %}").render(
        Context({"crumbs": [("Раздел", "/r/"), (EVIL, "")]})
    )
    assert html.count("<li>") == 3
    assert '<a href="/r/">Раздел</a>' in html
    assert "<script" not in html
    assert Template("{% load interface %}{% breadcrumbs %}").render(Context({"crumbs": []})).strip() == ""


def test_files_have_icons_by_kind():
    assert file_icon(".PDF") == "file-type-pdf"
    assert file_icon("exe") == "file-text"
