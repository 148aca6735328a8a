"""Words that a hyphen does not part, such as "cease-fire", and titles whose full stop ends no sentence: "Brig.".

The lists are in ``languages/en/hyphenated.yaml``.
"""

from typing import Any

from spacy.language import Language

from dateline.languages.load import language_data


def keep_whole(nlp: Language) -> None:
    """Make the tokenizer of a pipeline leave the listed words whole."""
    tokenizer: Any = nlp.tokenizer
    for line in language_data("hyphenated")["words"]:
        for word in str(line).split():
            for printed in (word, word.capitalize(), word.title(), word.upper()):
                tokenizer.add_special_case(printed, [{"ORTH": printed}])
    for title in language_data("hyphenated")["titles"]:
        tokenizer.add_special_case(title, [{"ORTH": title}])
