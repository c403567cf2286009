"""What is kept, and the topics."""

from rules import rule
from stack import listed, target

SENDERS = {"cloudwatch.amazonaws.com", "budgets.amazonaws.com"}
OF_THIS_ACCOUNT = {"StringEquals": {"aws:SourceAccount": "111122223333"}}


@rule
def stores_outlive_the_stack(stack):
    """Table and clips stay when the stack is deleted or they are replaced, and have no fixed name."""
    for name, fixed in (("LedgerTable", "TableName"), ("ClipsBucket", "BucketName")):
        if not stack.has(name):
            continue
        for policy in ("DeletionPolicy", "UpdateReplacePolicy"):
            if stack.resources[name].get(policy) != "Retain":
                yield f"{name} can be deleted with its data: set {policy}: Retain"
        if fixed in stack.properties(name):
            yield f"{name} has a fixed name, so that it can't be replaced: remove {fixed}"


@rule
def table_is_as_the_ledger_needs_it(stack):
    """The table has the ledger's keys and a stream, is paid by use, encrypted, and can be restored to any second."""
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
    """The bucket is closed to the public, encrypted, versioned, tidied up, and speaks TLS only."""
    if not stack.has("ClipsBucket"):
        return
    bucket = stack.properties("ClipsBucket")
    closed = bucket.get("PublicAccessBlockConfiguration", {})
    for name in ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"):
        if closed.get(name) is not True:
            yield f"ClipsBucket can be made public: set PublicAccessBlockConfiguration.{name}: true"
    if "BucketEncryption" not in bucket:
        yield "ClipsBucket does not say how it is encrypted: set BucketEncryption"
    if bucket.get("VersioningConfiguration") != {"Status": "Enabled"}:
        yield "an overwritten clip is lost: set VersioningConfiguration.Status: Enabled"
    rules = bucket.get("LifecycleConfiguration", {}).get("Rules", [])
    for name in ("AbortIncompleteMultipartUpload", "NoncurrentVersionExpiration"):
        if not any(name in each and each.get("Status") == "Enabled" for each in rules):
            yield f"leftovers in ClipsBucket are paid for ever: add a lifecycle rule with {name}"
    if any("ExpirationInDays" in each or "Expiration" in each for each in rules):
        yield "a lifecycle rule deletes clips, which are the truth: remove its expiration"
    statements = [
        each
        for policy in stack.of("AWS::S3::BucketPolicy").values()
        if target(policy["Bucket"]) == "ClipsBucket"
        for each in listed(policy["PolicyDocument"]["Statement"])
    ]
    if any(each["Effect"] != "Deny" for each in statements):
        yield "the policy of ClipsBucket opens it: let it deny only"
    if not any(each.get("Condition") == {"Bool": {"aws:SecureTransport": "false"}} for each in statements):
        yield "ClipsBucket answers without TLS: deny where aws:SecureTransport is false"


@rule
def stores_of_an_earlier_stack_are_used(stack):
    """Where a kept table or bucket is named, none is made, and everything speaks of the kept one."""
    for parameter, resource, kind in (
        ("ExistingTable", "LedgerTable", "AWS::DynamoDB::Table"),
        ("ExistingClipsBucket", "ClipsBucket", "AWS::S3::Bucket"),
    ):
        kept = stack.value(parameter)
        made = set(stack.of(kind))
        if made != (set() if kept else {resource}):
            yield f"{parameter} is {kept!r} but the stack makes {made or 'nothing'}"
        used = kept or {"Ref": resource}
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
            yield f"{role} may not use the ledger {arn}"
    bucket = stack.value("ExistingClipsBucket")
    clips = f"arn:aws:s3:::{bucket}/clips/*" if bucket else {"Fn::Sub": "arn:aws:s3:::${ClipsBucket}/clips/*"}
    for role, action, what in (("ClipRole", "s3:PutObject", "put"), ("QueryRole", "s3:GetObject", "show")):
        if not any(each["Resource"] == clips and each["Action"] == action for each in stack.statements(role)):
            yield f"{role} may not {what} clips of {clips}"
    lists = [each for each in stack.statements("QueryRole") if each["Action"] == "s3:ListBucket"]
    whole = f"arn:aws:s3:::{bucket}" if bucket else {"Fn::Sub": "arn:aws:s3:::${ClipsBucket}"}
    if [(each["Resource"], each.get("Condition")) for each in lists] != [
        (whole, {"StringLike": {"s3:prefix": "clips/*"}})
    ]:
        yield f"QueryRole must list {whole} below clips/*, so that a clip no longer kept does not look forbidden"


