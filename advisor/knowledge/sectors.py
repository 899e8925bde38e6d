"""The sectors that partners come from: a closed list, and the words that people use for them.

It is part of what a case file means, whatever knowledge base reads it, so it is not in one of those. A word
that is not here is no fault: it is kept as it was written, and means no sector of the list.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor._language import N_, _


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector: `id` is the word for it in files, `words` are others that mean the same."""

    id: str
    title: str
    words: tuple[str, ...]


def _sector(id_: str, title: str, words: str) -> Sector:
    return Sector(id_, title, tuple(word.strip() for word in words.split(",")))


SECTORS: tuple[Sector, ...] = (
    _sector(
        "health",
        N_("Health"),
        "NHS, national health service, health service, health services, healthcare, health care, "
        "health trust, NHS trust, hospital, hospitals, children's ward, public health, "
        "community health, clinic, midwife, midwives, midwifery, health visitor, health visitors, "
        "health visiting, HV, nurse, nurses, nursing, school nurse, school nurses, school nursing, "
        "community nurse, GP, GPs, GP practice, doctor, doctors, doctors' practice, primary care, "
        "paediatrician, paediatrics, speech and language, speech and language therapy, "
        "speech and language therapist, speech therapy, speech therapist, speech therapists, SALT, "
        "SLT, occupational therapy, occupational therapist, physiotherapy, physiotherapist, "
        "dietician, dietitian, dietetics, breastfeeding support, infant feeding, mental health, "
        "child mental health, perinatal mental health, CAMHS, psychology, clinical psychology, "
        "clinical psychologist, integrated care board, ICB, clinical commissioning group, CCG, "
        "dentist, dental, ambulance service",
    ),
    _sector(
        "social-care",
        N_("Social care"),
        "social services, social work, social worker, social workers, children's social care, "
        "child protection, child protection team, children in need, children in need team, "
        "safeguarding, fostering, fostering service, adoption, adoption service, family support, "
        "family support team, family support service, family support worker, early help, family help, "
        "leaving care, contact service, adult social care, short breaks",
    ),
    _sector(
        "early-years",
        N_("Early years"),
        "early years service, early childhood, early education, childcare, child care, day care, "
        "daycare, nursery, nurseries, nursery school, nursery schools, pre-school, pre-schools, "
        "playgroup, playgroups, childminder, childminders, children's centre, children's centres, "
        "children's center, family hub, family hubs, family centre, Sure Start, Start for Life, "
        "toddler group, EYFS",
    ),
    _sector(
        "education",
        N_("Education"),
        "school, schools, primary school, primary schools, secondary school, secondary schools, "
        "infant school, junior school, special school, academy, academies, academy trust, college, "
        "colleges, further education, FE, university, higher education, adult learning, "
        "adult education, community learning, teacher, teachers, educational psychology, "
        "educational psychologist, Workers Educational Association, WEA",
    ),
    _sector(
        "council",
        N_("Council"),
        "local authority, local authorities, LA, local government, the council, city council, "
        "town council, county council, borough council, district council, parish council, "
        "municipality, commissioner, commissioners, commissioning, children's services, "
        "children and young people's service, library, libraries, library service, leisure, "
        "leisure services, neighbourhood management, youth service, youth services",
    ),
    _sector(
        "voluntary",
        N_("Voluntary and community"),
        "charity, charities, voluntary sector, voluntary organisation, volunteers, third sector, "
        "not for profit, non-profit, nonprofit, NGO, community, community group, community sector, "
        "VCS, VCSE, VCFSE, social enterprise, faith, faith group, faith groups, church, mosque, "
        "parents' group, Home-Start, Homestart, Citizens Advice, Citizens Advice Bureau, CAB, "
        "Salvation Army, National Childbirth Trust, NCT, domestic violence service, "
        "domestic abuse service, women's aid, refuge, housing charity",
    ),
    _sector(
        "private",
        N_("Private"),
        "private sector, business, businesses, company, companies, commercial, for profit, "
        "private nursery, private nurseries, private day care, private provider",
    ),
    _sector(
        "housing",
        N_("Housing"),
        "housing association, housing associations, housing department, housing office, "
        "housing service, housing services, social housing, registered landlord, social landlord, "
        "landlord, landlords, tenancy support, homelessness, homelessness service, "
        "temporary accommodation",
    ),
    _sector(
        "employment",
        N_("Employment and benefits"),
        "Jobcentre, Jobcentre Plus, job centre, job centres, DWP, work and pensions, benefits, "
        "benefits agency, benefits advice, job advice, job advice service, employment service, "
        "employment support, careers, careers service",
    ),
    _sector(
        "police-justice",
        N_("Police, courts and probation"),
        "police, the police, justice, criminal justice, police and justice, court, courts, "
        "family court, probation, probation service, prison, prisons, prison service, youth justice, "
        "youth offending team, youth offending, YOT, Cafcass",
    ),
)


def sector_titles() -> dict[str, str]:
    """Return what the sectors are called, by their ids, in their order."""
    return {sector.id: _(sector.title) for sector in SECTORS}
