"""The same reader over an archive or a crawl: inputs are cut into chunks, these cleaned, copies told, the rest read.

``run.py`` is the whole path; ``local.py`` and ``ray.py`` do no more than map ``clean_chunk`` and ``read_chunk`` over
chunks, on one machine or many. What a chunk becomes depends on the chunk alone, so that the output has the
same bytes whatever engine made it, with however many workers, undisturbed or resumed.
"""
