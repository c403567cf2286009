"""The functions, their roles, their logs, their code."""

import pathlib
import re

from rules import rule
from stack import listed, target

NAMES = ("clip", "score", "alert", "reconcile", "query")
ENVIRONMENT = {
    "clip": {
        "TABLE",
        "CLIPS_BUCKET",
        "SITES_QUEUE_URL",
        "LANDSAT_BUCKET",
        "MAX_RECEIVE_COUNT",
        "SEED_SITES",
        "STACK",
        "JAVA_TOOL_OPTIONS",
    },
    "score": {"TABLE"},
    "alert": {"TABLE", "ALERT_TOPIC_ARN", "OPERATIONS_TOPIC_ARN"},
    "reconcile": {
        "TABLE",
        "BACKFILL_QUEUE_URL",
        "SITES_QUEUE_URL",
        "LANDSAT_BUCKET",
        "ALERT_TOPIC_ARN",
        "OPERATIONS_TOPIC_ARN",
        "SEED_SITES",
        "STACK",
    },
    "query": {"TABLE", "CLIPS_BUCKET"},
}
REFERRED = {  # variable: the resource it stands for
    "SITES_QUEUE_URL": "SitesQueue",
    "BACKFILL_QUEUE_URL": "BackfillQueue",
    "ALERT_TOPIC_ARN": "AlertTopic",
    "OPERATIONS_TOPIC_ARN": "OperationsTopic",
}
# Resources with a wildcard that can't be avoided, by the end of their ARN: and why.
WILDCARDS = {
    "/collection02/level-1/standard/oli-tirs/*": "products of all scenes, because a new site must not need a new role",
    "/collection02/level-2/standard/oli-tirs/*": "the same",
    "/clips/*": "a clip's name is only known when it is written or asked for",
}
TAKE_MESSAGES = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
READ_STREAM = {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"}
API_WAITS = 29


def logical(name, kind="Function"):
    return name.capitalize() + kind


def actions(statement):
    return set(listed(statement["Action"]))


@rule
def functions_are_these_five(stack):
    """There are five functions, each with the handler and the runtime that the build makes them for."""
    if set(stack.functions()) != {logical(name) for name in NAMES}:
        yield f"the functions are {', '.join(sorted(stack.functions()))}: expected are those of functions/"
    for name in NAMES:
        function = stack.properties(logical(name))
        wanted = {
            "Handler": f"org.heatwatch.functions.{name}.{name.capitalize()}Handler::handleRequest",
            "Runtime": "java25",
            "Architectures": ["x86_64"],
        }
        for key, value in wanted.items():
            if function.get(key) != value:
                yield f"{logical(name)} has {key} {function.get(key)}: it must be {value}"


@rule
def code_is_where_the_build_puts_it(stack):
    """Each function's code and the layer come from the archives that the build makes."""
    places = {logical(name): ("CodeUri", f"functions/{name}/target/{name}.zip") for name in NAMES}
    places["GdalLayer"] = ("ContentUri", "layers/gdal/target/heatwatch-gdal-layer-x86_64.zip")
    for name, (key, place) in places.items():
        written = stack.source["Resources"].get(name, {}).get("Properties", {}).get(key)
        if written != place:
            yield f"{name} has {key} {written}: the build makes {place}"
        elif pathlib.PurePosixPath(place).is_absolute():
            yield f"{name} has an absolute path"


@rule
def environments_are_complete(stack):
    """Each function gets just the variables that its code reads, and those that name resources name the right ones."""
    for name in NAMES:
        variables = stack.properties(logical(name)).get("Environment", {}).get("Variables", {})
        if set(variables) != ENVIRONMENT[name]:
            difference = ", ".join(sorted(set(variables) ^ ENVIRONMENT[name]))
            yield f"{logical(name)} lacks these variables or has them too much: {difference}"
        for variable, resource in REFERRED.items():
            if variable in variables and variables[variable] != {"Ref": resource}:
                yield f"{variable} of {logical(name)} is {variables[variable]}: it must be {resource}"
        if variables.get("LANDSAT_BUCKET", stack.value("LandsatBucket")) != stack.value("LandsatBucket"):
            yield f"LANDSAT_BUCKET of {logical(name)} is not the parameter LandsatBucket"


@rule
def layer_is_clips_alone(stack):
    """GDAL is a layer of the clip function and of no other."""
    layers = stack.of("AWS::Lambda::LayerVersion")
    if len(layers) != 1 or not next(iter(layers), "").startswith("GdalLayer"):
        yield f"the layers are {', '.join(layers) or 'none'}: expected is GdalLayer"
    for name, function in stack.functions().items():
        used = [target(each) for each in function.get("Layers", [])]
        if used != (list(layers) if name == "ClipFunction" else []):
            yield f"{name} has the layers {used}: GDAL belongs to ClipFunction and to no other"


@rule
def roles_are_their_own(stack):
    """Each function has a role of its own that only Lambda may take, with policies of its own only."""
    owners = {}
    for name in NAMES:
        role = target(stack.properties(logical(name)).get("Role"))
        if role != logical(name, "Role"):
            yield f"{logical(name)} has the role {role}: it must be {logical(name, 'Role')}"
        owners.setdefault(role, []).append(name)
    for name, role in stack.of("AWS::IAM::Role").items():
        if name not in owners:
            yield f"{name} belongs to no function: remove it"
        if role.get("ManagedPolicyArns"):
            yield f"{name} has managed policies, which allow too much: write out what is needed"
        trust = listed(role["AssumeRolePolicyDocument"]["Statement"])
        if [(each["Principal"], each["Action"]) for each in trust] != [
            ({"Service": "lambda.amazonaws.com"}, "sts:AssumeRole")
        ]:
            yield f"{name} can be taken by others than Lambda: name lambda.amazonaws.com alone"
        if "RoleName" in role:
            yield f"{name} has a fixed name, so that two stacks can't stand side by side: remove RoleName"
    for kind in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"):
        for name in stack.of(kind):
            yield f"{name} adds to a role from outside: move it into the role"


@rule
def roles_allow_no_more_than_named(stack):
    """Roles allow named actions on named resources; the few wildcards are those with a reason."""
    for role in stack.of("AWS::IAM::Role"):
        for statement in stack.statements(role):
            where = f"{role}, statement {statement.get('Sid')}"
            if statement.get("Effect") != "Allow" or {"NotAction", "NotResource"} & set(statement):
                yield f"{where}: write what is allowed, not what is not"
                continue
            for action in actions(statement):
                if "*" in action or not re.fullmatch(r"[a-z0-9]+:[A-Za-z]+", action):
                    yield f"{where} allows {action}: name the actions"
            for resource in listed(statement["Resource"]):
                text = resource if isinstance(resource, str) else str(resource.get("Fn::Sub", ""))
                if "*" in text and not any(text.endswith(end) and "*" not in text[: -len(end)] for end in WILDCARDS):
                    yield f"{where} is for {text}: name the resource, or give the reason in WILDCARDS"


@rule
def archive_is_listed_below_its_products(stack):
    """Listing the archive is bound to the folders of its products, and reading it to their files."""
    bucket = f"arn:aws:s3:::{stack.value('LandsatBucket')}"
    folders = [f"collection02/level-{level}/standard/oli-tirs/*" for level in (1, 2)]
    for name, reads in (("ClipRole", True), ("ReconcileRole", False)):
        lists = [each for each in stack.statements(name) if "s3:ListBucket" in actions(each)]
        if [(each["Resource"], each.get("Condition")) for each in lists] != [
            (bucket, {"StringLike": {"s3:prefix": folders}})
        ]:
            yield f"{name} must list {bucket} below {', '.join(folders)}, so that a missing file does not look forbidden"
        files = [each["Resource"] for each in stack.statements(name) if "s3:GetObject" in actions(each)]
        wanted = [[f"{bucket}/{folder}" for folder in folders]] if reads else []
        if files != wanted:
            yield f"{name} reads {files} of the archive: it must be {wanted}"


@rule
def logs_end_and_are_their_own(stack):
    """Each function writes to a log group of its own, of which lines are deleted in the end."""
    for name in NAMES:
        group = logical(name, "Logs")
        if stack.properties(logical(name)).get("LoggingConfig", {}).get("LogGroup") != {"Ref": group}:
            yield f"{logical(name)} logs to a group without an end: set LoggingConfig.LogGroup to {group}"
        logging = [
            each
            for each in stack.statements(logical(name, "Role"))
            if any(a.startswith("logs:") for a in actions(each))
        ]
        if [(actions(each), each["Resource"]) for each in logging] != [
            ({"logs:CreateLogStream", "logs:PutLogEvents"}, {"Fn::GetAtt": [group, "Arn"]})
        ]:
            yield f"{logical(name, 'Role')} must be allowed to write to {group}, and to no other group"
    for name, group in stack.of("AWS::Logs::LogGroup").items():
        if group.get("RetentionInDays") != stack.value("LogRetentionDays"):
            yield f"{name} is kept for {group.get('RetentionInDays', 'ever')}: set RetentionInDays to LogRetentionDays"
        if "LogGroupName" in group:
            yield f"{name} has a fixed name: remove LogGroupName"


@rule
def sources_may_be_read(stack):
    """Each role may take from the queues and streams that feed its function, and write where its failures go."""
    for name, mapping in stack.of("AWS::Lambda::EventSourceMapping").items():
        role = target(stack.properties(target(mapping["FunctionName"])).get("Role"))
        source = mapping["EventSourceArn"]
        needed = TAKE_MESSAGES if stack.has(target(source), "AWS::SQS::Queue") else READ_STREAM
        missing = needed - allowed_on(stack, role, source)
        if missing:
            yield f"{role} lacks {', '.join(sorted(missing))} for {name}: Lambda then refuses the event source"
    for name, config in stack.of("AWS::Lambda::EventSourceMapping", "AWS::Lambda::EventInvokeConfig").items():
        aside = config.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")
        role = target(stack.properties(target(config["FunctionName"])).get("Role"))
        if aside and "sqs:SendMessage" not in allowed_on(stack, role, aside):
            yield f"{role} lacks sqs:SendMessage on {target(aside)} for {name}: what fails would vanish"


def allowed_on(stack, role, resource):
    return {
        action
        for statement in stack.statements(role)
        if resource in listed(statement["Resource"])
        for action in actions(statement)
    }


@rule
def publishers_may_use_the_key(stack):
    """A role that may publish to the encrypted topics may also use their key, and one that may not, may not."""
    for role in stack.of("AWS::IAM::Role"):
        publishes = any("sns:Publish" in actions(each) for each in stack.statements(role))
        keys = allowed_on(stack, role, {"Fn::GetAtt": ["TopicKey", "Arn"]})
        if publishes and keys != {"kms:GenerateDataKey", "kms:Decrypt"}:
            yield f"{role} publishes but lacks kms:GenerateDataKey and kms:Decrypt on TopicKey"
        if keys and not publishes:
            yield f"{role} has TopicKey without publishing: remove it"


@rule
def snapshots_are_querys_alone(stack):
    """Only query starts from a snapshot, through its alias, and a new version is made when anything of it changes."""
    for name, function in stack.functions().items():
        snapshot = function.get("SnapStart", {}).get("ApplyOn") == "PublishedVersions"
        if snapshot != (name == "QueryFunction"):
            yield f"{name}: SnapStart belongs to QueryFunction and to no other"
    aliases = stack.of("AWS::Lambda::Alias")
    if [(target(each["FunctionName"]), each["Name"]) for each in aliases.values()] != [("QueryFunction", "live")]:
        yield "QueryFunction, and no other, needs AutoPublishAlias: live; without an alias SnapStart does nothing"
    written = stack.source["Resources"].get("QueryFunction", {}).get("Properties", {})
    if written.get("AutoPublishAliasAllProperties") is not True:
        yield "a changed setting of QueryFunction never reaches its callers: set AutoPublishAliasAllProperties: true"
    if stack.properties("QueryFunction").get("EphemeralStorage"):
        yield "SnapStart does not go with more ephemeral storage: remove EphemeralStorage"


@rule
def functions_have_time_and_memory(stack):
    """Time-outs and memory are set; query gives up before API Gateway does."""
    for name, function in stack.functions().items():
        if "Timeout" not in function or "MemorySize" not in function:
            yield f"{name} has the default of 3 s or 128 MB: set Timeout and MemorySize"
    if stack.properties("QueryFunction").get("Timeout", 3) > API_WAITS:
        yield f"API Gateway waits {API_WAITS} s at most: set QueryFunction's Timeout to that or less"


@rule
def snapshot_does_not_fall_asleep(stack):
    """A rule calls query's alias each day, because a version that nobody calls for 14 days answers with an error."""
    for each in stack.properties("StayAwakeRule").get("Targets", []):
        if each["Arn"] == {"Fn::Sub": "${QueryFunction.Arn}:live"}:
            return
    yield "nothing keeps the alias of QueryFunction awake: let StayAwakeRule call ${QueryFunction.Arn}:live"
