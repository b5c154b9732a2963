"""Works of the three banks, their lists and their register."""

from .entry import BankEntry
from .indexes import BankIndexPage, ExperienceBankIndexPage, InnovationIndexPage, MaterialBankIndexPage
from .parts import WorkAttachment, WorkAuthor, WorkTag
from .works import ExperiencePage, InnovationPage, MethodicalMaterialPage, WorkPage

__all__ = [
    "BankEntry",
    "BankIndexPage",
    "ExperienceBankIndexPage",
    "ExperiencePage",
    "InnovationIndexPage",
    "InnovationPage",
    "MaterialBankIndexPage",
    "MethodicalMaterialPage",
    "WorkAttachment",
    "WorkAuthor",
    "WorkPage",
    "WorkTag",
]
