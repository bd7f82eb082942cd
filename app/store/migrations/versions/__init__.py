"""One file per schema, named after it; `0001` is the first that was released."""
