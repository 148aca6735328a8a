"""The workbench: where a person reads, checks and explores the record, in a browser, offline.

``pages/`` has one file per screen, ``api/`` one per subject of the JSON API that the pages use, ``access/`` who may do
what. ``build_app`` joins them.
"""
