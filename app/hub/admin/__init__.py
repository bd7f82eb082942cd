"""The pages on which the office administers the hub: written by the server, without scripts."""
