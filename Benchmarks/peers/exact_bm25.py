"""BM25 computed the obvious way, independently of every engine: 64-bit floats over a term-document matrix."""
import numpy

from tables import read_table

K1 = 1.2
B = 0.75


class ExactBM25:
    def __init__(self, path):
        terms = {}
        self.ids, lengths, self.attributes = [], [], []
        chunks, keys, waiting = [], [], 0
        for name, attributes, text in read_table(path):
            words = text.split(" ")
            numbers = numpy.array([terms.setdefault(word, len(terms)) for word in words], dtype=numpy.int64)
            keys.append(numbers << 32 | len(self.ids))
            self.ids.append(name)
            lengths.append(len(words))
            self.attributes.append(attributes)
            waiting += len(words)
            if waiting >= 3_000_000:
                chunks.append(numpy.unique(numpy.concatenate(keys), return_counts=True))
                keys, waiting = [], 0
        if keys:
            chunks.append(numpy.unique(numpy.concatenate(keys), return_counts=True))
        keys = numpy.concatenate([chunk[0] for chunk in chunks])
        counts = numpy.concatenate([chunk[1] for chunk in chunks]).astype(numpy.float64)
        order = numpy.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        self.documents = (keys & 0xFFFFFFFF).astype(numpy.int32)
        self.frequencies = numpy.bincount(keys >> 32, minlength=len(terms))
        self.starts = numpy.concatenate([[0], numpy.cumsum(self.frequencies)])
        lengths = numpy.array(lengths, dtype=numpy.float64)
        norms = K1 * (1 - B + B * lengths / lengths.mean())
        self.impacts = counts / (counts + norms[self.documents])
        # The form that never gets negative: Lucene's.
        self.weights = numpy.log(1 + (len(self.ids) - self.frequencies + 0.5) / (self.frequencies + 0.5))
        self.terms = terms
        self.numbers = {name: number for number, name in enumerate(self.ids)}

    def scores(self, wanted, text):
        """Scores of all documents, zero for those that a filter keeps out."""
        scores = numpy.zeros(len(self.ids))
        for word in text.split(" "):
            term = self.terms.get(word)
            if term is not None:
                span = slice(self.starts[term], self.starts[term + 1])
                scores[self.documents[span]] += self.weights[term] * self.impacts[span]
        if any(wanted):
            for document, attributes in enumerate(self.attributes):
                if any(value and value != own for value, own in zip(wanted, attributes)):
                    scores[document] = 0
        return scores

    def agreement(self, scores, found, k):
        """Share of the best k that an engine found. Which of equally good documents it names does not matter."""
        wanted = min(k, int((scores > 0).sum()))
        if wanted == 0:
            return 1.0 if not found else 0.0
        last = numpy.partition(scores, len(scores) - wanted)[len(scores) - wanted]
        # Sums of 32-bit floats differ in the last places.
        right = sum(scores[self.numbers[name]] >= last * (1 - 2e-6) for name in set(found[:k]))
        return min(1.0, right / wanted)
