"""Forms of the teacher's desk."""

from .fields import ManyFilesField
from .work import WorkForm, form_class_for

__all__ = ["ManyFilesField", "WorkForm", "form_class_for"]
