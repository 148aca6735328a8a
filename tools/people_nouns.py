"""Take from WordNet which nouns mean people, or bodies of people, first of all: ``python -m tools.people_nouns FOLDER``.

``FOLDER`` holds WordNet 3.0's ``index.noun`` and ``data.noun`` (package ``wordnet-base`` of Debian). What is written,
``people.txt`` and ``bodies.txt`` in ``dateline/languages/en``, are lists of single words, without names.
"""

import argparse
from pathlib import Path

TARGET = Path(__file__).parents[1] / "dateline" / "languages" / "en"
KINDS = {"people": 18, "bodies": 14}
"""The numbers of the lexicographers' files noun.person and noun.group."""
INSTANCE = " @i "
"""In a synset: it is somebody, not a kind of people."""
HEAD = """# Nouns whose first sense in WordNet 3.0 is of that kind, made by tools/people_nouns.py. See NOTICE.
"""


def nouns(folder: Path, kind: int) -> list[str]:
    """Single lower-case words, sorted."""
    kinds: dict[str, bool] = {}
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            offset, number, _ = line.split(" ", 2)
            kinds[offset] = int(number) == kind and INSTANCE not in line.partition(" | ")[0]
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
    folder = parser.parse_args().folder
    for name, kind in KINDS.items():
        (TARGET / f"{name}.txt").write_text(HEAD + "\n".join(nouns(folder, kind)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
