"""The API: who may call what, and that a change of it is really deployed."""

import hashlib
import json

from rules import rule, rule_over_all_cases
from stack import listed, target

ACCESS = ("iam", "key", "public")
# What a deployment copies. A change of any of these is not seen by callers before there is a new deployment.
COPIED = {
    "AWS::ApiGateway::RestApi",
    "AWS::ApiGateway::Resource",
    "AWS::ApiGateway::Method",
    "AWS::ApiGateway::GatewayResponse",
    "AWS::ApiGateway::Model",
    "AWS::ApiGateway::RequestValidator",
    "AWS::ApiGateway::Authorizer",
}
AFTER = COPIED - {"AWS::ApiGateway::RestApi", "AWS::ApiGateway::Resource"}
TO_QUERY = {
    "Fn::Sub": "arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/${QueryFunction.Arn}:live/invocations"
}
# What a page of another site may send: searches are posted as JSON, and what is signed or has a key says so in headers.
BROWSERS_MAY = {
    "Origin": {"*"},
    "Methods": {"GET", "HEAD", "POST", "OPTIONS"},
    "Headers": {"Accept", "Authorization", "Content-Type", "If-None-Match", "X-Amz-Date", "X-Api-Key"},
}
PLACES = {"root": {"Fn::GetAtt": ["Api", "RootResourceId"]}, "{proxy+}": {"Ref": "ApiPath"}}


def methods(stack):
    return stack.of("AWS::ApiGateway::Method")


@rule
def api_is_of_plain_resources(stack):
    """The API is none of SAM's, which drops an authorizer that hangs on a condition and leaves every route open."""
    for name, resource in stack.source["Resources"].items():
        if resource["Type"] in ("AWS::Serverless::Api", "AWS::Serverless::HttpApi"):
            yield f"{name} is SAM's: write AWS::ApiGateway resources"
        if resource["Type"] == "AWS::Serverless::Function" and "Events" in resource["Properties"]:
            yield f"{name} has SAM's Events, which add routes and managed policies: write them as resources"
        if resource["Type"].startswith("AWS::ApiGatewayV2::"):
            yield f"{name} is of API Gateway v2, which knows no API keys: write AWS::ApiGateway resources"
        if resource["Type"] == "AWS::Lambda::Url":
            yield f"{name} opens a way beside the API: remove it"


@rule
def nobody_asks_anonymously(stack):
    """Every method wants what ApiAccess says; without it only OPTIONS answers."""
    access = stack.value("ApiAccess")
    wanted = {"iam": ("AWS_IAM", False), "key": ("NONE", True), "public": ("NONE", False)}[access]
    for name, method in methods(stack).items():
        asked = (method.get("AuthorizationType"), method.get("ApiKeyRequired", False))
        if method["HttpMethod"] == "OPTIONS":
            if asked != ("NONE", False):
                yield f"{name} asks browsers for what they can't send yet: AuthorizationType NONE, no key"
        elif asked != wanted:
            yield (
                f"{name} has AuthorizationType {asked[0]}, ApiKeyRequired {asked[1]}: "
                f"with ApiAccess {access} it must be {wanted[0]} and {wanted[1]}"
            )


CALLERS = ("anybody", "who has a key", "who signs with IAM")
VERBS = ("GET", "HEAD", "POST", "DELETE", "OPTIONS")
# Who is let through, with each value of ApiAccess. What is asked by a verb that no page answers is refused by the function.
LET_THROUGH = {
    "iam": {"anybody": {"OPTIONS"}, "who has a key": {"OPTIONS"}, "who signs with IAM": set(VERBS)},
    "key": {"anybody": {"OPTIONS"}, "who has a key": set(VERBS), "who signs with IAM": {"OPTIONS"}},
    "public": {"anybody": set(VERBS), "who has a key": set(VERBS), "who signs with IAM": set(VERBS)},
}


def is_let_through(method, caller):
    signs = method.get("AuthorizationType") == "AWS_IAM"
    if method.get("AuthorizationType") not in ("AWS_IAM", "NONE"):
        return False
    if signs and caller != "who signs with IAM":
        return False
    return not method.get("ApiKeyRequired", False) or caller == "who has a key"


