"""Applies from twenty threads, kills the server in the middle, and notes every receipt that was acknowledged."""

import http.client
import os
import random
import re
import signal
import sys
import threading
import time
import urllib.parse

address, form, visit, process, notes, seed = sys.argv[1:]
host = urllib.parse.urlparse(address).netloc
random.seed(int(seed))
receipts, lock = [], threading.Lock()
is_over = threading.Event()


def apply(thread):
    number = 0
    while not is_over.is_set():
        number += 1
        fields = {
            "form_token": form, "purposes": "joint_research", "organization_name": f"끊김시험 {seed}-{thread}-{number}",
            "organization_kind": "company", "region": "서울", "title": "끊겨도 남는 신청", "person_name": "시험 담당",
            "summary": "서버가 갑자기 멈추어도 접수되었다고 들은 신청은 남아 있어야 합니다. 양자 센서 공동연구 상대를 찾습니다.",
            "needs": "양자 센서를 시험할 기관", "need_urgencies": "required", "email": f"t{thread}n{number}@example.org",
            "phone": "010-5555-0198", "consent_forum": "yes"}
        try:
            connection = http.client.HTTPConnection(host, timeout=20)
            connection.request("POST", "/apply", urllib.parse.urlencode(fields), {
                "Content-Type": "application/x-www-form-urlencoded", "Cookie": f"moim_visit={visit}",
                "X-Forwarded-For": f"10.{seed}.{thread}.{number % 250 + 1}"})
            answer = connection.getresponse()
            found = re.search(r"/my/(\d{4}-\d+)\.", answer.getheader("Location") or "")
            if answer.status == 303 and found:
                with lock:
                    receipts.append(found.group(1))
            elif not is_over.is_set():
                print(f"status {answer.status}", file=sys.stderr)
        except OSError:
            if is_over.is_set() or not os.path.exists(f"/proc/{process}"):
                return
        except http.client.HTTPException:
            return


threads = [threading.Thread(target=apply, args=(number,)) for number in range(20)]
for thread in threads:
    thread.start()
time.sleep(0.5 + random.random() * 2)
os.kill(int(process), signal.SIGKILL)
is_over.set()
for thread in threads:
    thread.join()
with open(notes, "a") as file:
    file.writelines(receipt + "\n" for receipt in receipts)
print(f"round {seed}: {len(receipts)} acknowledged")
