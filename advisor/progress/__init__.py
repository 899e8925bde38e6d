"""One partnership over time: what moved, what was tried, and what came of it."""
