"""What the advice must say of situations; see tests/README.md."""
