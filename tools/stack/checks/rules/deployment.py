"""The permissions that a deployment needs, and the settings of SAM."""

import functools
import json
import pathlib
import re

import cfnlint
import tomlkit

import expand
from rules import rule_over_all_cases
from stack import listed

POLICY = expand.ROOT / "tools" / "stack" / "deploy" / "service-role.json"
SAM_SETTINGS = expand.ROOT / "samconfig.toml"
SCHEMAS = pathlib.Path(cfnlint.__file__).parent / "data" / "schemas" / "resources"
# Actions of handlers of CloudFormation for properties that the template does not set.
UNUSED = re.compile(
    r"(billing|codedeploy|ec2|elasticfilesystem|firehose|kinesis|s3files|s3tables):.*"
    r"|apigateway:UpdateRestApiPolicy"
    r"|dynamodb:.*(Replica|ResourcePolicy|Kinesis.*|ContributorInsights|Import|ImportTable|Item|Query|Scan|TimeToLive)"
    r"|iam:(Attach|Detach)RolePolicy|iam:.*PermissionsBoundary|iam:CreateServiceLinkedRole"
    r"|kms:(CreateGrant|Decrypt|Encrypt|GenerateDataKey|ListAliases|RevokeGrant|DisableKey|EnableKey)"
    r"|lambda:(Put|Delete)(ProvisionedConcurrency|FunctionConcurrency|FunctionCodeSigning|FunctionRecursion"
    r"|FunctionScaling|RuntimeManagement).*|lambda:(PassCapacityProvider|AssociateRuntimeAlias)"
    r"|logs:(.*KmsKey|.*DataProtectionPolicy|.*IndexPolic.*|.*ResourcePolic.*|.*LogStream.*|CreateLogDelivery"
    r"|PutBearerTokenAuthentication|PutLogGroupDeletionProtection|PutLogEvents)"
    r"|s3:REST.*|s3:(GetObjectMetadata|DeleteObject|ListTagsForResource)|s3:Update.*"
    r"|s3:(Put|Delete|Create)(Accelerate|Analytics|BucketAbac|BucketAcl|BucketAnalytics|BucketCors|BucketCORS"
    r"|BucketLogging|BucketMetadata|BucketMetrics|BucketNotification|BucketObjectLock|BucketReplication|BucketWebsite"
    r"|BucketEncryption|BucketLifecycle|IntelligentTiering|Inventory|MetricsConf|ObjectAcl|ObjectLock|Replication).*"
    r"|sns:PutDataProtectionPolicy"
)
# Types of Lambda that CloudFormation tags when it creates them, with the part of their ARN that names the type.
TAGGED = {"AWS::Lambda::EventSourceMapping": "event-source-mapping", "AWS::Lambda::Function": "function"}
# Transforms and packages are not resources.
EXTRA = {"cloudformation:CreateChangeSet"}


@functools.cache
def handlers():
    """Returns the actions of the handlers of each resource type, as the types themselves state them."""
    found = {}
    for file in sorted(SCHEMAS.glob("*.json")):
        schema = json.loads(file.read_text(encoding="utf-8"))
        actions = {
            action
            for operation, handler in schema.get("handlers", {}).items()
            if operation != "list"
            for action in handler.get("permissions", [])
        }
        found.setdefault(schema.get("typeName"), actions)
    return found


@rule_over_all_cases
def service_role_suffices(stacks):
    """The policy of the service role allows what the handlers of the template's resource types need, and no more."""
    types = {resource["Type"] for stack in stacks for resource in stack.resources.values()}
    needed = {action for kind in types for action in handlers()[kind] if not UNUSED.fullmatch(action)}
    policy = json.loads(POLICY.read_text(encoding="utf-8"))
    allowed = {action for statement in policy["Statement"] for action in listed(statement["Action"])}
    for action in sorted(needed - allowed):
        yield f"{POLICY.name} lacks {action}: a resource of the template needs it"
    for action in sorted(allowed - needed - EXTRA):
        yield f"{POLICY.name} allows {action}, which no resource of the template needs: remove it"
    tagging = [
        resource
        for statement in policy["Statement"]
        if "lambda:TagResource" in listed(statement["Action"])
        for resource in listed(statement["Resource"])
    ]
    for kind in sorted(types & TAGGED.keys()):
        if not any(resource == "*" or f":{TAGGED[kind]}:" in resource for resource in tagging):
            yield f"{POLICY.name} does not allow lambda:TagResource for {TAGGED[kind]}:*, which {kind} needs"
    for statement in policy["Statement"]:
        if statement["Resource"] == "*" and "Reason" not in statement["Sid"]:
            yield f"{statement['Sid']} is for all resources: name them, or let the Sid end in Reason..."


@rule_over_all_cases
def settings_of_sam_agree(stacks):
    """Plain `sam deploy` uses the same stack, Region and capabilities as `heatwatch deploy`."""
    named = any("RoleName" in role for stack in stacks for role in stack.of("AWS::IAM::Role").values())
    settings = tomlkit.parse(SAM_SETTINGS.read_text(encoding="utf-8"))["default"]["deploy"]["parameters"]
    wanted = {
        "template_file": "template.yaml",
        "stack_name": "heatwatch",
        "region": expand.REGION,
        "resolve_s3": True,
        "capabilities": "CAPABILITY_NAMED_IAM" if named else "CAPABILITY_IAM",
        "confirm_changeset": True,
        "fail_on_empty_changeset": False,
    }
    if settings.unwrap() != wanted:
        yield f"samconfig.toml has {settings.unwrap()}: it must have {wanted}"
