"""The account that is deployed into. Whatever it answers, or the way there, is told in one line."""

import contextlib
import json

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError

from trouble import Misuse, Trouble

NOT_THERE = ("REVIEW_IN_PROGRESS", "DELETE_COMPLETE")
NEVER_MADE = "it was never made to its end: delete it and deploy anew (docs/operations.md, Delete)"
STUCK = {  # states in which nothing can be deployed, and what to do
    "ROLLBACK_COMPLETE": NEVER_MADE,
    "ROLLBACK_FAILED": NEVER_MADE,
    "CREATE_FAILED": NEVER_MADE,
    "DELETE_FAILED": "finish deleting it (docs/operations.md, Delete)",
    "UPDATE_ROLLBACK_FAILED": "mend what its events name, run `aws cloudformation continue-update-rollback`, try again",
}
# Reconcile has 300 seconds.
CONFIG = Config(connect_timeout=10, read_timeout=310, retries={"total_max_attempts": 3})


@contextlib.contextmanager
def plainly():
    try:
        yield
    except NoCredentialsError:
        raise Trouble("there are no AWS credentials; set them, for example by AWS_PROFILE or `aws configure`") from None
    except ClientError as e:
        error = e.response["Error"]
        raise Trouble(f"AWS refuses: {error['Code']}: {error['Message']}; check credentials and --region") from None
    except BotoCoreError as e:
        reason = " ".join(str(e).split()).rstrip(".")
        raise Trouble(f"AWS can't be asked: {reason}; check credentials, network and --region") from None


def region(name):
    """A region as it is, if there is such a one."""
    with plainly():
        known = boto3.Session().get_available_regions("sns")
    if name not in known:
        raise Misuse(f"region '{name}': there is none; the scenes are in us-west-2")
    return name


class Cloud:
    def __init__(self, region):
        self.region = region

    def client(self, service):
        return boto3.Session(region_name=self.region).client(service, config=CONFIG)

    def who(self):
        with plainly():
            caller = self.client("sts").get_caller_identity()
        return f"account {caller['Account']} as {caller['Arn']}"

    def stack(self, name):
        """A stack, None if there is none. Fails if it is none of ours, or can't be updated as it is."""
        with plainly():
            try:
                found = self.client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
            except ClientError as e:
                if "does not exist" in e.response["Error"]["Message"]:
                    return None
                raise
        stack, status = Stack(found), found["StackStatus"]
        if status in NOT_THERE:
            return None
        if "LandsatTopicArn" not in stack.parameters:
            raise Trouble(f"stack {name}: is none of Heat Watch; give another name by --stack")
        if status.endswith("_IN_PROGRESS"):
            raise Trouble(f"stack {name}: is being changed ({status}); try again when that is over")
        if status in STUCK:
            raise Trouble(f"stack {name}: is in {status}; {STUCK[status]}")
        return stack

    def latest_event(self, name):
        """Tells whether something was done to a stack meanwhile."""
        with plainly():
            return self.client("cloudformation").describe_stack_events(StackName=name)["StackEvents"][0]["EventId"]

    def reconcile(self, name):
        """Runs reconcile lightly; the sites that it looked at."""
        with plainly():
            resource = self.client("cloudformation").describe_stack_resource(
                StackName=name, LogicalResourceId="ReconcileFunction"
            )
            function = resource["StackResourceDetail"]["PhysicalResourceId"]
            answer = self.client("lambda").invoke(FunctionName=function, Payload=b'{"depth": "light"}')
            found = json.loads(answer["Payload"].read())
        if "FunctionError" in answer:
            raise Trouble(f"reconcile failed: {found.get('errorMessage', 'its log says why')}")
        return [each["site"] for each in found["sites"]]


class Stack:
    def __init__(self, found):
        self.parameters = {each["ParameterKey"]: each["ParameterValue"] for each in found.get("Parameters", [])}
        self.outputs = {each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])}
