"""What leaves this computer for the hub, and what comes back: wire, transport, rounds."""
