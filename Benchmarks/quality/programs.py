"""Runs `moim` on workspaces of a part's folder and reads what it wrote."""
import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MOIM = ROOT / ".build/release/moim"
BENCHMARKS = ROOT / ".build/release/moim-benchmarks"


def note(text):
    print(text, file=sys.stderr, flush=True)


def run(command):
    """Standard output; what goes wrong is shown."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return done.stdout


class Program:
    """`moim` with the workspaces and runs of one folder."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return self.folder / name

    def import_sources(self, workspace, *sources, analyzer="standard"):
        shutil.rmtree(self.path(workspace), ignore_errors=True)
        run([MOIM, "import", "--workspace", self.path(workspace), "--analyzer", analyzer, *sources])

    def remove(self, workspace):
        shutil.rmtree(self.path(workspace), ignore_errors=True)

    def match(self, workspace, applications, name, *choices, limit=100, threads=None):
        """The run's file."""
        out = self.path(f"{name}.trec")
        words = ["--threads", threads] if threads else []
        run([MOIM, "match", "--workspace", self.path(workspace), applications, "--limit", limit, "--run", out, *words,
             *choices])
        return out

    def latency(self, workspace, applications, *choices):
        """Milliseconds on one thread, in process: the quietest of three passes, which the machine disturbed least."""
        stats, passes = self.path("stats.json"), []
        for _ in range(3):
            run([MOIM, "match", "--workspace", self.path(workspace), applications, "--limit", 100, "--threads", 1,
                 "--run", self.path("timed.trec"), "--stats", stats, *choices])
            passes.append({key: value / 1000 for key, value in json.loads(stats.read_text())["latency_us"].items()})
        return min(passes, key=lambda found: found["p95"])

    def search(self, workspace, queries, name, level, *choices, limit=100):
        out = self.path(f"{name}.trec")
        run([MOIM, "search", "--workspace", self.path(workspace), "--queries", queries, "--run", out, "--level", level,
             "--limit", limit, *choices])
        return out

    def evaluate(self, out, qrels, *options):
        """{"all": {metric: value}, "intervals": {"all": {metric: [low, high]}}, and the same for each group}."""
        found = json.loads(run(
            [MOIM, "evaluate", "--run", out, "--qrels", qrels, "--intervals", "--json", *options]))
        found["intervals"] = {
            group: {row["metric"]: [row["interval_low"], row["interval_high"]] for row in rows}
            for group, rows in found.get("intervals", {}).items()}
        return found

    def compare(self, first, second, qrels, *options):
        """{"differences": [{"metric", "first", "second", "difference", ...}], "groups": [the same with "label" and "n"]}."""
        found = json.loads(run([
            MOIM, "evaluate", "--run", first, "--against", second, "--qrels", qrels, "--json", "--queries", 0, *options]))
        return {key: found.get(key, []) for key in ("differences", "groups")}


def read_qrels(path):
    relevant = {}
    for line in Path(path).read_text().splitlines():
        query, _, document, grade = line.split()
        if int(grade) > 0:
            relevant.setdefault(query, set()).add(document)
    return relevant


def write_json_lines(path, records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))
    return path


def read_json_lines(path):
    return [json.loads(line) for line in Path(path).read_text().splitlines()]
