"""GeoJSON, held to the standard by its library."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import geojson

from dateline.model.portion import Portion


def test_features_are_valid_and_say_how_sure_and_how_sharp_they_are(
    portion: Portion, export: Callable[..., Path]
) -> None:
    unplaced = replace(portion.events[2], id="v000000000009", place=None)
    path = export("geojson", given=replace(portion, events=(*portion.events, unplaced)))
    collection = geojson.loads(path.read_text(encoding="utf-8"))
    assert collection.is_valid
    killing, abduction, clash, nowhere = collection["features"]
    assert clash["geometry"]["coordinates"] == [-0.0447, 16.2717]
    assert nowhere["geometry"] is None
    assert (abduction["properties"]["centroid"], clash["properties"]["centroid"]) == (True, False)
    assert (abduction["properties"]["alleged"], abduction["properties"]["modality"]) == (True, "alleged")
    assert (killing["properties"]["status"], killing["properties"]["precision"]) == ("conflicting", "near")
