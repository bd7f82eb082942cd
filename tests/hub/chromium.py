"""A real browser for tests: Chromium without a window, driven by its own driver, never online."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--accept-lang=da",
)


@contextmanager
def chromium() -> Iterator[Chrome]:
    """Start a browser with a profile of its own; skips the test where none is installed."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.skip("Chromium and its driver are not installed")
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        options = ChromeOptions()
        options.binary_location = binary
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        started = Chrome(options=options, service=Service(driver))
        try:
            yield started
        finally:
            started.quit()


def resize(browser: Chrome, width: int, height: int) -> None:
    """Give the page so many pixels."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def media(browser: Chrome, kind: str = "screen", *, dark: bool = False) -> None:
    """Show the page on a screen or on paper, light or dark."""
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    asked: dict[str, Any] = {"media": kind, "features": [scheme]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", asked)


def faults(browser: Chrome) -> list[str]:
    """Return what is wrong with the page for one who cannot see it, or not well."""
    found: list[str] = browser.execute_script(_CHECKS)
    return found


_CHECKS = (Path(__file__).parent / "page_checks.js").read_text(encoding="utf-8")
