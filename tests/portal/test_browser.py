"""What only a browser can tell: settings at once, focus, panels, widths, a quiet console."""

import pytest

from tests.factories.portal import make_event, make_home, make_news, make_settings

WIDTHS = (320, 390, 1280)


@pytest.fixture
def site(live_server):
    make_home()
    make_settings(is_sample=True)
    make_news("Открыт приём работ на муниципальный конкурс методических разработок")
    make_event("Заседание объединения учителей начальных классов")
    return live_server.url


@pytest.fixture
def quiet(page):
    """Collect what the console complains of; the strict content policy speaks there too."""
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


def test_display_settings_apply_at_once_and_stay(site, quiet):
    quiet.goto(f"{site}/")
    quiet.click(".prefs > summary")
    with quiet.expect_response("**/settings/reading/"):
        quiet.check("input[name=scheme][value=wb]", force=True)
    quiet.wait_for_function("document.getElementById('say').textContent !== ''")
    assert quiet.get_attribute("html", "data-scheme") == "wb"
    quiet.goto(f"{site}/news/")
    assert quiet.get_attribute("html", "data-scheme") == "wb"
    quiet.click(".prefs > summary")
    quiet.click("button[name=reset]")
    quiet.wait_for_url("**/news/")
    assert quiet.get_attribute("html", "data-scheme") is None


def test_escape_closes_a_panel_and_gives_the_focus_back(site, quiet):
    quiet.goto(f"{site}/")
    quiet.focus(".prefs > summary")
    quiet.keyboard.press("Enter")
    quiet.keyboard.press("Tab")
    quiet.keyboard.press("Escape")
    assert not quiet.evaluate("document.querySelector('.prefs').open")
    assert quiet.evaluate("document.activeElement.matches('.prefs > summary')")


def test_the_skip_link_comes_first_and_leads_to_the_content(site, quiet):
    quiet.goto(f"{site}/news/")
    quiet.keyboard.press("Tab")
    assert quiet.evaluate("document.activeElement.className") == "skip"
    quiet.keyboard.press("Enter")
    assert quiet.evaluate("document.activeElement.id") == "main"


def test_a_refused_form_takes_the_focus_and_leads_to_its_fields(site, page):
    page.goto(f"{site}/accounts/login/")
    page.evaluate("document.querySelectorAll('main [required]').forEach(one => one.required = false)")
    page.click("main form button.btn")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.click(".error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.matches('main input')")


@pytest.mark.parametrize("look", ["", "size-200", "size-200.spacing-wider"])
def test_no_page_is_wider_than_the_window(site, quiet, look):
    if look:
        quiet.context.add_cookies([{"name": "reading", "value": look, "url": site}])
    for width in WIDTHS:
        quiet.set_viewport_size({"width": width, "height": 800})
        for path in ("/", "/news/", "/events/"):
            quiet.goto(site + path)
            assert quiet.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_without_scripts_the_settings_still_work(site, browser, browser_context_args):
    with browser.new_context(**browser_context_args, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}/events/")
        page.click(".prefs > summary")
        page.check("input[name=size][value='150']", force=True)
        page.click("#prefs button:not([name])")
        assert page.url == f"{site}/events/"
        assert page.get_attribute("html", "data-size") == "150"
