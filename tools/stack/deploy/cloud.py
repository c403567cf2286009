"""Access to the AWS account. All errors are reported as a single line."""

import contextlib
import datetime
import json
import os

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoAuthTokenError,
    NoCredentialsError,
    ProfileNotFound,
    SSOError,
    TokenRetrievalError,
)

from trouble import Misuse, Trouble

ABSENT = ("REVIEW_IN_PROGRESS", "DELETE_COMPLETE")
NOT_CREATED = "its creation failed: delete it and deploy again (docs/operations.md, Delete)"
STUCK = {  # states that prevent a deployment, with the remedy
    "ROLLBACK_COMPLETE": NOT_CREATED,
    "ROLLBACK_FAILED": NOT_CREATED,
    "CREATE_FAILED": NOT_CREATED,
    "DELETE_FAILED": "complete its deletion (docs/operations.md, Delete)",
    "UPDATE_ROLLBACK_FAILED": "fix what its events report, run `aws cloudformation continue-update-rollback`, retry",
}
# The time-out of the reconcile function is 300 seconds.
CONFIG = Config(connect_timeout=10, read_timeout=310, retries={"total_max_attempts": 3})


EXPIRED = ("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired")
WRONG_CLOCK = ("RequestExpired", "RequestTimeTooSkewed", "SignatureDoesNotMatch", "InvalidSignatureException")
UNKNOWN_KEY = ("InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId")


def sign_in():
    """Returns the command that renews the credentials of the current profile."""
    profile = os.environ.get("AWS_PROFILE")
    return f"`aws sso login --profile {profile}`" if profile else "`aws sso login`"


def rejected(error):
    """Returns why the credentials were rejected, or None if they were not the cause."""
    code, message = error["Code"], error["Message"]
    if code in EXPIRED:
        return f"the AWS credentials have expired; sign in again, for example with {sign_in()}"
    if code in UNKNOWN_KEY:
        return "AWS does not know the access key; check AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN, or the profile"
    if code in WRONG_CLOCK:
        if code.startswith("Request") or "expired" in message or "not yet current" in message:
            now = datetime.datetime.now(datetime.timezone.utc)
            return f"the clock of this machine is wrong by minutes; set it: it shows {now:%Y-%m-%d %H:%M:%S} UTC"
        return "the secret access key does not belong to the access key; check AWS_SECRET_ACCESS_KEY, or the profile"
    return None


@contextlib.contextmanager
def readable_errors():
    """Converts exceptions of the SDK to Trouble."""
    try:
        yield
    except NoCredentialsError:
        raise Trouble("there are no AWS credentials; set AWS_PROFILE or run `aws configure sso`") from None
    except ProfileNotFound as e:
        known = ", ".join(botocore.session.Session().available_profiles) or "none"
        raise Trouble(f"{str(e).rstrip('.')}; set AWS_PROFILE to one of: {known}") from None
    except (SSOError, TokenRetrievalError, NoAuthTokenError):
        raise Trouble(f"the session of IAM Identity Center has expired or never began; run {sign_in()}") from None
    except ClientError as e:
        error = e.response["Error"]
        reason = rejected(error)
        if reason:
            raise Trouble(reason) from None
        raise Trouble(f"AWS returned {error['Code']}: {error['Message']}; check credentials and --region") from None
    except BotoCoreError as e:
        reason = " ".join(str(e).split()).rstrip(".")
        raise Trouble(f"AWS cannot be reached: {reason}; check credentials, network and --region") from None


def region(name):
    """Returns the Region if it exists."""
    with readable_errors():
        known = boto3.Session().get_available_regions("sns")
    if name not in known:
        raise Misuse(f"region '{name}': does not exist; the scenes are in us-west-2")
    return name


def may_subscribe(policy):
    """Whether a policy of a topic lets everyone subscribe, at least through queues."""
    try:
        statements = json.loads(policy or "{}").get("Statement", [])
    except ValueError:
        return False
    return any(
        each.get("Effect") == "Allow"
        and each.get("Principal") in ("*", {"AWS": "*"})
        and all(key.lower() in ("sns:protocol", "sns:endpoint") for key in keys(each.get("Condition", {})))
        and any(action.lower() in ("sns:subscribe", "sns:*", "*") for action in as_list(each.get("Action", [])))
        for each in as_list(statements)
    )


def keys(condition):
    return [key for operands in condition.values() for key in operands]


def as_list(value):
    return value if isinstance(value, list) else [value]


