"""Who gets what in the public banks. Drafts are read on the desk, by nobody at their public address."""

from accounts.expectations import CLOSED, PUBLIC, Actor, Rules, Visit, only

HANDED_IN = (Actor.TEACHER, Actor.HEAD, Actor.METHODIST, Actor.DIRECTOR, Actor.ADMINISTRATOR)

RULES: Rules = {
    "wagtail_serve": [
        Visit("material_index experience_index innovation_index", get=PUBLIC, post=PUBLIC),
        Visit("published experience innovation", get=PUBLIC, post=PUBLIC),
        Visit("draft submitted returned recommended in_bank withdrawn", get=CLOSED, post=CLOSED),
    ],
    "files_document": [
        Visit("file_of_published", get=PUBLIC),
        Visit("file_of_draft", get=only(Actor.TEACHER, Actor.SUPERUSER, anonymous=404)),
        Visit(
            "file_of_submitted file_of_in_bank file_of_withdrawn",
            get=only(*HANDED_IN, anonymous=404),
        ),
    ],
}
