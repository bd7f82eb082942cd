"""Hjemmebesøg: visitation on home visits, offline."""
