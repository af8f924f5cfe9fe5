"""Hands in what the fuzzing of the REST interface is to find: applications, an introduction, what came of it."""

import json
import sys
import urllib.request

address, token = sys.argv[1:3]


def call(method, path, body=None, **headers):
    data = None if body is None else json.dumps(body).encode()
    kind = "application/merge-patch+json" if method == "PATCH" else "application/json"
    request = urllib.request.Request(
        address + "/api/v1" + path,
        data=data,
        method=method,
        headers={"Authorization": "Bearer " + token, "Content-Type": kind, **headers},
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


application = {
    "purposes": ["joint_research", "counselling"],
    "organization_name": "한빛퀀텀",
    "organization_kind": "company",
    "region": "서울",
    "title": "다이아몬드 NV 센터 양자 자력계",
    "summary": "생체 자기 신호를 상온에서 재는 센서를 함께 만들 상대를 찾습니다.",
    "needs": ["고순도 CVD 다이아몬드 성장", "자기차폐실"],
    "need_urgencies": ["required", "wished"],
    "offers": ["자력계 신호 처리 장치"],
    "keywords": ["양자 센서", "NV 센터"],
    "person_name": "김하늘",
    "email": "haneul@example.org",
    "consent_forum": True,
    "consent_partners": True,
}
receipts = [call("POST", "/applications", {**application, "title": f"{application['title']} {n}"})
            ["application"]["receipt"] for n in range(5)]
found = call("GET", "/search?q=sensor&limit=3")["results"]
introduction = call("POST", "/introductions", {"receipt": receipts[0], "organization": found[0]["id"]})
call("POST", f"/introductions/{introduction['id']}/outcomes", {"stage": "met"})
call("PATCH", f"/applications/{receipts[1]}", {"status": "published"})
print("seeded", *receipts, file=sys.stderr)
