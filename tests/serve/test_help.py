"""Help: one page whose anchors lead somewhere."""

import re
from typing import Any


def test_every_anchor_of_the_help_leads_somewhere(bench: Any) -> None:
    text = bench.get("/help").text
    anchors = re.findall(r'href="#([^"]+)"', text)
    assert len(anchors) > 10
    assert all(f'id="{one}"' in text for one in anchors)


def test_only_an_admin_is_told_where_the_store_is(as_user: Any) -> None:
    assert "dateline.sqlite" in as_user("admin").get("/help").text
    assert "dateline.sqlite" not in as_user("reader").get("/help").text
