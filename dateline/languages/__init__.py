"""What a language needs: cue words, number words, ranks, as checked data files, and ``load.py`` to read them."""
