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


def texts_of_the_plan():
    return [step.text for step in SHIPPED.advise(PARTY).plan]


def test_of_steps_that_begin_alike_the_page_says_it_once():
    page = advice_outline(SHIPPED.advise(PARTY), SHIPPED.knowledge, full=True)
    text = " ".join(as_text(page).split()).partition("INTERVENTIONS, IN ORDER")[0]
    texts = texts_of_the_plan()
    assert text.count("serves this too.") == len(texts) - len(set(texts)) > 0
    assert text.count("Begin: You said there is nobody neutral yet") == 1


def test_each_step_of_a_plan_says_by_itself_how_to_begin():
    texts = texts_of_the_plan()
    assert len([text for text in texts if "nobody neutral yet" in text]) > 1
    assert [text for text in texts if "serves this too" in text] == []


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
