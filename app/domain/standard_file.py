"""Loads a quality standard or the national law from its TOML file."""

import tomllib
from pathlib import Path

import msgspec

from app.domain.national import NationalLaw
from app.domain.standard import Standard


def load_standard(path: Path) -> Standard:
    """Return the standard that a file holds."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Standard)


def load_national(path: Path) -> NationalLaw:
    """Return the national law that a file holds."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), NationalLaw)
