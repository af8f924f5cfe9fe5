"""The corpora of real text, from the CORDIS history in the data folder beside the project: a document for each organisation,
or one for each project.

A document is the title, objective and keywords of a project, or of all projects of an organisation, as tokens: lower case,
without accents, letters and digits only (PISA has no way to split at blanks alone, and must not see other words than the
rest). Queries come from the later applications of the development set, which no document holds.
"""
import json
import random
import re
import unicodedata
import zipfile
from xml.etree import ElementTree

HISTORY = "cordis/history-until-2023-12.zip"
APPLICATIONS = "cordis/applications.jsonl"
KINDS = {"/PRC": "company", "/HES": "university", "/REC": "institute", "/PUB": "public"}
COUNTRIES = {"UK": "GB", "EL": "GR"}
FREQUENT_SHARE = 0.1


def tokens(text):
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    # Engines cut longer words at different places.
    return [word for word in re.findall("[a-z0-9]+", plain) if len(word) <= 60]


def read_history(path, by_project):
    """Texts by the id of the organisation or project, and of each the kind and country: of a project its first member's."""
    texts, attributes = {}, {}
    with zipfile.ZipFile(path) as archive:
        for entry in sorted(archive.namelist()):
            project = ElementTree.fromstring(archive.read(entry))
            words = tokens(" ".join(project.findtext(name) or "" for name in ("title", "objective", "keywords")))
            members = {}
            for element in project.iterfind("relations/associations/organization"):
                name = element.findtext("id")
                code = element.findtext("relations/categories/category/code") or ""
                if name:
                    country = element.findtext("address/country") or ""
                    members[name] = (KINDS.get(code, "other"), COUNTRIES.get(country, country))
            if by_project:
                members = {project.findtext("id"): next(iter(members.values()), ("other", ""))}
            for name, member in members.items():
                attributes.setdefault(name, member)
                texts.setdefault(name, []).append(words)
    return texts, attributes


def write_real_text(data, folder, query_count, by_project):
    """Writes documents and queries as the synthetic corpus has them."""
    texts, attributes = read_history(data / HISTORY, by_project)
    frequencies = {}
    with (folder / "evidence.jsonl").open("w") as lines:
        names = sorted(texts)
        for name in names:
            kind, country = attributes[name]
            record = {"type": "organization", "id": f"o{name}", "kind": kind, "names": {"en": f"Organisation {name}"}}
            if country:
                record["country"] = country
            lines.write(json.dumps(record) + "\n")
        for name in names:
            words = [word for project in texts[name] for word in project]
            for word in set(words):
                frequencies[word] = frequencies.get(word, 0) + 1
            lines.write(json.dumps({
                "type": "evidence", "id": f"d{name}", "kind": "project", "text": " ".join(words),
                "organizations": [{"id": f"o{name}", "role": "participant"}]}, ensure_ascii=False) + "\n")

    limit = FREQUENT_SHARE * len(names)
    applications = []
    for line in (data / APPLICATIONS).open():
        record = json.loads(line)
        words = tokens(f"{record['title']} {record['summary']}")[:400]
        # Different words, each once, so that no engine's counting of repeated query words matters.
        words = [word for word in dict.fromkeys(words) if word in frequencies]
        if 100 <= len(words) <= 300:
            applications.append(words)
    countries = sorted(country for _, country in attributes.values() if country)
    chance = random.Random(20240301)
    queries = {"short": [], "filtered": [], "long": [], "long-no-frequent": []}
    for number in range(query_count):
        words = applications[number % len(applications)]
        rare = [word for word in words if frequencies[word] <= limit]
        short = {}
        while len(short) < 2 + number % 5:
            # As people ask: mostly telling words, now and then a frequent one.
            pool = words if chance.random() < 0.2 else rare
            short[pool[int(chance.random() * len(pool))]] = None
        country = countries[int(chance.random() * len(countries))]
        queries["short"].append({"text": " ".join(short)})
        queries["filtered"].append({"text": " ".join(short), "countries": [country]})
        queries["long"].append({"text": " ".join(words)})
        queries["long-no-frequent"].append({"text": " ".join(rare)})
    for name, made in queries.items():
        with (folder / f"queries-{name}.jsonl").open("w") as lines:
            for number, query in enumerate(made):
                lines.write(json.dumps({"id": f"{name}-{number:04}", **query}, ensure_ascii=False) + "\n")
    return len(names)
