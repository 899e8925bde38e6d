"""Every benchmark runs through; what it takes is not tested."""