@rule
def callers_get_through_as_told(stack):
    """Who can call what, verb by verb, at the root and below: as LET_THROUGH has it for the value of ApiAccess."""
    told = LET_THROUGH[stack.value("ApiAccess")]
    for where, place in PLACES.items():
        there = {each["HttpMethod"]: each for each in methods(stack).values() if each["ResourceId"] == place}
        for caller in CALLERS:
            for verb in VERBS:
                method = there.get(verb, there.get("ANY"))
                let = method is not None and is_let_through(method, caller)
                if let != (verb in told[caller]):
                    yield f"{verb} at {where} is {'open to' if let else 'closed to'} {caller}: it must not be"


@rule
def all_paths_lead_to_query(stack):
    """Root and every path have ANY, which goes to query's alias, and OPTIONS; there is no other method."""
    found = {(each["HttpMethod"], json.dumps(each["ResourceId"])): name for name, each in methods(stack).items()}
    wanted = {(method, json.dumps(place)) for method in ("ANY", "OPTIONS") for place in PLACES.values()}
    for method, place in sorted(set(found) ^ wanted):
        yield f"method {method} at {place}: {'remove it' if (method, place) in found else 'it is missing'}"
    paths = [(each["PathPart"], each["ParentId"]) for each in stack.of("AWS::ApiGateway::Resource").values()]
    if paths != [("{proxy+}", PLACES["root"])]:
        yield f"the paths are {paths}: one {{proxy+}} below the root is enough"
    for name, method in methods(stack).items():
        integration = method.get("Integration", {})
        if method["HttpMethod"] == "ANY" and (
            integration.get("Type") != "AWS_PROXY"
            or integration.get("IntegrationHttpMethod") != "POST"
            or integration.get("Uri") != TO_QUERY
        ):
            yield f"{name} does not go to the alias of QueryFunction: AWS_PROXY, POST, {TO_QUERY['Fn::Sub']}"
    permission = stack.properties("QueryPermission")
    if permission.get("FunctionName") != {"Fn::Sub": "${QueryFunction.Arn}:live"}:
        yield "QueryPermission must be for the alias: ${QueryFunction.Arn}:live"
    if permission.get("SourceArn") != {"Fn::Sub": "arn:aws:execute-api:us-west-2:111122223333:${Api}/v1/*"}:
        yield "QueryPermission must be for the stage v1 of Api"


@rule
def options_tell_nothing(stack):
    """OPTIONS is answered by API Gateway itself, without data and with the headers that browsers ask for."""
    for name, method in methods(stack).items():
        if method["HttpMethod"] != "OPTIONS":
            continue
        integration = method.get("Integration", {})
        if integration.get("Type") != "MOCK":
            yield f"{name} calls something: its integration must be MOCK"
            continue
        if integration.get("ContentHandling") != "CONVERT_TO_TEXT":
            yield f"{name} fails with 500, because all is binary: set ContentHandling: CONVERT_TO_TEXT"
        answers = integration.get("IntegrationResponses", [])
        headers = {
            key.rsplit(".", 1)[1]: set(value.strip("'").split(","))
            for each in answers
            for key, value in each.get("ResponseParameters", {}).items()
        }
        declared = {
            key.rsplit(".", 1)[1]
            for each in method.get("MethodResponses", [])
            for key in each.get("ResponseParameters", {})
        }
        for header, wanted in BROWSERS_MAY.items():
            lacking = wanted - headers.get(f"Access-Control-Allow-{header}", set())
            if lacking:
                yield f"{name} lacks {', '.join(sorted(lacking))} in Access-Control-Allow-{header}"
        if set(headers) != declared:
            different = sorted(set(headers) ^ declared)
            yield f"{name} sends headers that it does not declare, or the other way round: {different}"
        if any(each.get("ResponseTemplates") for each in answers):
            yield f"{name} answers with data: remove ResponseTemplates"


@rule
def refusals_reach_browsers(stack):
    """Refusals and failures of API Gateway itself carry the header without which a page can't see them."""
    for kind in ("DEFAULT_4XX", "DEFAULT_5XX"):
        if not any(
            each["ResponseType"] == kind
            and "gatewayresponse.header.Access-Control-Allow-Origin" in each.get("ResponseParameters", {})
            for each in stack.of("AWS::ApiGateway::GatewayResponse").values()
        ):
            yield f"no GatewayResponse for {kind} with Access-Control-Allow-Origin"


