import pytest

from dateline.errors import BadArgument
from dateline.settings import Settings, default_store, describe


def test_an_option_comes_before_the_environment_and_that_before_the_default() -> None:
    environment = {"DATELINE_STORE": "from-environment", "DATELINE_STORE_WAIT": "2.5"}
    assert Settings.build(environment, store="from-option").store == "from-option"
    assert Settings.build(environment).store == "from-environment"
    assert Settings.build(environment, store=None).store_wait_seconds == 2.5
    assert Settings.build({}).store == default_store()


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.build({"DATELINE_STORE": "", "DATELINE_MODEL": ""}) == Settings()


def test_the_environment_is_read_when_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", "here.sqlite")
    assert Settings.build().store == "here.sqlite"


@pytest.mark.parametrize("seconds", ["soon", "-1", "nan", "1e9"])
def test_a_value_that_cannot_be_used_is_refused_by_name(seconds: str) -> None:
    with pytest.raises(BadArgument, match=f"DATELINE_STORE_WAIT is '{seconds}', but should be a number of seconds"):
        Settings.build({"DATELINE_STORE_WAIT": seconds})


def test_every_setting_is_described_without_a_path_of_this_machine() -> None:
    described = {setting.name: setting for setting in describe()}
    assert set(described) == set(Settings.__dataclass_fields__)
    assert all(setting.variable.startswith("DATELINE_") and setting.help for setting in described.values())
    assert described["store"].default == "dateline.sqlite in the user's data folder"
    assert described["store_wait_seconds"].default == "10.0"


@pytest.mark.parametrize(("text", "on"), [("on", True), ("Yes", True), ("1", True), ("off", False), (" NO ", False)])
def test_a_switch_is_on_or_off(text: str, on: bool) -> None:
    assert Settings.build({"DATELINE_ENCODER": text}).encoder is on


@pytest.mark.parametrize(
    ("variable", "text"),
    [("DATELINE_ENCODER", "maybe"), ("DATELINE_GATE", "1.01"), ("DATELINE_GATE", "nan"), ("DATELINE_GATE", "a half")],
)
def test_neither_a_switch_nor_a_probability_is_guessed(variable: str, text: str) -> None:
    with pytest.raises(BadArgument, match=f"{variable} is '{text}', but should be "):
        Settings.build({variable: text})


def test_an_option_that_switches_off_or_is_zero_still_comes_first() -> None:
    built = Settings.build({"DATELINE_ENCODER": "on", "DATELINE_GATE": "0.5"}, encoder=False, gate=0.0)
    assert (built.encoder, built.gate) == (False, 0.0)


def test_the_default_of_a_switch_is_a_word() -> None:
    described = {setting.name: setting.default for setting in describe()}
    assert (described["encoder"], described["gate"]) == ("on", "")
