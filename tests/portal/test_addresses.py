"""robots.txt, the sitemap, the favicon."""

from xml.etree import ElementTree as ET

import pytest
from django.contrib.staticfiles import finders

from tests.factories.portal import make_news

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(response):
    assert response.status_code == 200
    return [node.text for node in ET.fromstring(response.content).iter(f"{NS}loc")]


def test_robots_keep_out_of_what_is_not_public(client):
    response = client.get("/robots.txt")
    text = response.content.decode()
    assert response["Content-Type"].startswith("text/plain")
    for folder in ("desk", "cms", "accounts", "search"):
        assert f"Disallow: /{folder}/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


@pytest.mark.django_db
def test_the_sitemap_leads_to_public_pages_only(home, client):
    news, draft = make_news(), make_news(live=False)
    files = addresses(client.get("/sitemap.xml"))
    assert len(files) == 1
    found = addresses(client.get(files[0].removeprefix("http://testserver")))
    assert any(url.endswith(news.url) for url in found)
    assert not any(draft.slug in url for url in found)


def test_favicon_is_where_browsers_ask(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert finders.find(response["Location"].removeprefix("/static/"))
