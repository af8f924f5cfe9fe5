"""Korean retrieval, Korean and English bridged, and the demonstration forum, which is mostly Korean."""
import json

from programs import BENCHMARKS, run, read_json_lines, write_json_lines

SOURCES = ("cerif", "international-projects", "academia.jsonl", "companies.jsonl", "company-evidence.jsonl")
BRIDGES = ("none", "glossary", "mined", "both")


def measure_titles(program, data):
    """Patent titles for their abstracts."""
    folder, found = data / "patent-title", {}
    documents = write_json_lines(program.path("documents.jsonl"), [
        {"type": "evidence", "id": record["id"], "kind": "patent", "text": record["text"]}
        for record in read_json_lines(folder / "docs.jsonl")])
    for analyzer in ("standard", "bigram", "whitespace"):
        program.import_sources("workspace", documents, analyzer=analyzer)
        out = program.search("workspace", folder / "queries.jsonl", analyzer, "evidence")
        found[analyzer] = program.evaluate(out, folder / "qrels.tsv")
    program.remove("workspace")
    found["comparison"] = program.compare(
        program.path("whitespace.trec"), program.path("standard.trec"), folder / "qrels.tsv")
    return found


def measure_analysis(folder):
    """Megabytes of Korean text a second on one thread, by processor time."""
    out = folder / "analysis.json"
    run([BENCHMARKS, "--filter", "analyses Korean", "--cpu-time", "--json", out])
    return json.loads(out.read_text())[0]


def measure_bridging(data):
    """The tables as they are printed: rows of name and "R@10 (reciprocal rank)" for each bridge, then the last table's."""
    rows = []
    for line in run([BENCHMARKS, "bridging", data]).splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if len(cells) == 1 + len(BRIDGES) and not line.startswith("|---") and cells[1] != "none":
            rows.append([cells[0], [[float(part) for part in cell.strip(")").split(" (")] for cell in cells[1:]]])
        elif len(cells) == 1 + len(BRIDGES) and cells[1] == "none":
            heading = cells[0]
            rows.append([heading, None])
    return rows


def measure_forum(program, folder):
    program.import_sources("workspace", *[folder / name for name in SOURCES])
    found = {"applications": {}, "queries": {}}
    for bridge in BRIDGES:
        out = program.match("workspace", folder / "applications.jsonl", f"match-{bridge}", "--bridge", bridge)
        found["applications"][bridge] = program.evaluate(out, folder / "judgments.qrels")
        out = program.search("workspace", folder / "queries.jsonl", f"search-{bridge}", "evidence", "--bridge", bridge)
        found["queries"][bridge] = program.evaluate(out, folder / "query-judgments.qrels")
    program.remove("workspace")
    return found
