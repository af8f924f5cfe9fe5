"""The report of what was measured, with its charts."""
from promises import table_of_promises
from charts import bars, curves
from tables import METRICS, interval, measured_row, number, table

HEAD = ["", "n", *METRICS, "newcomer R@10", "top-10 share", "Gini"]
SAME_BARS = [
    ("nDCG@10", "default", "nDCG@10", 0.185), ("R@100", "default", "R@100", 0.48), ("MRR", "default", "MRR", 0.31),
    ("newcomer lane: newcomer R@10", "lane", "newcomer R@10", 0.09),
    ("newcomer lane: nDCG@10", "lane", "nDCG@10", 0.175)]
CHARTED = (("nDCG@10", 0.185), ("R@100", 0.48), ("MRR", 0.31))


class Report:
    def __init__(self, folder):
        self.folder, self.parts = folder, []

    def say(self, *paragraphs):
        self.parts += paragraphs

    def chart(self, name, words, drawing):
        (self.folder / f"{name}.svg").write_text(drawing)
        self.parts.append(f"![{words}]({name}.svg)")


def write(folder, found, skipped, failed):
    report = Report(folder)
    report.say(
        "# Quality report",
        "Made by `Benchmarks/quality-report` with release builds. Brackets hold 95 % intervals (bootstrap over "
        "queries or "
        "applications). All figures but the times are the same in every run. Newcomers are organisations with one "
        "project in "
        "the history; the top-10 share is how much of all places among the first ten the ten most shown organisations "
        "take; "
        "Gini is that of how often organisations are shown.")
    for name, write_part in (
            ("completion", completion), ("other-dates", other_dates), ("korean", korean), ("speed", speed),
            ("bridging", bridging), ("forum", forum)):
        if name in found:
            write_part(report, found[name])
        elif name in failed:
            report.say(f"**The part {name} failed.**")
        else:
            why = "there are no data for it here" if name in skipped else "not asked for"
            report.say(f"*The part {name} was left out: {why}.*")
    report.say("## What must be true", table_of_promises(found))
    (folder / "report.md").write_text("\n\n".join(report.parts) + "\n")


def completion(report, found):
    shipped, choices = found["shipped"], dict(found["choices"])
    lane = choices["newcomer lane"]
    methods = [
        ("organisation search, nothing learnt", found["voting"]), *found["without"], ("shipped policy", shipped),
        ("shipped policy, newcomer lane", lane)]
    report.say(
        "## Consortium completion: the development set",
        f"{shipped['all']['n']} consortia of 2024-01 to 2024-06 as applications of their coordinators; the right "
        "answers are the "
        "members that were known by the end of 2023. Nothing was learnt on these answers.",
        table(HEAD, [measured_row(name, row) for name, row in methods]),
        "*Without* means that the curves of these parts of the shipped policy are flat, the others as they were. A "
        "text that "
        "names its partners makes them easy to find: the row without names is what texts that name nobody can expect.")
    report.chart("completion", "nDCG@10, R@100 and MRR of each method with intervals", bars(
        "Consortium completion, development set",
        "Bars with 95 % intervals of nDCG@10, R@100 and MRR for plain search, the shipped policy without some parts, "
        "the "
        "shipped policy, and the newcomer lane; the values are those of the table above.",
        [(metric, needed, [
            (name, row["all"][metric], row["intervals"]["all"][metric], name == "shipped policy")
            for name, row in methods])
         for metric, needed in CHARTED]))
    cross_check(report, found["cross_check"], {"shipped": shipped, "lane": lane})
    groups = [name for name in shipped["intervals"] if name != "all"]
    if groups:
        report.say("### Groups", table(
            HEAD, [measured_row(name, shipped, name) for name in ["all", *groups]]))
    for first, second, compared in found["comparisons"]:
        report.say(f"### {second[0].upper()}{second[1:]} against {first}", comparison(first, second, compared))
    report.say(
        "### What an officer's choices cost",
        table(HEAD[:1] + HEAD[2:], [
            measured_row(name, row, with_count=False) for name, row in [("none", shipped), *found["choices"]]]))
    places = [("0", shipped)] + [
        (name.split()[-1], row) for name, row in found["choices"] if name.startswith("newcomer share")]
    report.chart("newcomers", "Newcomer recall against nDCG@10 by the share of places that is reserved", curves(
        "What newcomers cost: share of the first ten places that is reserved for them",
        "A curve from no reserved places to half of them: newcomer recall rises as nDCG@10 falls; the values are "
        "those of the "
        "table above.", "nDCG@10", "newcomer R@10",
        [("share reserved", [point(row, label) for label, row in places])], needed_x=0.175, needed_y=0.09))
    lines = []
    for slider in ("ties", "nearness", "size"):
        own = [(float(name.split()[1]), row) for name, row in found["choices"] if name.startswith(slider)]
        own = sorted([*own, (0.0, shipped)], key=lambda pair: pair[0])
        lines.append((slider, [
            point(row, f"{slider} {place:+.0f}" if abs(place) == 1 else "") for place, row in own]))
    caps = [("shipped", shipped)] + [
        (name.split()[-1], row) for name, row in reversed(found["choices"]) if name.startswith("cap")]
    lines.append(("cap share", [
        point(row, label if label == "shipped" else f"cap {label}") for label, row in caps]))
    report.chart("choices", "Newcomer recall against nDCG@10 for each slider and cap", curves(
        "What sliders and caps cost",
        "Curves from the shipped policy for ties, nearness and size from -1 to 1 and for caps of "
        "10, 5 and 2 %; the values are those of the table above.", "nDCG@10", "newcomer R@10", lines))
    candidates, latency = found["candidates"], found["latency"]
    report.say(
        "### Candidates",
        f"{candidates['share'] * 100:.1f} % of the organisations that joined and were known are ranked at all (mean "
        "over "
        f"applications: {candidates['mean'] * 100:.1f} %), among {candidates['per_application']:.0f} candidates an "
        "application.",
        "### Time for an application",
        table(["ms, one thread", "p50", "p95", "p99"], [
            [name, *(f"{latency[key][part]:.1f}" for part in ("p50", "p95", "p99"))]
            for name, key in (("shipped policy", "shipped"), ("all features on", "everything"))]),
        "In process, after a warm-up pass, the quietest of three; *all features* are the newcomer lane, a cap, all "
        "sliders and "
        "the bridge.")


