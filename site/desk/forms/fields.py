"""Fields that Django has no ready form of."""

from typing import Any

from django import forms


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once; the value is a list.

    Each is checked when it is stored, so one bad file stops no other.
    """

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        # Django's own check would refuse an empty file with its neighbours.
        files = data if isinstance(data, list | tuple) else [data]
        return [file for file in files if file]
