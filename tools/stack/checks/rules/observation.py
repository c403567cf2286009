"""The dashboard and the saved queries."""

import json
import re

from rules import rule
from rules.alarms import FOUND_BY_RECONCILE, dead_letter_queues
from rules.functions import logical, names
from stack import target

REFERENCE = re.compile(r"\$\{([A-Za-z]+)(\.[A-Za-z]+)?\}")
STAGES = re.compile(r"filter|stats|fields|sort|limit|parse|display|dedup")


@rule
def dashboard_shows_what_alarms_watch(stack):
    """The dashboard is valid JSON and shows all functions, dead-letter queues and findings of reconcile."""
    body = stack.properties("Dashboard").get("DashboardBody", {}).get("Fn::Sub", "")
    try:
        widgets = json.loads(body)["widgets"]
    except ValueError as e:
        yield f"DashboardBody is not valid JSON ({e})"
        return
    metrics = [metric for widget in widgets for metric in widget["properties"]["metrics"]]
    shown = {match.group(1) for match in REFERENCE.finditer(body)} | {metric[1] for metric in metrics}
    wanted = {*map(logical, names(stack)), *dead_letter_queues(stack), *FOUND_BY_RECONCILE} - {"ReconcileRuns"}
    for name in sorted(wanted - shown):
        yield f"the dashboard does not show {name}: add it to a widget"
    for metric in metrics:
        if len(metric) % 2:
            yield f"the dashboard has a dimension without a value: {metric}"
    for widget in widgets:
        if widget["x"] + widget["width"] > 24:
            yield f"the widget {widget['properties']['title']} exceeds the width of 24"


@rule
def queries_are_saved(stack):
    """The saved queries are for logs of functions, and every function is in one of them."""
    found = set()
    for name, query in stack.of("AWS::Logs::QueryDefinition").items():
        groups = {target(each) for each in query.get("LogGroupNames", [])}
        found |= groups
        if not groups or not groups <= {logical(each, "Logs") for each in names(stack)}:
            yield f"{name} is for {groups}: name log groups of functions"
        for stage in query["QueryString"].split("\n|"):
            if not STAGES.match(stage.strip()):
                yield f"{name} has an unknown command: {stage.strip()}"
    for name in names(stack):
        if logical(name, "Logs") not in found:
            yield f"no query is for {logical(name, 'Logs')}: add an AWS::Logs::QueryDefinition"
