"""The peers that Python can call, each in a process of its own that answers requests as Moim's and Lucene's engines do.

usage: engines.py ENGINE CORPUS-FOLDER INDEX-FOLDER [--cpu-time]
Requests are lines with tabs in them, answers lines of JSON:

    build                                                 documents.tsv of the corpus into an index, on one thread
    open    TIMES                                         until it can be searched
    search  QUERIES  LIMIT  THREADS  SECONDS  ANSWERS     ANSWERS gets a line of ids for each query; "-" for none
    add     DOCUMENTS                                     each by itself, until a search finds it
"""
import gc
import itertools
import json
import os
import shutil
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from tables import COLUMNS, read_table


# The processor time is that of all threads: some engines search in one that is not ours.
now = time.process_time_ns if "--cpu-time" in sys.argv else time.perf_counter_ns


class Unsupported(Exception):
    pass


def percentiles(microseconds):
    values = sorted(microseconds)

    def at(share):
        return values[max(0, min(len(values), -int(-share * len(values) // 1)) - 1)]

    return {"p50": at(0.50), "p95": at(0.95), "p99": at(0.99)}


class Engine:
    """What the engines share; `find(prepared, k)` is all that is timed of a search."""

    def __init__(self, corpus, folder):
        self.corpus, self.folder = corpus, folder
        self.is_open = False

    def records(self):
        return read_table(self.corpus / "documents.tsv")

    def ids(self):
        return [name for name, _, _ in self.records()]

    def ensure_open(self):
        if not self.is_open:
            self.open()
            self.is_open = True

    def answer(self, words):
        if words[0] == "build":
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            seconds, note = self.build()
            return {"seconds": seconds, "note": note}
        if words[0] == "open":
            times = []
            for _ in range(int(words[1])):
                begin = time.perf_counter()
                self.open()
                times.append((time.perf_counter() - begin) * 1000)
            self.is_open = True
            return {"median_ms": statistics.median(times), "worst_ms": max(times)}
        if words[0] == "search":
            queries = list(read_table(words[1]))
            self.ensure_open()
            return self.search(queries, int(words[2]), int(words[3]), float(words[4]), words[5])
        if words[0] == "add":
            self.ensure_open()
            times = self.add(list(read_table(words[1])))
            return {"median_ms": statistics.median(times), "worst_ms": max(times)}
        raise Unsupported(words[0])

    def add(self, documents):
        raise Unsupported("adding documents")

    def search(self, queries, k, threads, seconds, answers):
        if threads != 1:
            raise Unsupported("threads")
        prepared = [self.prepare(wanted, text) for _, wanted, text in queries]
        found = [self.find(query, k) for query in prepared]
        if answers != "-":
            Path(answers).write_text("".join(" ".join(self.found_ids(hits)) + "\n" for hits in found))
        del found
        latencies = []
        gc.collect()
        gc.disable()
        begin = time.perf_counter()
        while not latencies or time.perf_counter() - begin < seconds:
            for query in prepared:
                start = now()
                self.find(query, k)
                latencies.append((now() - start) / 1000)
        total = time.perf_counter() - begin
        gc.enable()
        return {**percentiles(latencies), "rate": len(latencies) / total}


class Tantivy(Engine):
    def build(self):
        import tantivy

        builder = (
            tantivy.SchemaBuilder()
            .add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
            .add_text_field("text", stored=False, tokenizer_name="whitespace", index_option="freq"))
        for name in COLUMNS:
            builder = builder.add_text_field(name, stored=False, tokenizer_name="raw", index_option="basic")
        index = tantivy.Index(builder.build(), path=str(self.folder))
        # So much memory that a million documents are one segment: this interface cannot merge.
        writer = index.writer(heap_size=4_000_000_000, num_threads=1)
        # Reading documents and making Python's objects of them is not the engine's work. It works in a thread of its own, also
        # while more are read: so what counts is processor time, without this thread's for reading.
        begin, reading = time.process_time(), 0.0
        records = self.records()
        while True:
            reading_begin = time.thread_time()
            batch = [self.document(record) for record in itertools.islice(records, 10_000)]
            reading += time.thread_time() - reading_begin
            if not batch:
                break
            for document in batch:
                writer.add_document(document)
        seconds = time.process_time() - begin - reading
        begin = time.perf_counter()
        writer.commit()
        writer.wait_merging_threads()
        seconds += time.perf_counter() - begin
        self.open()
        return seconds, f"tantivy {tantivy.__version__}, without positions; {self.searcher.num_segments} segments"

    @staticmethod
    def document(record):
        import tantivy

        name, attributes, text = record
        return tantivy.Document(id=name, text=text, **dict(zip(COLUMNS, attributes)))

    def open(self):
        import tantivy

        self.index = tantivy.Index.open(str(self.folder))
        self.schema = self.index.schema
        self.searcher = self.index.searcher()

    def term(self, field, value):
        import tantivy

        return tantivy.Query.term_query(self.schema, field, value, "freq" if field == "text" else "basic")

    def prepare(self, wanted, text):
        from tantivy import Occur, Query

        words = Query.boolean_query([(Occur.Should, self.term("text", word)) for word in text.split(" ")])
        filters = [
            (Occur.Must, Query.const_score_query(self.term(field, value), 0.0))
            for field, value in zip(COLUMNS, wanted) if value]
        return Query.boolean_query([(Occur.Must, words), *filters]) if filters else words

    def find(self, query, k):
        return self.searcher.search(query, k, count=False)

    def found_ids(self, hits):
        return [self.searcher.doc(address)["id"][0] for _, address in hits.hits]

    def add(self, documents):
        writer = self.index.writer(heap_size=100_000_000, num_threads=1)
        times = []
        for record in documents:
            query = self.prepare(("", "", ""), record[2].split(" ")[-1])
            begin = time.perf_counter()
            writer.add_document(self.document(record))
            writer.commit()
            self.index.reload()
            self.searcher = self.index.searcher()
            hits = self.find(query, 1)
            times.append((time.perf_counter() - begin) * 1000)
            if self.found_ids(hits) != [record[0]]:
                raise RuntimeError(f"{record[0]} was added and is not found")
        return times


class BM25S(Engine):
    def build(self):
        import bm25s

        terms, tokens = {}, []
        for _, _, text in self.records():
            tokens.append([terms.setdefault(word, len(terms)) for word in text.split(" ")])
        begin = time.perf_counter()
        index = bm25s.BM25(method="lucene", k1=1.2, b=0.75, backend="numba")
        index.index((tokens, terms), show_progress=False)
        seconds = time.perf_counter() - begin
        index.save(str(self.folder), show_progress=False)
        return seconds, f"bm25s {bm25s.__version__} with numba, from term numbers; no ids, no filters"

    def open(self):
        import bm25s

        self.index = bm25s.BM25.load(str(self.folder))
        self.names = None

    def prepare(self, wanted, text):
        if any(wanted):
            raise Unsupported("filters")
        terms = self.index.vocab_dict
        return [[terms[word] for word in text.split(" ") if word in terms]]

    def find(self, query, k):
        count = min(k, self.index.scores["num_docs"])
        return self.index.retrieve(
            query, k=count, show_progress=False, n_threads=1, backend_selection="numba", sorted=True)

    def found_ids(self, hits):
        self.names = self.names or self.ids()
        return [self.names[document] for document, score in zip(hits.documents[0], hits.scores[0]) if score > 0]


class Pisa(Engine):
    """PISA takes queries by an iterator, so the time of one is that between being asked for it and for the next."""

    algorithm = "maxscore"

    def build(self):
        from pyterrier_pisa import PisaIndex

        index = PisaIndex(str(self.folder), stemmer="none", threads=1)
        begin = time.perf_counter()
        index.index({"docno": name, "text": text} for name, _, text in self.records())
        # The first retriever encodes the postings and their bounds.
        self.open()
        return time.perf_counter() - begin, "PISA with forward index and bounds; no filters"

    def open(self):
        from pyterrier_pisa import PisaIndex, PisaRetrieve, PisaScorer

        index = PisaIndex(str(self.folder), stemmer="none", threads=1)
        self.retriever = PisaRetrieve(
            index, PisaScorer.bm25, num_results=10, threads=1, stops="none", bm25_k1=1.2, bm25_b=0.75)

    def search(self, queries, k, threads, seconds, answers):
        if threads != 1:
            raise Unsupported("threads")
        if any(any(wanted) for _, wanted, _ in queries):
            raise Unsupported("filters")
        prepared = [{word: 1.0 for word in text.split(" ")} for _, _, text in queries]
        _, found = self.run(prepared, k)
        if answers != "-":
            Path(answers).write_text("".join(" ".join(names) + "\n" for names in found))
        latencies = []
        gc.disable()
        begin = time.perf_counter()
        while not latencies or time.perf_counter() - begin < seconds:
            times, _ = self.run(prepared, k)
            latencies += [(end - start) / 1000 for start, end in zip(times, times[1:])]
        gc.enable()
        return {**percentiles(latencies), "rate": 1e6 * len(latencies) / sum(latencies)}

    def run(self, prepared, k):
        import numpy
        from pyterrier_pisa import _pisathon

        times = []

        class Clocked:
            def __len__(self):
                return len(prepared)

            def __iter__(self):
                for item in enumerate(prepared):
                    times.append(now())
                    yield item
                times.append(now())

        shape = (len(prepared) * k,)
        numbers, names = numpy.empty(shape, dtype=numpy.int32), numpy.empty(shape, dtype=object)
        ranks, scores = numpy.empty(shape, dtype=numpy.int32), numpy.empty(shape, dtype=numpy.float32)
        size = _pisathon.retrieve(
            self.retriever._ctxt, self.algorithm, Clocked(), k=k, threads=1, query_weighted=0, pretokenised=1,
            result_qidxs=numbers, result_docnos=names, result_ranks=ranks, result_scores=scores)
        found = [[] for _ in prepared]
        for number, name in zip(numbers[:size], names[:size]):
            found[number].append(name)
        return times, found


class PisaBlockMaxWand(Pisa):
    algorithm = "block_max_wand"


ENGINES = {"tantivy": Tantivy, "bm25s": BM25S, "pisa-maxscore": Pisa, "pisa-bmw": PisaBlockMaxWand}


def main():
    engine = ENGINES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    # Libraries print on our output, which is for replies; PISA draws its progress on both.
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    if sys.argv[1].startswith("pisa"):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    for line in sys.stdin:
        try:
            reply = engine.answer(line.rstrip("\n").split("\t"))
        except Unsupported as what:
            reply = {"unsupported": str(what)}
        except Exception as problem:  # The driver stops and shows it.
            reply = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(reply), file=replies, flush=True)


if __name__ == "__main__":
    main()
