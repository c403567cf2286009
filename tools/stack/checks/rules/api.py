"""The API: access to its methods, and deployment of its changes."""

import hashlib
import json

from rules import rule, rule_over_all_cases
from stack import listed, target

ACCESS = ("iam", "key", "public")
# Resources that a deployment copies. Changes to them take effect only with a new deployment.
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
# What pages of other origins may send: searches are JSON in POST requests, and signatures and keys are headers.
CORS_ALLOWS = {
    "Origin": {"*"},
    "Methods": {"GET", "HEAD", "POST", "OPTIONS"},
    "Headers": {"Accept", "Authorization", "Content-Type", "If-None-Match", "X-Amz-Date", "X-Api-Key"},
}
PLACES = {"root": {"Fn::GetAtt": ["Api", "RootResourceId"]}, "{proxy+}": {"Ref": "ApiPath"}}


def methods(stack):
    return stack.of("AWS::ApiGateway::Method")


@rule
def api_uses_plain_resources(stack):
    """The API does not use SAM's resources: SAM drops a conditional authorizer and leaves every route open."""
    for name, resource in stack.source["Resources"].items():
        if resource["Type"] in ("AWS::Serverless::Api", "AWS::Serverless::HttpApi"):
            yield f"{name} is a SAM resource: use AWS::ApiGateway resources"
        if resource["Type"] == "AWS::Serverless::Function" and "Events" in resource["Properties"]:
            yield f"{name} has SAM's Events, which add routes and managed policies: use resources"
        if resource["Type"].startswith("AWS::ApiGatewayV2::"):
            yield f"{name} is for API Gateway v2, which has no API keys: use AWS::ApiGateway resources"
        if resource["Type"] == "AWS::Lambda::Url":
            yield f"{name} bypasses the API: remove it"


@rule
def methods_require_authorization(stack):
    """Every method except OPTIONS requires what ApiAccess specifies."""
    access = stack.value("ApiAccess")
    wanted = {"iam": ("AWS_IAM", False), "key": ("NONE", True), "public": ("NONE", False)}[access]
    for name, method in methods(stack).items():
        required = (method.get("AuthorizationType"), method.get("ApiKeyRequired", False))
        if method["HttpMethod"] == "OPTIONS":
            if required != ("NONE", False):
                yield f"{name} is for preflight requests, which have no credentials: set AuthorizationType NONE, no key"
        elif required != wanted:
            yield (
                f"{name} has AuthorizationType {required[0]}, ApiKeyRequired {required[1]}: "
                f"with ApiAccess {access} it must be {wanted[0]} and {wanted[1]}"
            )


CALLERS = ("anonymous callers", "callers with a key", "callers who sign with IAM")
VERBS = ("GET", "HEAD", "POST", "DELETE", "OPTIONS")
# The verbs that each kind of caller may use, by ApiAccess. The function rejects verbs that a resource does not support.
ALLOWED = {
    "iam": {
        "anonymous callers": {"OPTIONS"},
        "callers with a key": {"OPTIONS"},
        "callers who sign with IAM": set(VERBS),
    },
    "key": {
        "anonymous callers": {"OPTIONS"},
        "callers with a key": set(VERBS),
        "callers who sign with IAM": {"OPTIONS"},
    },
    "public": {
        "anonymous callers": set(VERBS),
        "callers with a key": set(VERBS),
        "callers who sign with IAM": set(VERBS),
    },
}


def is_allowed(method, caller):
    signs = method.get("AuthorizationType") == "AWS_IAM"
    if method.get("AuthorizationType") not in ("AWS_IAM", "NONE"):
        return False
    if signs and caller != "callers who sign with IAM":
        return False
    return not method.get("ApiKeyRequired", False) or caller == "callers with a key"


@rule
def access_is_as_specified(stack):
    """At the root and below, callers may use exactly the verbs that ALLOWED lists for the value of ApiAccess."""
    allowed = ALLOWED[stack.value("ApiAccess")]
    for where, place in PLACES.items():
        there = {each["HttpMethod"]: each for each in methods(stack).values() if each["ResourceId"] == place}
        for caller in CALLERS:
            for verb in VERBS:
                method = there.get(verb, there.get("ANY"))
                is_open = method is not None and is_allowed(method, caller)
                if is_open != (verb in allowed[caller]):
                    yield f"{verb} at {where} is {'open to' if is_open else 'closed to'} {caller}: it must not be"


