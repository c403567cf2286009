"""Queues, topics' subscriptions, event sources and schedules."""

import json
import re

import expand
from rules import rule
from stack import listed, target

FORTNIGHT = 14 * 24 * 3600
DEAD_LETTERS = {
    "NoticesQueue": "NoticesDeadLetters",
    "BackfillQueue": "BackfillDeadLetters",
    "SitesQueue": "SitesDeadLetters",
}
# source: its mapping, the function it feeds, the largest batch, how many at once
FEEDS = {
    "NoticesQueue": ("NoticesToClip", "ClipFunction", 1, 5),
    "BackfillQueue": ("BackfillToClip", "ClipFunction", 1, 2),
    "SitesQueue": ("SitesToScore", "ScoreFunction", 10, 10),
}
RULE_TARGETS = {"HourlyRule": {"depth": "light"}, "DailyRule": {"depth": "full"}}
SATELLITES = ("08", "09")
PRODUCTS = ("L1TP", "L1GT", "L2SP")
NEW_MAILS = {"eventName": ["INSERT"], "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "mail#"}]}}}}
RATE = re.compile(r"rate\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\)")
CRON = re.compile(r"cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)")
CRON_PART = re.compile(r"[0-9A-Z*?,/#LW-]+")


def queues(stack):
    return stack.of("AWS::SQS::Queue")


@rule
def queues_are_encrypted(stack):
    """Every queue is encrypted with SQS's own key."""
    for name, queue in queues(stack).items():
        if queue.get("SqsManagedSseEnabled") is not True:
            yield f"{name} is not encrypted: set SqsManagedSseEnabled: true"


@rule
def messages_are_kept_two_weeks(stack):
    """Every queue keeps messages for the fortnight that SQS allows, so that a person can be away."""
    for name, queue in queues(stack).items():
        if queue.get("MessageRetentionPeriod") != FORTNIGHT:
            yield f"{name} loses messages early: set MessageRetentionPeriod: {FORTNIGHT}"


@rule
def queues_have_dead_letters(stack):
    """What keeps failing is put aside, into a queue of the same kind that belongs to this one alone."""
    for name, aside in DEAD_LETTERS.items():
        if not stack.has(name) or not stack.has(aside):
            yield f"{name} or {aside} is missing"
            continue
        redrive = stack.properties(name).get("RedrivePolicy", {})
        if target(redrive.get("deadLetterTargetArn")) != aside:
            yield f"{name} does not put messages aside: let its RedrivePolicy name {aside}"
        if not 2 <= int(redrive.get("maxReceiveCount", 0)) <= 10:
            yield f"{name} tries a message {redrive.get('maxReceiveCount')} times: 2 to 10 are sensible"
        if stack.properties(name).get("FifoQueue") != stack.properties(aside).get("FifoQueue"):
            yield f"{aside} is of another kind than {name}: set FifoQueue in both or in none"
    if stack.properties("SitesQueue").get("FifoQueue") is not True:
        yield "SitesQueue does not keep the runs of a site apart: set FifoQueue: true"


@rule
def deliveries_agree(stack):
    """The clip function knows after how many deliveries its queues put a notice aside."""
    told = str(stack.properties("ClipFunction")["Environment"]["Variables"].get("MAX_RECEIVE_COUNT"))
    for name in ("NoticesQueue", "BackfillQueue"):
        count = str(stack.properties(name)["RedrivePolicy"].get("maxReceiveCount"))
        if count != told:
            yield f"{name} tries {count} times but MAX_RECEIVE_COUNT says {told}: take both from the mapping Deliveries"


@rule
def messages_stay_hidden_long_enough(stack):
    """A queue hides a message for six time-outs of its function, so that none is worked on twice at once."""
    for mapping in stack.of("AWS::Lambda::EventSourceMapping").values():
        queue, function = target(mapping.get("EventSourceArn")), target(mapping.get("FunctionName"))
        if not stack.has(queue, "AWS::SQS::Queue") or not stack.has(function):
            continue
        least = 6 * stack.properties(function).get("Timeout", 3)
        if stack.properties(queue).get("VisibilityTimeout", 30) < least:
            yield f"{queue} shows messages of {function} again too soon: set VisibilityTimeout: {least} or more"


@rule
def queues_take_from_few(stack):
    """Queue policies let one service send, on behalf of named topics or rules only."""
    allowed = {"NoticesQueue": "sns.amazonaws.com", "ReconcileDeadLetters": "events.amazonaws.com"}
    found = {}
    for name, policy in stack.of("AWS::SQS::QueuePolicy").items():
        for queue in map(target, policy["Queues"]):
            found[queue] = name
            for statement in listed(policy["PolicyDocument"]["Statement"]):
                sources = statement.get("Condition", {}).get("ArnEquals", {}).get("aws:SourceArn")
                if statement.get("Action") != "sqs:SendMessage":
                    yield f"{name} allows {statement.get('Action')}: allow sqs:SendMessage alone"
                if statement.get("Principal") != {"Service": allowed.get(queue)}:
                    yield f"{name} lets {statement.get('Principal')} send to {queue}: only {allowed.get(queue)} may"
                if target(statement.get("Resource")) != queue:
                    yield f"{name} speaks of another resource than {queue}"
                if not sources or "*" in json.dumps(sources):
                    yield f"{name} does not say on whose behalf: add ArnEquals aws:SourceArn"
                elif queue == "NoticesQueue" and sources != stack.value("LandsatTopicArn"):
                    yield f"{name} does not stand for the topic of the notices: let aws:SourceArn be LandsatTopicArn"
    for queue in allowed:
        if queue not in found:
            yield f"nobody may send to {queue}: give it a policy for {allowed[queue]}"


@rule
def notices_arrive_as_they_are(stack):
    """The subscription delivers raw messages from the topic's own region into the queue of notices."""
    subscription = stack.properties("NoticesSubscription")
    topic = stack.value("LandsatTopicArn")
    wanted = {"TopicArn": topic, "Region": topic.split(":")[3], "Protocol": "sqs", "RawMessageDelivery": True}
    for name, value in wanted.items():
        if subscription.get(name) != value:
            yield f"NoticesSubscription has {name} {subscription.get(name)}: it must be {value}"
    if target(subscription.get("Endpoint")) != "NoticesQueue":
        yield "NoticesSubscription does not lead into NoticesQueue"
    if "NoticesQueuePolicy" not in listed(stack.resources["NoticesSubscription"].get("DependsOn", [])):
        yield "notices may come before they are let in: let NoticesSubscription depend on NoticesQueuePolicy"


@rule
def filter_is_that_of_the_sites(stack):
    """The topic or the event source, whichever filters, lets pass just the products of the sites to begin with."""
    wanted = sorted(prefixes(sites_to_begin_with(stack)))
    subscription = stack.properties("NoticesSubscription")
    criteria = stack.properties("NoticesToClip").get("FilterCriteria")
    at_topic = stack.value("SnsFilter") == "on"
    how = "the filter must be " + json.dumps({"landsat_product_id": [{"prefix": each} for each in wanted]})
    if at_topic:
        if subscription.get("FilterPolicyScope") != "MessageBody":
            yield "the topic filters attributes, which notices have none of: set FilterPolicyScope: MessageBody"
        if passing(subscription.get("FilterPolicy")) != wanted:
            yield f"the topic's filter is not that of sites/: {how}"
        if criteria is not None:
            yield "NoticesToClip drops what reconcile sends for new sites: the topic filters, so remove FilterCriteria"
    else:
        if "FilterPolicy" in subscription or "FilterPolicyScope" in subscription:
            yield "the topic filters although SnsFilter is off: remove FilterPolicy and FilterPolicyScope in this case"
        patterns = [json.loads(each["Pattern"]) for each in (criteria or {}).get("Filters", [])]
        if len(patterns) != 1 or set(patterns[0]) != {"body"} or passing(patterns[0]["body"]) != wanted:
            yield f"the filter of NoticesToClip is not that of sites/: in body, {how}"


def passing(pattern):
    if not isinstance(pattern, dict) or set(pattern) != {"landsat_product_id"}:
        return None
    return sorted(each["prefix"] for each in pattern["landsat_product_id"])


def sites_to_begin_with(stack):
    return [
        json.loads((expand.ROOT / "sites" / f"{site}.geojson").read_text(encoding="utf-8"))
        for site in stack.expanded["Parameters"]["SeedSites"]["Default"].split(",")
    ]


def prefixes(sites):
    scenes = {f"{scene['path']:03d}{scene['row']:03d}" for site in sites for scene in site["scenes"]}
    return {f"LC{of}_{what}_{scene}_" for of in SATELLITES for what in PRODUCTS for scene in scenes}


@rule
def only_new_mails_wake_alert(stack):
    """The stream's filter passes inserted items of mail partitions, and nothing else."""
    filters = stack.properties("MailsToAlert").get("FilterCriteria", {}).get("Filters", [])
    if [json.loads(each["Pattern"]) for each in filters] != [NEW_MAILS]:
        yield f"the filter of MailsToAlert is another one: it must be {json.dumps(NEW_MAILS)}"


@rule
def patterns_can_be_read(stack):
    """Every filter pattern and every input of a rule is JSON, and patterns end in lists."""
    for name, mapping in stack.of("AWS::Lambda::EventSourceMapping").items():
        for each in mapping.get("FilterCriteria", {}).get("Filters", []):
            if len(each["Pattern"]) > 4096:
                yield f"a pattern of {name} is longer than the 4096 characters that Lambda takes"
            try:
                pattern = json.loads(each["Pattern"])
            except ValueError as e:
                yield f"a pattern of {name} is no JSON ({e})"
            else:
                if not all(isinstance(leaf, list) for leaf in leaves(pattern)):
                    yield f"a pattern of {name} names a value outside a list, which matches nothing"
    for name, events in stack.of("AWS::Events::Rule").items():
        for each in events["Targets"]:
            try:
                json.loads(each["Input"])
            except ValueError as e:
                yield f"the input of {name} is no JSON ({e})"


def leaves(pattern):
    for value in pattern.values():
        if isinstance(value, dict):
            yield from leaves(value)
        else:
            yield value


@rule
def event_sources_report_failures(stack):
    """Every queue and the stream feed their function, in small batches, and one failure does not fail the batch."""
    for name, mapping in stack.of("AWS::Lambda::EventSourceMapping").items():
        if mapping.get("FunctionResponseTypes") != ["ReportBatchItemFailures"]:
            yield f"one failure fails the whole batch of {name}: set FunctionResponseTypes: [ReportBatchItemFailures]"
        if mapping.get("Enabled", True) is not True:
            yield f"{name} is switched off: remove Enabled"
    for source, (name, function, batch, at_once) in FEEDS.items():
        mapping = stack.properties(name)
        if target(mapping.get("EventSourceArn")) != source or target(mapping.get("FunctionName")) != function:
            yield f"{name} does not lead from {source} to {function}"
        if not 1 <= mapping.get("BatchSize", 10) <= batch:
            yield f"{name} takes batches of {mapping.get('BatchSize', 10)}: at most {batch}"
        if not 2 <= mapping.get("ScalingConfig", {}).get("MaximumConcurrency", 1000) <= at_once:
            yield f"{name} may use up the account's concurrency: set MaximumConcurrency to {at_once} or less"


@rule
def stream_loses_no_mail(stack):
    """The stream is read from its start, retries a while, halves a failing batch, and puts aside what still fails."""
    mapping = stack.properties("MailsToAlert")
    if target(mapping.get("FunctionName")) != "AlertFunction":
        yield "MailsToAlert does not lead to AlertFunction"
    if mapping.get("EventSourceArn") not in (
        {"Fn::GetAtt": ["LedgerTable", "StreamArn"]},
        stack.value("ExistingTableStreamArn"),
    ):
        yield "MailsToAlert does not read the ledger's stream"
    if mapping.get("StartingPosition") != "TRIM_HORIZON":
        yield "mails written while the stack is made are lost: set StartingPosition: TRIM_HORIZON"
    if mapping.get("BisectBatchOnFunctionError") is not True:
        yield "one mail can hold back nine: set BisectBatchOnFunctionError: true"
    if not 1 <= mapping.get("MaximumRetryAttempts", -1) <= 100:
        yield "a mail that fails blocks all after it: set MaximumRetryAttempts"
    if not 3600 <= mapping.get("MaximumRecordAgeInSeconds", -1) < 24 * 3600:
        yield "records leave the stream after a day: set MaximumRecordAgeInSeconds to an hour or more, but less"
    if target(mapping.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")) != "AlertDeadLetters":
        yield "what can't be published leaves no trace: let DestinationConfig.OnFailure be AlertDeadLetters"


@rule
def schedules_can_be_read(stack):
    """Every schedule is one of EventBridge's; reconcile runs lightly each hour and fully each day."""
    for name, events in stack.of("AWS::Events::Rule").items():
        expression = events.get("ScheduleExpression", "")
        if not is_schedule(expression):
            yield f"{name} has the schedule {expression!r}: write rate(1 hour) or cron(40 5 * * ? *)"
    for name, wanted in RULE_TARGETS.items():
        inputs = [json.loads(each["Input"]) for each in stack.properties(name).get("Targets", [])]
        if inputs != [wanted]:
            yield f"{name} sends {inputs}: it must send {wanted}"
    if stack.properties("HourlyRule").get("ScheduleExpression") != "rate(1 hour)":
        yield "HourlyRule does not run each hour, which alarms rely on: set rate(1 hour)"


def is_schedule(expression):
    if RATE.fullmatch(expression):
        return True
    cron = CRON.fullmatch(expression)
    if not cron or not all(CRON_PART.fullmatch(part) for part in cron.groups()):
        return False
    minute, hour, day, _, weekday, _ = cron.groups()
    in_range = all(not part.isdigit() or int(part) < limit for part, limit in ((minute, 60), (hour, 24)))
    return in_range and [day, weekday].count("?") == 1


@rule
def rules_reach_their_targets(stack):
    """Each rule's target is tried again, may be invoked by that rule, and what reconcile never got is put aside."""
    for name, events in stack.of("AWS::Events::Rule").items():
        if events.get("State", "ENABLED") != "ENABLED":
            yield f"{name} is switched off: remove State"
        for each in events["Targets"]:
            if "MaximumRetryAttempts" not in each.get("RetryPolicy", {}):
                yield f"{name} tries for a whole day: set a RetryPolicy"
            function = target(each["Arn"])
            if (
                function == "ReconcileFunction"
                and target(each.get("DeadLetterConfig", {}).get("Arn")) != "ReconcileDeadLetters"
            ):
                yield f"a run of {name} that can't start leaves no trace: let DeadLetterConfig be ReconcileDeadLetters"
            if not any(
                permission.get("SourceArn") == {"Fn::GetAtt": [name, "Arn"]}
                and permission.get("Principal") == "events.amazonaws.com"
                and target(permission["FunctionName"]) == function
                for permission in stack.of("AWS::Lambda::Permission").values()
            ):
                yield f"{name} may not invoke {function}: add an AWS::Lambda::Permission whose SourceArn is the rule"
    for name in RULE_TARGETS:
        if [target(each["Arn"]) for each in stack.properties(name).get("Targets", [])] != ["ReconcileFunction"]:
            yield f"{name} does not start reconcile"
    config = stack.properties("ReconcileInvocation")
    if target(config.get("FunctionName")) != "ReconcileFunction" or (
        target(config.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")) != "ReconcileDeadLetters"
    ):
        yield "a run of reconcile that fails leaves no trace: let ReconcileInvocation put it into ReconcileDeadLetters"


@rule
def invocation_is_for_named_sources(stack):
    """Permissions to invoke name the one rule or API they are for."""
    for name, permission in stack.of("AWS::Lambda::Permission").items():
        if permission.get("Action") != "lambda:InvokeFunction":
            yield f"{name} allows {permission.get('Action')}: only lambda:InvokeFunction is needed"
        if permission.get("Principal") not in ("events.amazonaws.com", "apigateway.amazonaws.com"):
            yield f"{name} lets {permission.get('Principal')} invoke: only rules and the API may"
        if target(permission.get("SourceArn")) is None:
            yield f"{name} does not say which rule or API: set SourceArn"
