"""What the plan and the page say once, and do not say again."""

from __future__ import annotations

from advisor import Advisor, Case
from advisor.reports import advice_outline, as_text

SHIPPED = Advisor()
PARTY = Case(
    answers={
        "contact": "when-needed",
        "trust": "not-at-all",
        "disagreement": "avoided",
        "broken-promise": "unmended",
        "my-part": "yes",
        "who-could-help": {
            "neutral-person": "no",
            "sponsor": "no",
            "trusted-by-both": "no",
            "can-sign": "no",
        },
        "problem-view": "argued",
        "follow-through": "rarely",
        "agreed-goals": "in-talk",
    }
)


def test_two_steps_that_begin_alike_say_it_once():
    texts = [step.text for step in SHIPPED.advise(PARTY).plan]
    assert any(text.endswith("serves this too.") for text in texts)
    assert len([text for text in texts if "nobody neutral yet" in text]) == 1


def test_why_somebody_else_leads_is_not_said_again_as_a_caution():
    advice = SHIPPED.advise(PARTY)
    text = " ".join(as_text(advice_outline(advice, SHIPPED.knowledge, full=True)).split())
    leads = [item for item in advice.interventions if item.readiness == "needs-help"]
    planned = {step.id for step in advice.plan}
    told = next(item for item in leads if item.id in planned)
    because = next(
        firing.because
        for firing in advice.firings
        if firing.id in told.cautions and firing.concludes.kind == "needs-help"
    )
    plan = text.partition("INTERVENTIONS, IN ORDER")[0]
    assert plan.count(because) == 1
