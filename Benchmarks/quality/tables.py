"""Rows of what `moim evaluate` found."""
METRICS = ("nDCG@10", "R@100", "MRR")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def number(value):
    return f"{value:.4f}"


def interval(found, metric, group="all"):
    low, high = found["intervals"][group][metric]
    return f"{number(found[group][metric])} [{low:.3f}, {high:.3f}]"


def measured_row(name, found, group="all", with_count=True):
    scores = found[group]
    return [
        name, *([str(scores["n"])] if with_count else []), *(interval(found, metric, group) for metric in METRICS),
        number(scores["newcomer R@10"]) if "newcomer R@10" in scores else "", number(scores["top-10 share"]),
        number(scores["exposure Gini"])]
