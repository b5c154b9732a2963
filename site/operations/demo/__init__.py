"""The sample municipality of `manage.py demo`: its content as data and the makers of its files and pictures."""
