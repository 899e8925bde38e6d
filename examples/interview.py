"""An interview with a face of your own. Run it with a case file: python examples/interview.py my.yaml

Options are typed by their names, an item of a checklist as ITEM=yes; Enter alone is don't know.
"""

import sys
from pathlib import Path

from advisor import Advisor, Interview
from advisor.cases.file import case_text

if len(sys.argv) != 2:
    raise SystemExit("Usage: python examples/interview.py CASE.yaml")
advisor, path = Advisor(), Path(sys.argv[1])
interview = Interview(advisor, advisor.read_case(path) if path.exists() else None, scope="core")
while (question := interview.next_question()) is not None:
    lines = question.rows or question.items or question.options
    print(question.title, *(f"  {line.id}: {line.text}" for line in lines), sep="\n")
    said = input("> ") or "dont-know"
    interview.answer(question.id, dict([said.split("=")]) if "=" in said else said)
    path.write_text(case_text(interview.case), encoding="utf-8")
advice = interview.advice()
for alert in advice.alerts:  # they come before all else, in whatever is made of an advice
    print(alert.title, alert.turn_to, sep=". ")
for step in advice.plan:
    print(step.when, step.id, step.text)
