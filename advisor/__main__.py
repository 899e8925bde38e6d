"""`python -m advisor` is the command, also where the folder of the script `advisor` is not on the path."""

from __future__ import annotations

from advisor._start import main

if __name__ == "__main__":
    main()
