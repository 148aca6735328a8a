from pathlib import Path

import pytest

from dateline.errors import DataFileError
from dateline.knowledge.user_files import files_digest, read_actor_file

CONTENTS = {
    "CSV": "name,kind\nHill Front,armed_group\n",
    "PETRARCH actors": "<!-- made up -->\n\nHILL_FRONT_\n\t[MLIREB]\n",
    "PETRARCH agents": "# made up\n!PERSON! = MAN, WOMAN\nDUNE_RIDER [~REB]\n",
    "FollowTheMoney entities": '\n{"id": "x", "schema": "Person", "properties": {"name": ["Idrissa Fictive"]}}\n',
}


@pytest.mark.parametrize("expected", CONTENTS)
def test_the_kind_of_a_file_is_told_from_its_content(tmp_path: Path, expected: str) -> None:
    path = tmp_path / "whatever.dat"
    path.write_text(CONTENTS[expected], encoding="utf-8")
    file = read_actor_file(path)
    assert file.format == expected
    assert len(file.actors) + len(file.agents) == 1


@pytest.mark.parametrize(
    "text", ["", "Just words.\n", "--- SAY [010] ---\nSAY {SAID} [010]\n- * YES [020]\n", "a;b\n1;2"]
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=r"other.txt: holds no actors in a form that Dateline knows"):
        read_actor_file(path)


def test_a_file_that_is_not_there_or_no_utf_8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="could not be read: No such file"):
        read_actor_file(tmp_path / "absent.csv")
    latin = tmp_path / "latin.csv"
    latin.write_bytes("name,kind\nCóndor,other\n".encode("latin-1"))
    with pytest.raises(DataFileError, match=r"latin.csv: is not UTF-8 text; convert it"):
        read_actor_file(latin)


def test_the_digest_follows_content_and_order_but_not_names(tmp_path: Path) -> None:
    one, same, other = (tmp_path / name for name in ("one", "same", "other"))
    one.write_text("a")
    same.write_text("a")
    other.write_text("b")
    assert files_digest([str(one)]) == files_digest([str(same)]) != files_digest([str(other)])
    assert files_digest([str(one), str(other)]) != files_digest([str(other), str(one)])
    with pytest.raises(DataFileError, match="could not be read"):
        files_digest([str(tmp_path / "absent")])
