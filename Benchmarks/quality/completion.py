"""Consortium completion on the development set: who joined 766 consortia of 2024, by what was known in 2023."""
import json
from collections import defaultdict

from programs import MOIM, ROOT, read_json_lines, read_qrels, run, write_json_lines

SHARES = (0.1, 0.2, 0.3, 0.4, 0.5)
CHOICES = [
    ("newcomer lane", ["--newcomer-lane"]),
    *((f"newcomer share {share}", ["--newcomer-share", str(share)]) for share in SHARES),
    *((f"{slider} {place}", [f"--{slider}={place}"])
      for slider in ("ties", "nearness", "size") for place in ("-1", "-0.5", "0.5", "1")),
    *((f"cap share {share}", ["--cap-share", str(share)]) for share in (0.02, 0.05, 0.1)),
]
# The lane and a cap look at more candidates; sliders cost nothing.
EVERYTHING = ["--newcomer-lane", "--cap-share", "0.1", "--ties=-0.5", "--nearness=0.5", "--size=-0.5", "--bridge", "both"]
NAMES = {"named", "acronym_named", "city_named", "country_named", "own_country_named"}
GRAPH = {"network", "partner_network", "shared_projects", "country_ties"}
WITHOUT = [
    ("without names and places in the text", NAMES),
    ("without the graph", GRAPH),
    ("without both", NAMES | GRAPH),
]


def measure(program, data, tools):
    applications, qrels = data / "applications.jsonl", data / "qrels.tsv"
    options = ["--groups", data / "groups.tsv", "--subset", data / "newcomers.txt"]
    program.import_sources("workspace", data / "history-until-2023-12.zip")
    shipped = program.match("workspace", applications, "shipped")
    found = {"shipped": program.evaluate(shipped, qrels, *options), "choices": [], "without": []}

    lane = None
    for name, choice in CHOICES:
        out = program.match("workspace", applications, name.replace(" ", "-"), *choice)
        lane = lane or out
        found["choices"].append([name, program.evaluate(out, qrels, *options)])
    for name, features in WITHOUT:
        policy = write_policy_without(features, program.path("without.json"))
        out = program.match("workspace", applications, name.replace(" ", "-"), "--policy", policy)
        found["without"].append([name, program.evaluate(out, qrels, *options)])
    voting = search_by_votes(program, applications)
    found["voting"] = program.evaluate(voting, qrels, *options)
    found["comparisons"] = [
        ["organisation search", "shipped policy", program.compare(voting, shipped, qrels, *options)],
        ["shipped policy", "with newcomer lane", program.compare(shipped, lane, qrels, *options)]]
    found["cross_check"] = {
        name: official(tools, out, qrels, options) for name, out in (("shipped", shipped), ("lane", lane))}
    found["candidates"] = candidate_share(program, applications, qrels)
    found["latency"] = {
        "shipped": program.latency("workspace", applications),
        "everything": program.latency("workspace", applications, *EVERYTHING)}
    program.remove("workspace")
    return found


def write_policy_without(features, path):
    """The shipped policy with the curves of some features flat."""
    policy = json.loads((ROOT / "Sources/PartnerDiscovery/Tuning/shipped-policy.json").read_text())
    known = {feature["name"] for feature in policy["features"]}
    if not features <= known:
        raise RuntimeError(f"the shipped policy has no {', '.join(sorted(features - known))}")
    for feature in policy["features"]:
        if feature["name"] in features:
            feature["values"] = [0] * len(feature["values"])
    path.write_text(json.dumps(policy))
    return path


def search_by_votes(program, applications):
    """The organisations that a plain search for the text finds: votes of evidence, no graph, nothing learnt."""
    records = read_json_lines(applications)
    queries = write_json_lines(program.path("queries.jsonl"), [
        {"id": record["id"], "text": " . ".join(
            [record["title"], record["title"], record["summary"], *record.get("keywords", [])])}
        for record in records])
    out = program.search("workspace", queries, "search", "organization", limit=101)
    applicants = {record["id"]: record["applicant"]["id"] for record in records}
    kept, places = [], defaultdict(int)
    for line in out.read_text().splitlines():
        query, constant, document, _, score, tag = line.split()
        if document != applicants[query] and places[query] < 100:
            places[query] += 1
            kept.append(f"{query} {constant} {document} {places[query]} {score} {tag}\n")
    out.write_text("".join(kept))
    return out


def official(tools, out, qrels, options):
    """The same run by another scorer; nothing where that is absent."""
    scorer = tools / "trec_eval.py"
    return json.loads(run(["python3", scorer, out, qrels, *options, "--json"]))["all"] if scorer.exists() else None


def candidate_share(program, applications, qrels):
    """How many of those who joined are ranked at all."""
    out = program.match("workspace", applications, "candidates", limit=100_000)
    relevant, ranked, hits = read_qrels(qrels), 0, defaultdict(int)
    with out.open() as lines:
        for line in lines:
            query, _, document, _ = line.split(" ", 3)
            ranked += 1
            hits[query] += document in relevant.get(query, ())
    out.unlink()
    return {
        "share": sum(hits.values()) / sum(map(len, relevant.values())),
        "mean": sum(hits[query] / len(documents) for query, documents in relevant.items()) / len(relevant),
        "per_application": ranked / len(relevant)}
