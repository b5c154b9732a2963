"""The same gate in Wagtail's admin."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from .checks import check_document
from .images import check_image


class CheckedDocumentForm(BaseDocumentForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            file.name = check_document(file).name
        return file


class CheckedImageForm(BaseImageForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not file:
            return file
        checked = check_image(file)
        return SimpleUploadedFile(checked.name, checked.content, checked.content_type)
