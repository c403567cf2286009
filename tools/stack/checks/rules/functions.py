"""The functions with their roles, logs and code."""

import pathlib
import re

from rules import rule
from stack import listed, target

NAMES = ("clip", "score", "alert", "reconcile", "query")
OPTIONAL = "mail"  # exists if HtmlMailFrom is given
ENVIRONMENT = {
    "clip": {
        "TABLE",
        "CLIPS_BUCKET",
        "SITES_QUEUE_URL",
        "NOTICES_QUEUE_URL",
        "LANDSAT_BUCKET",
        "MAX_RECEIVE_COUNT",
        "SEED_SITES",
        "STACK",
        "JAVA_TOOL_OPTIONS",
    },
    "score": {"TABLE"},
    "alert": {"TABLE", "ALERT_TOPIC_ARN", "OPERATIONS_TOPIC_ARN", "DASHBOARD_URL"},
    "reconcile": {
        "TABLE",
        "BACKFILL_QUEUE_URL",
        "SITES_QUEUE_URL",
        "AUDIT_QUEUE_URL",
        "LANDSAT_BUCKET",
        "ALERT_TOPIC_ARN",
        "OPERATIONS_TOPIC_ARN",
        "DASHBOARD_URL",
        "SEED_SITES",
        "STACK",
    },
    "query": {"TABLE", "CLIPS_BUCKET"},
    "mail": {"TABLE", "DASHBOARD_URL", "HTML_MAIL_FROM", "HTML_MAIL_TO"},
}
REFERENCES = {  # variable: the resource that it refers to
    "SITES_QUEUE_URL": "SitesQueue",
    "NOTICES_QUEUE_URL": "NoticesQueue",
    "AUDIT_QUEUE_URL": "AuditQueue",
    "BACKFILL_QUEUE_URL": "BackfillQueue",
    "ALERT_TOPIC_ARN": "AlertTopic",
    "OPERATIONS_TOPIC_ARN": "OperationsTopic",
}
# Unavoidable wildcards, by the end of the ARN, with the reason.
WILDCARDS = {
    "/collection02/level-1/standard/oli-tirs/*": "products of all scenes, so that a new site needs no new role",
    "/collection02/level-2/standard/oli-tirs/*": "the same",
    "/clips/*": "the names of clips are only known at run time",
    ":identity/*": "an identity of SES is an address or its domain; a condition names the sender",
}
TAKE_MESSAGES = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
READ_STREAM = {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"}
TRACE = {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}
API_TIMEOUT = 29


def names(stack):
    """The functions of a stack."""
    return (*NAMES, OPTIONAL) if stack.value("HtmlMailFrom") else NAMES


def logical(name, kind="Function"):
    return name.capitalize() + kind


def actions(statement):
    return set(listed(statement["Action"]))


@rule
def functions_are_the_expected_ones(stack):
    """There are five functions, and a sixth for HTML mail, with the expected handler, runtime and architecture."""
    if set(stack.functions()) != {logical(name) for name in names(stack)}:
        yield f"the functions are {', '.join(sorted(stack.functions()))}: expected one for each folder of functions/"
    for name in names(stack):
        function = stack.properties(logical(name))
        wanted = {
            "Handler": f"org.heatwatch.functions.{name}.{name.capitalize()}Handler::handleRequest",
            "Runtime": "java25",
            "Architectures": [stack.value("Architecture")],
            "TracingConfig": {"Mode": "Active" if stack.value("Tracing") == "on" else "PassThrough"},
        }
        for key, value in wanted.items():
            if function.get(key) != value:
                yield f"{logical(name)} has {key} {function.get(key)}: it must be {value}"


@rule
def code_is_where_the_build_puts_it(stack):
    """The code of each function and the layer are the archives that the build creates."""
    places = {logical(name): ("CodeUri", f"functions/{name}/target/{name}.zip") for name in (*NAMES, OPTIONAL)}
    places["GdalLayer"] = ("ContentUri", "layers/gdal/target/heatwatch-gdal-layer-x86_64.zip")
    places["GdalLayerArm"] = ("ContentUri", "layers/gdal/target/heatwatch-gdal-layer-aarch64.zip")
    for name, (key, place) in places.items():
        written = stack.source["Resources"].get(name, {}).get("Properties", {}).get(key)
        if written != place:
            yield f"{name} has {key} {written}: the build creates {place}"
        elif pathlib.PurePosixPath(place).is_absolute():
            yield f"{name} has an absolute path"


@rule
def environments_are_complete(stack):
    """Each function has exactly the variables that its code reads, and they refer to the right resources."""
    for name in names(stack):
        variables = stack.properties(logical(name)).get("Environment", {}).get("Variables", {})
        if set(variables) != ENVIRONMENT[name]:
            difference = ", ".join(sorted(set(variables) ^ ENVIRONMENT[name]))
            yield f"variables of {logical(name)} that are missing or unexpected: {difference}"
        for variable, resource in REFERENCES.items():
            if variable in variables and variables[variable] != {"Ref": resource}:
                yield f"{variable} of {logical(name)} is {variables[variable]}: it must be {resource}"
        if variables.get("LANDSAT_BUCKET", stack.value("LandsatBucket")) != stack.value("LandsatBucket"):
            yield f"LANDSAT_BUCKET of {logical(name)} is not the parameter LandsatBucket"
        if variables.get("DASHBOARD_URL", stack.value("DashboardUrl")) != stack.value("DashboardUrl"):
            yield f"DASHBOARD_URL of {logical(name)} is not the parameter DashboardUrl"


@rule
def only_clip_has_the_layer(stack):
    """Only the clip function has the GDAL layer, that of its architecture."""
    layers = stack.of("AWS::Lambda::LayerVersion")
    architectures = [each.get("CompatibleArchitectures") for each in layers.values()]
    if architectures != [[stack.value("Architecture")]]:
        yield f"the layers {', '.join(layers)} are for {architectures}: there must be one, for the Architecture"
    for name, function in stack.functions().items():
        used = [target(each) for each in function.get("Layers", [])]
        if used != (list(layers) if name == "ClipFunction" else []):
            yield f"{name} has the layers {used}: only ClipFunction may have GdalLayer"


@rule
def each_function_has_its_own_role(stack):
    """Each function has its own role, which only Lambda may assume and which has inline policies only."""
    owners = {}
    for name in names(stack):
        role = target(stack.properties(logical(name)).get("Role"))
        if role != logical(name, "Role"):
            yield f"{logical(name)} has the role {role}: it must be {logical(name, 'Role')}"
        owners.setdefault(role, []).append(name)
    for name, role in stack.of("AWS::IAM::Role").items():
        if name not in owners:
            yield f"{name} belongs to no function: remove it"
        if role.get("ManagedPolicyArns"):
            yield f"{name} has managed policies, which allow too much: list the required permissions"
        trust = listed(role["AssumeRolePolicyDocument"]["Statement"])
        if [(each["Principal"], each["Action"]) for each in trust] != [
            ({"Service": "lambda.amazonaws.com"}, "sts:AssumeRole")
        ]:
            yield f"{name} can be assumed by others than Lambda: allow lambda.amazonaws.com only"
        if "RoleName" in role:
            yield f"{name} has a fixed name, which prevents a second stack: remove RoleName"
    for kind in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"):
        for name in stack.of(kind):
            yield f"{name} extends a role: move its statements into the role"


@rule
def roles_name_actions_and_resources(stack):
    """Roles allow named actions on named resources; the only wildcards are those with a reason in WILDCARDS."""
    for role in stack.of("AWS::IAM::Role"):
        for statement in stack.statements(role):
            where = f"{role}, statement {statement.get('Sid')}"
            if actions(statement) == TRACE and stack.value("Tracing") == "on":
                continue  # X-Ray has no resources
            if statement.get("Effect") != "Allow" or {"NotAction", "NotResource"} & set(statement):
                yield f"{where}: state what is allowed, not what is not"
                continue
            for action in actions(statement):
                if "*" in action or not re.fullmatch(r"[a-z0-9]+:[A-Za-z]+", action):
                    yield f"{where} allows {action}: name the actions"
            for resource in listed(statement["Resource"]):
                text = resource if isinstance(resource, str) else str(resource.get("Fn::Sub", ""))
                if "*" in text and not any(text.endswith(end) and "*" not in text[: -len(end)] for end in WILDCARDS):
                    yield f"{where} is for {text}: name the resource, or give the reason in WILDCARDS"


@rule
def archive_access_is_restricted_to_products(stack):
    """Listing the archive is restricted to the folders of its products, and reading it to their files."""
    bucket = f"arn:aws:s3:::{stack.value('LandsatBucket')}"
    folders = [f"collection02/level-{level}/standard/oli-tirs/*" for level in (1, 2)]
    for name, reads in (("ClipRole", True), ("ReconcileRole", False)):
        lists = [each for each in stack.statements(name) if "s3:ListBucket" in actions(each)]
        if [(each["Resource"], each.get("Condition")) for each in lists] != [
            (bucket, {"StringLike": {"s3:prefix": folders}})
        ]:
            yield f"{name} must list {bucket} below {', '.join(folders)}, so that S3 answers 404 for missing files"
        files = [each["Resource"] for each in stack.statements(name) if "s3:GetObject" in actions(each)]
        wanted = [[f"{bucket}/{folder}" for folder in folders]] if reads else []
        if files != wanted:
            yield f"{name} may read {files} of the archive: it must be {wanted}"


@rule
def each_function_has_a_log_group_with_retention(stack):
    """Each function writes to its own log group, which has a retention period."""
    for name in names(stack):
        group = logical(name, "Logs")
        if stack.properties(logical(name)).get("LoggingConfig", {}).get("LogGroup") != {"Ref": group}:
            yield f"{logical(name)} logs to a group without retention: set LoggingConfig.LogGroup to {group}"
        logging = [
            each
            for each in stack.statements(logical(name, "Role"))
            if any(a.startswith("logs:") for a in actions(each))
        ]
        if [(actions(each), each["Resource"]) for each in logging] != [
            ({"logs:CreateLogStream", "logs:PutLogEvents"}, {"Fn::GetAtt": [group, "Arn"]})
        ]:
            yield f"{logical(name, 'Role')} must be allowed to write to {group} only"
    for name, group in stack.of("AWS::Logs::LogGroup").items():
        if group.get("RetentionInDays") != stack.value("LogRetentionDays"):
            yield f"{name} has RetentionInDays {group.get('RetentionInDays')}: set it to LogRetentionDays"
        if "LogGroupName" in group:
            yield f"{name} has a fixed name: remove LogGroupName"


@rule
def roles_can_read_event_sources(stack):
    """Each role may read the event sources of its function, and write to its on-failure destination."""
    for name, mapping in stack.of("AWS::Lambda::EventSourceMapping").items():
        role = target(stack.properties(target(mapping["FunctionName"])).get("Role"))
        source = mapping["EventSourceArn"]
        needed = TAKE_MESSAGES if stack.has(target(source), "AWS::SQS::Queue") else READ_STREAM
        missing = needed - allowed_on(stack, role, source)
        if missing:
            yield f"{role} lacks {', '.join(sorted(missing))} for {name}: Lambda rejects the event source otherwise"
    for name, config in stack.of("AWS::Lambda::EventSourceMapping", "AWS::Lambda::EventInvokeConfig").items():
        destination = config.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")
        role = target(stack.properties(target(config["FunctionName"])).get("Role"))
        if destination and "sqs:SendMessage" not in allowed_on(stack, role, destination):
            yield f"{role} lacks sqs:SendMessage on {target(destination)} for {name}: failures would be lost"


def allowed_on(stack, role, resource):
    return {
        action
        for statement in stack.statements(role)
        if resource in listed(statement["Resource"])
        for action in actions(statement)
    }


@rule
def tracing_is_optional(stack):
    """Functions, their roles and the stage send traces if Tracing is on, and only then."""
    traces = stack.value("Tracing") == "on"
    for name in names(stack):
        role = logical(name, "Role")
        if any(actions(each) & TRACE for each in stack.statements(role)) != traces:
            yield f"{role} must be allowed to send traces if Tracing is on, and only then"
    if stack.properties("ApiStage").get("TracingEnabled") is not traces:
        yield "ApiStage must have TracingEnabled if Tracing is on, and only then"


@rule
def publishers_can_use_the_key(stack):
    """Exactly the roles that may publish to the encrypted topics may use their key."""
    for role in stack.of("AWS::IAM::Role"):
        publishes = any("sns:Publish" in actions(each) for each in stack.statements(role))
        keys = allowed_on(stack, role, {"Fn::GetAtt": ["TopicKey", "Arn"]})
        if publishes and keys != {"kms:GenerateDataKey", "kms:Decrypt"}:
            yield f"{role} publishes but lacks kms:GenerateDataKey and kms:Decrypt on TopicKey"
        if keys and not publishes:
            yield f"{role} may use TopicKey but does not publish: remove it"


@rule
def only_query_uses_snapstart(stack):
    """Only query uses SnapStart, through its alias, and every change of it publishes a new version."""
    for name, function in stack.functions().items():
        snapshot = function.get("SnapStart", {}).get("ApplyOn") == "PublishedVersions"
        if snapshot != (name == "QueryFunction"):
            yield f"{name}: only QueryFunction may use SnapStart"
    aliases = stack.of("AWS::Lambda::Alias")
    if [(target(each["FunctionName"]), each["Name"]) for each in aliases.values()] != [("QueryFunction", "live")]:
        yield "only QueryFunction needs AutoPublishAlias: live; SnapStart has no effect without an alias"
    written = stack.source["Resources"].get("QueryFunction", {}).get("Properties", {})
    if written.get("AutoPublishAliasAllProperties") is not True:
        yield "changed settings of QueryFunction do not take effect: set AutoPublishAliasAllProperties: true"
    if stack.properties("QueryFunction").get("EphemeralStorage"):
        yield "SnapStart does not support larger ephemeral storage: remove EphemeralStorage"


@rule
def functions_have_time_and_memory(stack):
    """Time-outs and memory sizes are set; query times out before API Gateway does."""
    for name, function in stack.functions().items():
        if "Timeout" not in function or "MemorySize" not in function:
            yield f"{name} has the default of 3 s or 128 MB: set Timeout and MemorySize"
    if stack.properties("QueryFunction").get("Timeout", 3) > API_TIMEOUT:
        yield f"API Gateway waits at most {API_TIMEOUT} s: set QueryFunction's Timeout to that or less"


@rule
def query_version_stays_active(stack):
    """A rule invokes the alias of query every day, because versions become inactive after 14 days without use."""
    for each in stack.properties("StayAwakeRule").get("Targets", []):
        if each["Arn"] == {"Fn::Sub": "${QueryFunction.Arn}:live"}:
            return
    yield "nothing keeps the version of QueryFunction active: let StayAwakeRule invoke ${QueryFunction.Arn}:live"
