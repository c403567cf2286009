"""Resolves a template for given parameters: evaluates conditions and substitutes values, as CloudFormation does.

References to resources remain: {"Ref": resource}, {"Fn::GetAtt": [resource, attribute]}, and {"Fn::Sub": text} with
such references as its only variables.
"""

import re

PSEUDO = {
    "AWS::AccountId": "111122223333",
    "AWS::Partition": "aws",
    "AWS::Region": "us-west-2",
    "AWS::StackName": "heat-watch",
    "AWS::URLSuffix": "amazonaws.com",
}
NOTHING = object()
VARIABLE = re.compile(r"\$\{(!?[^}]+)\}")


class Unresolvable(Exception):
    """The template refers to something that does not exist in this case."""


def resolve(template, parameters):
    """Returns the resources and outputs of an expanded template, without those whose condition is false."""
    return Resolver(template, parameters).template()


class Resolver:
    def __init__(self, source, parameters):
        self.source = source
        self.values = dict(PSEUDO)
        for name, parameter in source.get("Parameters", {}).items():
            value = parameters.get(name, parameter.get("Default"))
            if value is None:
                raise Unresolvable(f"parameter {name} has neither a value nor a default")
            self.values[name] = value
        unknown = set(parameters) - set(source.get("Parameters", {}))
        if unknown:
            raise Unresolvable(f"no such parameters: {', '.join(sorted(unknown))}")
        self.present = {
            name: resource
            for name, resource in source["Resources"].items()
            if "Condition" not in resource or self.holds(resource["Condition"])
        }

    def template(self):
        outputs = {
            name: output
            for name, output in self.source.get("Outputs", {}).items()
            if "Condition" not in output or self.holds(output["Condition"])
        }
        return {
            "Resources": {name: self.part(resource, name) for name, resource in self.present.items()},
            "Outputs": {name: self.part(output, f"output {name}") for name, output in outputs.items()},
        }

    def part(self, part, where):
        try:
            whole = self.value({key: value for key, value in part.items() if key != "Condition"})
        except Unresolvable as e:
            raise Unresolvable(f"{where}: {e}") from e
        self.check_dependencies(whole, where)
        return whole

    def check_dependencies(self, resource, where):
        dependencies = resource.get("DependsOn", [])
        for name in [dependencies] if isinstance(dependencies, str) else dependencies:
            if name not in self.source["Resources"]:
                raise Unresolvable(f"{where}: depends on {name}, which is not a resource")

    def holds(self, condition):
        if isinstance(condition, str):
            conditions = self.source.get("Conditions", {})
            if condition not in conditions:
                raise Unresolvable(f"there is no condition {condition}")
            return self.holds(conditions[condition])
        ((function, argument),) = condition.items()
        if function == "Fn::Equals":
            left, right = (self.value(each) for each in argument)
            return str(left) == str(right)
        if function == "Fn::Not":
            return not self.holds(argument[0])
        if function == "Fn::And":
            return all(self.holds(each) for each in argument)
        if function == "Fn::Or":
            return any(self.holds(each) for each in argument)
        if function == "Condition":
            return self.holds(argument)
        raise Unresolvable(f"{function} is not supported in a condition")

    def value(self, value):
        if isinstance(value, list):
            return [each for each in map(self.value, value) if each is not NOTHING]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            ((name, argument),) = value.items()
            if name == "Ref" or name.startswith("Fn::"):
                return self.function(name, argument)
        whole = {key: self.value(each) for key, each in value.items()}
        return {key: each for key, each in whole.items() if each is not NOTHING}

    def function(self, name, argument):
        if name == "Ref":
            return self.reference(argument)
        if name == "Fn::GetAtt":
            resource, attribute = argument if isinstance(argument, list) else argument.split(".", 1)
            self.require(resource)
            return {"Fn::GetAtt": [resource, attribute]}
        if name == "Fn::If":
            condition, then, otherwise = argument
            return self.value(then if self.holds(condition) else otherwise)
        if name == "Fn::Sub":
            return self.text(argument)
        if name == "Fn::FindInMap":
            found = self.source.get("Mappings", {})
            for key in argument:
                if self.value(key) not in found:
                    raise Unresolvable(f"mapping {argument} does not exist")
                found = found[self.value(key)]
            return found
        if name == "Fn::Select":
            index, parts = self.value(argument)
            return parts[int(index)]
        if name == "Fn::Split":
            separator, text = self.value(argument)
            return text.split(separator)
        if name == "Fn::Join":
            separator, parts = argument
            return self.text([separator.join(f"${{{i}}}" for i in range(len(parts))), dict(enumerate_as_text(parts))])
        raise Unresolvable(f"{name} is not supported by the checks")

    def reference(self, name):
        if name == "AWS::NoValue":
            return NOTHING
        if name in self.values:
            return self.values[name]
        self.require(name)
        return {"Ref": name}

    def require(self, resource):
        if resource not in self.source["Resources"]:
            raise Unresolvable(f"{resource} is not a resource")
        if resource not in self.present:
            raise Unresolvable(f"{resource} does not exist in this case")

    def text(self, argument):
        """Returns a string if everything in it is resolved, otherwise a Fn::Sub."""
        template, variables = argument if isinstance(argument, list) else (argument, {})

        def put(match):
            name = match.group(1)
            if name.startswith("!"):
                return match.group(0)
            if name in variables:
                value = self.value(variables[name])
            elif "." in name:
                value = self.function("Fn::GetAtt", name)
            else:
                value = self.reference(name)
            return as_text(value)

        text = VARIABLE.sub(put, template)
        return {"Fn::Sub": text} if VARIABLE.search(text) else text


def enumerate_as_text(parts):
    return ((str(i), part) for i, part in enumerate(parts))


def as_text(value):
    if isinstance(value, dict):
        ((name, argument),) = value.items()
        if name == "Ref":
            return f"${{{argument}}}"
        if name == "Fn::GetAtt":
            return f"${{{'.'.join(argument)}}}"
        return argument
    return str(value)
