"""Many claims to what is known: copies, actors, events and relations, each conclusion with its reason.

``update`` brings the facts of a shelf up to date; everything else here is a pure function of what it is given.
"""
