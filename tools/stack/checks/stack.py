"""A template in one case, with the questions that the rules ask of it."""

import dataclasses

import cases
import expand
import resolve


@dataclasses.dataclass(frozen=True)
class Stack:
    case: str
    parameters: dict
    source: dict  # as written
    expanded: dict  # by SAM, conditions unresolved
    resolved: dict

    @property
    def resources(self):
        return self.resolved["Resources"]

    def of(self, *types):
        """Names and properties of all resources of these types."""
        return {
            name: resource.get("Properties", {})
            for name, resource in self.resources.items()
            if resource["Type"] in types
        }

    def has(self, name, kind=None):
        return name in self.resources and kind in (None, self.resources[name]["Type"])

    def properties(self, name):
        """A resource's properties; none if it is not there, so that a rule can go on and name all that is missing."""
        return self.resources.get(name, {}).get("Properties", {})

    def value(self, parameter):
        return self.parameters.get(parameter, self.expanded["Parameters"].get(parameter, {}).get("Default"))

    def functions(self):
        return self.of("AWS::Lambda::Function")

    def statements(self, role):
        """What a role's own policies allow or deny."""
        policies = self.properties(role).get("Policies", [])
        return [each for policy in policies for each in listed(policy["PolicyDocument"]["Statement"])]


def stacks(text):
    """The template in every case."""
    source = expand.parse(text)
    return [stack(case, source, expand.expand(source, parameters)) for case, parameters in cases.CASES.items()]


def stacks_of_one_expansion(text):
    """The same, sooner: SAM is asked once. Right as long as it makes the same of every case, as it does today."""
    source = expand.parse(text)
    expanded = expand.expand(source, {})
    return [stack(case, source, expanded) for case in cases.CASES]


def stack(case, source, expanded):
    parameters = cases.CASES[case]
    return Stack(case, parameters, source, expanded, resolve.resolve(expanded, parameters))


def listed(value):
    """Where one or many are allowed: many."""
    return value if isinstance(value, list) else [value]


def target(value):
    """The resource that a value refers to, or None: from Ref, GetAtt, or the one variable of a text."""
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
