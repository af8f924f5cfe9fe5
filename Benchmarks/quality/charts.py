"""Charts as SVG by hand: bars with intervals, and curves of a price. They follow the reader's light or dark scheme."""
from html import escape

STYLE = """
  svg { --paper: #ffffff; --ink: #1f2328; --faint: #59636e; --grid: #d8dee4; --bar: #9db9d9;
        --strong: #1f62ae; --needed: #b04a00; --line-0: #1f62ae; --line-1: #b04a00; --line-2: #1a7f5a; --line-3: #8250b8; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #0d1117; --ink: #e6edf3; --faint: #9aa4af; --grid: #30363d; --bar: #3f608a;
          --strong: #6cb0ff; --needed: #ff9b50; --line-0: #6cb0ff; --line-1: #ff9b50; --line-2: #4fc78e; --line-3: #c59bff; }
  }
  .paper { fill: var(--paper); }
  text { font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; fill: var(--ink); }
  .heading { font-weight: 600; } .faint { fill: var(--faint); } .end { text-anchor: end; }
  .middle { text-anchor: middle; }
  .label { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
  .figure { font-variant-numeric: tabular-nums; }
  .grid { stroke: var(--grid); stroke-width: 1; } .bar { fill: var(--bar); } .strong { fill: var(--strong); }
  .whisker { stroke: var(--ink); stroke-width: 1.5; fill: none; }
  .halo { stroke: var(--paper); stroke-width: 4; stroke-linecap: square; fill: none; }
  .needed { stroke: var(--needed); stroke-width: 2; stroke-dasharray: 5 3; } .needed-text { fill: var(--needed); }
""" + "".join(
    f"  .line-{n} {{ stroke: var(--line-{n}); fill: none; stroke-width: 2; }} .dot-{n} {{ fill: var(--line-{n}); }}\n"
    for n in range(4))


def document(width, height, title, description, body):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="title description">\n<title id="title">{escape(title)}</title>\n'
        f'<desc id="description">{escape(description)}</desc>\n<style>{STYLE}</style>\n'
        f'<rect class="paper" width="{width}" height="{height}"/>\n' + "\n".join(body) + "\n</svg>\n")


def text(x, y, words, kind=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}">{escape(words)}</text>'


def line(x1, y1, x2, y2, kind):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


def step_of(span, count):
    """The largest round step that gives at least `count` of them."""
    steps = [factor * 10.0 ** power for power in range(-4, 4) for factor in (1, 2, 2.5, 5)]
    return max([step for step in steps if span / step >= count], default=span)


def ticks(low, high, count=4):
    step = step_of(high - low, count)
    first = int(low / step) + (1 if low % step > 1e-9 and low > 0 else 0)
    found = []
    while first * step <= high + step * 1e-6:
        found.append(first * step)
        first += 1
    return found


def short(value):
    return f"{value:.4f}".rstrip("0").rstrip(".") if value else "0"


def bars(title, description, sections, top=None):
    """Sections of (heading, what is needed or None, rows of (label, value, interval or None, stands out))."""
    width, left, right, row = 860, 270, 190, 25
    rows = [entry for _, _, found in sections for entry in found]
    top = top or max([max(value, (interval or [0, value])[1]) for _, value, interval, _ in rows]
                     + [needed or 0 for _, needed, _ in sections]) * 1.02

    def x(value):
        return left + (width - left - right) * value / top

    # A heading row and the gap above it, then the rows.
    height = 44 + sum(40 + row * len(found) for _, _, found in sections) + 30
    body, y, bottom = [text(16, 26, title, "heading")], 44, height - 30
    for tick in ticks(0, top):
        body += [line(x(tick), 44, x(tick), bottom, "grid"),
                 text(x(tick), bottom + 18, short(tick), "faint middle figure")]
    for heading, needed, found in sections:
        body.append(text(16, y + 26, heading, "heading"))
        if needed is not None:
            body.append(text(x(needed), y + 26, f"needed {needed:.3g}", "needed-text middle"))
        y += 40
        for label, value, interval, stands_out in found:
            body.append(text(16, y + 15, label))
            body.append(
                f'<rect x="{left}" y="{y + 2}" width="{max(x(value) - left, 1):.1f}" height="{row - 7}" rx="2" '
                f'class="{"strong" if stands_out else "bar"}"/>')
            figure = f"{value:.3f}"
            if interval:
                low, high, middle = x(interval[0]), x(interval[1]), y + 2 + (row - 7) / 2
                path = (f"M{low:.1f} {middle - 5}V{middle + 5}M{low:.1f} {middle}H{high:.1f}"
                        f"M{high:.1f} {middle - 5}V{middle + 5}")
                body += [f'<path class="{kind}" d="{path}"/>' for kind in ("halo", "whisker")]
                figure += f"  [{interval[0]:.3f}, {interval[1]:.3f}]"
            body.append(text(width - right + 16, y + 15, figure, "figure"))
            y += row
        if needed is not None:
            ends = (x(needed), y - row * len(found) - 6, x(needed), y - 1)
            body += [line(*ends, "halo"), line(*ends, "needed")]
    return document(width, height, title, description, body)


