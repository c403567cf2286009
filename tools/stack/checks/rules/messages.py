"""Queues, subscriptions, event sources and schedules."""

import json
import re

import expand
from rules import rule
from stack import listed, target

FOURTEEN_DAYS = 14 * 24 * 3600
DEAD_LETTER_QUEUE_OF = {
    "NoticesQueue": "NoticesDeadLetters",
    "BackfillQueue": "BackfillDeadLetters",
    "SitesQueue": "SitesDeadLetters",
    "AuditQueue": "AuditDeadLetters",
}
# queue: its event source mapping, the function, the maximum batch size, the maximum concurrency
EVENT_SOURCES = {
    "NoticesQueue": ("NoticesToClip", "ClipFunction", 1, 5),
    "BackfillQueue": ("BackfillToClip", "ClipFunction", 1, 2),
    "SitesQueue": ("SitesToScore", "ScoreFunction", 10, 10),
    "AuditQueue": ("AuditToReconcile", "ReconcileFunction", 1, 5),
}
HTML_MAIL = ("MailQueue", "MailDeadLetters", ("MailsToMail", "MailFunction", 1, 2))
HTML_MAIL_SUBSCRIPTION = {
    "TopicArn": {"Ref": "AlertTopic"},
    "Protocol": "sqs",
    "Endpoint": {"Fn::GetAtt": ["MailQueue", "Arn"]},
    "RawMessageDelivery": True,
}
RULE_TARGETS = {
    "HourlyRule": {"depth": "light", "by": "messages"},
    "DailyRule": {"depth": "full", "by": "messages"},
}
SATELLITES = ("08", "09")
LEVELS = ("L1TP", "L1GT", "L2SP")
NEW_MAILS = {"eventName": ["INSERT"], "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "mail#"}]}}}}
RATE = re.compile(r"rate\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\)")
CRON = re.compile(r"cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)")
CRON_PART = re.compile(r"[0-9A-Z*?,/#LW-]+")


def dead_letter_queue_of(stack):
    """The dead-letter queue of each queue of a stack."""
    optional = {HTML_MAIL[0]: HTML_MAIL[1]} if stack.value("HtmlMailFrom") else {}
    return DEAD_LETTER_QUEUE_OF | optional


def event_sources(stack):
    optional = {HTML_MAIL[0]: HTML_MAIL[2]} if stack.value("HtmlMailFrom") else {}
    return EVENT_SOURCES | optional


def queues(stack):
    return stack.of("AWS::SQS::Queue")


@rule
def queues_are_encrypted(stack):
    """Every queue is encrypted with SQS's own key."""
    for name, queue in queues(stack).items():
        if queue.get("SqsManagedSseEnabled") is not True:
            yield f"{name} is not encrypted: set SqsManagedSseEnabled: true"


@rule
def messages_are_retained_for_14_days(stack):
    """Every queue retains messages for 14 days, the maximum of SQS, so that operators have time to react."""
    for name, queue in queues(stack).items():
        if queue.get("MessageRetentionPeriod") != FOURTEEN_DAYS:
            yield f"{name} deletes messages too early: set MessageRetentionPeriod: {FOURTEEN_DAYS}"


@rule
def queues_have_dead_letter_queues(stack):
    """Every queue has its own dead-letter queue of the same type."""
    for name, dead_letters in dead_letter_queue_of(stack).items():
        if not stack.has(name) or not stack.has(dead_letters):
            yield f"{name} or {dead_letters} is missing"
            continue
        redrive = stack.properties(name).get("RedrivePolicy", {})
        if target(redrive.get("deadLetterTargetArn")) != dead_letters:
            yield f"{name} has no dead-letter queue: set {dead_letters} in its RedrivePolicy"
        if not 2 <= int(redrive.get("maxReceiveCount", 0)) <= 10:
            yield f"{name} has maxReceiveCount {redrive.get('maxReceiveCount')}: set 2 to 10"
        if stack.properties(name).get("FifoQueue") != stack.properties(dead_letters).get("FifoQueue"):
            yield f"{dead_letters} has another type than {name}: set FifoQueue in both or in neither"
    if stack.properties("SitesQueue").get("FifoQueue") is not True:
        yield "SitesQueue does not serialise the scoring of a site: set FifoQueue: true"


@rule
def receive_counts_agree(stack):
    """The clip function knows the maxReceiveCount of its queues."""
    configured = str(stack.properties("ClipFunction")["Environment"]["Variables"].get("MAX_RECEIVE_COUNT"))
    for name in ("NoticesQueue", "BackfillQueue"):
        count = str(stack.properties(name)["RedrivePolicy"].get("maxReceiveCount"))
        if count != configured:
            yield f"{name} has maxReceiveCount {count}, but MAX_RECEIVE_COUNT is {configured}: use the same mapping"


@rule
def visibility_timeouts_are_long_enough(stack):
    """The visibility timeout of a queue is at least six time-outs of its function, as AWS recommends."""
    for mapping in stack.of("AWS::Lambda::EventSourceMapping").values():
        queue, function = target(mapping.get("EventSourceArn")), target(mapping.get("FunctionName"))
        if not stack.has(queue, "AWS::SQS::Queue") or not stack.has(function):
            continue
        least = 6 * stack.properties(function).get("Timeout", 3)
        if stack.properties(queue).get("VisibilityTimeout", 30) < least:
            yield f"{queue} redelivers messages to {function} too early: set VisibilityTimeout: {least} or more"


@rule
def queue_policies_are_narrow(stack):
    """Queue policies allow a single service to send, on behalf of named topics or rules only."""
    allowed = {"ReconcileDeadLetters": "events.amazonaws.com"}
    if stack.value("LandsatTopicArn"):
        allowed["NoticesQueue"] = "sns.amazonaws.com"
    if stack.value("HtmlMailFrom"):
        allowed["MailQueue"] = "sns.amazonaws.com"
    found = {}
    for name, policy in stack.of("AWS::SQS::QueuePolicy").items():
        for queue in map(target, policy["Queues"]):
            for statement in listed(policy["PolicyDocument"]["Statement"]):
                if statement.get("Effect") == "Deny":
                    continue
                found[queue] = name
                sources = statement.get("Condition", {}).get("ArnEquals", {}).get("aws:SourceArn")
                if statement.get("Action") != "sqs:SendMessage":
                    yield f"{name} allows {statement.get('Action')}: allow sqs:SendMessage only"
                if statement.get("Principal") != {"Service": allowed.get(queue)}:
                    yield f"{name} allows {statement.get('Principal')} to send to {queue}: allow {allowed.get(queue)}"
                if target(statement.get("Resource")) != queue:
                    yield f"{name} names a resource other than {queue}"
                if not sources or "*" in json.dumps(sources):
                    yield f"{name} does not restrict the source: add ArnEquals aws:SourceArn"
                elif queue == "NoticesQueue" and sources != stack.value("LandsatTopicArn"):
                    yield f"{name} allows another topic than that of USGS: set aws:SourceArn to LandsatTopicArn"
                elif queue == "MailQueue" and sources != {"Ref": "AlertTopic"}:
                    yield f"{name} allows another topic than that of alerts: set aws:SourceArn to AlertTopic"
    for queue in allowed:
        if queue not in found:
            yield f"nobody may send to {queue}: add a policy for {allowed[queue]}"


@rule
def messages_are_sent_over_tls(stack):
    """Every queue and every topic has one policy, and it refuses requests without TLS."""
    policies = {}
    for kind, members in (("AWS::SQS::QueuePolicy", "Queues"), ("AWS::SNS::TopicPolicy", "Topics")):
        for name, policy in stack.of(kind).items():
            for each in map(target, policy[members]):
                policies.setdefault(each, []).append((name, listed(policy["PolicyDocument"]["Statement"])))
    for name in stack.of("AWS::SQS::Queue", "AWS::SNS::Topic"):
        found = policies.get(name, [])
        if len(found) != 1:
            yield f"{name} has {len(found)} policies, of which one would replace the others: it must be one"
            continue
        ((policy, statements),) = found
        if not any(each == over_tls(name, each["Resource"]) for each in statements):
            yield f"{name} accepts requests without TLS: deny them in {policy} if aws:SecureTransport is false"


def over_tls(name, resource):
    """The statement that refuses plain HTTP; an SNS policy may not name all actions."""
    return {
        "Sid": "OnlyOverTls",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "sns:Publish" if name.endswith("Topic") else "sqs:*",
        "Resource": "*" if resource == "*" and not name.endswith("Topic") else reference(name),
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }


def reference(name):
    return {"Ref": name} if name.endswith("Topic") else {"Fn::GetAtt": [name, "Arn"]}


@rule
def subscription_is_optional(stack):
    """With LandsatTopicArn there is a subscription and an alarm on silence; without it there is neither."""
    topic = bool(stack.value("LandsatTopicArn"))
    for name in ("NoticesSubscription", "SilenceAlarm"):
        if stack.has(name) != topic:
            yield f"{name} must exist if LandsatTopicArn is given, and only then: set Condition: HasTopic"


@rule
def html_mail_is_optional(stack):
    """With HtmlMailFrom, and only then, alerts also reach the mail function, which may send from that address only."""
    sender = stack.value("HtmlMailFrom")
    found = sorted(name for name in stack.resources if re.match(r"Mail(?!sToAlert|sWait)", name))
    if not sender:
        if found:
            yield f"{', '.join(found)} exist although HtmlMailFrom is empty: set Condition: SendsHtmlMail"
        return
    if stack.properties("MailSubscription") != HTML_MAIL_SUBSCRIPTION:
        yield f"MailSubscription must be {json.dumps(HTML_MAIL_SUBSCRIPTION)}"
    if "MailQueuePolicy" not in listed(stack.resources.get("MailSubscription", {}).get("DependsOn", [])):
        yield "mails may arrive before the queue accepts them: add MailQueuePolicy to DependsOn of MailSubscription"
    variables = stack.properties("MailFunction").get("Environment", {}).get("Variables", {})
    for variable, parameter in (("HTML_MAIL_FROM", "HtmlMailFrom"), ("HTML_MAIL_TO", "HtmlMailTo")):
        if variables.get(variable) != stack.value(parameter):
            yield f"{variable} of MailFunction is {variables.get(variable)}: it must be {parameter}"
    sends = [each for each in stack.statements("MailRole") if "ses:SendRawEmail" in listed(each["Action"])]
    if [each.get("Condition") for each in sends] != [{"StringEquals": {"ses:FromAddress": sender}}]:
        yield "MailRole may send from other addresses: add StringEquals ses:FromAddress with HtmlMailFrom"


@rule
def notifications_arrive_unwrapped(stack):
    """The subscription delivers raw messages from the topic's own Region to NoticesQueue."""
    if not stack.value("LandsatTopicArn"):
        return
    subscription = stack.properties("NoticesSubscription")
    topic = stack.value("LandsatTopicArn")
    wanted = {"TopicArn": topic, "Region": topic.split(":")[3], "Protocol": "sqs", "RawMessageDelivery": True}
    for name, value in wanted.items():
        if subscription.get(name) != value:
            yield f"NoticesSubscription has {name} {subscription.get(name)}: it must be {value}"
    if target(subscription.get("Endpoint")) != "NoticesQueue":
        yield "NoticesSubscription does not deliver to NoticesQueue"
    if "NoticesQueuePolicy" not in listed(stack.resources["NoticesSubscription"].get("DependsOn", [])):
        yield "notifications may arrive before the queue accepts them: add NoticesQueuePolicy to DependsOn"


@rule
def filter_matches_its_parameter(stack):
    """The subscription filters only if SnsFilter is on, by SnsFilterPathRows. The scope of the filter is constant."""
    subscription = stack.properties("NoticesSubscription")
    if stack.value("LandsatTopicArn") and subscription.get("FilterPolicyScope") != "MessageBody":
        yield "FilterPolicyScope must be MessageBody in all cases: SNS rejects the change to none"
    if stack.properties("NoticesToClip").get("FilterCriteria") is not None:
        yield "NoticesToClip filters, so that new sites need a deployment: remove FilterCriteria"
    if stack.value("SnsFilter") == "off":
        if "FilterPolicy" in subscription:
            yield "the subscription filters although SnsFilter is off: remove FilterPolicy"
        return
    wanted = sorted(prefixes(stack.value("SnsFilterPathRows").split(",")))
    if matching(prefixes_of(subscription.get("FilterPolicy"))) != wanted:
        expected = json.dumps({"landsat_product_id": [{"prefix": each} for each in wanted]})
        yield f"the filter of the subscription does not match SnsFilterPathRows: it must be {expected}"


@rule
def default_filter_matches_the_sites(stack):
    """The default of SnsFilterPathRows has the paths and rows of the default of SeedSites."""
    wanted = {f"{scene['path']:03d}{scene['row']:03d}" for site in shipped_sites(stack) for scene in site["scenes"]}
    default = stack.expanded["Parameters"]["SnsFilterPathRows"]["Default"].split(",")
    if set(default) != wanted:
        yield f"SnsFilterPathRows has the default {default}: the sites of SeedSites need {sorted(wanted)}"


def prefixes_of(pattern):
    if not isinstance(pattern, dict) or set(pattern) != {"landsat_product_id"}:
        return []
    return [each["prefix"] for each in pattern["landsat_product_id"]]


def matching(all_prefixes):
    """The prefixes that match products: those of absent paths and rows have none between their underscores."""
    return sorted({each for each in all_prefixes if "__" not in each})


def shipped_sites(stack):
    return [
        json.loads((expand.ROOT / "sites" / f"{site}.geojson").read_text(encoding="utf-8"))
        for site in stack.expanded["Parameters"]["SeedSites"]["Default"].split(",")
    ]


def prefixes(scenes):
    return {f"LC{satellite}_{level}_{scene}_" for satellite in SATELLITES for level in LEVELS for scene in scenes}


@rule
def only_new_mails_invoke_alert(stack):
    """The filter of the stream matches only inserted items of mail partitions."""
    filters = stack.properties("MailsToAlert").get("FilterCriteria", {}).get("Filters", [])
    if [json.loads(each["Pattern"]) for each in filters] != [NEW_MAILS]:
        yield f"the filter of MailsToAlert must be {json.dumps(NEW_MAILS)}"


@rule
def patterns_are_valid_json(stack):
    """All filter patterns and inputs of rules are valid JSON, and all values in patterns are lists."""
    for name, mapping in stack.of("AWS::Lambda::EventSourceMapping").items():
        for each in mapping.get("FilterCriteria", {}).get("Filters", []):
            if len(each["Pattern"]) > 4096:
                yield f"a pattern of {name} exceeds the 4096 characters that Lambda accepts"
            try:
                pattern = json.loads(each["Pattern"])
            except ValueError as e:
                yield f"a pattern of {name} is not valid JSON ({e})"
            else:
                if not all(isinstance(leaf, list) for leaf in leaves(pattern)):
                    yield f"a pattern of {name} has a value outside a list, which matches nothing"
    for name, events in stack.of("AWS::Events::Rule").items():
        for each in events["Targets"]:
            try:
                json.loads(each["Input"])
            except ValueError as e:
                yield f"the input of {name} is not valid JSON ({e})"


def leaves(pattern):
    for value in pattern.values():
        if isinstance(value, dict):
            yield from leaves(value)
        else:
            yield value


@rule
def event_sources_report_failed_items(stack):
    """Queues and the stream invoke their function with small batches and partial batch responses."""
    for name, mapping in stack.of("AWS::Lambda::EventSourceMapping").items():
        if mapping.get("FunctionResponseTypes") != ["ReportBatchItemFailures"]:
            yield f"a failed message fails the batch of {name}: set FunctionResponseTypes: [ReportBatchItemFailures]"
        if mapping.get("Enabled", True) is not True:
            yield f"{name} is disabled: remove Enabled"
    for source, (name, function, batch, concurrency) in event_sources(stack).items():
        mapping = stack.properties(name)
        if target(mapping.get("EventSourceArn")) != source or target(mapping.get("FunctionName")) != function:
            yield f"{name} must connect {source} to {function}"
        if not 1 <= mapping.get("BatchSize", 10) <= batch:
            yield f"{name} has BatchSize {mapping.get('BatchSize', 10)}: set at most {batch}"
        if not 2 <= mapping.get("ScalingConfig", {}).get("MaximumConcurrency", 1000) <= concurrency:
            yield f"{name} may exhaust the account's concurrency: set MaximumConcurrency to {concurrency} or less"


@rule
def stream_loses_no_mail(stack):
    """The stream is read from its start, with retries limited by age, and failures have a destination."""
    mapping = stack.properties("MailsToAlert")
    if target(mapping.get("FunctionName")) != "AlertFunction":
        yield "MailsToAlert must invoke AlertFunction"
    if mapping.get("EventSourceArn") not in (
        {"Fn::GetAtt": ["LedgerTable", "StreamArn"]},
        stack.value("ExistingTableStreamArn"),
    ):
        yield "MailsToAlert must read the stream of the ledger"
    if mapping.get("StartingPosition") != "TRIM_HORIZON":
        yield "mails written while the stack is created are lost: set StartingPosition: TRIM_HORIZON"
    if mapping.get("BisectBatchOnFunctionError") is not True:
        yield "a failing mail delays the others of its batch: set BisectBatchOnFunctionError: true"
    if mapping.get("MaximumRetryAttempts") != -1:
        yield "retries are used up while a mail is claimed: set MaximumRetryAttempts: -1"
    if not 3600 <= mapping.get("MaximumRecordAgeInSeconds", -1) <= 4 * 3600:
        yield "a failing mail blocks all later ones: set MaximumRecordAgeInSeconds to one to four hours"
    if target(mapping.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")) != "AlertDeadLetters":
        yield "failures are lost: set DestinationConfig.OnFailure to AlertDeadLetters"


@rule
def schedules_are_valid(stack):
    """Schedules are valid in EventBridge; reconcile makes a light run every hour and a full run every day."""
    for name, events in stack.of("AWS::Events::Rule").items():
        expression = events.get("ScheduleExpression", "")
        if not is_schedule(expression):
            yield f"{name} has the schedule {expression!r}: use a form such as rate(1 hour) or cron(40 5 * * ? *)"
    for name, wanted in RULE_TARGETS.items():
        inputs = [json.loads(each["Input"]) for each in stack.properties(name).get("Targets", [])]
        if inputs != [wanted]:
            yield f"{name} sends {inputs}: it must send {wanted}"
    if stack.properties("HourlyRule").get("ScheduleExpression") != "rate(1 hour)":
        yield "HourlyRule must run every hour, which alarms depend on: set rate(1 hour)"


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
    """Rules may invoke their targets and retry; events that do not reach reconcile go to its dead-letter queue."""
    for name, events in stack.of("AWS::Events::Rule").items():
        if events.get("State", "ENABLED") != "ENABLED":
            yield f"{name} is disabled: remove State"
        for each in events["Targets"]:
            if "MaximumRetryAttempts" not in each.get("RetryPolicy", {}):
                yield f"{name} retries for a whole day: set a RetryPolicy"
            function = target(each["Arn"])
            if (
                function == "ReconcileFunction"
                and target(each.get("DeadLetterConfig", {}).get("Arn")) != "ReconcileDeadLetters"
            ):
                yield f"events of {name} that are not delivered are lost: set DeadLetterConfig to ReconcileDeadLetters"
            if not any(
                permission.get("SourceArn") == {"Fn::GetAtt": [name, "Arn"]}
                and permission.get("Principal") == "events.amazonaws.com"
                and target(permission["FunctionName"]) == function
                for permission in stack.of("AWS::Lambda::Permission").values()
            ):
                yield f"{name} may not invoke {function}: add an AWS::Lambda::Permission with the rule as SourceArn"
    for name in RULE_TARGETS:
        if [target(each["Arn"]) for each in stack.properties(name).get("Targets", [])] != ["ReconcileFunction"]:
            yield f"{name} must invoke ReconcileFunction"
    config = stack.properties("ReconcileInvocation")
    if target(config.get("FunctionName")) != "ReconcileFunction" or (
        target(config.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")) != "ReconcileDeadLetters"
    ):
        yield "failed runs of reconcile are lost: set ReconcileDeadLetters as destination of ReconcileInvocation"


@rule
def permissions_name_their_source(stack):
    """Permissions to invoke a function name a single rule or API as their source."""
    for name, permission in stack.of("AWS::Lambda::Permission").items():
        if permission.get("Action") != "lambda:InvokeFunction":
            yield f"{name} allows {permission.get('Action')}: allow lambda:InvokeFunction only"
        if permission.get("Principal") not in ("events.amazonaws.com", "apigateway.amazonaws.com"):
            yield f"{name} allows {permission.get('Principal')} to invoke: allow rules and the API only"
        if target(permission.get("SourceArn")) is None:
            yield f"{name} does not name a rule or API: set SourceArn"
