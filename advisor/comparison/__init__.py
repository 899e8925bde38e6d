"""The same partnership in several voices, or under two knowledge bases: what is alike and what is apart."""