def point(row, label):
    return row["all"]["nDCG@10"], row["all"]["newcomer R@10"], label


def cross_check(report, official, own):
    if not official["shipped"]:
        report.say("*The other scorer is not here: no cross-check.*")
        return
    rows, agree = [], True
    for name, title in (("shipped", "shipped policy"), ("lane", "with newcomer lane")):
        for metric in (*METRICS, "newcomer R@10", "top-10 share"):
            ours, theirs = own[name]["all"][metric], official[name][metric]
            same = abs(ours - theirs) < 1e-9
            agree = agree and same
            if metric == "nDCG@10" or not same:
                verdict = "the same" if same else "**different**"
                rows.append([f"{title}, {metric}", number(ours), number(theirs), verdict])
    report.say(
        "### The same runs by the official scorer", table(["", "`moim evaluate`", "`trec_eval.py`", ""], rows)
        + ("\n\nAll other metrics agree, too." if agree else ""))


def comparison(first, second, compared):
    rows = []
    for title, differences in (("", compared["differences"]), *(
            (f"{group['label']} ({group['n']}) ", group["differences"]) for group in compared["groups"])):
        for row in differences:
            if row["metric"] in METRICS:
                rows.append([
                    title + row["metric"], number(row["first"]), number(row["second"]), f"{row['difference']:+.4f}",
                    f"[{row['interval_low']:+.4f}, {row['interval_high']:+.4f}]",
                    "< 0.0002" if row["p"] < 0.0002 else f"{row['p']:.4f}"])
    return table(["", first, second, "difference", "95 % interval", "p (randomisation)"], rows)


def other_dates(report, found):
    rows, charted = [], []
    for split in found["tune"]["splits"]:
        scores, around = split["scores"], split["intervals"]
        label = f"{split['from']} to {split['to']}"

        def cell(key):
            return f"{number(scores[key])} [{around[key]['low']:.3f}, {around[key]['high']:.3f}]"

        rows.append([
            f"{label}, held out", str(split["applications"]), cell("ndcg_10"), cell("recall_100"), cell("mrr"),
            number(scores["newcomer_recall_10"]), number(scores["top_10_share"]), ""])
        charted.append((f"{label}, held out", {
            metric: (scores[key], [around[key]["low"], around[key]["high"]])
            for metric, key in (("nDCG@10", "ndcg_10"), ("R@100", "recall_100"), ("MRR", "mrr"))}))
    for split in found["splits"]:
        label = f"{split['from']} to {split['to']}"
        for name, key in (("forward", "default"), ("forward, lane", "lane")):
            rows.append(measured_row(f"{label}, {name}", split[key]))
        own = split["default"]
        charted.append((f"{label}, forward", {
            metric: (own["all"][metric], own["intervals"]["all"][metric]) for metric in METRICS}))
    report.say(
        "## Consortium completion: other dates",
        "*Held out*: `moim tune` ranks the consortia of each time by a policy that was learnt on the other times, in a "
        "workspace of what was known before. *Forward*: made from the files by this report; the workspace holds nothing "
        "of the first day or later and the policy is learnt in it, on still earlier consortia ("
        + "; ".join(f"for {split['from']} from {' and '.join(split['learnt_at'])} on" for split in found["splits"])
        + "). For the last time both are the same question asked in two ways. The program itself, with its features "
        "and parameters, was made when these dates were known.",
        table(HEAD, rows))
    report.say(
        "The bars are set for the development set. Beside them, the forward splits:",
        table(["", "bar", *(split["from"] for split in found["splits"])], [
            [name, f">= {least:g}", *(
                f"{number(split[key]['all'][metric])}{'' if split[key]['all'][metric] >= least else ' (below)'}"
                for split in found["splits"])]
            for name, key, metric, least in SAME_BARS]))
    report.chart("other-dates", "nDCG@10, R@100 and MRR at each time with intervals", bars(
        "Consortium completion at other dates",
        "Bars with 95 % intervals of nDCG@10, R@100 and MRR for each time; the values are those of the table above.",
        [(metric, None, [(name, *values[metric], "forward" in name) for name, values in charted])
         for metric in METRICS]))