@rule
def topics_are_under_our_key(stack):
    """Topics are encrypted under a key of ours that turns, and that alarms and budgets of this account may use."""
    for name, topic in stack.of("AWS::SNS::Topic").items():
        if topic.get("KmsMasterKeyId") != {"Ref": "TopicKey"}:
            yield f"{name} is not under TopicKey: alarms can't publish to a topic under the key that AWS manages"
    key = stack.properties("TopicKey")
    if key.get("EnableKeyRotation") is not True:
        yield "TopicKey never changes: set EnableKeyRotation: true"
    yield from senders("TopicKey", key["KeyPolicy"], {"kms:GenerateDataKey*", "kms:Decrypt"})
    for name, policy in stack.of("AWS::SNS::TopicPolicy").items():
        if [target(each) for each in policy["Topics"]] != ["OperationsTopic"]:
            yield f"{name} opens other topics than OperationsTopic"
        yield from senders(name, policy["PolicyDocument"], {"sns:Publish"})
    if not stack.of("AWS::SNS::TopicPolicy"):
        yield "neither alarms nor budgets may publish: give OperationsTopic a policy"


def senders(name, document, wanted):
    found = set()
    for statement in listed(document["Statement"]):
        principal = statement["Principal"]
        if statement["Effect"] == "Allow" and "Service" in principal:
            found |= set(listed(principal["Service"]))
            if set(listed(statement["Action"])) != wanted:
                yield f"{name} allows {statement['Action']}: it must be {', '.join(sorted(wanted))}"
            if statement.get("Condition") != OF_THIS_ACCOUNT:
                yield f"{name} lets alarms of any account in: add StringEquals aws:SourceAccount"
        elif principal != {"AWS": "arn:aws:iam::111122223333:root"}:
            yield f"{name} lets {principal} in: only this account, CloudWatch and Budgets may"
    if found != SENDERS:
        yield f"{name} is for {', '.join(sorted(found)) or 'nobody'}: it must be for {', '.join(sorted(SENDERS))}"


@rule
def first_recipient_hears_all(stack):
    """An address that is given gets alerts and alarms; without one there is no subscription."""
    topics = sorted(
        target(each["TopicArn"])
        for each in stack.of("AWS::SNS::Subscription").values()
        if each.get("Protocol") == "email"
    )
    wanted = ["AlertTopic", "OperationsTopic"] if stack.value("AlertEmail") else []
    if topics != wanted:
        yield f"e-mail goes out for {topics}: it must be {wanted}"


@rule
def budget_is_watched(stack):
    """With a budget, OperationsTopic hears of 80 percent spent and of 100 percent forecast; 0 means none."""
    dollars = int(stack.value("MonthlyBudgetDollars"))
    budgets = list(stack.of("AWS::Budgets::Budget").values())
    if len(budgets) != (1 if dollars else 0):
        yield f"{len(budgets)} budgets for {dollars} dollars"
    for budget in budgets:
        if budget["Budget"].get("BudgetLimit") != {"Amount": dollars, "Unit": "USD"}:
            yield "the budget's limit is not MonthlyBudgetDollars"
        told = sorted(
            (each["Notification"]["NotificationType"], each["Notification"]["Threshold"], target(to["Address"]))
            for each in budget["NotificationsWithSubscribers"]
            for to in each["Subscribers"]
        )
        if told != [("ACTUAL", 80, "OperationsTopic"), ("FORECASTED", 100, "OperationsTopic")]:
            yield f"the budget tells of {told}"
