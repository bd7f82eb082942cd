"""Drives the real windows: the demonstration and the pictures."""
