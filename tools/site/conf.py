"""How the reference site is made of the pages and of the docstrings: `make site` (Sphinx, furo, MyST)."""

from __future__ import annotations

from advisor import __version__

project = "partnership-advisor"
version = release = __version__
project_copyright = "MIT licence"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
root_doc = "index"
myst_heading_anchors = 4
myst_links_external_new_tab = False
suppress_warnings = ["toc.not_included"]  # of the pages of single entries: tools/site/contents.py
html_theme = "furo"
html_title = "partnership-advisor"
html_show_sourcelink = html_copy_source = html_show_sphinx = False
html_last_updated_fmt = None
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "inherited-members": False, "show-inheritance": False}
language = "en"
