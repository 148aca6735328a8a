"""Words that a hyphen does not part: "cease-fire", "secretary-general". The list is ``languages/en/hyphenated.yaml``."""

from spacy.language import Language
from spacy.symbols import ORTH

from dateline.languages.load import language_data


def keep_whole(nlp: Language) -> None:
    """Make the tokenizer of a pipeline leave the listed words whole."""
    for line in language_data("hyphenated")["words"]:
        for word in str(line).split():
            for printed in (word, word.capitalize(), word.title(), word.upper()):
                nlp.tokenizer.add_special_case(printed, [{ORTH: printed}])
