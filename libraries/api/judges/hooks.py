"""Right values for what a schema alone can't describe: times in order, boxes with their south below their north."""
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


def in_order(box):
    return (
        isinstance(box, list)
        and len(box) in (4, 6)
        and all(isinstance(number, (int, float)) and not isinstance(number, bool) for number in box)
    )


def box(values):
    """The same numbers as a box: none beyond the poles or turned upside down."""
    half = len(values) // 2
    limits = (180, 90, 10_000)
    low = [max(-limits[i], min(limits[i], values[i])) for i in range(half)]
    high = [max(-limits[i], min(limits[i], values[half + i])) for i in range(half)]
    for i in range(1, half):
        low[i], high[i] = sorted((low[i], high[i]))
    return low + high


@schemathesis.hook
def before_call(context, case, kwargs):
    """What is right by itself is made right together. Five numbers are none too few for a schema, but no box."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    for part in (case.query, case.body):
        if not isinstance(part, dict):
            continue
        part.pop("token", None)  # only a page before has one
        if isinstance(part.get("bbox"), list) and in_order(part["bbox"]):
            part["bbox"] = box(part["bbox"])
        elif "bbox" in part:
            del part["bbox"]
        if "bbox" in part:
            part.pop("intersects", None)
        elif isinstance(part.get("intersects"), dict):
            part["intersects"] = {"type": "Point", "coordinates": [126.63, 37.93]}
        if "minScore" in part and "maxScore" in part:
            del part["maxScore"]
