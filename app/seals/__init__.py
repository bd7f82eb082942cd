"""Seals on documents: keys and certificates of the municipality's authority, sealing, checking.

pyHanko is imported where it is used: it takes half a second.
"""
