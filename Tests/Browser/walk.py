"""Walks the whole story of the forum in a browser, and looks at every page on the way for what shuts people out.

usage: walk.py ADDRESS SCREENSHOTS [AXE]   (AXE: the file axe.min.js of axe-core)
"""

import pathlib
import re
import sys

from webdriver import Browser

base, folder = sys.argv[1], pathlib.Path(sys.argv[2])
axe = pathlib.Path(sys.argv[3]).read_text() if len(sys.argv) > 3 else None
folder.mkdir(parents=True, exist_ok=True)
browser = Browser()
seen, findings = set(), []


def look(name):
    """A screenshot, the console's complaints, requests to other hosts, and axe's findings."""
    browser.screenshot(folder / f"{len(seen):02d}-{name}.png")
    seen.add(name)
    for complaint in browser.complaints():
        if "Failed to load resource" not in complaint or "422" not in complaint:
            findings.append(f"{name}: the console says {complaint}")
    for address in browser.requested_addresses():
        if not address.startswith((base, "data:", "about:", "chrome")):
            findings.append(f"{name}: asks {address}")
    width, wide = browser.script("return [innerWidth, document.documentElement.scrollWidth]")
    if wide > width:
        findings.append(f"{name}: {wide} px wide on a screen of {width}")
    if axe:
        browser.script(axe)
        for violation in browser.script_async(
                "const done = arguments[0];"
                "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
                ".then(r => done(r.violations.map(v => [v.impact, v.id, v.help, v.nodes.map(n => n.target.join(' ')).slice(0, 3)])))"):
            impact, rule, text, places = violation
            findings.append(f"{name}: {impact} {rule}: {text} at {places}")


def check(condition, sentence):
    assert condition, f"{sentence}\n--- {browser.address}\n{browser.text[:2000]}"


def sign_in():
    browser.open(base + "/login")
    browser.one("#name").type("officer")
    browser.one("#password").type("secret-password")
    browser.one("button.main").follow()
    check("/desk/applications" in browser.address, "signing in leads to the applications")


def sign_out():
    browser.button("로그아웃").follow()


def apply(person, organization, kind, title, summary, needs, offers, name):
    browser.open(base + "/apply")
    if name:
        look(name)
    browser.one('input[name="purposes"][value="joint_research"]').click()
    browser.one("#f-organization-name").type(organization)
    browser.one(f'input[name="organization_kind"][value="{kind}"]').click()
    browser.one("#f-region").choose("서울")
    browser.one("#f-title").type(title)
    browser.one("#f-summary").type(summary)
    for field, texts in [("needs", needs), ("offers", offers)]:
        for number, text in enumerate(texts):
            if number:
                browser.script(f"document.querySelector('#f-{field}-0').closest('[data-more]').nextElementSibling.click()")
            browser.one(f"#f-{field}-{number}").type(text)
    browser.one("#f-person-name").type(person)
    browser.one("#f-email").type(f"{person}@example.org")
    browser.one("#f-phone").type("010-5555-0101")
    browser.one("#f-consent-forum").click()
    browser.one("#f-consent-partners").click()
    browser.one('main form button[type="submit"], main form button.main').follow()
    check(re.search(r"\d{4}-\d{4}", browser.text), "the receipt has a number")
    receipt = re.search(r"\d{4}-\d{4}", browser.text).group()
    addresses = browser.script("return [...document.querySelectorAll('a[href*=\"/my/\"]')].map(link => link.href)")
    check(addresses, "the receipt has a link to the applicant's page")
    return receipt, base + re.search(r"/my/[^/?#]+", addresses[0]).group()


# An applicant with a phone.
browser.resize(390, 844)
browser.open(base + "/language/ko?back=/")
look("start")
supplier, supplier_page = apply(
    "partner.person", "별빛자력계", "company", "휴대형 원자 자력계를 의료 현장에서 쓰고 싶습니다",
    "당사는 광펌핑 자력계를 만드는 회사입니다. 병원에서 소아 뇌자도 검사에 쓸 수 있도록 임상 시험을 함께할 기관을 찾습니다.",
    ["소아 뇌자도 임상 시험을 맡을 병원"], ["감도 10 fT 이하의 소형 광펌핑 자력계 센서 공급과 교정", "다채널 뇌자도 헬멧 설계"], "apply")
look("receipt")
hospital, hospital_page = apply(
    "applicant.person", "새봄어린이병원", "institute", "어린이 뇌자도 검사를 위한 소형 자력계",
    "움직이는 어린이도 검사할 수 있는 착용형 뇌자도 장비를 준비하고 있습니다. 광펌핑 자력계 센서를 공급할 기업이 필요합니다. 임상 자료는 저희가 가지고 있습니다.",
    ["감도 15 fT 이하의 광펌핑 자력계 센서를 30채널 이상 공급할 기업"], ["소아 임상 시험과 판독"], None)