def curves(title, description, x_name, y_name, lines, needed_x=None, needed_y=None):
    """Lines of (name, points of (x, y, label or ""))."""
    width, height, left, right, top, bottom = 860, 480, 76, 30, 78, 64
    points = [point for _, found in lines for point in found]

    def bounds(values, needed):
        low, high = min(values + [needed or values[0]]), max(values + [needed or values[0]])
        margin = (high - low) * 0.09 or 0.01
        return max(low - margin, 0), high + margin

    x_low, x_high = bounds([px for px, _, _ in points], needed_x)
    y_low, y_high = bounds([py for _, py, _ in points], needed_y)

    def x(value):
        return left + (width - left - right) * (value - x_low) / (x_high - x_low)

    def y(value):
        return height - bottom - (height - top - bottom) * (value - y_low) / (y_high - y_low)

    body = [text(16, 26, title, "heading")]
    for tick in ticks(x_low, x_high, 5):
        body += [line(x(tick), top, x(tick), height - bottom, "grid"),
                 text(x(tick), height - bottom + 18, short(tick), "faint middle figure")]
    for tick in ticks(y_low, y_high, 5):
        body += [line(left, y(tick), width - right, y(tick), "grid"),
                 text(left - 8, y(tick) + 4, short(tick), "faint end figure")]
    body += [text((left + width - right) / 2, height - 16, x_name, "middle"), text(16, top - 12, y_name)]
    if needed_x is not None:
        body += [line(x(needed_x), top, x(needed_x), height - bottom, "needed"),
                 text(x(needed_x) + 6, top + 14, f"needed {needed_x:.3g}", "needed-text")]
    if needed_y is not None:
        body += [line(left, y(needed_y), width - right, y(needed_y), "needed"),
                 text(width - right - 4, y(needed_y) - 6, f"needed {needed_y:.3g}", "needed-text end")]
    legend = width - right
    for number, (name, found) in reversed(list(enumerate(lines))):
        if len(lines) > 1:
            legend -= 7.2 * len(name) + 34
            body += [f'<circle cx="{legend + 8:.1f}" cy="{top - 16}" r="5" class="dot-{number}"/>',
                     text(legend + 18, top - 12, name)]
        drawn = [(x(px), y(py)) for px, py, _ in found]
        body.append(f'<path d="M{"L".join(f"{px:.1f} {py:.1f}" for px, py in drawn)}" class="line-{number}"/>')
        body += [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="4.5" class="dot-{number}"/>' for px, py in drawn]
    paths = [[(x(px), y(py)) for px, py, _ in found] for _, found in lines]
    labels = dict.fromkeys((x(px), y(py), label) for _, found in lines for px, py, label in found if label)
    body += placed(list(labels), paths, (left, top, width - right, height - bottom))
    return document(width, height, title, description, body)


def placed(labels, paths, frame):
    """Each label beside its point, where it covers least of lines, points and other labels."""
    obstacles = [
        (x1 + (x2 - x1) * part / 24, y1 + (y2 - y1) * part / 24)
        for path in paths for (x1, y1), (x2, y2) in zip(path, path[1:]) for part in range(25)]
    boxes, body = [], []
    for px, py, label in labels:
        width, best = 7.2 * len(label), None
        for order, (dx, dy) in enumerate((
                (9, -7), (9, 17), (-9 - width, -7), (-9 - width, 17), (10, 5), (-10 - width, 5), (-width / 2, -12),
                (-width / 2, 24))):
            box = (px + dx, py + dy - 12, px + dx + width, py + dy + 4)
            covered = sum(box[0] <= ox <= box[2] and box[1] <= oy <= box[3] for ox, oy in obstacles)
            over = sum(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in boxes)
            outside = box[0] < frame[0] or box[2] > frame[2] or box[1] < frame[1] - 4 or box[3] > frame[3]
            cost = (outside * 1000 + over * 100 + covered, order)
            if best is None or cost < best[0]:
                best = (cost, box, (px + dx, py + dy))
        boxes.append(best[1])
        body.append(text(*best[2], label, "label"))
    return body
