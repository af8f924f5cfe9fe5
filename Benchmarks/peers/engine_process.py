"""An engine of the comparison as a process, so that none shares memory or a garbage collector with another."""
import json
import os
import resource
import subprocess
import sys
from pathlib import Path


class EngineProcess:
    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        """The engine's answer, None for what it cannot do. An error stops the comparison."""
        self.process.stdin.write("\t".join(str(word) for word in words) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        reply = json.loads(line) if line else {"error": "it ended"}
        if "error" in reply:
            sys.exit(f"compare: {self.name} failed at {words[0]}: {reply['error']}")
        return None if "unsupported" in reply else reply

    def resident_megabytes(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) * 1024 / 1e6 for line in status.splitlines() if line.startswith("VmRSS:"))

    def close(self):
        """Ends it; returns the processor seconds of all its threads."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.process.stdin.close()
        self.process.wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# What files of the peers' indexes hold, by ending or name.
TANTIVY_PARTS = {
    "idx": "postings", "pos": "positions", "term": "dictionary", "fieldnorm": "lengths", "fast": "filters",
    "store": "stored"}
LUCENE_PARTS = {
    "doc": "postings", "psm": "postings", "pos": "positions", "tim": "dictionary", "tip": "dictionary",
    "tmd": "dictionary", "nvd": "lengths", "nvm": "lengths", "fdt": "stored", "fdx": "stored", "fdm": "stored",
    "dvd": "filters", "dvm": "filters"}
PART_NAMES = {"tantivy": TANTIVY_PARTS, "lucene": LUCENE_PARTS}


def file_parts(engine, folder):
    """Bytes of an index by part; what has no name of its own counts as tables."""
    names, sums = PART_NAMES.get(engine, {}), {}
    for path in folder.rglob("*"):
        if path.is_file():
            part = names.get(path.suffix.lstrip("."), "tables" if names else "whole")
            sums[part] = sums.get(part, 0) + os.path.getsize(path)
    return sums
