"""The record: changes, actions, heads, and the state tables that follow from them."""
