"""Findings of the linters that do not apply here, with reasons. Unused suppressions fail the check."""

# (rule, start of the path of the finding): reason
CFN_LINT = {
    ("W1030", "Parameters/ExistingTableStreamArn/Default"): (
        "the empty default is only used if MakesTable is false, and a rule of the template then requires a stream, "
        "which the linter does not take into account"
    ),
    ("W1030", "Resources/MailsToAlert/Properties/EventSourceArn/Fn::If/2"): "the same",
}

# (check, case or None for all cases, part of the resource id): reason
CHECKOV = {
    ("CKV_AWS_18", None, "ClipsBucket"): (
        "an access log needs a second bucket and duplicates the log of clip and the ledger"
    ),
    ("CKV_AWS_27", None, "Queue"): "recognises KMS only; queues use SQS-managed keys, which our rule requires",
    ("CKV_AWS_27", None, "DeadLetters"): "as above",
    (
        "CKV_AWS_59",
        "public",
        "ApiRootAny",
    ): "public access is the purpose of this case; our rule requires authorization in the others",
    ("CKV_AWS_59", "public", "ApiPathAny"): "as above",
    (
        "CKV_AWS_73",
        None,
        "ApiStage",
    ): "X-Ray is charged per trace and needs a permission for all resources; logs and metrics suffice",
    ("CKV_AWS_76", None, "ApiStage"): (
        "requests are logged if ApiAccessLogs is on, which needs a role that is set once per account"
    ),
    ("CKV_AWS_115", None, "Function"): (
        "event sources and the stage limit concurrency; reserved concurrency reduces what remains for the account"
    ),
    ("CKV_AWS_116", None, "Function"): (
        "queues, the stream and the invocations of reconcile have dead-letter queues, which our rules require"
    ),
    (
        "CKV_AWS_117",
        None,
        "Function",
    ): "uses no resources in a VPC, and a NAT gateway would cost more than everything else",
    (
        "CKV_AWS_119",
        None,
        "LedgerTable",
    ): "the data is public and encrypted with an AWS owned key; our own key would cost more than the table",
    ("CKV_AWS_120", None, "ApiStage"): "a cache is charged by the hour, and responses have ETags",
    ("CKV_AWS_158", None, "Logs"): "logs hold no secrets and are encrypted with a key of CloudWatch",
    ("CKV_AWS_173", None, "Function"): "the variables are names of resources, not secrets",
}