def korean(report, found):
    methods = [("words at blanks", "whitespace"), ("syllable pairs", "bigram"), ("shipped analyser", "standard")]
    difference = next(row for row in found["comparison"]["differences"] if row["metric"] == "MRR")
    report.say(
        "## Korean retrieval",
        f"{found['standard']['all']['n']} titles of Korean patents as queries for their abstracts.",
        table(["analyser", *METRICS], [
            [name, *(interval(found[key], metric) for metric in METRICS)] for name, key in methods]),
        f"The shipped analyser against words at blanks: MRR {difference['difference']:+.4f} "
        f"[{difference['interval_low']:+.4f}, {difference['interval_high']:+.4f}].")
    report.chart("korean", "MRR of each analyser with intervals", bars(
        "Korean patent titles for their abstracts",
        "Bars with 95 % intervals of the mean reciprocal rank by analyser; the "
        "values are those of the table above.",
        [("MRR", 0.81, [
            (name, found[key]["all"]["MRR"], found[key]["intervals"]["all"]["MRR"], key == "standard")
            for name, key in methods])]))


def bridging(report, found):
    report.say(
        "## Korean and English bridged",
        "`moim-benchmarks bridging`: pairs mined on one half, tested on the other, in turns.")
    rows, sections, heading = [], [], ""
    for name, cells in found:
        if cells is None:
            if rows:
                report.say(table([heading, "none", "glossary", "mined", "both"], rows))
            heading, rows = name, []
            continue
        rows.append([name, *(number(cell[0]) + (f" ({number(cell[1])})" if len(cell) > 1 else "") for cell in cells)])
        if len(cells[0]) > 1:
            # More than three times what is found without a bridge is needed of both directions.
            needed = 3 * cells[0][0] if len(sections) < 2 else None
            sections.append((name, needed, [
                (bridge, cell[0], None, bridge == "both")
                for bridge, cell in zip(("no bridge", "glossary", "mined pairs", "both"), cells)]))
    report.say(table([heading, "none", "glossary", "mined", "both"], rows))
    report.chart("bridging", "R@10 without a bridge, with the glossary, with mined pairs, and with both", bars(
        "Titles found in the other language, R@10",
        "Bars of R@10 without a bridge, with the glossary, with mined pairs and with "
        "both; the values are those of the table above.", sections, top=1))


def forum(report, found):
    names = [("no bridge", "none"), ("glossary", "glossary"), ("mined pairs", "mined"), ("both, as shipped", "both")]
    report.say(
        "## The demonstration forum",
        "Everybody in it is invented, and so are the judgments (`Corpus/README.md`): a fall means a fault, a rise "
        "proves little. "
        f"{found['applications']['both']['all']['n']} applications for partners, "
        f"{found['queries']['both']['all']['n']} short "
        "questions for evidence.")
    for key, title in (("applications", "applications"), ("queries", "questions")):
        report.say(table([title, *METRICS], [
            [name, *(interval(found[key][bridge], metric) for metric in METRICS)] for name, bridge in names]))
    report.chart("forum", "nDCG@10 and R@100 of the demonstration forum by bridge, with intervals", bars(
        "The demonstration forum",
        "Bars with 95 % intervals by what bridges Korean and English; the values are those of the "
        "tables above.",
        [(f"{key}, {metric}", None, [
            (name, found[part][bridge]["all"][metric], found[part][bridge]["intervals"]["all"][metric],
             bridge == "both") for name, bridge in names])
         for part, key in (("applications", "applications"), ("queries", "questions"))
         for metric in ("nDCG@10", "R@100")], top=1))


def speed(report, found):
    report.say(
        "### Analysis of Korean text",
        f"{found['rate']:.0f} MB/s on one thread, by processor time ({found['median']:.1f} ns a byte; checked: "
        f"{found['check']}).")
