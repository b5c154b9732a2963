"""Who gets what at the addresses of files. A closed document is as good as none: 404 for a guest too."""

from accounts.expectations import CLOSED, PUBLIC, Actor, Rules, Visit, only

RULES: Rules = {
    "files_document": [
        Visit("library_file", get=PUBLIC),
        Visit("loose_file", get=only(Actor.SUPERUSER, anonymous=404)),
    ],
    "files_rendition": [
        Visit("picture", get=PUBLIC),
        Visit(get=CLOSED, args={"name": "no-such.png"}),
        Visit("loose_file", get=CLOSED),
    ],
}
