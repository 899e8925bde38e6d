"""Pages for a browser: what is on them is decided in Python, how it is laid out in templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.pages.advice import advice_page as advice_page
    from advisor.pages.comparison import comparison_page as comparison_page
    from advisor.pages.portfolio import portfolio_page as portfolio_page
    from advisor.pages.progress import progress_page as progress_page
    from advisor.pages.render import as_html as as_html
    from advisor.pages.results import results_page as results_page
    from advisor.pages.totals import totals_page as totals_page, write_totals as write_totals
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "advice": "advice_page",
            "comparison": "comparison_page",
            "portfolio": "portfolio_page",
            "progress": "progress_page",
            "render": "as_html",
            "results": "results_page",
            "totals": "totals_page write_totals",
        },
    )
