"""The sample municipality of `manage.py demo`: content as data, makers of files and pictures."""
