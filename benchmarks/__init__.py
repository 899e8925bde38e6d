"""Benchmarks beside a peer or another checkout, in one run, as ratios. `python -m benchmarks` prints them."""