@rule
def all_paths_invoke_query(stack):
    """The root and all paths have the methods ANY, which invokes the alias of query, and OPTIONS, and no others."""
    found = {(each["HttpMethod"], json.dumps(each["ResourceId"])): name for name, each in methods(stack).items()}
    wanted = {(method, json.dumps(place)) for method in ("ANY", "OPTIONS") for place in PLACES.values()}
    for method, place in sorted(set(found) ^ wanted):
        yield f"method {method} at {place}: {'remove it' if (method, place) in found else 'is missing'}"
    paths = [(each["PathPart"], each["ParentId"]) for each in stack.of("AWS::ApiGateway::Resource").values()]
    if paths != [("{proxy+}", PLACES["root"])]:
        yield f"the paths are {paths}: use a single {{proxy+}} below the root"
    for name, method in methods(stack).items():
        integration = method.get("Integration", {})
        if method["HttpMethod"] == "ANY" and (
            integration.get("Type") != "AWS_PROXY"
            or integration.get("IntegrationHttpMethod") != "POST"
            or integration.get("Uri") != TO_QUERY
        ):
            yield f"{name} does not invoke the alias of QueryFunction: AWS_PROXY, POST, {TO_QUERY['Fn::Sub']}"
    permission = stack.properties("QueryPermission")
    if permission.get("FunctionName") != {"Fn::Sub": "${QueryFunction.Arn}:live"}:
        yield "QueryPermission must be for the alias: ${QueryFunction.Arn}:live"
    if permission.get("SourceArn") != {"Fn::Sub": "arn:aws:execute-api:us-west-2:111122223333:${Api}/v1/*"}:
        yield "QueryPermission must be for the stage v1 of Api"


@rule
def options_return_no_data(stack):
    """API Gateway itself answers OPTIONS, without data and with the CORS headers that browsers need."""
    for name, method in methods(stack).items():
        if method["HttpMethod"] != "OPTIONS":
            continue
        integration = method.get("Integration", {})
        if integration.get("Type") != "MOCK":
            yield f"{name} invokes a backend: its integration must be MOCK"
            continue
        if integration.get("ContentHandling") != "CONVERT_TO_TEXT":
            yield f"{name} fails with 500, because all media types are binary: set ContentHandling: CONVERT_TO_TEXT"
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
        for header, wanted in CORS_ALLOWS.items():
            missing = wanted - headers.get(f"Access-Control-Allow-{header}", set())
            if missing:
                yield f"{name} lacks {', '.join(sorted(missing))} in Access-Control-Allow-{header}"
        if set(headers) != declared:
            different = sorted(set(headers) ^ declared)
            yield f"{name} does not declare exactly the headers that it sends: {different}"
        if any(each.get("ResponseTemplates") for each in answers):
            yield f"{name} returns data: remove ResponseTemplates"


@rule
def error_responses_have_cors_headers(stack):
    """Error responses of API Gateway itself have the CORS header, without which pages cannot read them."""
    for kind in ("DEFAULT_4XX", "DEFAULT_5XX"):
        if not any(
            each["ResponseType"] == kind
            and "gatewayresponse.header.Access-Control-Allow-Origin" in each.get("ResponseParameters", {})
            for each in stack.of("AWS::ApiGateway::GatewayResponse").values()
        ):
            yield f"no GatewayResponse for {kind} with Access-Control-Allow-Origin"


@rule
def requests_are_throttled(stack):
    """The stage throttles requests and caches nothing; with keys, a usage plan limits each key."""
    settings = stack.properties("ApiStage").get("MethodSettings", [])
    for each in settings:
        if (each.get("ResourcePath"), each.get("HttpMethod")) != ("/*", "*"):
            yield "ApiStage throttles single methods only: set ResourcePath /*, HttpMethod *"
        for name, parameter in (("ThrottlingRateLimit", "ApiRequestsPerSecond"), ("ThrottlingBurstLimit", "ApiBurst")):
            if each.get(name) != stack.value(parameter):
                yield f"ApiStage has {name} {each.get(name)}: it must be {parameter}"
        if each.get("CachingEnabled") or each.get("DataTraceEnabled"):
            yield "ApiStage caches responses or logs their content: remove CachingEnabled and DataTraceEnabled"
    if not settings:
        yield "ApiStage does not throttle: set MethodSettings with ThrottlingRateLimit and ThrottlingBurstLimit"
    if stack.properties("ApiStage").get("CacheClusterEnabled"):
        yield "ApiStage pays for a cache: remove CacheClusterEnabled"
    if stack.properties("ApiStage").get("StageName") != "v1":
        yield "the stage must be v1"
    keyed = stack.value("ApiAccess") == "key"
    for kind in ("ApiKey", "UsagePlan", "UsagePlanKey"):
        if bool(stack.of(f"AWS::ApiGateway::{kind}")) != keyed:
            yield f"{kind} must exist with ApiAccess key, and only then"
    for name, plan in stack.of("AWS::ApiGateway::UsagePlan").items():
        if plan.get("ApiStages") != [{"ApiId": {"Ref": "Api"}, "Stage": {"Ref": "ApiStage"}}]:
            yield f"{name} is not for the stage of Api"
        quota = {"Limit": stack.value("ApiRequestsPerDay"), "Period": "DAY"}
        if not plan.get("Throttle") or plan.get("Quota") != quota:
            yield f"{name} does not limit keys: set Throttle, and Quota to ApiRequestsPerDay"
    alarm = stack.properties("ApiRequestsAlarm")
    wanted = (stack.value("ApiRequestsPerDay"), 86400) if stack.value("ApiAccess") == "public" else (None, None)
    if (alarm.get("Threshold"), alarm.get("Period")) != wanted:
        yield "ApiRequestsAlarm must count the requests of a day with ApiAccess public, and exist only then"


