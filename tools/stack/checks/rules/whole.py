"""The template as a whole: parameters, outputs and conditions."""

import resolve
from rules import rule, rule_over_all_cases
from stack import target

DEFAULTS = {
    "LandsatTopicArn": "arn:aws:sns:us-west-2:673253540267:public-c2-notify-v2",
    "LandsatBucket": "usgs-landsat",
    "SeedSites": "kaesong",
    "SnsFilter": "off",
    "SnsFilterPathRows": "116034,213210",
    "SilenceDays": 16,
    "AlertEmail": "",
    "MonthlyBudgetDollars": 10,
    "ApiAccess": "iam",
    "ApiRequestsPerSecond": 20,
    "ApiRequestsPerDay": 20000,
    "ApiBurst": 40,
    "ApiAccessLogs": "off",
    "ApiDomain": "",
    "ApiCertificateArn": "",
    "DashboardUrl": "",
    "HtmlMailFrom": "",
    "HtmlMailTo": "",
    "Architecture": "x86_64",
    "Tracing": "off",
    "LogRetentionDays": 90,
    "ExistingTable": "",
    "ExistingTableStreamArn": "",
    "ExistingClipsBucket": "",
}
OUTPUTS = {
    "AlertTopicArn": "AlertTopic",
    "OperationsTopicArn": "OperationsTopic",
    "NoticesQueueUrl": "NoticesQueue",
    "BackfillQueueUrl": "BackfillQueue",
    "SitesQueueUrl": "SitesQueue",
    "NoticesDeadLettersUrl": "NoticesDeadLetters",
    "BackfillDeadLettersUrl": "BackfillDeadLetters",
    "SitesDeadLettersUrl": "SitesDeadLetters",
    "AlertDeadLettersUrl": "AlertDeadLetters",
    "AuditQueueUrl": "AuditQueue",
    "AuditDeadLettersUrl": "AuditDeadLetters",
    "ReconcileDeadLettersUrl": "ReconcileDeadLetters",
}
STORE_OUTPUTS = {"TableName", "TableStreamArn", "ClipsBucketName"}
API_URL = {"Fn::Sub": "https://${Api}.execute-api.us-west-2.amazonaws.com/${ApiStage}"}


@rule
def outputs_are_as_documented(stack):
    """The outputs that the command line reads exist and refer to the right resources."""
    outputs = {name: output["Value"] for name, output in stack.resolved["Outputs"].items()}
    wanted = {*OUTPUTS, *STORE_OUTPUTS, "ApiUrl"}
    wanted |= {"ApiKeyId"} if stack.value("ApiAccess") == "key" else set()
    wanted |= {"MailQueueUrl", "MailDeadLettersUrl"} if stack.value("HtmlMailFrom") else set()
    wanted |= {"ApiDomainTarget"} if stack.value("ApiDomain") else set()
    for name in sorted(set(outputs) ^ wanted):
        yield f"output {name} {'is missing' if name in wanted else 'is not expected'}: commands read it by name"
    for name, resource in OUTPUTS.items():
        if outputs.get(name) != {"Ref": resource}:
            yield f"output {name} is {outputs.get(name)}: it must be {resource}"
    if outputs.get("ApiUrl") != API_URL:
        yield f"output ApiUrl is {outputs.get('ApiUrl')}: it must be {API_URL['Fn::Sub']}"
    if "ApiKeyId" in outputs and target(outputs["ApiKeyId"]) != "ApiKey":
        yield "output ApiKeyId must be ApiKey"


@rule_over_all_cases
def parameters_are_as_documented(stacks):
    """The parameters and their defaults are as documented, and all have descriptions, labels and groups."""
    source = stacks[0].source
    parameters = source["Parameters"]
    interface = source.get("Metadata", {}).get("AWS::CloudFormation::Interface", {})
    grouped = [name for group in interface.get("ParameterGroups", []) for name in group["Parameters"]]
    for name in sorted(set(parameters) ^ set(DEFAULTS)):
        yield f"parameter {name}: {'not expected' if name in parameters else 'missing'}"
    for name, parameter in parameters.items():
        if name in DEFAULTS and parameter.get("Default") != DEFAULTS[name]:
            yield f"{name} has the default {parameter.get('Default')!r}: it must be {DEFAULTS[name]!r}"
        if not parameter.get("Description"):
            yield f"{name} has no description"
        if grouped.count(name) != 1 or name not in interface.get("ParameterLabels", {}):
            yield f"{name} must be in exactly one group of the interface and have a label"
    for together in ("TableHasStream", "DomainHasCertificate", "HtmlMailHasRecipients", "HtmlMailHasSender"):
        if together not in source.get("Rules", {}):
            yield f"parameters that belong together can be given alone: restore the rule {together}"


@rule_over_all_cases
def every_condition_is_covered(stacks):
    """Each condition is true in one case and false in another, and each resource exists in at least one case."""
    for condition in stacks[0].expanded.get("Conditions", {}):
        values = {resolve.Resolver(stack.expanded, stack.parameters).holds(condition) for stack in stacks}
        if values != {True, False}:
            yield f"{condition} is always {values.pop()}: add a case to cases.py"
    present = {name for stack in stacks for name in stack.resources}
    for name in stacks[0].source["Resources"]:
        expanded = name in stacks[0].expanded["Resources"]
        if expanded and name not in present:
            yield f"{name} exists in no case: add one to cases.py"
