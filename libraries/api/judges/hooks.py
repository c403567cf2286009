"""Schemathesis hooks: valid values that a schema alone cannot describe, such as ordered intervals and boxes."""
import datetime
import json

import schemathesis
from hypothesis import strategies as st

DAYS = st.dates(min_value=datetime.date(2013, 1, 1), max_value=datetime.date(2030, 1, 1))
POINTS = st.tuples(st.floats(-180, 180, allow_nan=False), st.floats(-90, 90, allow_nan=False))


def interval(first, second, form):
    early, late = sorted((first, second))
    return {
        "day": str(early),
        "moment": f"{early}T02:11:07Z",
        "days": f"{early}/{late}",
        "since": f"{early}T00:00:00.5Z/..",
        "until": f"../{late}T00:00:00+09:00",
    }[form]


schemathesis.openapi.format(
    "datetime-interval",
    st.builds(interval, DAYS, DAYS, st.sampled_from(["day", "moment", "days", "since", "until"])),
)
schemathesis.openapi.format(
    "geojson-geometry",
    POINTS.map(lambda point: json.dumps({"type": "Point", "coordinates": [round(point[0], 6), round(point[1], 6)]})),
)
schemathesis.openapi.format(
    "cql2-text",
    st.sampled_from([
        "site = 'kaesong-simulated'",
        "datetime >= DATE('2025-01-01') AND NOT simulated = FALSE",
        "id LIKE '%2025%' OR site IN ('a', 'b')",
        "S_INTERSECTS(geometry, BBOX(126.6, 37.9, 126.7, 38.0))",
    ]),
)


def is_box(box):
    return (
        isinstance(box, list)
        and len(box) in (4, 6)
        and all(isinstance(number, (int, float)) and not isinstance(number, bool) for number in box)
    )


def valid_box(values):
    """Turns numbers into a valid box: within the limits, with south below north."""
    half = len(values) // 2
    limits = (180, 90, 10_000)
    low = [max(-limits[i], min(limits[i], values[i])) for i in range(half)]
    high = [max(-limits[i], min(limits[i], values[half + i])) for i in range(half)]
    for i in range(1, half):
        low[i], high[i] = sorted((low[i], high[i]))
    return low + high


# Resources of one site. The parameter is required if there are several, as in the store of the demo.
OF_ONE_SITE = ("/alerts.atom", "/charts/", "/clips/", "/composites/", "/heatmaps/", "/missing", "/timeline")
SITE = "kaesong-simulated"


def clamped(case):
    """Replaces page sizes above the maximum, which count as the maximum, by others that are invalid."""
    for part in (case.query, case.body):
        if isinstance(part, dict) and str(part.get("limit", "")).isdigit() and int(part["limit"]) > 10_000:
            part["limit"] = 0


FILTER = {"op": "=", "args": [{"property": "site"}, "kaesong-simulated"]}


def agree(part, is_body):
    """Makes the filter valid in the language that the request names."""
    if part.get("filter-lang") == "cql2-json" and isinstance(part.get("filter"), str):
        part["filter"] = FILTER if is_body else json.dumps(FILTER)
    elif isinstance(part.get("filter"), dict):
        part["filter"] = FILTER
        part["filter-lang"] = "cql2-json"


@schemathesis.hook
def before_call(context, case, kwargs):
    """Makes individually valid parameters valid together; drops boxes of five numbers, which the schema allows."""
    if case.meta is None:
        return
    if not case.meta.generation.mode.is_positive:
        clamped(case)
        return
    if case.path.startswith(OF_ONE_SITE):
        query = case.query if isinstance(case.query, dict) else {}
        query.setdefault("site", SITE)
        case.query = query
    for part in (case.query, case.body):
        if not isinstance(part, dict):
            continue
        part.pop("token", None)  # valid only if taken from a previous page
        agree(part, part is case.body)
        if isinstance(part.get("bbox"), list) and is_box(part["bbox"]):
            part["bbox"] = valid_box(part["bbox"])
        elif "bbox" in part:
            del part["bbox"]
        if "bbox" in part:
            part.pop("intersects", None)
        elif isinstance(part.get("intersects"), dict):
            part["intersects"] = {"type": "Point", "coordinates": [126.63, 37.93]}
        if "minScore" in part and "maxScore" in part:
            del part["maxScore"]
