"""A template in one case, with the queries that rules need."""

import dataclasses

import cases
import expand
import resolve


@dataclasses.dataclass(frozen=True)
class Stack:
    case: str
    parameters: dict
    source: dict  # as written
    expanded: dict  # by SAM, with unresolved conditions
    resolved: dict

    @property
    def resources(self):
        return self.resolved["Resources"]

    def of(self, *types):
        """Returns the properties of all resources of these types, by name."""
        return {
            name: resource.get("Properties", {})
            for name, resource in self.resources.items()
            if resource["Type"] in types
        }

    def has(self, name, kind=None):
        return name in self.resources and kind in (None, self.resources[name]["Type"])

    def properties(self, name):
        """Returns the properties of a resource; empty if it does not exist, so that a rule can report all defects."""
        return self.resources.get(name, {}).get("Properties", {})

    def value(self, parameter):
        return self.parameters.get(parameter, self.expanded["Parameters"].get(parameter, {}).get("Default"))

    def functions(self):
        return self.of("AWS::Lambda::Function")

    def statements(self, role):
        """Returns the statements of a role's inline policies."""
        policies = self.properties(role).get("Policies", [])
        return [each for policy in policies for each in listed(policy["PolicyDocument"]["Statement"])]


def stacks(text):
    """Returns the template in every case."""
    source = expand.parse(text)
    return [stack(case, source, expand.expand(source, parameters)) for case, parameters in cases.CASES.items()]


def stacks_of_one_expansion(text):
    """Like stacks(), but faster: expands once. Correct as long as the expansion does not depend on parameters."""
    source = expand.parse(text)
    expanded = expand.expand(source, {})
    return [stack(case, source, expanded) for case in cases.CASES]


def stack(case, source, expanded):
    parameters = cases.CASES[case]
    return Stack(case, parameters, source, expanded, resolve.resolve(expanded, parameters))


def listed(value):
    """Returns a list where a template allows a single value or a list."""
    return value if isinstance(value, list) else [value]


def target(value):
    """Returns the resource that a Ref, a GetAtt or the single variable of a Sub refers to, or None."""
    if isinstance(value, dict) and len(value) == 1:
        ((name, argument),) = value.items()
        if name == "Ref":
            return argument
        if name == "Fn::GetAtt":
            return argument[0]
        if name == "Fn::Sub":
            names = {each.split(".")[0] for each in resolve.VARIABLE.findall(argument)}
            return names.pop() if len(names) == 1 else None
    return None
