"""Blocks of a work's text: few, so that no page can look wrong."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class WorkBody(blocks.StreamBlock):
    """The text of a work. The desk writes the first four; editors may add the rest."""

    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", max_length=200, template="experience_bank/blocks/heading.html"
    )
    paragraph = blocks.TextBlock(
        label=_("Paragraph"), icon="pilcrow", template="experience_bank/blocks/paragraph.html"
    )
    list = blocks.ListBlock(
        blocks.TextBlock(label=_("Item")),
        label=_("List"),
        icon="list-ul",
        template="experience_bank/blocks/list.html",
    )
    quote = blocks.TextBlock(
        label=_("Quotation"), icon="openquote", template="experience_bank/blocks/quote.html"
    )
    rich_text = blocks.RichTextBlock(label=_("Formatted text"), features=RICH_TEXT_FEATURES)
    image = ImageBlock(label=_("Picture"), template="experience_bank/blocks/image.html")
