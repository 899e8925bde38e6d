"""The reference site: the pages of docs/ and the docstrings of all public names, as a folder of HTML."""