browser.open(hospital_page)
look("my-page")
check("추천" in browser.text, "suggestions are shown on the applicant's page")
check("partner.person" not in browser.text, "suggestions name no person")

# The officer.
browser.resize(1280, 1000)
browser.clear_cookies()
browser.open(base + "/language/ko?back=/")
sign_in()
look("applications")
browser.one("#q").type("자력계 어린이")
browser.one('form[role="search"] button.main').follow()
check(hospital in browser.text, "the application is found by its words")
browser.open(f"{base}/desk/search?q=%EC%9E%90%EB%A0%A5%EA%B3%84")
look("search")
browser.open(f"{base}/desk/applications/{hospital}")
look("application")
check("applicant.person" in browser.text, "staff sees the contact under the applicant's consent")
browser.link("추천 기관").follow()
look("partners")
check("별빛자력계" in browser.text, "the other applicant is among the partners")
browser.open(f"{base}/desk/applications/{hospital}/consortium")
look("consortium")
check("제안 1" in browser.text, "a consortium is proposed")
rules = [rule.text for rule in browser.all(".proposal:first-of-type .grid > div:last-child li")]
check(rules and not [rule for rule in rules if rule.startswith("미충족") and "희망" not in rule],
      "the first proposal keeps every rule that must be kept")

# The introduction.
browser.open(f"{base}/desk/applications/{hospital}/partners")
place = 1 + next(place for place, item in enumerate(browser.all("ol.cards > li")) if "별빛자력계" in item.text)
browser.one(f'ol.cards > li:nth-child({place}) form[action$="/introductions"] button').follow()
introduction = browser.address
look("introduction")
check(supplier in browser.text, "the partner's own application is recognised")
sign_out()

# Both say yes, each on the own page; contacts open only then.
for number, (page, own, other) in enumerate([(hospital_page, "applicant.person", "partner.person"),
                                            (supplier_page, "partner.person", "applicant.person")]):
    browser.clear_cookies()
    browser.resize(390, 844)
    browser.open(page)
    check(f"{other}@example.org" not in browser.text, "the other side's contact is closed before both agree")
    place = browser.script(
        "const forms = [...document.querySelectorAll('form')];"
        "return forms.findIndex(form => form.querySelector('button[value=yes]')"
        " && form.closest('article, li, section, .card').innerText.match(/별빛자력계|새봄어린이병원/))")
    check(place >= 0, "there is a form to answer by")
    browser.script("document.querySelectorAll('form')[arguments[0]].querySelector('button[value=yes]').id = 'yes'", place)
    browser.one("#yes").follow()
    look(f"answered-{number}")
browser.open(supplier_page)
check("applicant.person@example.org" in browser.text, "contacts are open after both said yes")
look("contacts-open")
browser.open(hospital_page)
check("partner.person@example.org" in browser.text, "contacts are open on both sides")

# What came of it, counselling, and the report.
browser.resize(1280, 1000)
browser.clear_cookies()
browser.open(base + "/language/ko?back=/")
sign_in()
browser.open(introduction)
check("서로 관심" in browser.text, "the introduction is mutual")
browser.one("#stage").choose("met")
browser.one("#note").type("첫 회의에서 시제품 일정을 정함")
browser.one('form[action$="/outcomes"] button').follow()
check("첫 회의에서" in browser.text, "progress is noted")
look("outcome")
browser.open(base + "/desk/counselling")
browser.one("#receipt").type(hospital)
browser.one('aside form:last-of-type button.button').follow()
browser.button("상담 시작").follow()
browser.one("#notes").type("공동 과제 신청을 준비하기로 함")
browser.one("#next_step").type("다음 주에 연구계획서 초안")
browser.button("상담 마치기").follow()
look("counselling")
browser.open(base + "/desk/introductions")
look("introductions")
for name, path in [("landscape", "/desk/landscape"), ("allocations", "/desk/allocations"), ("data", "/desk/data"),
                   ("exports", "/desk/exports"), ("administration", "/desk/administration"),
                   ("report", "/desk/reports/forum"), ("brief", f"/desk/applications/{hospital}/brief"),
                   ("how-matching-works", "/how-matching-works"), ("privacy", "/privacy"), ("bodies", "/desk/bodies")]:
    browser.open(base + path)
    check(browser.all("h1"), f"{path} has a heading")
    if "찾을 수 없습니다" in browser.one("h1").text:
        findings.append(f"{name}: {path} is missing")
    look(name)
browser.open(base + "/language/en?back=/desk/applications")
look("english")
browser.close()

print(f"{len(seen)} pages were looked at in {folder}")
serious = [finding for finding in findings if not re.search(r": (minor|moderate) ", finding)]
for finding in findings:
    print(finding)
if serious:
    sys.exit(f"{len(serious)} serious findings")
print("The whole story was walked: no serious finding")
