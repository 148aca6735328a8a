from benchmarks.calibration import Judged, fit, reliability


def claims(number: int, right: int, features: set[str], confidence: float = 0.75) -> list[Judged]:
    return [Judged(dict.fromkeys(features, 1.0), confidence, index < right) for index in range(number)]


def test_weights_favour_what_is_right_more_often() -> None:
    weights = fit([*claims(100, 90, {"bias", "good"}), *claims(100, 20, {"bias", "bad"})])
    assert weights["good"] > 1 > -1 > weights["bad"]


def test_a_number_weighs_by_its_size() -> None:
    low, high = ([Judged({"bias": 1.0, "odds": odds}, 0.5, right) for right in rights] for odds, rights in NUMBERED)
    assert fit([*low, *high])["odds"] > 0.5


NUMBERED = ((-2.0, [True] * 2 + [False] * 38), (2.0, [True] * 38 + [False] * 2))


def test_the_table_shows_what_was_promised_and_what_was_right() -> None:
    table = reliability(claims(20, 15, {"bias"}))
    assert table["claims"] == 20
    assert table["calibration_error"] == 0
    (row,) = table["bins"]
    assert (row["promised"], row["right"], row["claims"]) == (0.75, 0.75, 20)


def test_a_promise_not_kept_is_an_error() -> None:
    assert reliability(claims(20, 5, {"bias"}))["calibration_error"] == 0.5


def test_full_confidence_has_a_bin() -> None:
    assert reliability(claims(3, 3, {"bias"}, confidence=1.0))["bins"][0]["claims"] == 3
