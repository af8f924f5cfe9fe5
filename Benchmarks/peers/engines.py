"""The engines of the comparison. Each builds an index of the corpus and searches it on one thread.

`search(queries, k)` returns latencies (p50, p95, p99 in microseconds) and the ids found, or None for what it cannot do;
each engine answers every query once before it is measured.
"""
import gc
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time


def percentiles(microseconds):
    values = sorted(microseconds)

    def at(share):
        return values[max(0, min(len(values), -int(-share * len(values) // 1)) - 1)]

    return {"p50": at(0.50), "p95": at(0.95), "p99": at(0.99)}


def size_megabytes(folder):
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6, 1)


def records(corpus):
    """The documents: id, text, kind and region of its organisations."""
    organizations = {}
    for line in (corpus / "evidence.jsonl").open():
        record = json.loads(line)
        if record["type"] == "organization":
            organizations[record["id"]] = (record["kind"], record["region"])
        else:
            yield record["id"], record["text"], [organizations[member["id"]] for member in record["organizations"]]


def timed(queries, search):
    """Answers all queries twice and times the second time."""
    for query in queries:
        search(query)
    latencies, found = [], []
    gc.disable()
    for query in queries:
        begin = time.perf_counter_ns()
        answer = search(query)
        latencies.append((time.perf_counter_ns() - begin) / 1000)
        found.append(answer)
    gc.enable()
    return percentiles(latencies), found


class Moim:
    name = "moim"

    def __init__(self, root, work, corpus):
        self.binary, self.work, self.corpus = root / ".build/release/moim", work / "moim", corpus
        self.facts = {}

    def build(self):
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        output = subprocess.run(
            [str(self.binary), "import", "--workspace", str(self.work / "workspace"), "--analyzer", "whitespace",
             "--threads", "1", "--json", str(self.corpus / "evidence.jsonl")], check=True, capture_output=True).stdout
        report = json.loads(output)
        seconds = report["seconds"]
        self.facts["build s"] = round(seconds["indexing"], 2)
        self.facts["index MB"] = size_megabytes(self.work / "workspace" / "index")
        self.facts["note"] = f"with positions, stored text, filters; whole import {seconds['total']:.2f} s"

    def search(self, queries, k):
        name = queries[0]["id"].rsplit("-", 1)[0]
        run, stats = self.work / "run.trec", self.work / "stats.json"
        subprocess.run(
            [str(self.binary), "search", "--workspace", str(self.work / "workspace"), "--queries",
             str(self.corpus / f"queries-{name}.jsonl"), "--run", str(run), "--level", "evidence", "--threads", "1",
             "--limit", str(k), "--stats", str(stats)], check=True, stderr=subprocess.DEVNULL)
        found = {query["id"]: [] for query in queries}
        for line in run.open():
            query, _, document, *_ = line.split(" ")
            found[query].append(document)
        return json.loads(stats.read_text())["latency_us"], list(found.values())


class Tantivy:
    name = "tantivy"

    def __init__(self, root, work, corpus):
        self.work, self.corpus = work / "tantivy", corpus
        self.facts = {}

    def build(self):
        import tantivy

        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        self.schema = (
            tantivy.SchemaBuilder()
            .add_text_field("id", stored=False, fast=True, tokenizer_name="raw", index_option="basic")
            .add_text_field("text", stored=False, tokenizer_name="whitespace", index_option="freq")
            .add_text_field("kind", stored=False, tokenizer_name="raw", index_option="basic")
            .add_text_field("region", stored=False, tokenizer_name="raw", index_option="basic")
            .add_unsigned_field("number", stored=True)
            .build())
        index = tantivy.Index(self.schema, path=str(self.work))
        # Documents are read before the clock starts; making Python's document objects is not the engine's work either.
        seconds, self.ids = 0.0, []
        writer = index.writer(heap_size=1_000_000_000, num_threads=1)
        batch = []

        def flush():
            nonlocal seconds
            begin = time.perf_counter()
            for document in batch:
                writer.add_document(document)
            seconds += time.perf_counter() - begin
            batch.clear()

        for name, text, members in records(self.corpus):
            batch.append(tantivy.Document(
                id=name, text=text, kind=[kind for kind, _ in members], region=[region for _, region in members],
                number=len(self.ids)))
            self.ids.append(name)
            if len(batch) == 10_000:
                flush()
        flush()
        begin = time.perf_counter()
        writer.commit()
        writer.wait_merging_threads()
        seconds += time.perf_counter() - begin
        self.facts["build s"] = round(seconds, 2)
        self.facts["index MB"] = size_megabytes(self.work)
        begin = time.perf_counter()
        self.index = tantivy.Index.open(str(self.work))
        self.index.reload()
        self.searcher = self.index.searcher()
        self.facts["open ms"] = round((time.perf_counter() - begin) * 1000, 2)
        self.facts["note"] = f"without positions; {self.searcher.num_segments} segments"

    def search(self, queries, k):
        import tantivy

        def term(field, value):
            return tantivy.Query.term_query(self.schema, field, value, "freq" if field == "text" else "basic")

        def prepared(query):
            words = tantivy.Query.boolean_query(
                [(tantivy.Occur.Should, term("text", word)) for word in query["terms"]])
            if "kinds" not in query:
                return words
            filters = [
                (tantivy.Occur.Must, tantivy.Query.const_score_query(term(field, query[key][0]), 0.0))
                for field, key in (("kind", "kinds"), ("region", "regions"))]
            return tantivy.Query.boolean_query([(tantivy.Occur.Must, words), *filters])

        searcher = self.searcher
        latencies, hits = timed(
            [prepared(query) for query in queries], lambda query: searcher.search(query, k, count=False))
        return latencies, [
            [self.ids[searcher.doc(address)["number"][0]] for _, address in result.hits] for result in hits]


class BM25S:
    name = "bm25s"

    def __init__(self, root, work, corpus):
        self.work, self.corpus = work / "bm25s", corpus
        self.facts = {}

    def build(self):
        import bm25s
        import numpy

        self.ids, terms, tokens = [], {}, []
        for name, text, _ in records(self.corpus):
            self.ids.append(name)
            tokens.append([terms.setdefault(word, len(terms)) for word in text.split(" ")])
        self.terms = terms
        begin = time.perf_counter()
        self.index = bm25s.BM25(method="lucene", k1=1.2, b=0.75, backend="numba")
        self.index.index((tokens, terms), show_progress=False)
        self.facts["build s"] = round(time.perf_counter() - begin, 2)
        shutil.rmtree(self.work, ignore_errors=True)
        self.index.save(str(self.work), show_progress=False)
        self.facts["index MB"] = size_megabytes(self.work)
        begin = time.perf_counter()
        bm25s.BM25.load(str(self.work), mmap=True)
        self.facts["open ms"] = round((time.perf_counter() - begin) * 1000, 2)
        self.facts["note"] = "from term numbers; whole matrix in memory"
        self.numpy = numpy

    def search(self, queries, k):
        if "kinds" in queries[0]:
            return None
        k = min(k, len(self.ids))
        index = self.index

        def prepared(query):
            return [[self.terms[word] for word in query["terms"] if word in self.terms]]

        latencies, found = timed(
            [prepared(query) for query in queries],
            lambda query: index.retrieve(
                query, k=k, show_progress=False, n_threads=1, backend_selection="numba", sorted=True))
        return latencies, [
            [self.ids[document] for document, score in zip(result.documents[0], result.scores[0]) if score > 0]
            for result in found]


class Pisa:
    def __init__(self, root, work, corpus, algorithm, title, shared):
        self.name, self.algorithm, self.shared = title, algorithm, shared
        self.work, self.corpus = work / "pisa", corpus
        self.facts = {}

    def build(self):
        from pyterrier_pisa import PisaIndex, PisaRetrieve, PisaScorer

        if "retriever" not in self.shared:
            shutil.rmtree(self.work, ignore_errors=True)
            index = PisaIndex(str(self.work), stemmer="none", threads=1)
            seconds = self._silently(lambda: index.index(
                [{"docno": name, "text": text} for name, text, _ in records(self.corpus)]))
            begin = time.perf_counter()
            retriever = None

            def open_index():
                nonlocal retriever
                retriever = PisaRetrieve(
                    index, PisaScorer.bm25, num_results=10, threads=1, stops="none", bm25_k1=1.2, bm25_b=0.75)

            self._silently(open_index)
            self.shared["retriever"] = retriever
            self.shared["facts"] = {
                "build s": round(seconds + time.perf_counter() - begin, 2), "index MB": size_megabytes(self.work),
                "note": "with forward index and bounds"}
        self.facts = dict(self.shared["facts"])

    @staticmethod
    def _silently(work):
        """PISA draws progress bars on both outputs, which are ours."""
        sys.stdout.flush()
        saved, nothing = [os.dup(1), os.dup(2)], os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        try:
            begin = time.perf_counter()
            work()
            return time.perf_counter() - begin
        finally:
            os.dup2(saved[0], 1)
            os.dup2(saved[1], 2)
            for descriptor in (*saved, nothing):
                os.close(descriptor)

    def search(self, queries, k):
        if "kinds" in queries[0]:
            return None
        import numpy
        from pyterrier_pisa import _pisathon

        class Clocked:
            """Hands out queries and notes when each was asked for: the time between two is a query's."""

            def __init__(self):
                self.times = []

            def __len__(self):
                return len(queries)

            def __iter__(self):
                for number, query in enumerate(queries):
                    item = (number, {word: 1.0 for word in query["terms"]})
                    self.times.append(time.perf_counter_ns())
                    yield item
                self.times.append(time.perf_counter_ns())

        def run():
            clocked = Clocked()
            shape = (len(queries) * k,)
            numbers, names = numpy.empty(shape, dtype=numpy.int32), numpy.empty(shape, dtype=object)
            ranks, scores = numpy.empty(shape, dtype=numpy.int32), numpy.empty(shape, dtype=numpy.float32)
            size = _pisathon.retrieve(
                self.shared["retriever"]._ctxt, self.algorithm, clocked, k=k, threads=1, query_weighted=0, pretokenised=1,
                result_qidxs=numbers, result_docnos=names, result_ranks=ranks, result_scores=scores)
            found = [[] for _ in queries]
            for number, name in zip(numbers[:size], names[:size]):
                found[number].append(name)
            return clocked.times, found

        run()
        gc.disable()
        times, found = run()
        gc.enable()
        # Preparing the next query stands before its note, so it counts to the query before: a few microseconds.
        return percentiles([(end - begin) / 1000 for begin, end in zip(times, times[1:])]), found


def available_engines(root, work, corpus):
    engines = [Moim(root, work, corpus)]
    for module, make in (
        ("tantivy", lambda: [Tantivy(root, work, corpus)]),
        ("bm25s", lambda: [BM25S(root, work, corpus)]),
        ("pyterrier_pisa", lambda: pisa_engines(root, work, corpus)),
    ):
        if importlib.util.find_spec(module) is None:
            print(f"{module} is not installed and left out", file=sys.stderr)
        else:
            engines += make()
    print("Lucene is left out: it needs a Java archive that PyPI has only inside large packages", file=sys.stderr)
    return engines


def pisa_engines(root, work, corpus):
    shared = {}
    return [
        Pisa(root, work, corpus, "maxscore", "PISA MaxScore", shared),
        Pisa(root, work, corpus, "block_max_wand", "PISA Block-Max WAND", shared),
    ]
