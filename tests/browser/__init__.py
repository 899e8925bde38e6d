"""Pages in a real browser; left out where there is none."""
