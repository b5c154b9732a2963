"""The one reader of the environment: every setting that an installation may change passes through here."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[2]
"""The folder of the checkout."""

env = environ.Env()


def data_dir() -> Path:
    """Return the folder for everything the site writes (database, files, index)."""
    return Path(env.str("DATA_DIR", default=str(ROOT / "var")))
