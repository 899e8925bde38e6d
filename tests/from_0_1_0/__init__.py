"""What 0.1.0 wrote and said, held against the program of today: see README.md in the folder above."""
