"""Reusable Qt parts."""
