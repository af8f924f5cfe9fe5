"""What must be true beside what was found. The bars are those that the project has set itself; they only ever rise."""
from tables import interval, number, table


def at_least(find, metric, least):
    return lambda part: (interval(find(part), metric), find(part)["all"][metric] >= least)


def shipped(part):
    return part["shipped"]


def lane(part):
    return dict(part["choices"])["newcomer lane"]


def lane_score(metric, holds):
    def measure(part):
        value = lane(part)["all"][metric]
        return number(value), holds(value)
    return measure


def candidates(part):
    share = part["candidates"]["share"]
    return f"{share * 100:.1f} %", share >= 0.85


def slowest(part):
    milliseconds = part["latency"]["everything"]["p95"]
    return f"{milliseconds:.1f} ms", milliseconds < 30


def tripled(direction):
    def measure(part):
        cells = dict(part)[direction]
        none, both = cells[0][0], cells[3][0]
        return f"{number(both)}, {both / none:.1f} times {number(none)}", both > 3 * none
    return measure


# The part that measures it, what, what is needed, and how to read it from the part.
PROMISES = [
    ("completion", "development set, shipped policy: nDCG@10", ">= 0.185", at_least(shipped, "nDCG@10", 0.185)),
    ("completion", "the same: R@100", ">= 0.48", at_least(shipped, "R@100", 0.48)),
    ("completion", "the same: MRR", ">= 0.31", at_least(shipped, "MRR", 0.31)),
    ("completion", "the goal: nDCG@10", ">= 0.20", at_least(shipped, "nDCG@10", 0.20)),
    ("completion", "newcomer lane: newcomer R@10", ">= 0.09", lane_score("newcomer R@10", lambda value: value >= 0.09)),
    ("completion", "newcomer lane: nDCG@10", ">= 0.175", at_least(lane, "nDCG@10", 0.175)),
    ("completion", "newcomer lane: places of the ten most shown", "< 15 %",
     lane_score("top-10 share", lambda value: value < 0.15)),
    ("completion", "known members among the candidates", ">= 85 %", candidates),
    ("completion", "p95 of an application, one thread, all features on", "< 30 ms", slowest),
    ("other-dates", "the same figures at other times", ">= 2 splits",
     lambda part: (f"{len(part['splits'])} splits", len(part["splits"]) >= 2)),
    ("korean", "Korean titles for their abstracts: MRR", ">= 0.81",
     at_least(lambda part: part["standard"], "MRR", 0.81)),
    ("speed", "Korean text analysed on one thread", ">= 10 MB/s",
     lambda part: (f"{part['rate']:.0f} MB/s", part["rate"] >= 10)),
    ("bridging", "Korean title finds the English one: R@10 with both bridges", "> 3 times that without",
     tripled("Korean title finds the English one")),
    ("bridging", "English title finds the Korean one: R@10 with both bridges", "> 3 times that without",
     tripled("English title finds the Korean one")),
]


def table_of_promises(found):
    rows = []
    for part, what, needed, measure in PROMISES:
        value, holds = measure(found[part]) if part in found else ("not measured", None)
        rows.append([what, needed, value, "" if holds is None else "holds" if holds else "**MISSED**"])
    return table(["what", "needed", "found", ""], rows)
