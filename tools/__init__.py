"""What those who keep the project use; it is not installed."""
