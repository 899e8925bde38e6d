"""The commands: parse, call the library, show."""
