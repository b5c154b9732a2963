"""Who gets what at the public addresses and on the portal's own pages."""

from accounts.expectations import CLOSED, PUBLIC, Rules, Visit, everybody

RULES: Rules = {
    "reading-settings": [Visit(post=everybody(302))],
    "robots": [Visit(get=PUBLIC)],
    "favicon.ico": [Visit(get=everybody(302), post=everybody(302))],
    "sitemap.xml": [Visit(get=PUBLIC, post=PUBLIC)],
    "sitemap": [Visit(get=PUBLIC, post=PUBLIC, args={"section": "pages"})],
    "wagtail_serve": [
        Visit("home news_index news event_index event about", get=PUBLIC, post=PUBLIC),
        Visit("news_draft event_draft about_draft", get=CLOSED, post=CLOSED),
    ],
}
