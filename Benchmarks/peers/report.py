"""Tables of a comparison, and what issue and README promise beside what was found."""
import statistics

PARTS = ("postings", "dictionary", "lengths", "filters", "ids", "stored", "positions", "links", "dates", "summary", "tables",
         "whole")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def number(value, digits=3):
    """Three digits that matter."""
    if value is None:
        return "-"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.{digits}g}"


class Report:
    def __init__(self, title, document_count, engines, classes, rounds, measurements, exact_shares):
        self.title, self.document_count, self.engines = title, document_count, engines
        self.classes, self.rounds = classes, rounds
        self.measurements, self.exact_shares = measurements, exact_shares

    def latency(self, label, engine, part="p50"):
        rounds = [self.measurements.get("search", turn, label, engine) for turn in range(self.rounds)]
        known = [found[part] for found in rounds if found]
        return statistics.median(known) if known else None

    def ratio(self, label, engine):
        """How many times Moim's median the engine needs: the median of the ratios of the rounds."""
        ratios = []
        for turn in range(self.rounds):
            own, peer = (self.measurements.get("search", turn, label, name) for name in ("moim", engine))
            if own and peer:
                ratios.append(peer["p50"] / own["p50"])
        return statistics.median(ratios) if ratios else None

    def latencies(self):
        rows = []
        for label, _, _ in self.classes:
            row = [label]
            for engine in self.engines:
                parts = [self.latency(label, engine, part) for part in ("p50", "p95", "p99")]
                if parts[0] is None:
                    row.append("-")
                    continue
                text = " / ".join(number(part) for part in parts)
                ratio = self.ratio(label, engine)
                row.append(text if engine == "moim" or ratio is None else f"{text} ({ratio:.2f}x)")
            if "moim" in self.engines:
                row.append(number(self.latency(label, "moim", "p50_from_text")))
            rows.append(row)
        return table(["queries", *self.engines, *(["moim from the text, p50"] if "moim" in self.engines else [])], rows)

    def tails(self):
        rows = []
        for label, _, _ in self.classes:
            row = [label]
            for engine in self.engines:
                median, tail = self.latency(label, engine), self.latency(label, engine, "p99")
                row.append("-" if median is None else f"{tail / median:.2f}")
            rows.append(row)
        return table(["p99 / p50", *self.engines], rows)

    def throughput_ratio(self, label, engine):
        ratios = []
        for turn in range(self.rounds):
            one, two = (self.measurements.get("threads", turn, label, engine, count) for count in (1, 2))
            if one and two:
                ratios.append(two["rate"] / one["rate"])
        return statistics.median(ratios) if ratios else None

    def throughput(self):
        rows = []
        for label, _, _ in self.classes:
            row = [label]
            for engine in self.engines:
                rates = [
                    self.measurements.get("threads", turn, label, engine, 2) for turn in range(self.rounds)]
                rates = [found["rate"] for found in rates if found]
                ratio = self.throughput_ratio(label, engine)
                row.append("-" if ratio is None else f"{number(statistics.median(rates))}/s, {ratio:.2f}x one thread")
            rows.append(row)
        return table(["batches on two threads", *self.engines], rows)

    def agreement(self):
        rows = []
        for label, _, _ in self.classes:
            row = [label]
            for engine in self.engines:
                shares = self.exact_shares.get((label, engine))
                if not shares:
                    row.append("-")
                    continue
                whole = sum(share == 1 for share in shares) / len(shares)
                row.append(f"{statistics.mean(shares):.4f}, {whole:.0%} of {len(shares)}")
            rows.append(row)
        return table(["right of the best k, queries all right", *self.engines], rows)

    def facts(self):
        rows = []
        for engine in self.engines:
            built = self.measurements.get("build", engine)
            parts = built["parts"]
            size = sum(parts.values()) / 1e6
            opened, added = self.measurements.get("open", engine), self.measurements.get("add", engine)
            memory = self.measurements.get("memory", engine)
            rows.append([
                engine, number(built["seconds"]), number(built["cpu"]), number(size),
                number(size - parts.get("positions", 0) / 1e6), number(opened["median_ms"]),
                number(added["median_ms"] if added else None), number(added["worst_ms"] if added else None),
                f"{memory['opened']:.0f} / {memory['searched']:.0f}", built["note"]])
        return table(
            ["engine", "build s", "whole process, cpu s", "index MB", "without positions MB", "open ms",
             "add one ms p50", "worst", "memory MB opened / after 1,000 queries", "note"], rows)

    def parts(self):
        found = {engine: self.measurements.get("build", engine)["parts"] for engine in self.engines}
        names = [name for name in PARTS if any(name in parts for parts in found.values())]
        names += sorted({name for parts in found.values() for name in parts} - set(names))
        rows = [
            [name, *(number(parts[name] / 1e6) if name in parts else "-" for parts in found.values())] for name in names]
        return table(["index MB", *found], rows)

    def bars(self):
        """What must be true, and whether it is; the issue asks it of 100,000 and a million documents."""
        if "moim" not in self.engines:
            return "Moim was left out."
        rows = []

        def bar(text, value, needed, goal=None, is_least=True):
            if value is None:
                return
            holds = value >= needed if is_least else value <= needed
            wanted = f"{'>=' if is_least else '<='} {needed}" + (f", goal {goal}" if goal else "")
            rows.append([text, wanted, f"{value:.2f}", "holds" if holds else "**MISSED**"])

        def faster_ratio(label, *engines):
            ratios = [ratio for ratio in (self.ratio(label, engine) for engine in engines) if ratio is not None]
            return min(ratios) if ratios else None

        for label, needed, goal in (("long, top 10", 6, 10), ("long without frequent words, top 10", 3.5, 6)):
            bar(f"{label}: the faster of tantivy and Lucene", faster_ratio(label, "tantivy", "lucene"), needed, goal)
        for label, needed in (("long, top 10", 2.5), ("long without frequent words, top 10", 1.2)):
            bar(f"{label}: bm25s", self.ratio(label, "bm25s"), needed)
        is_real = "organisations" in self.title
        short = "short, top 10"
        bar(f"{short}: PISA MaxScore", self.ratio(short, "pisa-maxscore"), 1)
        bar(f"{short}: tantivy", self.ratio(short, "tantivy"), 1 if is_real else 1.5)
        bar("short with filter, top 10: tantivy", self.ratio("short with filter, top 10", "tantivy"), 1 if is_real else 1.5)
        bar("short, top 1000: tantivy", self.ratio("short, top 1000", "tantivy"), 1)
        for label, _, _ in self.classes:
            median, tail = self.latency(label, "moim"), self.latency(label, "moim", "p99")
            bar(f"{label}: p99 / p50", tail / median if median else None, 3, is_least=False)
            bar(f"{label}: two threads / one", self.throughput_ratio(label, "moim"), 1.85)
        built, peer = self.measurements.get("build", "moim"), self.measurements.get("build", "tantivy")
        size = sum(built["parts"].values()) / 1e6
        if peer is not None:
            own, other = (
                sum(bytes for part, bytes in facts["parts"].items() if part != "positions") for facts in (built, peer))
            bar("index without positions / tantivy's", own / other, 1.5, 1, is_least=False)
            bar("build, one thread / tantivy's", built["seconds"] / peer["seconds"], 1, is_least=False)
        added = self.measurements.get("add", "moim")
        bar("add a document until it is found, worst ms", added["worst_ms"], 50 if self.document_count <= 100_000 else 200,
            is_least=False)
        bar("open, ms", self.measurements.get("open", "moim")["median_ms"], 2, is_least=False)
        bar("memory after 1,000 queries - index, MB",
            self.measurements.get("memory", "moim")["searched"] - size, 50, is_least=False)
        shares = [share for (_, engine), found in self.exact_shares.items() if engine == "moim" for share in found]
        bar("queries answered as exact BM25 does, share", sum(share == 1 for share in shares) / max(1, len(shares)), 1)
        return table(["bar", "needed", "found", ""], rows)

    def markdown(self):
        return "\n\n".join([
            f"## {self.title}",
            f"Microseconds p50 / p95 / p99, one thread, medians of {self.rounds} rounds in turns; in brackets how many "
            "times Moim's p50 it is (median of the rounds' ratios).",
            self.latencies(), self.tails(), self.throughput(), "Agreement with exact BM25:", self.agreement(),
            "Building on one thread, opening, adding, memory:", self.facts(), self.parts(), "What must be true:",
            self.bars()]) + "\n"
