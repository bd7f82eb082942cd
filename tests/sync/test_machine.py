"""Whatever happens to hub and laptops, in whatever order: nothing is lost, nothing hidden."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.databases import quick_folder
from tests.sync.machine import Machine, Template

PATIENT = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


@pytest.fixture(params=["sqlite", "postgresql"])
def template(request: pytest.FixtureRequest) -> Iterator[None]:
    """What each example begins with, on either database."""
    on_server = request.param == "postgresql"
    with quick_folder() as place:
        databases = request.getfixturevalue("databases") if on_server else None
        Machine.template = Template(place, databases)
        yield
        Machine.template.end()


def run(examples: int, steps: int, *phases: Phase) -> None:
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=PATIENT,
        derandomize=True,
        phases=phases,
        database=None,
        print_blob=True,
    )
    run_state_machine_as_test(Machine, settings=how)


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("template")
def test_all_computers_come_home() -> None:
    run(2, 8, Phase.generate)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("template")
def test_all_computers_come_home_whatever_happens() -> None:
    run(150, 50, Phase.generate, Phase.shrink)
