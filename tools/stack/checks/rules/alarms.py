"""The alarms."""

from rules import rule
from rules.functions import NAMES, logical
from rules.messages import DEAD_LETTERS
from stack import target

WEEK = 7 * 24 * 3600
PUT_ASIDE = (*DEAD_LETTERS.values(), "AlertDeadLetters", "ReconcileDeadLetters")
FOUND_BY_RECONCILE = ("DaysSinceLastNotice", "UndeliveredMails", "UncoveredScenes", "ReconcileRuns")
ABOVE = ("GreaterThanThreshold", "GreaterThanOrEqualToThreshold")


def alarms(stack):
    return stack.of("AWS::CloudWatch::Alarm")


def on(stack, namespace, metric, name, value):
    """The alarms on a metric with that dimension."""
    return {
        alarm: each
        for alarm, each in alarms(stack).items()
        if (each.get("Namespace"), each.get("MetricName")) == (namespace, metric)
        and {"Name": name, "Value": value} in each.get("Dimensions", [])
    }


@rule
def alarms_reach_somebody(stack):
    """Every alarm tells OperationsTopic, says what to do, and says what missing data mean."""
    for name, alarm in alarms(stack).items():
        if [target(each) for each in alarm.get("AlarmActions", [])] != ["OperationsTopic"]:
            yield f"nobody hears of {name}: set AlarmActions: [!Ref OperationsTopic]"
        if alarm.get("ActionsEnabled", True) is not True:
            yield f"{name} is muted: remove ActionsEnabled"
        if len(alarm.get("AlarmDescription", "").split(". ")) < 2:
            yield f"{name} does not say what to do: write two sentences into AlarmDescription"
        if alarm.get("TreatMissingData") not in ("breaching", "notBreaching"):
            yield f"{name} leaves open what missing data mean: set TreatMissingData"
        if alarm.get("Period", 60) * alarm.get("EvaluationPeriods", 1) > WEEK:
            yield f"{name} looks back more than a week, which CloudWatch refuses: let reconcile count what takes longer"
        if "Dimensions" not in alarm:
            yield f"{name} watches all of the account: set Dimensions"


@rule
def what_is_put_aside_is_told(stack):
    """Every dead-letter queue has an alarm from the first message on."""
    queues = {name for name in stack.of("AWS::SQS::Queue") if name.endswith("DeadLetters")}
    for name in sorted(queues | set(PUT_ASIDE)):
        found = on(
            stack, "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", {"Fn::GetAtt": [name, "QueueName"]}
        )
        if not any(fires_at(each, 1) and each["Period"] <= 3600 for each in found.values()):
            yield f"nobody hears of messages in {name}: add an alarm on ApproximateNumberOfMessagesVisible > 0"


def fires_at(alarm, value):
    above = alarm["ComparisonOperator"]
    if above not in ABOVE:
        return False
    return value > alarm["Threshold"] or (above == ABOVE[1] and value == alarm["Threshold"])


@rule
def what_waits_is_told(stack):
    """Notices, sites and mails that wait have alarms, late enough that ordinary retries are over."""
    for name in ("NoticesQueue", "SitesQueue"):
        queue = stack.properties(name)
        retries = queue["VisibilityTimeout"] * int(queue["RedrivePolicy"]["maxReceiveCount"])
        found = on(stack, "AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", {"Fn::GetAtt": [name, "QueueName"]})
        if not any(each["ComparisonOperator"] in ABOVE for each in found.values()):
            yield f"nobody hears that messages wait in {name}: add an alarm on ApproximateAgeOfOldestMessage"
        for alarm, each in found.items():
            if not retries < each["Threshold"] <= 24 * 3600:
                yield f"{alarm} is at {each['Threshold']} s: set it above {retries} s of retries and below a day"
    found = on(stack, "AWS/Lambda", "IteratorAge", "FunctionName", {"Ref": "AlertFunction"})
    if not any(fires_at(each, 6 * 3600 * 1000) for each in found.values()):
        yield "nobody hears that mails wait in the stream: add an alarm on IteratorAge of AlertFunction"


@rule
def functions_are_watched(stack):
    """Each function has alarms on errors, on throttling, and on runs near its time-out."""
    for name in map(logical, NAMES):
        for metric in ("Errors", "Throttles"):
            found = on(stack, "AWS/Lambda", metric, "FunctionName", {"Ref": name})
            if not any(each.get("Statistic") == "Sum" and fires_at(each, 3) for each in found.values()):
                yield f"nobody hears of {metric} of {name}: add an alarm on their sum"
        near = stack.properties(name).get("Timeout", 3) * 800
        found = on(stack, "AWS/Lambda", "Duration", "FunctionName", {"Ref": name})
        if [(each.get("Statistic"), each["Threshold"]) for each in found.values()] != [("Maximum", near)]:
            yield f"nobody hears when {name} comes near its time-out: put an alarm on Duration at {near} ms"
    found = on(stack, "AWS/ApiGateway", "5XXError", "Stage", {"Ref": "ApiStage"})
    names = [
        {"Name": "ApiName", "Value": stack.properties("Api").get("Name")} in each["Dimensions"]
        for each in found.values()
    ]
    if names != [True]:
        yield "nobody hears of failures of the API: add an alarm on 5XXError with the name of Api"


@rule
def silence_of_reconcile_is_bad(stack):
    """What reconcile counts is watched per stack, and its missing data count as bad."""
    for metric in FOUND_BY_RECONCILE:
        found = on(stack, "HeatWatch", metric, "stack", "heat-watch")
        if not found:
            yield f"nobody watches {metric}: add an alarm with the dimension stack"
        for name, each in found.items():
            if each.get("TreatMissingData") != "breaching":
                yield f"{name} is quiet when reconcile is dead: set TreatMissingData: breaching"
            if len(each["Dimensions"]) != 1:
                yield f"{name} has other dimensions than reconcile writes: stack alone"
            if not 3600 <= each["Period"] * each["EvaluationPeriods"] <= 24 * 3600:
                yield f"{name} looks back less than one run or more than a day"
    silence = on(stack, "HeatWatch", "DaysSinceLastNotice", "stack", "heat-watch")
    if [each.get("Threshold") for each in silence.values()] != [stack.value("SilenceDays")]:
        yield "the alarm on DaysSinceLastNotice must be at SilenceDays"


@rule
def alarms_watch_what_exists(stack):
    """Every dimension that could be a resource is one, so that no alarm watches nothing."""
    for name, alarm in alarms(stack).items():
        for each in alarm.get("Dimensions", []):
            if each["Name"] in ("QueueName", "FunctionName", "Stage") and target(each["Value"]) is None:
                yield f"{name} watches {each['Value']}: refer to the resource"
