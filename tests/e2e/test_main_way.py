"""The main job in a browser, over the demo as anybody starts it."""

import re
import time
from io import BytesIO

import pytest
from docx import Document as Docx
from playwright.sync_api import expect

# One demo serves all of them: each process of the tests would start its own.
pytestmark = pytest.mark.xdist_group("demo")
PHRASE = "бирюзовый камертон перелистывает гербарий"
INFLECTED = "бирюзового камертона гербарием"
TITLE = "Музыка засушенных листьев: занятие для второго класса"
SECONDS_TO_FIND = 5
LATE = "Эта строка набрана после конца сеанса"


@pytest.fixture
def people(browser, browser_context_args, demo):
    """A browser of its own for each person, signed in once; anonymous for an empty name."""
    pages = {}

    def page_of(name):
        if name not in pages:
            page = browser.new_context(**browser_context_args, base_url=demo.url).new_page()
            page.set_default_timeout(20_000)
            if name:
                page.goto("/accounts/login/")
                sign_in(page, name, demo.password)
                expect(page).to_have_url(re.compile("/desk/"))
            pages[name] = page
        return pages[name]

    yield page_of
    for page in pages.values():
        page.context.close()


def sign_in(page, name, password):
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", password)
    page.click("main form button.btn")


def docx(text):
    file, document = BytesIO(), Docx()
    document.add_heading("Карточки к занятию", 1)
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def until(seconds, tried):
    """Repeat until it is true or the time is over; return how long it took."""
    start = time.monotonic()
    while not tried():
        if time.monotonic() - start > seconds:
            pytest.fail(f"not within {seconds} s")
        time.sleep(0.3)
    return time.monotonic() - start


def open_work(page):
    page.goto("/desk/?tab=waiting")
    page.click(f"main a:has-text('{TITLE}')")


def test_from_a_teachers_desk_to_a_readers_search(people):  # noqa: PLR0915 — one story told once
    teacher = people("teacher")
    teacher.goto("/desk/works/new/material/")
    teacher.fill("[name=title]", TITLE)
    teacher.fill("[name=annotation]", "Занятие на два урока: дети слушают, рисуют и описывают звуки осени.")
    association = teacher.locator("[name=association] option", has_text="начальных классов").first
    teacher.select_option("[name=association]", association.get_attribute("value"))
    teacher.select_option("[name=material_type]", index=1)
    teacher.fill("[name=text]", "## Ход занятия\n\nСобираем листья.\n\n- слушаем\n- рисуем")
    teacher.locator("input[name=subjects]").first.check()
    teacher.select_option("[name=licence]", index=1)
    teacher.check("[name=consent]")
    teacher.set_input_files(
        "[name=files]",
        {
            "name": "Карточки осени.docx",
            "mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "buffer": docx(f"В начале {PHRASE}, а дети записывают слова."),
        },
    )
    teacher.click("button[name=submit]")
    teacher.click("main form button.btn")
    expect(teacher.locator(".note").first).to_be_visible()
    address = teacher.url
    assert re.search(r"/desk/works/\d+/$", address)

    head2 = people("head2")
    head2.goto("/desk/?tab=waiting")
    expect(head2.locator("main")).not_to_contain_text(TITLE)
    assert head2.goto(address).status == 404

    head = people("head")
    open_work(head)
    expect(head.locator("main")).to_contain_text("Собираем листья.")
    head.click("summary:has-text('Вернуть')")
    head.fill("[name=return-remarks]", "Добавьте правила сбора листьев в парке.")
    head.click("details[open] form[action$='/return/'] button")

    teacher.goto(address)
    expect(teacher.locator("main")).to_contain_text("Добавьте правила сбора листьев в парке.")
    teacher.click("main a[href$='/edit/']")
    teacher.fill("[name=text]", "## Ход занятия\n\nСобираем только опавшие листья.")
    teacher.click("button[name=submit]")
    teacher.click("main form button.btn")

    open_work(head)
    expect(head.locator("main")).to_contain_text("только опавшие")
    head.fill("[name=recommend-grounds]", "Проверено в трёх классах, дети просят повторить.")
    head.click("form[action$='/recommend/'] button")

    anonymous = people("")
    anonymous.goto(f"/search/?q={PHRASE}")
    expect(anonymous.locator("main")).not_to_contain_text(TITLE)

    methodist = people("methodist")
    open_work(methodist)
    methodist.click("form[action$='/publish/'] button")

    def found():
        anonymous.goto(f"/search/?q={INFLECTED}")
        return anonymous.locator(f"main a:has-text('{TITLE}')").count() == 1

    until(SECONDS_TO_FIND, found)
    hit = anonymous.locator("li", has_text=TITLE)
    expect(hit).to_contain_text("Карточки осени")
    marked = " ".join(hit.locator("mark").all_text_contents()).lower()
    assert "камертон" in marked
    assert "гербарий" in marked
    anonymous.click(f"main a:has-text('{TITLE}')")
    expect(anonymous.locator("h1")).to_contain_text("Музыка засушенных листьев")
    expect(anonymous.locator("main")).to_contain_text("Проверено в трёх классах")
    public = anonymous.url

    methodist.goto(address)
    methodist.click("summary:has-text('Снять'), summary:has-text('Отозвать')")
    methodist.fill("[name=withdraw-reason]", "Автор готовит новую редакцию.")
    methodist.click("form[action$='/withdraw/'] button")
    until(SECONDS_TO_FIND, lambda: not found())
    assert anonymous.goto(public).status == 404
    assert head2.goto(address).status == 404


def test_the_draft_saves_itself_and_survives_an_ended_session(people, demo):
    teacher = people("teacher2")
    teacher.goto("/desk/works/new/experience/")
    teacher.fill("[name=title]", "Черновик, который сохранился сам")
    expect(teacher.locator("[data-saved]")).to_contain_text(re.compile(r"\d:\d\d"))
    teacher.wait_for_url("**/edit/")
    teacher.fill("[name=annotation]", LATE)
    teacher.context.clear_cookies(name="sessionid")
    teacher.click("button[name=save]")
    expect(teacher).to_have_url(re.compile("/accounts/login/"))
    sign_in(teacher, "teacher2", demo.password)
    expect(teacher).to_have_url(re.compile("/edit/$"))
    expect(teacher.locator("[name=title]")).to_have_value("Черновик, который сохранился сам")
    expect(teacher.locator("[name=annotation]")).to_have_value(LATE)


def test_the_desk_works_at_phone_width(people):
    teacher = people("teacher")
    teacher.set_viewport_size({"width": 390, "height": 800})
    for path in ("/desk/", "/desk/works/new/", "/desk/works/new/innovation/"):
        teacher.goto(path)
        wide = teacher.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
