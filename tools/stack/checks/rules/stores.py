"""Table, bucket and topics."""

import re

from rules import rule
from stack import listed, target

SENDERS = {"cloudwatch.amazonaws.com", "budgets.amazonaws.com"}
OF_THIS_ACCOUNT = {"StringEquals": {"aws:SourceAccount": "111122223333"}}


@rule
def data_is_retained(stack):
    """Table and bucket are retained when the stack is deleted or they are replaced, and have no fixed name.

    Without this, a first deployment that fails leaves an empty bucket. The table is protected against deletion, at
    which a rollback would fail.
    """
    for name, fixed, deletion in (
        ("LedgerTable", "TableName", "Retain"),
        ("ClipsBucket", "BucketName", "RetainExceptOnCreate"),
    ):
        if not stack.has(name):
            continue
        for policy, wanted in (("DeletionPolicy", deletion), ("UpdateReplacePolicy", "Retain")):
            if stack.resources[name].get(policy) != wanted:
                yield f"{name} could be deleted with its data: set {policy}: {wanted}"
        if fixed in stack.properties(name):
            yield f"{name} has a fixed name, which prevents its replacement: remove {fixed}"


@rule
def table_matches_the_ledger(stack):
    """The table has the keys of the ledger, a stream, on-demand billing, encryption and point-in-time recovery."""
    if not stack.has("LedgerTable"):
        return
    table = stack.properties("LedgerTable")
    wanted = {
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        "AttributeDefinitions": [
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        "StreamSpecification": {"StreamViewType": "NEW_IMAGE"},
        "SSESpecification": {"SSEEnabled": True},
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
        "DeletionProtectionEnabled": True,
    }
    for name, value in wanted.items():
        if table.get(name) != value:
            yield f"LedgerTable has {name} {table.get(name)}: it must be {value}"


@rule
def clips_are_private(stack):
    """The bucket blocks public access, is encrypted and versioned, expires old versions, and requires TLS."""
    if not stack.has("ClipsBucket"):
        return
    bucket = stack.properties("ClipsBucket")
    block = bucket.get("PublicAccessBlockConfiguration", {})
    for name in ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"):
        if block.get(name) is not True:
            yield f"ClipsBucket could be made public: set PublicAccessBlockConfiguration.{name}: true"
    if "BucketEncryption" not in bucket:
        yield "ClipsBucket does not define its encryption: set BucketEncryption"
    if bucket.get("VersioningConfiguration") != {"Status": "Enabled"}:
        yield "an overwritten clip is lost: set VersioningConfiguration.Status: Enabled"
    rules = bucket.get("LifecycleConfiguration", {}).get("Rules", [])
    for name in ("AbortIncompleteMultipartUpload", "NoncurrentVersionExpiration"):
        if not any(name in each and each.get("Status") == "Enabled" for each in rules):
            yield f"old data in ClipsBucket is never deleted: add a lifecycle rule with {name}"
    if any("ExpirationInDays" in each or "Expiration" in each for each in rules):
        yield "a lifecycle rule deletes clips, which must be retained: remove its expiration"
    statements = [
        each
        for policy in stack.of("AWS::S3::BucketPolicy").values()
        if target(policy["Bucket"]) == "ClipsBucket"
        for each in listed(policy["PolicyDocument"]["Statement"])
    ]
    if any(each["Effect"] != "Deny" for each in statements):
        yield "the policy of ClipsBucket grants access: use Deny statements only"
    if not any(each.get("Condition") == {"Bool": {"aws:SecureTransport": "false"}} for each in statements):
        yield "ClipsBucket accepts requests without TLS: deny them if aws:SecureTransport is false"


@rule
def alert_touches_mails_only(stack):
    """The role of alert, which needs no other items, may only access partitions of mails."""
    conditions = [each.get("Condition") for each in stack.statements("AlertRole") if each["Sid"] == "Ledger"]
    if conditions != [{"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["mail#*", "undelivered#*"]}}]:
        yield "AlertRole may access other items than mails: restrict dynamodb:LeadingKeys to mail#* and undelivered#*"


@rule
def mail_reads_mails_and_publications_only(stack):
    """The role of the mail function may only read mails and the publications of their sites."""
    keys = {"dynamodb:LeadingKeys": ["mail#*", "site#*", "history#*"]}
    for each in stack.statements("MailRole"):
        if each["Sid"] == "Ledger" and (
            each.get("Condition") != {"ForAllValues:StringLike": keys}
            or any(re.search("Put|Update|Delete", action) for action in listed(each["Action"]))
        ):
            yield "MailRole may access other items than it needs: allow reading mail#*, site#* and history#* only"


@rule
def existing_stores_are_used(stack):
    """If an existing table or bucket is given, none is created and everything refers to the existing one."""
    for parameter, resource, kind in (
        ("ExistingTable", "LedgerTable", "AWS::DynamoDB::Table"),
        ("ExistingClipsBucket", "ClipsBucket", "AWS::S3::Bucket"),
    ):
        existing = stack.value(parameter)
        created = set(stack.of(kind))
        if created != (set() if existing else {resource}):
            yield f"{parameter} is {existing!r}, but the stack creates {created or 'nothing'}"
        used = existing or {"Ref": resource}
        variable, output = ("TABLE", "TableName") if resource == "LedgerTable" else ("CLIPS_BUCKET", "ClipsBucketName")
        for name, function in stack.functions().items():
            value = function.get("Environment", {}).get("Variables", {}).get(variable, used)
            if value != used:
                yield f"{variable} of {name} is {value}: it must be {used}"
        if stack.resolved["Outputs"].get(output, {}).get("Value") != used:
            yield f"the output {output} must be {used}"
    table = stack.value("ExistingTable")
    arn = f"arn:aws:dynamodb:us-west-2:111122223333:table/{table}" if table else {"Fn::GetAtt": ["LedgerTable", "Arn"]}
    for role in stack.of("AWS::IAM::Role"):
        if not any(arn in listed(each["Resource"]) for each in stack.statements(role)):
            yield f"{role} has no access to the ledger {arn}"
    bucket = stack.value("ExistingClipsBucket")
    clips = f"arn:aws:s3:::{bucket}/clips/*" if bucket else {"Fn::Sub": "arn:aws:s3:::${ClipsBucket}/clips/*"}
    for role, action in (("ClipRole", "s3:PutObject"), ("QueryRole", "s3:GetObject")):
        if not any(each["Resource"] == clips and each["Action"] == action for each in stack.statements(role)):
            yield f"{role} must be allowed {action} on {clips}"
    lists = [each for each in stack.statements("QueryRole") if each["Action"] == "s3:ListBucket"]
    whole = f"arn:aws:s3:::{bucket}" if bucket else {"Fn::Sub": "arn:aws:s3:::${ClipsBucket}"}
    if [(each["Resource"], each.get("Condition")) for each in lists] != [
        (whole, {"StringLike": {"s3:prefix": "clips/*"}})
    ]:
        yield f"QueryRole must list {whole} below clips/*, so that S3 answers 404 for missing clips"


@rule
def topics_use_our_key(stack):
    """Topics are encrypted with our own rotated key, which alarms and budgets of this account may use."""
    for name, topic in stack.of("AWS::SNS::Topic").items():
        if topic.get("KmsMasterKeyId") != {"Ref": "TopicKey"}:
            yield f"{name} does not use TopicKey: alarms cannot publish to topics encrypted with the AWS managed key"
    key = stack.properties("TopicKey")
    if key.get("EnableKeyRotation") is not True:
        yield "TopicKey is not rotated: set EnableKeyRotation: true"
    yield from senders("TopicKey", key["KeyPolicy"], {"kms:GenerateDataKey*", "kms:Decrypt"})
    for name, policy in stack.of("AWS::SNS::TopicPolicy").items():
        if [target(each) for each in policy["Topics"]] == ["OperationsTopic"]:
            yield from senders(name, policy["PolicyDocument"], {"sns:Publish"})
        elif any(each["Effect"] == "Allow" for each in listed(policy["PolicyDocument"]["Statement"])):
            yield f"{name} allows services to publish to topics other than OperationsTopic"
    if not stack.has("OperationsTopicPolicy"):
        yield "neither alarms nor budgets may publish: add a policy for OperationsTopic"


def senders(name, document, wanted):
    found = set()
    for statement in listed(document["Statement"]):
        principal = statement["Principal"]
        if statement["Effect"] == "Deny":
            continue
        if "Service" in principal:
            found |= set(listed(principal["Service"]))
            if set(listed(statement["Action"])) != wanted:
                yield f"{name} allows {statement['Action']}: it must be {', '.join(sorted(wanted))}"
            if statement.get("Condition") != OF_THIS_ACCOUNT:
                yield f"{name} allows all accounts: add StringEquals aws:SourceAccount"
        elif principal != {"AWS": "arn:aws:iam::111122223333:root"}:
            yield f"{name} allows {principal}: allow this account, CloudWatch and Budgets only"
    if found != SENDERS:
        yield f"{name} allows {', '.join(sorted(found)) or 'no service'}: it must allow {', '.join(sorted(SENDERS))}"


@rule
def first_recipient_gets_all_mail(stack):
    """AlertEmail, if given, is subscribed to alerts and alarms; otherwise there are no subscriptions."""
    topics = sorted(
        target(each["TopicArn"])
        for each in stack.of("AWS::SNS::Subscription").values()
        if each.get("Protocol") == "email"
    )
    wanted = ["AlertTopic", "OperationsTopic"] if stack.value("AlertEmail") else []
    if topics != wanted:
        yield f"e-mail subscriptions are for {topics}: they must be for {wanted}"


@rule
def budget_sends_mail(stack):
    """The budget notifies OperationsTopic at 80 percent actual and 100 percent forecast; 0 means no budget."""
    dollars = int(stack.value("MonthlyBudgetDollars"))
    budgets = list(stack.of("AWS::Budgets::Budget").values())
    if len(budgets) != (1 if dollars else 0):
        yield f"{len(budgets)} budgets for {dollars} dollars"
    for budget in budgets:
        if budget["Budget"].get("BudgetLimit") != {"Amount": dollars, "Unit": "USD"}:
            yield "the budget's limit is not MonthlyBudgetDollars"
        notifications = sorted(
            (each["Notification"]["NotificationType"], each["Notification"]["Threshold"], target(subscriber["Address"]))
            for each in budget["NotificationsWithSubscribers"]
            for subscriber in each["Subscribers"]
        )
        if notifications != [("ACTUAL", 80, "OperationsTopic"), ("FORECASTED", 100, "OperationsTopic")]:
            yield f"the budget sends {notifications}"
