"""Words of inference: what a weighing says, and what is put as a question."""

from advisor._language import N_
from advisor.inference.firing import ABSENT_SAID
from advisor.inference.weighing import SAID

SHARED: dict[str, str | tuple[str, str]] = {
    **{f"{kind}_title": title for kind, (title, _because) in SAID.items()},
    **{f"{kind}_because": because for kind, (_title, because) in SAID.items()},
    "absent_title": ABSENT_SAID[0],
    "absent_because": ABSENT_SAID[1],
    "is_it_so": N_("Is it so? {text}"),
    "perhaps": N_("Perhaps: {title}"),
    "if_so": N_("{asked} If so: {because}"),
}
OWN: dict[str, str | tuple[str, str]] = {}