class Cloud:
    def __init__(self, region):
        self.region = region

    def client(self, service):
        return boto3.Session(region_name=self.region).client(service, config=CONFIG)

    def who(self):
        with readable_errors():
            caller = self.client("sts").get_caller_identity()
        return f"account {caller['Account']} as {caller['Arn']}"

    def stack(self, name):
        """Returns a stack, or None if it does not exist. Fails if it is not a Heat Watch stack or cannot be updated."""
        with readable_errors():
            try:
                found = self.client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
            except ClientError as e:
                if "does not exist" in e.response["Error"]["Message"]:
                    return None
                raise
        stack, status = Stack(found), found["StackStatus"]
        if status in ABSENT:
            return None
        if "LandsatTopicArn" not in stack.parameters:
            raise Trouble(f"stack {name}: is not a Heat Watch stack; give another name with --stack")
        if status.endswith("_IN_PROGRESS"):
            raise Trouble(f"stack {name}: is being changed ({status}); try again when this has ended")
        if status in STUCK:
            raise Trouble(f"stack {name}: is in {status}; {STUCK[status]}")
        return stack

    def topic(self, arn):
        """Returns in one sentence what the topic of notifications permits, as far as that can be found out without
        subscribing. CloudFormation reads the attributes of a topic before it subscribes to it."""
        if not arn:
            return "LandsatTopicArn is empty: no subscription; the daily run of reconcile finds scenes"
        try:
            found = Cloud(arn.split(":")[3]).client("sns").get_topic_attributes(TopicArn=arn)["Attributes"]
        except ClientError as e:
            code = e.response["Error"]["Code"]
            return (
                f"the topic {arn} cannot be read ({code}): either your own policy does not allow "
                "sns:GetTopicAttributes, or the topic refuses, which may make NoticesSubscription fail; in that case "
                "deploy with --parameter LandsatTopicArn=- and let reconcile find scenes once a day"
            )
        except BotoCoreError as e:
            reason = " ".join(str(e).split()).rstrip(".")
            return f"the topic {arn} was not tried: {reason}"
        if may_subscribe(found.get("Policy")):
            return f"the topic {arn} can be read, and its policy lets other accounts subscribe"
        return (
            f"the topic {arn} can be read; its policy does not name all accounts as subscribers, which may make "
            "NoticesSubscription fail: in that case deploy with --parameter LandsatTopicArn=-"
        )

    def latest_event(self, name):
        """Returns the id of the latest event, which changes whenever the stack does."""
        with readable_errors():
            return self.client("cloudformation").describe_stack_events(StackName=name)["StackEvents"][0]["EventId"]

    def invoke(self, name, function, event):
        """Invokes a function, such as clip, and returns its answer."""
        with readable_errors():
            resource = self.client("cloudformation").describe_stack_resource(
                StackName=name, LogicalResourceId=f"{function.capitalize()}Function"
            )
            called = {"FunctionName": resource["StackResourceDetail"]["PhysicalResourceId"]}
            if function == "query":
                called["Qualifier"] = "live"  # the version that the API invokes
            answer = self.client("lambda").invoke(**called, Payload=json.dumps(event).encode())
            found = json.loads(answer["Payload"].read())
        if "FunctionError" in answer:
            raise Trouble(f"{function} failed: {found.get('errorMessage', 'see its log')}")
        return found

    def has_recipient(self, topic):
        """Returns whether somebody has confirmed a subscription to a topic."""
        with readable_errors():
            pages = self.client("sns").get_paginator("list_subscriptions_by_topic").paginate(TopicArn=topic)
            return any(each["SubscriptionArn"].startswith("arn:") for page in pages for each in page["Subscriptions"])

    def reconcile(self, name):
        """Invokes reconcile (light) and returns the sites that it reconciled; None if it sent a message for each."""
        found = self.invoke(name, "reconcile", {"depth": "light"})
        return [each["site"] for each in found["sites"]] if "sites" in found else None

    def self_test(self, name, function):
        """Returns whether the self-test of a function passed, and what it found or what failed."""
        try:
            found = self.invoke(name, function, {"selfTest": True})
        except Trouble as e:
            return False, str(e)
        passed = found.get("selfTest") == "passed"
        members = found.get("checks" if passed else "failures", {})
        return passed, "; ".join(f"{subject}: {text}" for subject, text in members.items()) or "no answer"


class Stack:
    def __init__(self, found):
        self.parameters = {each["ParameterKey"]: each["ParameterValue"] for each in found.get("Parameters", [])}
        self.outputs = {each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])}
