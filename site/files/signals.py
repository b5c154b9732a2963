"""What happened to files, for the rooms that show or index them."""

from django.dispatch import Signal

text_extracted = Signal()
"""Sent with ``document`` (a ``SiteDocument``) after its text was saved, in the same transaction."""
