"""Rules that public linters cannot check. A rule is applied to the stack in each case, or to all cases together.

A rule yields findings, each of which states a defect and its remedy. Its docstring is its description.
"""

import dataclasses
import typing

RULES = []
CRASH = "the template does not have the structure that the rule expects"


@dataclasses.dataclass(frozen=True)
class Rule:
    name: str
    meaning: str
    check: typing.Callable
    every_case: bool

    def findings(self, stacks):
        """Pairs of a case and a finding."""
        if not self.every_case:
            return [("all cases", finding) for finding in self.apply(stacks)]
        return [(stack.case, finding) for stack in stacks for finding in self.apply(stack)]

    def apply(self, subject):
        try:
            return list(self.check(subject))
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as e:
            return [f"{CRASH} ({type(e).__name__}: {e}); fix the template or the rule"]


def rule(check):
    return register(check, every_case=True)


def rule_over_all_cases(check):
    return register(check, every_case=False)


def register(check, every_case):
    RULES.append(Rule(check.__name__.replace("_", "-"), check.__doc__.strip(), check, every_case))
    return check


def everything():
    # Importing a module registers its rules.
    from rules import alarms, api, deployment, functions, messages, observation, stores, whole  # noqa: F401

    return RULES
