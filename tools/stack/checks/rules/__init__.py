"""What the linters can't know of this stack. A rule looks at the stack in one case, or in all cases at once.

A rule yields its findings; each says what is wrong and what to do. Its first docstring sentence is its meaning.
"""

import dataclasses
import typing

RULES = []
CRASH = "the template is not built as the rule expects"


@dataclasses.dataclass(frozen=True)
class Rule:
    name: str
    meaning: str
    check: typing.Callable
    every_case: bool

    def findings(self, stacks):
        """Pairs of a case and what is wrong there."""
        if not self.every_case:
            return [("all cases", finding) for finding in self.look(stacks)]
        return [(stack.case, finding) for stack in stacks for finding in self.look(stack)]

    def look(self, at):
        try:
            return list(self.check(at))
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as e:
            return [f"{CRASH} ({type(e).__name__}: {e}); mend the one or the other"]


def rule(check):
    return register(check, every_case=True)


def rule_over_all_cases(check):
    return register(check, every_case=False)


def register(check, every_case):
    RULES.append(Rule(check.__name__.replace("_", "-"), check.__doc__.strip(), check, every_case))
    return check


def everything():
    from rules import alarms, api, functions, messages, stores, whole  # noqa: F401  (each registers its rules)

    return RULES
