"""The demo and development: no environment needed, errors look as readers will see them."""

import os
import secrets

from config.env import data_dir, env

from .base import *

data_dir().mkdir(parents=True, exist_ok=True)


def _local_key() -> str:
    """Return this machine's own key, made once: sessions outlive a restart, no key lies in the repository."""
    path = data_dir() / "secret_key"
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    key = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key


SECRET_KEY = env.str("SECRET_KEY", default="") or _local_key()
DEBUG = env.bool("DEBUG", default=False)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
