"""The partners of children's centres as roles, by sector, to begin a table with.

After the list in the study (Vaggers 2014, Appendix 16, p. 244), in words of our own. The study speaks of
fifty-four (p. 133); where its list puts several in one line, or names one under two headings, each has a line
here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from advisor._language import N_, _
from advisor.knowledge.sectors import sector_titles
from advisor.portfolio.headings import PARTNER, PARTNERSHIP, SECTOR
from advisor.portfolio.model import Factor

PARTNERS: dict[str, tuple[str, ...]] = {
    "health": (
        N_("Children's physiotherapy"),
        N_("Speech and language therapy"),
        N_("Occupational therapy"),
        N_("Dietitians"),
        N_("Children's community nurses"),
        N_("Clinical psychology"),
        N_("Community paediatricians"),
        N_("Hospital doctors for children"),
        N_("Specialist health visitors"),
        N_("Health visitors"),
        N_("Health visiting team leaders"),
        N_("Midwives"),
        N_("Breastfeeding support"),
        N_("Children's psychology"),
        N_("Help to stop smoking"),
        N_("Support for babies born with a disability"),
        N_("Homeopath"),
    ),
    "social-care": (
        N_("Team for children in need"),
        N_("Child protection team"),
        N_("Adoption service"),
        N_("Fostering service"),
        N_("Service for contact between children and parents"),
        N_("Support for teenage parents"),
        N_("Family support"),
    ),
    "early-years": (
        N_("Other children's centres nearby"),
        N_("Playgroups and nurseries run by volunteers"),
    ),
    "education": (
        N_("Primary schools nearby"),
        N_("Adult learning"),
        N_("Adult education charity"),
    ),
    "council": (
        N_("Children and young people's service"),
        N_("Neighbourhood management"),
        N_("Libraries"),
    ),
    "voluntary": (
        N_("Inclusive play and advice"),
        N_("Short breaks for families"),
        N_("Support for families with an autistic child"),
        N_("Help for families in temporary accommodation"),
        N_("Help for refugees and people seeking asylum"),
        N_("Advice on alcohol"),
        N_("Help for children whose parents drink or use drugs"),
        N_("Advice on drugs"),
        N_("Charity for the safety of women and children"),
        N_("Support for survivors of domestic violence"),
        N_("Refuge from domestic violence"),
        N_("Volunteers who visit families at home"),
        N_("Antenatal classes and groups for new parents"),
        N_("Free advice on rights and money"),
        N_("Church charity"),
        N_("Faith groups"),
        N_("Programme for teenagers who work with toddlers"),
    ),
    "private": (N_("Private day nurseries"),),
    "housing": (
        N_("Help to keep a tenancy"),
        N_("Housing department"),
    ),
    "employment": (
        N_("Jobcentre"),
        N_("Organisations that help people into work"),
    ),
}


def empty_table(factors: Sequence[Factor]) -> str:
    """Return a table in CSV to fill in: a row for each partner, and an empty cell for each factor."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([PARTNER, SECTOR, *(factor.plain for factor in factors), PARTNERSHIP])
    titles = sector_titles()
    for sector, partners in PARTNERS.items():
        for partner in partners:
            writer.writerow([_(partner), titles[sector], *("" for _factor in factors), ""])
    return written.getvalue()
