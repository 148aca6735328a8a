"""What a network learned from annotated reports says of claims, beside the rules: which types a word states, and who
takes part.
"""
