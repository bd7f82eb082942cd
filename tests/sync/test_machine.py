"""Whatever happens to hub and laptops, in whatever order: nothing is lost, nothing hidden."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.machine import Machine, Template

PATIENT = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


@pytest.fixture
def template() -> Iterator[None]:
    Machine.template = Template()
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
    run(5, 12, Phase.generate)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("template")
def test_all_computers_come_home_whatever_happens() -> None:
    run(150, 50, Phase.generate, Phase.shrink)
