"""Forms ratios of measured figures and writes them as JSON, as a page with a table, and as a chart."""

import datetime
import html
import json
import math
import os
import pathlib
import platform
import statistics

FIGURES = {  # name: unit, decimals
    "wall": ("s", 2),
    "processor": ("s", 2),
    "megabytes": ("MB", 0),
    "requests": ("", 0),
    "bytes": ("kB", 0),
}
TITLES = {
    "wall": "wall-clock time",
    "processor": "processor time",
    "megabytes": "peak memory",
    "requests": "requests",
    "bytes": "bytes",
}


def spread(values):
    """Median, least and greatest."""
    return {"median": statistics.median(values), "least": min(values), "greatest": max(values), "values": len(values)}


def case(title, ours, theirs, **more):
    """One comparison: the figures of each side, and the script's divided by ours, pair by pair."""
    names = [name for name in FIGURES if name in ours[0] and name in theirs[0]]
    return {
        "case": title,
        "heatwatch": {name: spread([each[name] for each in ours]) for name in names},
        "script": {name: spread([each[name] for each in theirs]) for name in names},
        "ratio": {
            name: spread([other[name] / mine[name] for mine, other in zip(ours, theirs, strict=True) if mine[name]])
            for name in names
        },
        **more,
    }


def write(folder, json_file, cases, load):
    machine = f"{processor()}, {os.cpu_count()} processors, load {load:.1f} before the run"
    day = datetime.date.today().isoformat()
    data = {"day": day, "machine": machine, "cases": cases}
    json_file.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "performance").mkdir(exist_ok=True)
    (folder / "performance" / "ratios.svg").write_text(chart(cases), encoding="utf-8")
    page = folder / "performance.md"
    page.write_text(with_tables(page, tables(cases, machine, day)), encoding="utf-8")
    print(f"{page}\n{json_file}")


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def with_tables(page, text):
    """The page with the measured part replaced; other text is written by hand."""
    old = page.read_text(encoding="utf-8") if page.exists() else f"# Performance\n\n{BEGIN}\n{END}\n"
    before, rest = old.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def tables(cases, machine, day):
    lines = [
        f"Measured {day} on {machine}.",
        "",
        "| case | figure | Heat Watch | script | script / Heat Watch |",
        "|---|---|---:|---:|---:|",
    ]
    for each in cases:
        for number, name in enumerate(each["ratio"]):
            title = each["case"] if number == 0 else ""
            ours, theirs = (written(name, each[side][name]) for side in ("heatwatch", "script"))
            lines.append(f"| {title} | {TITLES[name]} | {ours} | {theirs} | {ratio(each['ratio'][name])} |")
        if "reading" in each:
            lines.append(f"| | time to read and clip | {written('wall', each['reading'])} | | |")
            lines.append(f"| | bytes / bytes of metadata, headers and tiles | {ratio(each['bytesPerNeeded'])} | | |")
    return "\n".join(lines)


def written(name, figure):
    unit, decimals = FIGURES[name]
    scale = 1000 if name == "bytes" else 1
    value = f"{figure['median'] / scale:,.{decimals}f} {unit}".strip()
    if figure["values"] == 1:
        return value
    return f"{value} ({figure['least'] / scale:,.{decimals}f} to {figure['greatest'] / scale:,.{decimals}f})"


def ratio(figure):
    if figure["values"] == 1:
        return f"{figure['median']:.2f}"
    return f"{figure['median']:.2f} ({figure['least']:.2f} to {figure['greatest']:.2f})"


WIDTH, ROW, LEFT, TOP, SPAN = 900, 34, 430, 64, 400
MOST = 16  # the greatest ratio on the axis, whose scale is logarithmic


def position(value):
    """Where a ratio is on the axis from 1 / MOST to MOST."""
    bounded = min(max(value, 1 / MOST), MOST)
    return LEFT + SPAN * (0.5 + math.log2(bounded) / (2 * math.log2(MOST)))


def chart(cases):
    """The ratio of the wall-clock times of each case as a point with its range."""
    height = TOP + ROW * len(cases) + 60
    bottom = TOP + ROW * len(cases)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        'font-family="sans-serif" font-size="14" role="img">',
        "<title>Wall-clock time of the script divided by that of Heat Watch</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        '<text x="16" y="26" font-size="17">Wall-clock time of the script divided by that of Heat Watch</text>',
    ]
    for tick in (1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8):
        x = position(tick)
        colour = "#444" if tick == 1 else "#ddd"
        label = f"{tick:g}" if tick >= 1 else f"1/{1 / tick:g}"
        parts.append(f'<line x1="{x:.1f}" y1="{TOP - 10}" x2="{x:.1f}" y2="{bottom}" stroke="{colour}"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle" fill="#444">{label}</text>')
    for row, each in enumerate(cases):
        y = TOP + ROW * row + ROW / 2
        figure = each["ratio"]["wall"]
        low, middle, high = (position(figure[name]) for name in ("least", "median", "greatest"))
        colour = "#b2182b" if figure["median"] < 1 else "#2166ac"
        parts.append(f'<text x="{LEFT - 14}" y="{y + 5:.1f}" text-anchor="end">{html.escape(each["case"])}</text>')
        parts.append(
            f'<line x1="{low:.1f}" y1="{y:.1f}" x2="{high:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="3"/>'
        )
        parts.append(f'<circle cx="{middle:.1f}" cy="{y:.1f}" r="6" fill="{colour}"/>')
        parts.append(f'<text x="{high + 12:.1f}" y="{y + 5:.1f}" fill="{colour}">{figure["median"]:.2f}</text>')
    parts.append(
        f'<text x="{LEFT}" y="{bottom + 44}" fill="#b2182b">the script is faster</text>'
        f'<text x="{LEFT + SPAN}" y="{bottom + 44}" text-anchor="end" fill="#2166ac">Heat Watch is faster</text>'
    )
    return "\n".join([*parts, "</svg>"]) + "\n"
