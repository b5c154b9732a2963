"""Who gets what at the desks, by the state of the work or the passport."""

from http import HTTPStatus

from accounts.expectations import SIGNED_IN, Actor, Answers, Rules, Visit, only

TEACHER, HEAD, CURATOR = Actor.TEACHER, Actor.HEAD, Actor.CURATOR
STAFF = (Actor.METHODIST, Actor.DIRECTOR, Actor.ADMINISTRATOR)
PEOPLE = (TEACHER, HEAD, *STAFF)
AUTHOR = only(TEACHER)
HANDED_IN = only(*PEOPLE)
HEADS_OWN = only(HEAD, CURATOR, *STAFF)
DECIDED = "returned recommended in_bank published withdrawn"
"""States in which a work is seen by the same people as when it was handed in."""
ELSEWHERE = only(*PEOPLE, status=302)
HEADS_OWN_ELSEWHERE = only(HEAD, CURATOR, *STAFF, status=302)
NOT_ANONYMOUS = tuple(actor for actor in Actor if actor != Actor.ANONYMOUS)
GROUNDS = {"recommend-grounds": "Проверено", "recommend-for_site": "on"}
REMARKS = {"return-remarks": "Добавьте ответы"}
REASON = {"withdraw-reason": "Устарела"}


def acts(*actors: Actor, seen_by: Answers = HANDED_IN, others: int = 403) -> Answers:
    """Return the answers to an act: done for these, refused for who sees the work, 404 for the rest."""
    refused: Answers = {actor: others for actor in Actor if seen_by[actor] == HTTPStatus.OK}
    done: Answers = dict.fromkeys(actors, 302)
    return seen_by | refused | done


WORKS: Rules = {
    "desk:work": [
        Visit("draft", get=AUTHOR),
        Visit(f"submitted {DECIDED}", get=HANDED_IN),
        Visit("heads_own", get=HEADS_OWN),
    ],
    "desk:preview": [
        Visit("draft", get=AUTHOR),
        Visit("submitted published withdrawn", get=HANDED_IN),
        Visit("heads_own", get=HEADS_OWN),
    ],
    "desk:edit": [
        Visit("draft", get=AUTHOR, post=only(TEACHER, status=302), changed_by=(TEACHER,)),
        Visit(
            "returned in_bank published withdrawn",
            get=ELSEWHERE | {TEACHER: 200},
            post=ELSEWHERE,
            changed_by=(TEACHER,),
        ),
        Visit("submitted recommended", get=ELSEWHERE, post=ELSEWHERE),
        Visit("heads_own", get=HEADS_OWN_ELSEWHERE, post=HEADS_OWN_ELSEWHERE),
    ],
    "desk:submit": [
        Visit(
            "draft returned in_bank withdrawn",
            get=AUTHOR,
            post=only(TEACHER, status=302),
            changed_by=(TEACHER,),
        ),
        Visit("submitted recommended published", get=AUTHOR, post=only(TEACHER, status=302)),
        Visit("heads_own", get=only(HEAD), post=only(HEAD, status=302)),
    ],
    "desk:recall": [
        Visit("draft", post=acts(TEACHER, seen_by=AUTHOR)),
        Visit("submitted recommended", post=acts(TEACHER), changed_by=(TEACHER,)),
        Visit("returned published withdrawn", post=acts(TEACHER)),
    ],
    "desk:withdraw": [
        Visit("draft", post=only(TEACHER, status=302), data=REASON),
        Visit(
            "submitted published in_bank",
            post=acts(TEACHER, HEAD, Actor.METHODIST),
            data=REASON,
            changed_by=(TEACHER, HEAD, Actor.METHODIST),
        ),
        Visit("withdrawn", post=acts(TEACHER, HEAD, Actor.METHODIST), data=REASON),
    ],
    "desk:delete": [
        Visit("draft", post=acts(TEACHER, seen_by=AUTHOR), changed_by=(TEACHER,)),
        Visit("submitted published withdrawn", post=acts(*PEOPLE, Actor.SUPERUSER)),
    ],
    "desk:decide": [
        Visit("draft", post=only(TEACHER, status=409), args={"verb": "recommend"}, data=GROUNDS),
        Visit("submitted", post=acts(HEAD), args={"verb": "recommend"}, data=GROUNDS, changed_by=(HEAD,)),
        Visit("submitted", post=acts(HEAD), args={"verb": "return"}, data=REMARKS, changed_by=(HEAD,)),
        Visit("submitted", post=acts(), args={"verb": "publish"}),
        Visit("submitted", post=acts(), args={"verb": "consent"}),
        Visit("submitted", post=only(), args={"verb": "delete"}),
        Visit(
            "recommended",
            post=acts(Actor.METHODIST),
            args={"verb": "publish"},
            changed_by=(Actor.METHODIST,),
        ),
        Visit(
            "heads_own",
            post=acts(CURATOR, seen_by=HEADS_OWN),
            args={"verb": "recommend"},
            data=GROUNDS,
            changed_by=(CURATOR,),
        ),
        Visit("published", post=acts(others=409), args={"verb": "return"}, data=REMARKS),
    ],
}
"""The act out of turn is 403 for who sees the work, 409 where nothing is to be decided any more."""

KEEPER = only(HEAD)
DECIDER = only(HEAD, CURATOR)
PASSPORTS: Rules = {
    "desk:passports": [Visit(get=SIGNED_IN)],
    "desk:passport": [
        Visit("association association_draft", get=KEEPER),
        Visit("passport_submitted", get=DECIDER),
    ],
    "desk:passport_review": [Visit("association", get=KEEPER), Visit("passport_submitted", get=DECIDER)],
    "desk:passport_preview": [
        Visit("association association_draft", get=KEEPER),
        Visit("passport_submitted", get=DECIDER),
    ],
    "desk:passport_edit": [
        Visit("association association_draft", get=KEEPER, post=only(HEAD, status=422)),
        Visit("passport_submitted", get=only(HEAD, status=302), post=only(HEAD, status=302)),
    ],
    "desk:passport_publish": [Visit("association passport_submitted", post=only(HEAD, status=302))],
    "desk:passport_recall": [
        Visit("association", post=only(HEAD, status=302)),
        Visit("passport_submitted", post=only(HEAD, status=302), changed_by=(HEAD,)),
    ],
    "desk:passport_decide": [
        Visit("association", post=only(HEAD, status=409), args={"verb": "publish"}),
        Visit(
            "passport_submitted",
            post=only(HEAD, status=403) | {CURATOR: 302},
            args={"verb": "publish"},
            changed_by=(CURATOR,),
        ),
        Visit("passport_submitted", post=only(), args={"verb": "recommend"}),
    ],
}

RULES: Rules = {
    "desk:home": [Visit(get=SIGNED_IN)],
    "desk:new": [Visit(get=SIGNED_IN)],
    "desk:create": [
        Visit(
            get=SIGNED_IN,
            post=only(*NOT_ANONYMOUS, status=302),
            args={"bank": "material"},
            changed_by=NOT_ANONYMOUS,
        ),
        Visit(get=only(), post=only(), args={"bank": "no-such"}),
    ],
    **WORKS,
    **PASSPORTS,
}
