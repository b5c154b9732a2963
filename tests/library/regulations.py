"""Where the five real regulations lie, if they are on this machine; the repository may not hold them."""

import os
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(os.environ.get("REGULATIONS_DIR") or settings.BASE_DIR.parent / "shared" / "regulations")
needed = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the five regulations are not here; REGULATIONS_DIR can name their folder"
)
