"""Words of answers and of what is concluded: stages, what came of something, and what questions ask."""

from advisor._language import N_
from advisor.knowledge.beside import SAID, VALUE_WORDS
from advisor.knowledge.phrases import OUTCOMES
from advisor.knowledge.question_kinds.base import WORDS
from advisor.knowledge.terms import ASKED_STAGES, TERMED_STAGES

SHARED: dict[str, str | tuple[str, str]] = {
    **{f"stage_{stage}": said for stage, said in ASKED_STAGES.items()},
    **{f"termed_{stage}": said for stage, said in TERMED_STAGES.items()},
    **{f"outcome_{outcome}": said for outcome, said in OUTCOMES.items()},
    **{f"said_{word}": said for word, said in WORDS.items()},
    **{f"{kind}_{value}": said for (kind, value), said in SAID.items()},
    **{f"move_{move}": said for move, said in VALUE_WORDS.items()},
    "since_last_time": N_("Since the last time, {what}:"),
    "was_tried": N_("{text} was tried:"),
    "you_said": N_("You said: {question} {answer}"),
    "of_the_sector": N_("A partner is of the sector '{sector}':"),
    "stage_firm": N_("{stage} (firm)"),
    "stage_tentative": N_("{stage} (tentative)"),
}
OWN: dict[str, str | tuple[str, str]] = {}
