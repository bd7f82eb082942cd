"""This computer: the encrypted database, its keys, text under way, search, blobs, backup."""
