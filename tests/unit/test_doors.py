"""The doors for other programs: who may come in, what they are answered, and what they are refused."""

from __future__ import annotations

import asyncio
import json
import logging

import jsonschema
import pytest
from fastapi import FastAPI
from mcp import Client
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from advisor import Advisor, Case, UnknownIdError
from advisor.doors import Guard, Limits, make_assistant, make_service
from advisor.doors.described import RESULTS, beside_one_another
from advisor.reports import schema

SHIPPED = Advisor(engine="columnar")
CASE = {"answers": {"contact": "none", "acquaintance": "hardly"}}
TOKEN = {"Authorization": "Bearer secret"}


def client_of(**given):
    hosts = ("testserver", "localhost")
    return TestClient(Guard(make_service(SHIPPED), "secret", hosts, **given), headers=TOKEN)


@pytest.fixture(scope="module")
def client():
    return client_of()


@pytest.mark.parametrize(
    ("path", "sent", "result"),
    [
        ("advice", {}, lambda: SHIPPED.advise(CASE)),
        ("brief", {}, lambda: SHIPPED.advise(CASE).brief()),
        ("why", {"name": "1"}, lambda: SHIPPED.why(CASE, "1")),
        ("why-not", {"name": "visioning"}, lambda: SHIPPED.why_not(CASE, "visioning")),
        ("what-if", {"changes": {"contact": None}}, lambda: SHIPPED.what_if(CASE, {"contact": None})),
        ("settle", {}, lambda: SHIPPED.settle(CASE)),
        (
            "settle",
            {"factor": "operational-cohesion"},
            lambda: SHIPPED.settle(CASE, "operational-cohesion"),
        ),
    ],
)
def test_the_service_answers_what_the_library_answers(client, path, sent, result):
    answer = client.post(f"/v1/{path}", json={"case": CASE, **sent})
    assert (answer.status_code, answer.json()) == (200, result().as_dict())


def test_a_contrast_is_answered_too(client):
    case = SHIPPED.scenario("hot-quarrel").case.as_dict()
    one, other = (item.id for item in SHIPPED.advise(case).interventions[:2])
    answer = client.post("/v1/contrast", json={"case": case, "one": one, "other": other})
    assert answer.json() == SHIPPED.contrast(case, one, other).as_dict()


def test_an_interview_over_http_ends_in_the_case_that_was_told_and_the_service_keeps_nothing(client):
    sitting = client.post("/v1/interview", json={}).json()
    told = {}
    for _ in range(3):
        question = sitting["question"]
        value = question["options"][0]["id"] if question["kind"] == "choice" else "dont-know"
        told[question["id"]] = value
        sent = {"interview": sitting["interview"], "question": question["id"], "value": value}
        sitting = client_of().post("/v1/interview/answer", json=sent).json()  # another process, as it were
    assert Case.from_dict(sitting["interview"]["case"]).answers == told
    first = next(iter(told))
    back = client.post("/v1/interview/take-back", json={"interview": sitting["interview"], "question": first})
    assert first not in back.json()["interview"]["case"]["answers"]


def test_an_alert_is_told_at_once_in_an_interview(client):
    answers = SHIPPED.scenario("everything-at-its-worst").case.as_dict()["answers"]
    raising = {key: said for key, said in answers.items() if key in ("child-at-risk", "danger")}
    sitting = client.post("/v1/interview", json={"case": {"answers": raising or answers}}).json()
    assert [each["id"] for each in sitting["alerts"]] == [
        *SHIPPED.interview({"answers": raising or answers}).alerts
    ]


def test_each_question_says_how_it_is_answered(client):
    case_schema = schema("case", SHIPPED.knowledge)["properties"]["answers"]["properties"]
    found = client.get("/v1/questions").json()
    assert [each["id"] for each in found] == [*SHIPPED.knowledge.questions]
    for each in found:
        assert each["answer_schema"] == case_schema[each["id"]]
        if each["kind"] == "choice":
            jsonschema.validate(each["options"][0]["id"], each["answer_schema"])


