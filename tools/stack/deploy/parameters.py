"""The parameters of the template: which are prompted for, and which values are valid."""

import dataclasses
import math
import re

from trouble import Misuse

NONE = "-"

# parameter: option, placeholder of the value, prompt
PROMPTED = {
    "AlertEmail": ("--email", "ADDRESS", f"address that gets all alerts and alarms, {NONE} for none"),
    "ApiAccess": ("--api", "ACCESS", "who may use the API: iam (signed requests), key, public"),
    "MonthlyBudgetDollars": ("--budget", "DOLLARS", "monthly budget in US dollars, 0 for none"),
    "SnsFilter": ("--sns-filter", "on|off", "filter notifications at the topic of USGS, on or off"),
}


@dataclasses.dataclass(frozen=True)
class Setting:
    value: str
    origin: str  # given, deployed, default


def settings(definitions, given, deployed):
    """Returns all parameters: the given value, else the deployed one, else the default of the template."""
    found = {}
    for name, definition in definitions.items():
        if name in given:
            found[name] = Setting(given[name], "given")
        elif name in deployed:
            found[name] = Setting(deployed[name], "deployed")
        else:
            found[name] = Setting(default(definition), "default")
    return found


def default(definition):
    return str(definition["Default"])


def given(args, definitions, sites):
    """Returns the parameters given as options; sites is the folder of site files."""
    values = {name: getattr(args, name) for name in PROMPTED if getattr(args, name) is not None}
    for text in args.parameter:
        name, equals, value = text.partition("=")
        if not equals:
            raise Misuse(f"--parameter {text}: must have the form NAME=VALUE")
        if name not in definitions:
            raise Misuse(f"--parameter {text}: the template has no such parameter, but {', '.join(definitions)}")
        values[name] = value
    found = {name: checked(name, value, definitions[name]) for name, value in values.items()}
    for site in found.get("SeedSites", "").split(","):
        if site and not (sites / f"{site}.geojson").is_file():
            raise Misuse(f"SeedSites is '{found['SeedSites']}'; there is no sites/{site}.geojson")
    return found


def checked(name, value, definition):
    """Validates a value and returns it in the form that the template needs."""
    text = "" if value == NONE else value.strip()
    if definition["Type"] == "Number":
        text = number(name, text, definition)
    allowed = [str(each) for each in definition.get("AllowedValues", [text])]
    if text not in allowed:
        raise Misuse(f"{name} is '{value}'; give one of {', '.join(allowed)}")
    pattern = definition.get("AllowedPattern", ".*")
    if not re.fullmatch(pattern, text):
        expected = definition.get("ConstraintDescription", f"a value that matches {pattern}")
        raise Misuse(f"{name} is '{value}'; give {expected}")
    return text


def number(name, text, definition):
    try:
        amount = float(text)
    except ValueError:
        amount = math.nan
    if not math.isfinite(amount):
        raise Misuse(f"{name} is '{text}'; give a number")
    least, most = definition.get("MinValue", -math.inf), definition.get("MaxValue", math.inf)
    if amount < least:
        raise Misuse(f"{name} is {text}; give {least} or more")
    if amount > most:
        raise Misuse(f"{name} is {text}; give {most} or less")
    return f"{amount:.10g}"
