"""The municipality's server: it keeps what every computer sends, and gives each its own."""