def test_what_is_wrong_is_told_in_the_shape_of_the_input(client):
    answer = client.post("/v1/advice", json={"case": {"answers": {"contact": "nix", "trust": "no"}}})
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid-case"
    errors = answer.json()["errors"]["case"]["answers"]
    assert errors["contact"][0].startswith("'contact' has no option 'nix'; use one of:")
    changes = client.post("/v1/what-if", json={"case": CASE, "changes": {"contact": "nix"}})
    assert [*changes.json()["errors"]["changes"]] == ["contact"]
    changes = client.post("/v1/what-if", json={"case": CASE, "changes": {"contakt": "none"}})
    assert changes.json()["errors"]["changes"]["contakt"] == [
        "there is no question 'contakt'; did you mean 'contact'?"
    ]


def test_what_is_wrong_in_an_interview_is_told_where_it_was_sent(client):
    interview = client.post("/v1/interview", json={}).json()["interview"]

    def errors(question, value, kept=interview):
        sent = {"interview": kept, "question": question, "value": value}
        return client.post("/v1/interview/answer", json=sent).json()["errors"]

    assert [*errors("contact", "nix")] == ["value"]
    assert [*errors("changes-lately", {"posts-vacant": "maybe"})["value"]] == ["posts-vacant"]
    spoilt = {**interview, "case": {"answers": {"contact": "nix"}}}
    assert [*errors("contact", "none", spoilt)["interview"]["case"]["answers"]] == ["contact"]
    assert [*errors("contact", "none", {"scope": "core"})] == ["interview"]


