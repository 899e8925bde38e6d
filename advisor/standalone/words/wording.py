"""Words of where something comes from, and of an answer that is not there."""

from advisor._language import N_

SHARED: dict[str, str | tuple[str, str]] = {
    "derived": N_("derived"),
    "our_judgement": N_("our judgement"),
    "our_judgement_after": N_("our judgement, after {place}"),
    "work_place_page": N_("{work}, {place}, p. {page}"),
    "not_answered": N_("not answered"),
}
OWN: dict[str, str | tuple[str, str]] = {}
