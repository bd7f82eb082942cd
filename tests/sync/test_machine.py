"""Whatever happens to hub and laptops, in whatever order: nothing is lost, nothing hidden."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.machine import Machine, Template

PATIENT = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


@pytest.fixture
def template() -> Iterator[None]:
    Machine.template = Template()
    yield
    Machine.template.end()


def run(examples: int, steps: int) -> None:
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=PATIENT,
        derandomize=True,
        database=None,
        print_blob=True,
    )
    run_state_machine_as_test(Machine, settings=how)


@pytest.mark.usefixtures("template")
def test_all_computers_come_home() -> None:
    run(examples=6, steps=14)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("template")
def test_all_computers_come_home_whatever_happens() -> None:
    run(examples=150, steps=50)
