"""Other programs that sync, measured at the same work in the same run."""
