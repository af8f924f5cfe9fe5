"""Documents and queries as tables that every engine reads: id, kind, country, region and text with tabs between them.

For queries an empty column means any. Texts are tokens with one blank between them.
"""
import json

COLUMNS = ("kind", "country", "region")


def write_tables(folder):
    """Writes documents.tsv and queries-NAME.tsv beside the JSON Lines of a corpus."""
    organizations = {}
    with (folder / "evidence.jsonl").open() as lines, (folder / "documents.tsv").open("w") as table:
        for line in lines:
            record = json.loads(line)
            if record["type"] == "organization":
                organizations[record["id"]] = [record.get(name, "") for name in COLUMNS]
            else:
                member = organizations[record["organizations"][0]["id"]]
                table.write("\t".join([record["id"], *member, record["text"]]) + "\n")
    for path in sorted(folder.glob("queries-*.jsonl")):
        with path.open() as lines, path.with_suffix(".tsv").open("w") as table:
            for line in lines:
                query = json.loads(line)
                wanted = [query.get(name, [""])[0] for name in ("kinds", "countries", "regions")]
                table.write("\t".join([query["id"], *wanted, query["text"]]) + "\n")


def read_table(path):
    """Yields id, (kind, country, region), text."""
    with open(path, encoding="utf-8", newline="\n") as table:
        for line in table:
            name, kind, country, region, text = line.rstrip("\n").split("\t")
            yield name, (kind, country, region), text


def write_additions(folder, path, count):
    """Writes documents to be added one by one: texts of the corpus with a word at the end that no other has."""
    with open(path, "w", encoding="utf-8") as table:
        for number, (_, attributes, text) in zip(range(count), read_table(folder / "documents.tsv")):
            words = " ".join(text.split(" ")[:150])
            table.write("\t".join([f"added{number:04}", *attributes, f"{words} zzzadded{number:04}"]) + "\n")