@rule
def api_serves_binary_content(stack):
    """The API returns images and clips unchanged, and has a regional endpoint."""
    api = stack.properties("Api")
    if api.get("BinaryMediaTypes") != ["*/*"]:
        yield "Api corrupts images: set BinaryMediaTypes: ['*/*']"
    if api.get("EndpointConfiguration", {}).get("Types") != ["REGIONAL"]:
        yield "Api must be REGIONAL"
    if "MinimumCompressionSize" in api:
        yield "Api compresses responses again that query has compressed: remove MinimumCompressionSize"


@rule
def domain_leads_to_the_stage(stack):
    """With ApiDomain, that domain name has a certificate and leads to the stage; without it there is none."""
    names = list(stack.of("AWS::ApiGateway::DomainName").values())
    mappings = list(stack.of("AWS::ApiGateway::BasePathMapping").values())
    if not stack.value("ApiDomain"):
        if names or mappings:
            yield "a domain name must exist with ApiDomain only"
        return
    wanted = {"DomainName": {"Ref": "ApiDomainName"}, "RestApiId": {"Ref": "Api"}, "Stage": {"Ref": "ApiStage"}}
    if mappings != [wanted]:
        yield f"the domain name leads to {mappings}: it must be {wanted}"
    for each in names:
        if each.get("RegionalCertificateArn") != stack.value("ApiCertificateArn"):
            yield "the domain name has another certificate than ApiCertificateArn"
        if each.get("SecurityPolicy") != "TLS_1_2":
            yield "the domain name accepts outdated TLS: set SecurityPolicy: TLS_1_2"


@rule
def access_log_is_optional(stack):
    """Requests are logged only on demand; the stack does not set the logging role, which belongs to the account."""
    logged = "AccessLogSetting" in stack.properties("ApiStage")
    if logged != (stack.value("ApiAccessLogs") == "on"):
        yield "ApiStage must have AccessLogSetting with ApiAccessLogs on, and only then"
    for name in stack.of("AWS::ApiGateway::Account"):
        yield f"{name} sets the logging role of every API in the account: remove it"


@rule_over_all_cases
def changed_api_is_deployed(stacks):
    """A change of ApiAccess or of a method creates a new deployment, after all methods, which the stage uses."""
    digest = digest_of_api(stacks[0].expanded)
    of_access = {}
    for stack in stacks:
        access = stack.value("ApiAccess")
        deployments = list(stack.of("AWS::ApiGateway::Deployment"))
        of_access.setdefault(access, deployments)
        if len(deployments) != 1 or target(stack.properties("ApiStage")["DeploymentId"]) != deployments[0]:
            yield f"{stack.case}: the stage must use the only deployment that exists ({', '.join(deployments)})"
            continue
        name = deployments[0]
        wanted = f"ApiDeployment{access.capitalize()}{digest}"
        if name != wanted:
            yield f"{stack.case}: the API changed and would not be deployed: rename {name} to {wanted}"
        before = set(listed(stack.resources[name].get("DependsOn", [])))
        for missing in sorted(set(stack.of(*AFTER)) - before):
            yield f"{stack.case}: {name} may be created before {missing}: add it to DependsOn"
    if set(of_access) != set(ACCESS):
        yield "cases.py needs a case for each value of ApiAccess"
    if len({name for names in of_access.values() for name in names}) != len(ACCESS):
        yield "two values of ApiAccess share a deployment, so that a change between them is not deployed"


def digest_of_api(expanded):
    copied = {
        name: {"Type": each["Type"], "Properties": each.get("Properties", {})}
        for name, each in expanded["Resources"].items()
        if each["Type"] in COPIED
    }
    return hashlib.sha256(json.dumps(copied, sort_keys=True).encode()).hexdigest()[:8].upper()
