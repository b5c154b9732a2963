"""The service's own words: settings, news, events, local acts."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils.html import escape, format_html, format_html_join
from wagtail.models import Site

from files.storing import store_document, store_image
from knowledge.library.models import LibraryIndexPage, NormativeDocumentPage
from operations.demo import files, pictures
from operations.demo.markup import Block, Bullets, Heading, Quote, Table
from portal.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage, ServiceSettings, StandardPage

from .context import Loaded

POPULAR = ("читательская грамотность", "рабочая программа", "олимпиада", "наставничество")


def load_service(loaded: Loaded) -> None:
    """Write the names and contacts, and the words that say «sample»."""
    service = loaded.content.service
    settings = ServiceSettings.for_site(Site.objects.get(is_default_site=True))
    settings.name, settings.town = "Методическая служба", service.town
    settings.organisation = service.short_name
    settings.address, settings.phone = service.address, service.phone
    settings.email, settings.hours = service.email, service.hours
    settings.is_sample, settings.sample_words = True, service.notice[:255]
    settings.town_genitive = service.town
    settings.save()


def load(loaded: Loaded) -> None:
    """Make the page about the service, the news, the events and the acts."""
    about = StandardPage(
        title="О службе", slug="about", intro=loaded.content.service.about[:400], show_in_menus=True
    )
    loaded.home.add_child(instance=about)
    publish(about)
    loaded.home.popular = [("query", query) for query in POPULAR]
    publish(loaded.home)
    _news(loaded)
    _events(loaded)
    _acts(loaded)


def publish(page: Any) -> None:
    """Publish as the editor would, so that the search and the history know of it."""
    page.save_revision().publish(skip_permission_checks=True)


def _news(loaded: Loaded) -> None:
    index = NewsIndexPage.objects.get()
    for item in loaded.content.news:
        page = NewsPage(
            title=item.title, slug=item.slug, intro=item.summary[:400], date=loaded.day(item.days), live=False
        )
        page.body = [("text", _html(item.blocks))]
        if item.picture:
            file = ContentFile(pictures.draw(item.picture), name=f"{item.slug}.png")
            picture = store_image(
                file=file, title=item.picture.title, user=None, description=item.picture.alt
            )
            picture.contextual_alt_text, picture.decorative = item.picture.alt, False
            page.body.append(("picture", {"image": picture, "caption": ""}))
        index.add_child(instance=page)
        publish(page)


def _events(loaded: Loaded) -> None:
    index = EventIndexPage.objects.get()
    for item in loaded.content.events:
        hour, minute = (int(part) for part in item.time.split(":"))
        start = loaded.moment_of_event(item.days, hour, minute)
        page = EventPage(
            title=item.title,
            slug=item.slug,
            live=False,
            start=start,
            end=start + timedelta(minutes=item.minutes),
            place=str(loaded.organisations[item.place]) if item.place else "",
            form="online" if item.online else "in_person",
            association=loaded.associations[item.association] if item.association else None,
        )
        page.body = [("text", _html(item.blocks))]
        index.add_child(instance=page)
        publish(page)


def _acts(loaded: Loaded) -> None:
    index = LibraryIndexPage.objects.get()
    for act in loaded.content.library:
        file = ContentFile(files.make(act.file), name=act.file.filename)
        page = NormativeDocumentPage(
            title=act.title,
            slug=act.slug,
            live=False,
            document=store_document(file=file, title=act.file.title, user=None, attached_to=None),
            level=act.act_level,
            issuer=act.issuer,
            act_number=act.number,
            act_date=loaded.day(act.days),
            summary=act.summary,
        )
        index.add_child(instance=page)
        publish(page)


def _html(blocks: tuple[Block, ...]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return format_html("<h3>{}</h3>", block.text)
    if isinstance(block, Bullets):
        items = format_html_join("", "<li>{}</li>", ((item,) for item in block.items))
        return format_html("<ul>{}</ul>", items)
    if isinstance(block, Table):
        items = format_html_join("", "<li>{}</li>", ((" — ".join(row),) for row in block.rows))
        return format_html("<ul>{}</ul>", items)
    if isinstance(block, Quote):
        return format_html("<p>«{}»</p>", block.text)
    return f"<p>{escape(block.text)}</p>"
