"""The record: changes, actions, heads, disputes, undo, and the state that follows from them."""
