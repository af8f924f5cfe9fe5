"""Applies again and again, and measures how soon after the answer the officer's search finds the applicant and the partners
that are suggested to it are kept.

usage: visible.py ADDRESS SESSION FORM_TOKEN VISIT FORUM_SQLITE COUNT
"""

import http.client
import random
import re
import sqlite3
import statistics
import sys
import time
import urllib.parse

address, session, form, visit, store, count = sys.argv[1:]
host = urllib.parse.urlparse(address).netloc
records = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
wanted_seconds = 1.0
most_seconds = 20.0


def apply(number, word):
    fields = {
        "form_token": form, "purposes": "joint_research", "organization_name": f"현장신청 {number}",
        "organization_kind": "company", "region": "서울", "title": "현장에서 낸 신청", "person_name": "시험 담당",
        "summary": "양자 센서를 만드는 회사로, 극저온 환경에서 시험할 공동연구 상대를 찾습니다.", "needs": "양자 센서를 시험할 기관",
        "need_urgencies": "required", "offers": f"광펌핑 자력계 시제품 {word}", "email": f"visible{number}@example.org",
        "phone": "010-5555-0197", "consent_forum": "yes"}
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request("POST", "/apply", urllib.parse.urlencode(fields), {
        "Content-Type": "application/x-www-form-urlencoded", "Cookie": f"moim_visit={visit}",
        "X-Forwarded-For": f"10.9.8.{number}"})
    answer = connection.getresponse()
    answered = time.monotonic()
    receipt = re.search(r"/my/(\d{4}-\d+)\.", answer.getheader("Location") or "")
    if answer.status != 303 or not receipt:
        sys.exit(f"not accepted: status {answer.status}")
    return receipt.group(1), answered


def is_found(connection, name, word):
    connection.request("GET", "/desk/search?" + urllib.parse.urlencode({"q": word}), headers={
        "Cookie": f"moim_session={session}"})
    answer = connection.getresponse()
    return name in answer.read().decode()


found, suggested = [], []
connection = http.client.HTTPConnection(host, timeout=20)
for number in range(1, int(count) + 1):
    # Nobody else has just come, and what a server publishes when it starts is done.
    time.sleep(3)
    word = "zq" + "".join(random.choice("bcdfghjklmnpqrstvwxz") for _ in range(10))
    # What was asked before is the hardest: the answer that nobody is found may have been kept.
    if is_found(connection, f"현장신청 {number}", word):
        sys.exit("found before it was sent")
    receipt, answered = apply(number, word)
    found_after = suggested_after = None
    while found_after is None or suggested_after is None:
        if suggested_after is None and records.execute(
                "SELECT 1 FROM suggestion WHERE receipt = ? LIMIT 1", (receipt,)).fetchone():
            suggested_after = time.monotonic() - answered
        if found_after is None and is_found(connection, f"현장신청 {number}", word):
            found_after = time.monotonic() - answered
        if time.monotonic() - answered > most_seconds:
            sys.exit(f"after {most_seconds:.0f} s: found {found_after}, suggested {suggested_after}")
        time.sleep(0.005)
    found.append(found_after)
    suggested.append(suggested_after)
print("found after", " ".join(f"{time * 1000:.0f}" for time in found), "ms")
for name, times in (("found by the officer's search", found), ("suggestions kept", suggested)):
    print(f"{name}: median {statistics.median(times) * 1000:.0f} ms, "
          f"least {min(times) * 1000:.0f}, most {max(times) * 1000:.0f} ({len(times)} applications)")
sys.exit(0 if max(found + suggested) < wanted_seconds else 1)
