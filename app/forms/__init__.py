"""One file per section of the visitation form."""
