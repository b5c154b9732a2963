"""The shape of regulation profiles and how to read them."""

from .parts import Step
from .problems import DocumentError, Problem, ProfileError
from .profile import Effective, Profile
from .reading import load_profile, parse_profile, platform, profile_text, shipped_slugs
from .stated import Stated

__all__ = [
    "DocumentError",
    "Effective",
    "Problem",
    "Profile",
    "ProfileError",
    "Stated",
    "Step",
    "load_profile",
    "parse_profile",
    "platform",
    "profile_text",
    "shipped_slugs",
]
