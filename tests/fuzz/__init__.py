"""Bad inputs by the thousand, each made anew from a seed and its number: see tests/README.md."""
