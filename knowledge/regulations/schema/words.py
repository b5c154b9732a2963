"""Codes that profiles may use where the code, not only the reader, must understand them."""

from typing import Literal

Role = Literal[
    "member",
    "members",
    "head",
    "secretary",
    "association",
    "meeting",
    "methodist",
    "methodist_or_specialist",
    "curator",
    "coordinator",
    "service",
    "service_director",
    "methodical_service_director",
    "information_analytical_centre",
    "authority",
    "authority_head",
    "authority_specialists",
    "methodists",
    "chief_specialist",
    "employer",
    "expert",
    "council",
    "methodical_council",
    "editor",
]
StepKind = Literal[
    "discuss",
    "adopt",
    "consent",
    "approve",
    "recommend",
    "decide_by_vote",
    "expertise",
    "publish",
    "propose",
    "appoint",
]
Education = Literal["higher_pedagogical", "higher", "secondary_vocational"]
Category = Literal["highest", "first", "teacher_methodist", "second", "none"]
Base = Literal["education_system", "direction"]
Level = Literal["block", "warn", "info"]
Moderation = Literal["none", "curator", "editor"]
OwnWorkReviewer = Literal["curator", "service_director", "association", "none"]
