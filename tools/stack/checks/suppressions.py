"""What the linters say that does not hold here, and why. One that nothing needs any more fails the check."""

# (rule, start of the path or message that it speaks of): reason
CFN_LINT = {
    ("W1030", "Parameters/ExistingTableStreamArn/Default"): (
        "the empty default is only referred to where MakesTable does not hold, and a rule of the template asks for a "
        "stream then; the linter does not connect the two"
    ),
    ("W1030", "Resources/MailsToAlert/Properties/EventSourceArn/Fn::If/2"): "the same",
}

# (check, case or None for every case, part of the resource's name): reason
CHECKOV = {
    ("CKV_AWS_18", None, "ClipsBucket"): (
        "a log of access needs a second bucket and tells what clip's log and the ledger tell already"
    ),
    ("CKV_AWS_27", None, "Queue"): "it knows KMS only; queues are under SQS's own key, which our rule demands",
    ("CKV_AWS_27", None, "DeadLetters"): "as above",
    ("CKV_AWS_59", "public", "ApiRootAny"): "whoever chooses public asks for that; our rule demands the others closed",
    ("CKV_AWS_59", "public", "ApiPathAny"): "as above",
    (
        "CKV_AWS_73",
        None,
        "ApiStage",
    ): "X-Ray is paid by trace and needs a permission for all resources; logs and metrics do",
    ("CKV_AWS_76", None, "ApiStage"): (
        "requests are logged when ApiAccessLogs is on; that needs a role which is set once for the whole account"
    ),
    ("CKV_AWS_115", None, "Function"): (
        "event sources limit how many run at once, the stage limits the API; reserving takes from the account's rest"
    ),
    ("CKV_AWS_116", None, "Function"): (
        "queues put aside what fails, and so do the stream and reconcile's invocations, which our rules demand"
    ),
    (
        "CKV_AWS_117",
        None,
        "Function",
    ): "nothing of it lies in a private network; in one, a gateway costs more than all the rest",
    (
        "CKV_AWS_119",
        None,
        "LedgerTable",
    ): "public data; AWS's key encrypts them, one of ours would cost more than the table",
    ("CKV_AWS_120", None, "ApiStage"): "a cache costs by the hour, and answers carry ETags",
    ("CKV_AWS_158", None, "Logs"): "logs hold no secrets and are encrypted by CloudWatch's own key",
    ("CKV_AWS_173", None, "Function"): "the variables are names of resources, no secrets",
}
