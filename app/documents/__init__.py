"""Pure functions from a case to PDF bytes."""
