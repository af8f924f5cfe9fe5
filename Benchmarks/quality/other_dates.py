"""Consortium completion at other dates of the history: what `moim tune` holds out, and two splits of our own."""
import json
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter

from programs import MOIM, Program, run, write_json_lines

# First day, day after the last, and the days that a policy for it is learnt at: all of them before.
SPLITS = [
    ("2023-01-01", "2023-07-01", "2022-07-01,2022-10-01"),
    ("2023-07-01", "2024-01-01", "2022-07-01,2023-01-01"),
]
MEMBERS = ("coordinator", "participant", "associatedPartner", "subcontractor")
SMALLEST = 3
KINDS = {"PRC": "company", "HES": "university", "REC": "institute", "PUB": "public"}


def measure(program, data):
    history = data / "history-until-2023-12.zip"
    program.import_sources("workspace", history)
    policy = program.path("policy.json")
    run([MOIM, "tune", "--workspace", program.path("workspace"), "--out", policy])
    program.remove("workspace")
    projects = read_projects(history)
    training = json.loads(policy.read_text())["training"]
    return {"tune": training, "splits": [measure_split(program, history, projects, *split) for split in SPLITS]}


def read_projects(history):
    """Id, day of signature, members and text of every project, by file name."""
    projects = {}
    with zipfile.ZipFile(history) as archive:
        for name in archive.namelist():
            root = ElementTree.fromstring(archive.read(name))
            members, coordinator = [], None
            for body in root.iter("organization"):
                identifier = body.findtext("id")
                if body.get("type") in MEMBERS and identifier and identifier not in members:
                    members.append(identifier)
                    if body.get("type") == "coordinator":
                        coordinator = {
                            "id": identifier, "name": body.findtext("legalName"),
                            "country": body.findtext("address/country"), "kind": kind_of(body)}
            projects[name] = {
                "id": root.findtext("id"), "date": root.findtext("ecSignatureDate") or root.findtext("startDate") or "",
                "title": root.findtext("title") or "", "summary": root.findtext("objective") or "",
                "keywords": [word.strip() for word in (root.findtext("keywords") or "").split(",") if word.strip()],
                "members": members, "coordinator": coordinator}
    return projects


def kind_of(body):
    for category in body.iter("category"):
        if category.get("classification") == "organizationActivityType":
            return KINDS.get((category.findtext("code") or "").strip("/"), "other")
    return "other"


def measure_split(program, history, projects, begin, end, learnt_at):
    """Nothing of `begin` or later is in the workspace, nor in the policy, which is learnt in that workspace."""
    folder = Program(program.path(begin))
    folder.folder.mkdir(exist_ok=True)
    past = folder.path("history.zip")
    with zipfile.ZipFile(history) as archive, zipfile.ZipFile(past, "w") as known:
        for name, project in projects.items():
            if project["date"] < begin:
                known.writestr(zipfile.ZipInfo(name), archive.read(name))
    folder.import_sources("workspace", past)
    past.unlink()
    counts = Counter(
        member for project in projects.values() if project["date"] < begin for member in project["members"])
    applications, judgments = [], []
    for project in sorted(projects.values(), key=lambda project: (project["date"], project["id"])):
        if not begin <= project["date"] < end or len(project["members"]) < SMALLEST or not project["coordinator"]:
            continue
        applicant = project["coordinator"]
        partners = [member for member in project["members"] if member != applicant["id"] and member in counts]
        if partners:
            applications.append({
                "id": project["id"], "submitted": project["date"], "title": project["title"],
                "summary": project["summary"], "keywords": project["keywords"],
                "applicant": applicant})
            judgments += [f"{project['id']}\t0\t{partner}\t1\n" for partner in partners]
    asked = write_json_lines(folder.path("applications.jsonl"), applications)
    qrels, newcomers = folder.path("qrels.tsv"), folder.path("newcomers.txt")
    qrels.write_text("".join(judgments))
    newcomers.write_text("".join(f"{body}\n" for body, count in sorted(counts.items()) if count == 1))
    policy = folder.path("policy.json")
    run([MOIM, "tune", "--workspace", folder.path("workspace"), "--dates", learnt_at, "--out", policy])
    found = {"from": begin, "to": end, "learnt_at": learnt_at.split(",")}
    for name, choice in (("default", []), ("lane", ["--newcomer-lane"])):
        out = folder.match("workspace", asked, name, "--policy", policy, *choice)
        found[name] = folder.evaluate(out, qrels, "--subset", newcomers)
    folder.remove("workspace")
    return found
