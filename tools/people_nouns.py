"""Take from WordNet which nouns mean people first of all: ``python -m tools.people_nouns FOLDER``.

``FOLDER`` holds WordNet 3.0's ``index.noun`` and ``data.noun`` (package ``wordnet-base`` of Debian). What is written,
``dateline/languages/en/people.txt``, is a list of single words, without names of persons.
"""

import argparse
from pathlib import Path

TARGET = Path(__file__).parents[1] / "dateline" / "languages" / "en" / "people.txt"
PERSON = 18
"""The number of the lexicographers' file noun.person."""
INSTANCE = " @i "
"""In a synset: it is somebody, not a kind of people."""
HEAD = """# Nouns whose first sense in WordNet 3.0 is a person, made by tools/people_nouns.py. See NOTICE.
"""


def people(folder: Path) -> list[str]:
    """Single lower-case words, sorted."""
    kinds: dict[str, bool] = {}
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            offset, number, _ = line.split(" ", 2)
            kinds[offset] = int(number) == PERSON and INSTANCE not in line.partition(" | ")[0]
    found = []
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        word, pointers = fields[0], int(fields[3])
        if kinds[fields[6 + pointers]] and word.replace("-", "").isalpha():
            found.append(word)
    return sorted(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    TARGET.write_text(HEAD + "\n".join(people(parser.parse_args().folder)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
