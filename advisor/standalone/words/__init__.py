"""The words that the page says: one table for the whole script, which has no English of its own.

Each module is an area. Its `SHARED` are words that the program says elsewhere too, with the same text (a test
holds that), `OWN` those that only the page says. A tuple is one thing and several: what is said depends on a
number.
"""
