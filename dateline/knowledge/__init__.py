"""What Dateline knows before it opens a report: armed groups, forces and bodies, and the words that describe actors.

``actors/*.csv`` is written by hand, a row an actor, and checked as it loads (``load.py``, ``lookup.py``).
``spellings.csv`` makes transliterations one (``spelling.py``). ``support.py`` settles names that many actors share.
"""