@pytest.mark.parametrize(
    ("path", "content", "status"),
    [
        ("/v1/advice", b"", 400),
        ("/v1/advice", b"no", 400),
        ("/v1/advice", b'{"case":', 400),
        ("/v1/advice", '{"case": {"about": "é"}}'.encode("latin-1"), 400),
        ("/v1/advice", b'{"cse": {}}', 422),
        ("/v1/advice", b'{"case": 3}', 422),
        ("/v1/advice", b"[" * 100_000, 400),
        ("/v1/advice", b'{"case": {"answers": ' + b'{"a":' * 30_000 + b"1" + b"}" * 30_002, 400),
        ("/v1/advice", b"x" * 300_000, 413),
        ("/v1/why", b'{"case": {}, "name": "nix"}', 422),
        ("/v1/interview/answer", b'{"interview": {}, "question": "contact", "value": "none"}', 422),
        ("/nix", b"{}", 404),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_form(client, path, content, status):
    answer = client.post(path, content=content, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert {*answer.json()} == {"code", "message", "faults", "errors"}
    assert (answer.json()["code"] == "invalid-json") == (status == 400)


@pytest.mark.parametrize(
    ("call", "sent", "path"),
    [
        ("what-if", {"case": {}, "changes": {"trust": 1}}, ["changes", "trust"]),
        (
            "what-if",
            {"case": {}, "changes": {"changes-lately": {"str": 1}}},
            ["changes", "changes-lately", "str"],
        ),
        ("interview/answer", {"interview": {}, "question": "contact", "value": 1}, ["value"]),
        ("interview/answer", {"interview": {}, "question": "contact"}, ["value"]),
        ("brief", {"case": {}, "more": 1}, ["more"]),
    ],
)
def test_a_path_leads_into_what_was_sent_and_names_no_types(client, call, sent, path):
    answer = client.post(f"/v1/{call}", json=sent).json()
    assert answer["code"] == "invalid-request"
    assert path in [fault["path"] for fault in answer["faults"]]
    assert {len(fault["path"]) for fault in answer["faults"]} <= {len(path), len(path) - 1}


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_what_is_sent_as_something_else_than_json_is_told(client, kind):
    headers = {"content-type": kind} if kind else {}
    answer = client.post("/v1/brief", content=b'{"case": {}}', headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "wrong-type")
    in_full = {"content-type": "application/json; charset=utf-8"}
    assert client.post("/v1/brief", content=b'{"case": {}}', headers=in_full).status_code == 200


@pytest.mark.parametrize(
    ("path", "sent", "key"),
    [
        ("why", {"name": "nix"}, "name"),
        ("why-not", {"name": "being introduced"}, "name"),
        ("settle", {"factor": "nix"}, "factor"),
        ("contrast", {"one": "nix", "other": "convening"}, "one"),
        ("contrast", {"one": "convening", "other": "nix"}, "other"),
    ],
)
def test_a_name_that_means_nothing_here_is_told_by_its_key(client, path, sent, key):
    answer = client.post(f"/v1/{path}", json={"case": CASE, **sent}).json()
    assert ([fault["path"] for fault in answer["faults"]], [*answer["errors"]]) == ([[key]], [key])


@pytest.mark.parametrize(("path", "more"), [("answer", {"value": "none"}), ("take-back", {})])
def test_a_question_that_is_not_there_is_told_by_its_key(client, path, more):
    sent = {"interview": SHIPPED.interview().as_dict(), "question": "nix", **more}
    answer = client.post(f"/v1/interview/{path}", json=sent).json()
    assert (answer["code"], [*answer["errors"]]) == ("unknown-id", ["question"])


def test_the_token_may_be_announced_in_small_letters_and_a_maker_of_clients_learns_of_it(client):
    small = client.get("/v1/questions", headers={"Authorization": "bearer secret"})
    assert small.status_code == 200
    told = client.get("/openapi.json").json()
    assert told["components"]["securitySchemes"] == {"token": {"type": "http", "scheme": "bearer"}}
    wanted = {path: call["security"] for path, calls in told["paths"].items() for call in calls.values()}
    assert wanted.pop("/health") == []
    assert {*map(str, wanted.values())} == {"[{'token': []}]"}


def test_who_has_no_token_calls_it_otherwise_or_comes_from_another_page_is_kept_out(client):
    assert client.get("/v1/questions", headers={"Authorization": "Bearer other"}).status_code == 401
    assert client.get("/v1/questions", headers={"Host": "evil.example"}).status_code == 421
    assert client.get("/v1/questions", headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.get("/v1/questions", headers={"Origin": "http://localhost:3000"}).status_code == 200
    health = client.get("/health", headers={"Authorization": ""})
    assert (health.status_code, health.json()["status"]) == (200, "ok")


def test_the_name_of_a_host_is_the_same_in_capitals():
    client = TestClient(Guard(make_service(SHIPPED), "secret", ["My-Centre.Example"]), headers=TOKEN)
    hosts = ("my-centre.example", "MY-CENTRE.example:8321", "centre.example")
    assert [client.get("/health", headers={"Host": host}).status_code for host in hosts] == [200, 200, 421]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LocalHost:99", 200),
        ("NAMED.example", 200),
        ("named.example:", 200),
        ("localhost.", 421),
        ("", 421),
        ("localhost:80@evil.example", 421),
        ("localhost:evil", 421),
        ("[localhost]evil.example", 421),
        ("localhost, evil.example", 421),
        ("localhost.evil.example", 421),
    ],
)
def test_a_host_is_a_name_that_may_be_called_and_nothing_but_that(host, status):
    client = TestClient(Guard(make_service(SHIPPED), "secret", ("localhost", "Named.Example")))
    assert client.get("/health", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("origin", ["null", "file://", "", "localhost", "http://localhost:80@evil.example"])
def test_a_page_of_no_known_place_is_kept_out(client, origin):
    assert client.get("/v1/questions", headers={"Origin": origin}).status_code == 403


def test_who_sends_a_request_letter_by_letter_is_not_waited_for():
    guard = Guard(make_service(SHIPPED), "secret", limits=Limits(patience=0.0))
    headers = [(b"host", b"localhost"), (b"authorization", b"Bearer secret")]
    said = []

    async def receive():
        await asyncio.sleep(3600)

    async def send(message):
        said.append(message)

    scope = {"type": "http", "headers": headers, "path": "/v1/brief", "client": ("127.0.0.1", 1)}
    asyncio.run(guard(scope, receive, send))
    assert (said[0]["status"], json.loads(said[1]["body"])["code"]) == (408, "too-slow")


def test_who_asks_too_often_is_asked_to_wait_and_may_come_again():
    now = [0.0]
    client = client_of(limits=Limits(rate=1.0), clock=lambda: now[0])
    assert [client.get("/health").status_code for _ in range(2)] == [200, 200]
    refused = client.post("/v1/brief", json={"case": CASE})
    assert (refused.status_code, refused.json()["code"]) == (429, "too-often")
    now[0] += float(refused.headers["Retry-After"])
    assert client.post("/v1/brief", json={"case": CASE}).status_code == 200


def test_a_caller_of_the_service_is_told_what_to_call_there_and_nothing_of_python(client):
    first, question = SHIPPED.advise(CASE).plan[0].id, "contact"
    asked = [
        client.post(f"/v1/{path}", json={"case": CASE, "name": name}).text
        for path, name in (("why-not", first), ("why", "visioning"), ("why", question), ("why", "qqqqzzzz"))
    ]
    kept = client.post("/v1/interview/answer", json={"interview": {}, "question": "contact", "value": "none"})
    assert f"POST /v1/why with '{first}'" in asked[0]
    assert "POST /v1/what-if with {'contact': ...}" in asked[2]
    assert "GET /v1/questions" in asked[3]
    assert "give it as it came last" in kept.text
    assert not any("advisor." in told or "_dict" in told for told in (*asked, kept.text))


def test_a_program_beside_the_service_is_told_what_it_calls_itself(client):
    client.post("/v1/why", json={"case": CASE, "name": "qqqqzzzz"})
    with pytest.raises(UnknownIdError, match=r"advisor\.knowledge\.ids_of"):
        SHIPPED.why(CASE, "qqqqzzzz")


def test_the_service_says_of_each_answer_what_it_is(client):
    found = client.get("/openapi.json").json()
    for path, calls in found["paths"].items():
        (call,) = calls.values()
        assert call["responses"]["200"]["content"]["application/json"]["schema"], path
    assert {"Advice", "Brief", "Why", "WhyNot", "Future", "Sitting", "Refused"} <= {
        *found["components"]["schemas"]
    }
    for name in ("OnCase", "Named", "Changed", "Settled", "Contrasted"):
        assert found["components"]["schemas"][name]["properties"]["case"] == {
            "$ref": "#/components/schemas/Case"
        }
    case = found["components"]["schemas"]["Case"]
    assert "contact" in case["properties"]["answers"]["properties"]


def as_answered(client, path, sent):
    """Return what is answered, and what tells whether something else would be an answer too."""
    described = client.get("/openapi.json").json()
    told = described["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    check = jsonschema.Draft202012Validator({**told, "components": described["components"]})
    return client.post(path, json=sent).json(), check


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("advice", {}),
        ("brief", {}),
        ("why", {"name": "1"}),
        ("why-not", {"name": "visioning"}),
        ("what-if", {"changes": {"contact": "regular"}}),
        ("settle", {}),
        ("settle", {"factor": "operational-cohesion"}),
        ("contrast", {"one": "conflict-handling", "other": "visioning"}),
    ],
)
def test_an_answer_is_described_as_strictly_as_in_the_json_schemas(client, path, sent):
    case = SHIPPED.scenario("hot-quarrel").case.as_dict()
    answer, check = as_answered(client, f"/v1/{path}", {"case": case, **sent})
    check.validate(answer)
    for key in answer:
        assert not check.is_valid({each: answer[each] for each in answer if each != key}), key
    assert not check.is_valid({**answer, "schema_version": 99})
    assert check.is_valid({**answer, "moon": 1}) == (path == "advice")  # which may grow under one version


def test_all_that_the_service_says_leads_somewhere_and_has_its_name_alone():
    described = make_service(SHIPPED).openapi()
    text = json.dumps(described)
    named = described["components"]["schemas"]
    assert "$defs" not in text
    assert {each.split('"')[0] for each in text.split("#/components/schemas/")[1:]} <= {*named}
    kinds = {**RESULTS, "Case": "case"}
    made = beside_one_another({name: schema(kind, SHIPPED.knowledge) for name, kind in kinds.items()})
    assert made.items() <= named.items()
    assert named["Why"]["properties"]["schema_version"] == {"const": 1}


def test_two_definitions_of_one_name_are_told_apart_with_all_that_leads_to_them():
    leads = {"properties": {"x": {"$ref": "#/$defs/Inner"}}}
    same = {"type": "string"}
    one = {
        "$id": "1",
        "$ref": "#/$defs/Outer",
        "$defs": {"Outer": leads, "Inner": {"const": 1}, "Same": same},
    }
    two = {
        "$id": "2",
        "$ref": "#/$defs/Outer",
        "$defs": {"Outer": leads, "Inner": {"const": 2}, "Same": same},
    }
    place = "#/components/schemas/"
    assert beside_one_another({"One": one, "Two": two}) == {
        "One": {"$ref": f"{place}One.Outer"},
        "One.Outer": {"properties": {"x": {"$ref": f"{place}One.Inner"}}},
        "One.Inner": {"const": 1},
        "Two": {"$ref": f"{place}Two.Outer"},
        "Two.Outer": {"properties": {"x": {"$ref": f"{place}Two.Inner"}}},
        "Two.Inner": {"const": 2},
        "Same": same,
    }


def test_a_socket_is_closed_before_it_is_open(client):
    with (
        pytest.raises(WebSocketDisconnect) as closed,
        client.websocket_connect("/v1/advice", headers={"Host": "localhost"}),
    ):
        pass
    assert closed.value.code == 1008


def test_nothing_of_a_case_is_logged_at_a_door(client, caplog):
    with caplog.at_level(logging.DEBUG):
        client.post("/v1/advice", json={"case": {"answers": {"contact": "she lied"}}})
        calls([("advise", {"case": {"answers": {"contact": "she lied"}}}), ("advise", {"nix": "she lied"})])
    assert "she lied" not in caplog.text


def calls(wanted):
    """Return what an assistant is answered who calls tools one after the other."""

    async def call():
        async with Client(make_assistant(SHIPPED)) as client:
            tools = (await client.list_tools()).tools
            return tools, [await client.call_tool(name, given) for name, given in wanted]

    return asyncio.run(call())


def test_an_assistant_asks_the_rules_and_is_told_alerts_first():
    case = SHIPPED.scenario("everything-at-its-worst").case.as_dict()
    tools, found = calls(
        [
            ("next_question", {}),
            ("advise", {"case": case}),
            ("why", {"case": case, "name": "1"}),
            ("why_not", {"case": case, "name": "visioning"}),
            ("what_if", {"case": case, "changes": {"contact": "regular"}}),
            ("list_questions", {}),
        ]
    )
    assert {tool.name for tool in tools} == {
        "list_questions",
        "next_question",
        "advise",
        "why",
        "why_not",
        "what_if",
    }
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
    about = {tool.name: tool.description or "" for tool in tools}  # all that some assistants are shown
    assert [name for name, said in about.items() if "Show alerts first" not in said] == ["list_questions"]
    assert all("leader" in tool.model_dump_json() for tool in tools)
    question, advice, *told = (json.loads(each.content[0].model_dump()["text"]) for each in found[:5])
    first = SHIPPED.interview().next_question()
    assert first is not None
    assert question["question"]["id"] == first.id
    assert advice == SHIPPED.advise(case).brief().as_dict()
    alerts = [each.id for each in SHIPPED.advise(case).alerts]
    for each in told:
        assert [alert["id"] for alert in each["alerts"]] == alerts
        assert each["told"].strip()


def test_an_assistant_keeps_each_answer_under_its_question_what_was_tried_among_them():
    case = {"answers": {"contact": "none", "tried": {"convening": "helped"}}}
    same = {"answers": {"contact": "none"}, "actions": [{"id": "convening", "outcome": "helped"}]}
    given = [("advise", {"case": each}) for each in (case, same, {"answers": {"tried": {"nix": "helped"}}})]
    told, expected, wrong = (each.content[0].model_dump()["text"] for each in calls(given)[1])
    assert told == expected
    assert json.loads(wrong)["refused"]["faults"][0]["path"] == ["case", "answers", "tried"]


def test_an_assistant_that_puts_the_answers_in_the_wrong_place_is_not_answered_as_if_there_were_none():
    tools, found = calls([("next_question", {"answers": {"contact": "none"}})])
    assert found[0].is_error
    assert "answers" in found[0].content[0].model_dump()["text"]
    assert all(tool.input_schema["additionalProperties"] is False for tool in tools)


def test_an_assistant_may_give_the_number_of_a_step_and_changes_of_items_below_their_question():
    below = {"changes-lately": {"posts-vacant": "yes", "money-cut": None}, "tried": {"convening": "helped"}}
    named = {
        "changes-lately.posts-vacant": "yes",
        "changes-lately.money-cut": None,
        "tried.convening": "helped",
    }
    wanted: list[tuple[str, dict[str, object]]] = []
    wanted += [("why", {"case": CASE, "name": name}) for name in (1, "1")]
    wanted += [("what_if", {"case": CASE, "changes": each}) for each in (below, named)]
    told = [each.content[0].model_dump()["text"] for each in calls(wanted)[1]]
    assert told[0] == told[1]
    assert told[2] == told[3]
    assert "refused" not in told[0] + told[2]


def test_a_wrong_change_of_an_item_is_told_where_it_was_sent(client):
    for steps in (["changes-lately", "posts-vacant"], ["changes-lately.posts-vacant"]):
        changes: object = "nix"
        for step in reversed(steps):
            changes = {step: changes}
        answer = client.post("/v1/what-if", json={"case": CASE, "changes": changes}).json()
        assert answer["faults"][0]["path"] == ["changes", *steps]


def test_an_assistant_is_told_of_its_tools_and_how_to_see_all_of_an_answer():
    first = SHIPPED.advise(CASE).plan[0].id
    wanted: list[tuple[str, dict[str, object]]] = [
        ("why_not", {"case": CASE, "name": first}),
        ("why", {"case": CASE, "name": "qqqqzzzz"}),
        ("why", {"case": CASE, "name": "contact"}),
    ]
    wanted += [("why_not", {"case": CASE, "name": "visioning", "full": full}) for full in (False, True)]
    wrong, unknown, question, short, whole = (
        each.content[0].model_dump()["text"] for each in calls(wanted)[1]
    )
    assert f"ask: why with '{first}'" in wrong
    assert "list_questions" in unknown
    assert "what_if with {'contact': ...}" in question
    assert not any("advisor." in told for told in (wrong, unknown, question))
    assert "with full: true" in short
    assert "with full: true" not in whole
    assert len(whole) > len(short)


def test_an_assistant_is_told_what_is_wrong_as_an_answer():
    _tools, found = calls(
        [
            ("advise", {"case": {"answers": {"moon": "yes"}}}),
            ("what_if", {"case": CASE, "changes": {"contact": "nix"}}),
            ("what_if", {"case": {"answers": 3}, "changes": {}}),
            ("why", {"case": CASE, "name": "visioning"}),
        ]
    )
    refused = [json.loads(each.content[0].model_dump()["text"])["refused"] for each in found]
    assert [each["code"] for each in refused] == [
        "invalid-case",
        "invalid-change",
        "invalid-case",
        "asked-the-wrong-way-round",
    ]


@pytest.mark.parametrize("about", ["why", "why_not", "what_if", "contrast", "settle", "settle_factor"])
def test_an_endpoint_of_a_programs_own_gives_all_of_an_answer_and_says_so(about):
    case = SHIPPED.scenario("hot-quarrel").case
    found = {
        "why": lambda: SHIPPED.why(case, "1"),
        "why_not": lambda: SHIPPED.why_not(case, "visioning"),
        "what_if": lambda: SHIPPED.what_if(case, "contact=regular"),
        "contrast": lambda: SHIPPED.contrast(case, "conflict-handling", "visioning"),
        "settle": lambda: SHIPPED.settle(case),
        "settle_factor": lambda: SHIPPED.settle(case, "operational-cohesion"),
    }[about]()
    app = FastAPI()
    app.get("/typed", response_model=type(found))(lambda: found)
    with TestClient(app) as client:
        answer = client.get("/typed").json()
        described = client.get("/openapi.json").json()["components"]["schemas"][type(found).__name__]
    assert (answer, next(iter(answer))) == (found.as_dict(), "schema_version")
    assert described["properties"]["schema_version"]["const"] == 1
