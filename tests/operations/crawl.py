"""Goes through the site as a visitor who follows every link."""

import gc
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.portal.html import faults_of

_LINK = re.compile(r'<(?:a|link|img|script|source)\b[^>]*?\s(?:href|src)="([^"]+)"')
_PICTURES = re.compile(r'\ssrcset="([^"]+)"')
NOT_OURS = ("/accounts/", "/desk/", "/cms/", "/static/", "/django-admin/")


@dataclass
class Visit:
    """One address with what was wrong there."""

    address: str
    status: int
    queries: int
    faults: list[str] = field(default_factory=list)


def crawl(client, start="/"):
    """Visit everything that links lead to from the first page.

    Links with a query string are followed from the addresses without one only: filters multiply without end.
    """
    waiting, seen, visits = [(start, "")], {start}, []
    while waiting:
        address, source = waiting.pop()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        visit = Visit(address, response.status_code, len(queries))
        visits.append(visit)
        if response.status_code != 200:
            visit.faults.append(f"{address}: {response.status_code}, from {source}")
        if response.streaming:
            b"".join(response.streaming_content)
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        html = response.content.decode()
        visit.faults += [f"{address}: {fault}" for fault in faults_of(html)]
        for link in links(html, address):
            if link not in seen and not ("?" in link and "?" in address):
                seen.add(link)
                waiting.append((link, address))
    gc.collect()  # what pages leave behind is warned of here, not in somebody else's test
    return visits


def links(html, address):
    """Return the addresses of this site that a page leads to, without fragments."""
    found = [link.replace("&amp;", "&") for link in _LINK.findall(html)]
    for pictures in _PICTURES.findall(html):
        found += [picture.split()[0] for picture in pictures.split(",")]
    absolute = (urlsplit(urljoin(f"http://testserver{address}", link)) for link in found)
    ours = (one for one in absolute if one.netloc in {"testserver", "localhost", "127.0.0.1:8000"})
    return [
        one.path + (f"?{one.query}" if one.query else "") for one in ours if not one.path.startswith(NOT_OURS)
    ]
