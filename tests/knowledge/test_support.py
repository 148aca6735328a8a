from dateline.knowledge.lookup import Found, known_actors
from dateline.knowledge.support import supported


def only(text: str) -> Found:
    (found,) = known_actors().scan(text.split())
    return found


def test_a_name_of_one_actor_alone_needs_nothing_else() -> None:
    support = supported(only("Boko Haram"), known_actors())
    assert support is not None
    assert support.actor.key == "boko-haram"
    assert support.reason == "The words are a name of Boko Haram alone."


def test_a_shared_acronym_goes_to_the_actor_whose_country_is_named() -> None:
    support = supported(only("AFP"), known_actors(), countries={"PH"})
    assert support is not None
    assert support.actor.key == "afp-philippines"
    assert support.reason == "The report names the home country of Armed Forces of the Philippines (PH)."


def test_a_fuller_name_elsewhere_settles_an_acronym_before_the_country_does() -> None:
    support = supported(only("AFP"), known_actors(), named=["afp"], countries={"PH"})
    assert support is not None
    assert support.actor.key == "afp"
    assert "by a name of its own" in support.reason


def test_a_part_or_whole_named_elsewhere_supports() -> None:
    support = supported(only("NDF"), known_actors(), named=["cpp-philippines"])
    assert support is not None
    assert support.actor.key == "ndf-philippines"
    assert support.reason.startswith("The report also names Communist Party of the Philippines")


def test_nothing_is_chosen_without_support_or_with_support_for_two() -> None:
    assert supported(only("AFP"), known_actors()) is None
    assert supported(only("AFP"), known_actors(), countries={"PH", "AU"}) is None


def test_an_actor_that_began_after_the_report_is_left_out() -> None:
    shared = only("Islamic Jihad")
    assert {actor.key for actor in shared.actors} == {"pij", "islamic-jihad-lebanon", "egyptian-islamic-jihad"}
    assert supported(only("MSS"), known_actors(), countries={"HT"}, year=1995) is None
    assert supported(only("MSS"), known_actors(), countries={"HT"}, year=2024) is not None


def test_keys_from_elsewhere_are_passed_over() -> None:
    assert supported(only("AFP"), known_actors(), named=["a-users-own-actor"]) is None
