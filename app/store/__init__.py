"""This computer: encrypted engine, keys, pending text, search, blobs."""
