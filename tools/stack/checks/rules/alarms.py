"""The alarms."""

from rules import rule
from rules.functions import logical, names
from rules.messages import dead_letter_queue_of
from stack import target

WEEK = 7 * 24 * 3600
FOUND_BY_RECONCILE = (
    "DaysSinceLastNotice",
    "UndeliveredMails",
    "UncoveredScenes",
    "ReconcileFailures",
    "ReconcileRuns",
)
ABOVE = ("GreaterThanThreshold", "GreaterThanOrEqualToThreshold")


def dead_letter_queues(stack):
    return (*dead_letter_queue_of(stack).values(), "AlertDeadLetters", "ReconcileDeadLetters")


def alarms(stack):
    return stack.of("AWS::CloudWatch::Alarm")


def on(stack, namespace, metric, name, value):
    """The alarms on a metric with the given dimension."""
    return {
        alarm: each
        for alarm, each in alarms(stack).items()
        if (each.get("Namespace"), each.get("MetricName")) == (namespace, metric)
        and {"Name": name, "Value": value} in each.get("Dimensions", [])
    }


@rule
def alarms_notify_operators(stack):
    """Every alarm reports its start and end, describes what to do, and defines how missing data is treated."""
    for name, alarm in alarms(stack).items():
        if [target(each) for each in alarm.get("AlarmActions", [])] != ["OperationsTopic"]:
            yield f"{name} notifies nobody: set AlarmActions: [!Ref OperationsTopic]"
        if [target(each) for each in alarm.get("OKActions", [])] != ["OperationsTopic"]:
            yield f"{name} does not report that it is over: set OKActions: [!Ref OperationsTopic]"
        if alarm.get("ActionsEnabled", True) is not True:
            yield f"the actions of {name} are disabled: remove ActionsEnabled"
        if len(alarm.get("AlarmDescription", "").split(". ")) < 2:
            yield f"{name} does not describe what to do: write two sentences in AlarmDescription"
        if alarm.get("TreatMissingData") not in ("breaching", "notBreaching"):
            yield f"{name} does not define how missing data is treated: set TreatMissingData"
        if alarm.get("Period", 60) * alarm.get("EvaluationPeriods", 1) > WEEK:
            yield f"{name} evaluates more than a week, which CloudWatch rejects: let reconcile count longer periods"
        if "Dimensions" not in alarm:
            yield f"{name} monitors the whole account: set Dimensions"


@rule
def dead_letter_queues_have_alarms(stack):
    """Every dead-letter queue has an alarm that is raised by the first message."""
    queues = {name for name in stack.of("AWS::SQS::Queue") if name.endswith("DeadLetters")}
    for name in sorted(queues | set(dead_letter_queues(stack))):
        found = on(
            stack, "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", {"Fn::GetAtt": [name, "QueueName"]}
        )
        if not any(fires_at(each, 1) and each["Period"] <= 3600 for each in found.values()):
            yield f"messages in {name} raise no alarm: add one on ApproximateNumberOfMessagesVisible > 0"


def fires_at(alarm, value):
    comparison = alarm["ComparisonOperator"]
    if comparison not in ABOVE:
        return False
    return value > alarm["Threshold"] or (comparison == ABOVE[1] and value == alarm["Threshold"])


@rule
def waiting_messages_have_alarms(stack):
    """Waiting notifications, scoring requests and mails have alarms that ordinary retries do not raise."""
    for name in ("NoticesQueue", "SitesQueue"):
        queue = stack.properties(name)
        retries = queue["VisibilityTimeout"] * int(queue["RedrivePolicy"]["maxReceiveCount"])
        found = on(stack, "AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", {"Fn::GetAtt": [name, "QueueName"]})
        if not any(each["ComparisonOperator"] in ABOVE for each in found.values()):
            yield f"messages that wait in {name} raise no alarm: add one on ApproximateAgeOfOldestMessage"
        for alarm, each in found.items():
            if not retries < each["Threshold"] <= 24 * 3600:
                yield f"{alarm} has threshold {each['Threshold']} s: set more than {retries} s and less than a day"
    found = on(stack, "AWS/Lambda", "IteratorAge", "FunctionName", {"Ref": "AlertFunction"})
    if not any(fires_at(each, 6 * 3600 * 1000) for each in found.values()):
        yield "mails that wait in the stream raise no alarm: add one on IteratorAge of AlertFunction"


@rule
def functions_have_alarms(stack):
    """Each function has alarms on errors, on throttling, and on invocations close to its time-out."""
    for name in map(logical, names(stack)):
        for metric in ("Errors", "Throttles"):
            found = on(stack, "AWS/Lambda", metric, "FunctionName", {"Ref": name})
            if not any(each.get("Statistic") == "Sum" and fires_at(each, 3) for each in found.values()):
                yield f"{metric} of {name} raise no alarm: add one on their sum"
        near = stack.properties(name).get("Timeout", 3) * 800
        found = on(stack, "AWS/Lambda", "Duration", "FunctionName", {"Ref": name})
        if [(each.get("Statistic"), each["Threshold"]) for each in found.values()] != [("Maximum", near)]:
            yield f"{name} raises no alarm close to its time-out: add one on Duration with the threshold {near} ms"
    found = on(stack, "AWS/ApiGateway", "5XXError", "Stage", {"Ref": "ApiStage"})
    of_api = [
        {"Name": "ApiName", "Value": stack.properties("Api").get("Name")} in each["Dimensions"]
        for each in found.values()
    ]
    if of_api != [True]:
        yield "failures of the API raise no alarm: add one on 5XXError with the name of Api"


@rule
def missing_reconcile_metrics_raise_alarms(stack):
    """The metrics of reconcile have alarms per stack, which treat missing data as breaching."""
    for metric in FOUND_BY_RECONCILE:
        found = on(stack, "HeatWatch", metric, "stack", "heat-watch")
        if not found and (metric != "DaysSinceLastNotice" or stack.value("LandsatTopicArn")):
            yield f"{metric} has no alarm: add one with the dimension stack"
        for name, each in found.items():
            if each.get("TreatMissingData") != "breaching":
                yield f"{name} is not raised when reconcile does not run: set TreatMissingData: breaching"
            if len(each["Dimensions"]) != 1:
                yield f"{name} has dimensions that reconcile does not write: use stack only"
            if not 3600 <= each["Period"] * each["EvaluationPeriods"] <= 24 * 3600:
                yield f"{name} evaluates less than one run or more than a day"
    silence = on(stack, "HeatWatch", "DaysSinceLastNotice", "stack", "heat-watch")
    if any(each.get("Threshold") != stack.value("SilenceDays") for each in silence.values()):
        yield "the alarm on DaysSinceLastNotice must have the threshold SilenceDays"


@rule
def alarms_refer_to_resources(stack):
    """Dimensions that identify resources are references, so that every alarm monitors an existing resource."""
    for name, alarm in alarms(stack).items():
        for each in alarm.get("Dimensions", []):
            if each["Name"] in ("QueueName", "FunctionName", "Stage") and target(each["Value"]) is None:
                yield f"{name} monitors {each['Value']}: refer to the resource"