@rule
def calls_are_limited(stack):
    """The stage limits its calls and caches nothing; with keys a usage plan limits each."""
    settings = stack.properties("ApiStage").get("MethodSettings", [])
    for each in settings:
        if (each.get("ResourcePath"), each.get("HttpMethod")) != ("/*", "*"):
            yield "ApiStage limits single methods only: ResourcePath /*, HttpMethod *"
        for name, parameter in (("ThrottlingRateLimit", "ApiRequestsPerSecond"), ("ThrottlingBurstLimit", "ApiBurst")):
            if each.get(name) != stack.value(parameter):
                yield f"ApiStage has {name} {each.get(name)}: it must be {parameter}"
        if each.get("CachingEnabled") or each.get("DataTraceEnabled"):
            yield "ApiStage caches answers or logs their content: remove CachingEnabled and DataTraceEnabled"
    if not settings:
        yield "ApiStage has no limit: set MethodSettings with ThrottlingRateLimit and ThrottlingBurstLimit"
    if stack.properties("ApiStage").get("CacheClusterEnabled"):
        yield "ApiStage pays for a cache: remove CacheClusterEnabled"
    if stack.properties("ApiStage").get("StageName") != "v1":
        yield "the stage is not v1"
    keyed = stack.value("ApiAccess") == "key"
    for kind in ("ApiKey", "UsagePlan", "UsagePlanKey"):
        if bool(stack.of(f"AWS::ApiGateway::{kind}")) != keyed:
            yield f"{kind} must exist with ApiAccess key, and only then"
    for name, plan in stack.of("AWS::ApiGateway::UsagePlan").items():
        if plan.get("ApiStages") != [{"ApiId": {"Ref": "Api"}, "Stage": {"Ref": "ApiStage"}}]:
            yield f"{name} is not for the stage of Api"
        if not plan.get("Throttle") or not plan.get("Quota"):
            yield f"{name} does not limit a key: set Throttle and Quota"


@rule
def api_answers_bytes(stack):
    """The API passes pictures and clips as they are, and is reached in its region."""
    api = stack.properties("Api")
    if api.get("BinaryMediaTypes") != ["*/*"]:
        yield "Api spoils pictures: set BinaryMediaTypes: ['*/*']"
    if api.get("EndpointConfiguration", {}).get("Types") != ["REGIONAL"]:
        yield "Api is not REGIONAL"
    if "MinimumCompressionSize" in api:
        yield "Api compresses what query has compressed: remove MinimumCompressionSize"


@rule
def request_log_needs_asking(stack):
    """Requests are logged when asked for; the account's logging role is nothing that one stack may set."""
    logged = "AccessLogSetting" in stack.properties("ApiStage")
    if logged != (stack.value("ApiAccessLogs") == "on"):
        yield "ApiStage must have AccessLogSetting with ApiAccessLogs on, and only then"
    for name in stack.of("AWS::ApiGateway::Account"):
        yield f"{name} sets the role for every API of the account: remove it"


@rule_over_all_cases
def changed_api_is_deployed(stacks):
    """Another ApiAccess and any change of a method lead to a new deployment, which is made last and taken by the stage."""
    digest = digest_of_api(stacks[0].expanded)
    of_access = {}
    for stack in stacks:
        access = stack.value("ApiAccess")
        deployments = list(stack.of("AWS::ApiGateway::Deployment"))
        of_access.setdefault(access, deployments)
        if len(deployments) != 1 or target(stack.properties("ApiStage")["DeploymentId"]) != deployments[0]:
            yield f"{stack.case}: the stage must take the one deployment that exists ({', '.join(deployments)})"
            continue
        name = deployments[0]
        wanted = f"ApiDeployment{access.capitalize()}{digest}"
        if name != wanted:
            yield f"{stack.case}: callers would not see the API as it is now: rename {name} to {wanted}"
        before = set(listed(stack.resources[name].get("DependsOn", [])))
        for missing in sorted(set(stack.of(*AFTER)) - before):
            yield f"{stack.case}: {name} may be made before {missing}: add it to DependsOn"
    if set(of_access) != set(ACCESS):
        yield "a case for each ApiAccess must be in cases.py"
    if len({name for names in of_access.values() for name in names}) != len(ACCESS):
        yield "two kinds of access share a deployment, so that a change between them is not deployed"


def digest_of_api(expanded):
    copied = {
        name: {"Type": each["Type"], "Properties": each.get("Properties", {})}
        for name, each in expanded["Resources"].items()
        if each["Type"] in COPIED
    }
    return hashlib.sha256(json.dumps(copied, sort_keys=True).encode()).hexdigest()[:8].upper()
