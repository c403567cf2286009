"""Faults that somebody could make in the template, each with the rule that has to see it."""

import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Fault:
    what: str
    seen_by: str  # a rule of ours, or "expansion" or "cfn-lint"
    resource: str  # how its first line begins; a resource, parameter, condition or output
    old: str
    new: str

    def applied(self, text):
        """The template with the fault."""
        part = re.search(rf"^  {self.resource}.*?(?=^ {{0,2}}\S)", text, re.DOTALL | re.MULTILINE)
        if part is None or self.old not in part.group():
            raise ValueError(f"fault '{self.what}': {self.resource} holds no {self.old!r} any more; mend the fault")
        return text[: part.start()] + part.group().replace(self.old, self.new, 1) + text[part.end() :]


def gone(what, seen_by, resource, old):
    return Fault(what, seen_by, resource, old, "")


def swap(what, seen_by, resource, old, new):
    return Fault(what, seen_by, resource, old, new)


IAM_OR_NONE = "!If [AccessByIam, AWS_IAM, NONE]"
OPEN_GET = """\
  ApiPathGet:
    Type: AWS::ApiGateway::Method
    Properties:
      {RestApiId: !Ref Api, ResourceId: !Ref ApiPath, HttpMethod: GET, AuthorizationType: NONE, Integration: {Type: MOCK}}

  ApiPathAny:
"""
ALARM = "AlarmActions: [!Ref OperationsTopic]"

FAULTS = [
    # what SAM or CloudFormation would refuse
    swap("a property that functions do not have", "expansion", "ClipFunction:", "MemorySize: 1769", "MemorySise: 1769"),
    swap("a reference to what is not there", "expansion", "ScoreFunction:", "!Ref ScoreLogs", "!Ref ScoreLog"),
    swap(
        "a reference to what is only sometimes there",
        "expansion",
        "ScoreFunction:",
        "!If [MakesTable, !Ref LedgerTable, !Ref ExistingTable]",
        "!Ref LedgerTable",
    ),
    swap(
        "an attribute that queues do not have",
        "cfn-lint",
        "NoticesDeadLettersAlarm:",
        "NoticesDeadLetters.QueueName",
        "NoticesDeadLetters.Name",
    ),
    swap("a property that buckets do not have", "cfn-lint", "ClipsBucket:", "BucketEncryption:", "Encryption:"),
    swap("memory that Lambda does not give", "cfn-lint", "AlertFunction:", "MemorySize: 512", "MemorySize: 64"),
    # functions
    swap(
        "another runtime",
        "functions-are-these-five",
        "ScoreFunction:",
        "Timeout: 300",
        "Timeout: 300\n      Runtime: java21",
    ),
    swap(
        "a handler that is not built",
        "functions-are-these-five",
        "AlertFunction:",
        "alert.AlertHandler",
        "alert.MailHandler",
    ),
    swap(
        "code from another place",
        "code-is-where-the-build-puts-it",
        "QueryFunction:",
        "functions/query/target/query.zip",
        "functions/query/target/classes",
    ),
    swap(
        "a misspelled variable",
        "environments-are-complete",
        "ReconcileFunction:",
        "BACKFILL_QUEUE_URL",
        "BACKFIL_QUEUE_URL",
    ),
    swap(
        "a variable for the wrong queue",
        "environments-are-complete",
        "ClipFunction:",
        "SITES_QUEUE_URL: !Ref SitesQueue",
        "SITES_QUEUE_URL: !Ref BackfillQueue",
    ),
    gone("clip without its layer", "layer-is-clips-alone", "ClipFunction:", "      Layers: [!Ref GdalLayer]\n"),
    swap("a borrowed role", "roles-are-their-own", "QueryFunction:", "!GetAtt QueryRole.Arn", "!GetAtt ScoreRole.Arn"),
    swap(
        "a managed policy",
        "roles-are-their-own",
        "AlertRole:",
        "      Policies:\n",
        "      ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]\n      Policies:\n",
    ),
    swap(
        "a role that others may take",
        "roles-are-their-own",
        "ScoreRole:",
        "Service: lambda.amazonaws.com",
        "Service: ec2.amazonaws.com",
    ),
    swap(
        "all actions of a service",
        "roles-allow-no-more-than-named",
        "ClipRole:",
        "Action: s3:PutObject",
        "Action: s3:*",
    ),
    swap(
        "all resources",
        "roles-allow-no-more-than-named",
        "ReconcileRole:",
        "Resource: [!GetAtt BackfillQueue.Arn, !GetAtt SitesQueue.Arn]",
        'Resource: "*"',
    ),
    swap(
        "all of the bucket of clips", "roles-allow-no-more-than-named", "ClipRole:", "${Bucket}/clips/*", "${Bucket}/*"
    ),
    swap(
        "listing all of the archive",
        "archive-is-listed-below-its-products",
        "ClipRole:",
        "StringLike:\n                    s3:prefix:",
        "StringNotLike:\n                    s3:prefix:",
    ),
    swap(
        "reading where listing is enough",
        "archive-is-listed-below-its-products",
        "ReconcileRole:",
        "Action: s3:ListBucket",
        "Action: [s3:ListBucket, s3:GetObject]",
    ),
    gone(
        "logs that never end",
        "logs-end-and-are-their-own",
        "QueryLogs:",
        "    Properties: {RetentionInDays: !Ref LogRetentionDays}\n",
    ),
    swap(
        "logging into another's group",
        "logs-end-and-are-their-own",
        "ScoreRole:",
        "!GetAtt ScoreLogs.Arn",
        "!GetAtt ClipLogs.Arn",
    ),
    gone("a queue that its function may not read", "sources-may-be-read", "ClipRole:", ", !GetAtt BackfillQueue.Arn"),
    gone(
        "a stream that its function may not read",
        "sources-may-be-read",
        "AlertRole:",
        "                  - dynamodb:ListStreams\n",
    ),
    swap(
        "publishing without the key",
        "publishers-may-use-the-key",
        "AlertRole:",
        "[kms:GenerateDataKey, kms:Decrypt]",
        "[kms:Decrypt]",
    ),
    gone("SnapStart without an alias", "expansion", "QueryFunction:", "      AutoPublishAlias: live\n"),
    swap(
        "SnapStart where nobody waits",
        "snapshots-are-querys-alone",
        "ScoreFunction:",
        "Timeout: 300",
        "Timeout: 300\n      AutoPublishAlias: live\n      SnapStart: {ApplyOn: PublishedVersions}",
    ),
    gone(
        "settings that never reach callers",
        "snapshots-are-querys-alone",
        "QueryFunction:",
        "      AutoPublishAliasAllProperties: true\n",
    ),
    swap(
        "query slower than API Gateway waits",
        "functions-have-time-and-memory",
        "QueryFunction:",
        "Timeout: 29",
        "Timeout: 60",
    ),
    swap(
        "a version that falls asleep",
        "snapshot-does-not-fall-asleep",
        "StayAwakeRule:",
        "!Sub ${QueryFunction.Arn}:live",
        "!GetAtt QueryFunction.Arn",
    ),
    # queues, events
    gone("a queue in the clear", "queues-are-encrypted", "SitesQueue:", "      SqsManagedSseEnabled: true\n"),
    swap(
        "dead letters that are gone after four days",
        "messages-are-kept-two-weeks",
        "SitesDeadLetters:",
        ", MessageRetentionPeriod: 1209600",
        "",
    ),
    swap(
        "the wrong queue for what fails",
        "queues-have-dead-letters",
        "BackfillQueue:",
        "!GetAtt BackfillDeadLetters.Arn",
        "!GetAtt NoticesDeadLetters.Arn",
    ),
    swap(
        "another count of deliveries than clip knows",
        "deliveries-agree",
        "NoticesQueue:",
        "!FindInMap [Deliveries, Notices, Most]",
        "3",
    ),
    swap(
        "messages that come back too soon",
        "messages-stay-hidden-long-enough",
        "BackfillQueue:",
        "VisibilityTimeout: 720",
        "VisibilityTimeout: 300",
    ),
    swap(
        "a time-out raised without its queue",
        "messages-stay-hidden-long-enough",
        "ScoreFunction:",
        "Timeout: 300",
        "Timeout: 600",
    ),
    swap(
        "a queue that any topic may fill",
        "queues-take-from-few",
        "NoticesQueuePolicy:",
        '            Condition: {ArnEquals: {"aws:SourceArn": !Ref LandsatTopicArn}}\n',
        "",
    ),
    swap(
        "a queue that anyone may fill",
        "queues-take-from-few",
        "NoticesQueuePolicy:",
        "Principal: {Service: sns.amazonaws.com}",
        'Principal: "*"',
    ),
    swap(
        "notices in an envelope",
        "notices-arrive-as-they-are",
        "NoticesSubscription:",
        "RawMessageDelivery: true",
        "RawMessageDelivery: false",
    ),
    swap(
        "the subscription in the stack's region",
        "notices-arrive-as-they-are",
        "NoticesSubscription:",
        '!Select [3, !Split [":", !Ref LandsatTopicArn]]',
        '!Select [4, !Split [":", !Ref LandsatTopicArn]]',
    ),
    swap(
        "a filter on attributes",
        "filter-is-that-of-the-sites",
        "NoticesSubscription:",
        "!If [FilterBySns, MessageBody,",
        "!If [FilterBySns, MessageAttributes,",
    ),
    swap(
        "a filter on a scope that does not exist",
        "filter-is-that-of-the-sites",
        "NoticesSubscription:",
        "!If [FilterBySns, MessageBody,",
        "!If [FilterBySns, Body,",
    ),
    gone(
        "a scene that the topic's filter forgot",
        "filter-is-that-of-the-sites",
        "NoticesSubscription:",
        "            - prefix: LC09_L2SP_213210_\n",
    ),
    swap(
        "a scene that the queue's filter mistook",
        "filter-is-that-of-the-sites",
        "NoticesToClip:",
        "LC09_L1GT_116034_",
        "LC09_L1GT_116033_",
    ),
    swap("alert woken by all items", "only-new-mails-wake-alert", "MailsToAlert:", "mail#", "m"),
    swap(
        "alert woken by changed mails",
        "only-new-mails-wake-alert",
        "MailsToAlert:",
        '["INSERT"]',
        '["INSERT", "MODIFY"]',
    ),
    swap("a pattern that is no JSON", "patterns-can-be-read", "MailsToAlert:", "}]}}}}'", "}]}}}'"),
    swap("a pattern that matches nothing", "patterns-can-be-read", "MailsToAlert:", '["INSERT"]', '"INSERT"'),
    swap(
        "a misspelled kind of answer",
        "event-sources-report-failures",
        "SitesToScore:",
        "[ReportBatchItemFailures]",
        "[ReportBatchItemFailure]",
    ),
    swap("products in one batch", "event-sources-report-failures", "NoticesToClip:", "BatchSize: 1", "BatchSize: 10"),
    gone(
        "a back-fill that takes all there is",
        "event-sources-report-failures",
        "BackfillToClip:",
        "      ScalingConfig: {MaximumConcurrency: 2}\n",
    ),
    swap("mails lost while the stack is made", "stream-loses-no-mail", "MailsToAlert:", "TRIM_HORIZON", "LATEST"),
    gone(
        "mails lost without a trace",
        "stream-loses-no-mail",
        "MailsToAlert:",
        "      DestinationConfig: {OnFailure: {Destination: !GetAtt AlertDeadLetters.Arn}}\n",
    ),
    swap("a rate that is none", "schedules-can-be-read", "StayAwakeRule:", "rate(1 day)", "rate(1 dayz)"),
    swap("a cron of Unix", "schedules-can-be-read", "DailyRule:", "cron(40 5 * * ? *)", "cron(40 5 * * *)"),
    swap("two full runs and no light one", "schedules-can-be-read", "HourlyRule:", '"light"', '"full"'),
    swap(
        "a rule that may not invoke",
        "rules-reach-their-targets",
        "HourlyRulePermission:",
        "!GetAtt HourlyRule.Arn",
        "!GetAtt DailyRule.Arn",
    ),
    gone(
        "a run that can't start without a trace",
        "rules-reach-their-targets",
        "DailyRule:",
        "          DeadLetterConfig: {Arn: !GetAtt ReconcileDeadLetters.Arn}\n",
    ),
    gone(
        "any API may invoke",
        "invocation-is-for-named-sources",
        "DailyRulePermission:",
        "      SourceArn: !GetAtt DailyRule.Arn\n",
    ),
    # what is kept
    gone(
        "a table that goes with the stack", "stores-outlive-the-stack", "LedgerTable:", "    DeletionPolicy: Retain\n"
    ),
    gone(
        "clips that go when replaced", "stores-outlive-the-stack", "ClipsBucket:", "    UpdateReplacePolicy: Retain\n"
    ),
    gone(
        "a table that can't be restored",
        "table-is-as-the-ledger-needs-it",
        "LedgerTable:",
        "      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}\n",
    ),
    swap(
        "clips that can be made public",
        "clips-are-private",
        "ClipsBucket:",
        "BlockPublicPolicy: true",
        "BlockPublicPolicy: false",
    ),
    swap(
        "clips that are deleted in time",
        "clips-are-private",
        "ClipsBucket:",
        "NoncurrentVersionExpiration: {NoncurrentDays: 90}",
        "NoncurrentVersionExpiration: {NoncurrentDays: 90}\n            ExpirationInDays: 90",
    ),
    swap(
        "a role that forgets the kept table",
        "stores-of-an-earlier-stack-are-used",
        "QueryRole:",
        "table/${ExistingTable}",
        "table/${AWS::StackName}",
    ),
    swap(
        "a role that forgets the kept clips",
        "stores-of-an-earlier-stack-are-used",
        "QueryRole:",
        "!Ref ExistingClipsBucket",
        "!Ref AWS::StackName",
    ),
    gone(
        "listing more than clips",
        "stores-of-an-earlier-stack-are-used",
        "QueryRole:",
        "                Condition: {StringLike: {s3:prefix: clips/*}}\n",
    ),
    swap("a topic under AWS's key", "topics-are-under-our-key", "AlertTopic:", "!Ref TopicKey", "alias/aws/sns"),
    swap(
        "alarms of any account",
        "topics-are-under-our-key",
        "OperationsTopicPolicy:",
        '            Condition: {StringEquals: {"aws:SourceAccount": !Ref AWS::AccountId}}\n',
        "",
    ),
    swap(
        "a key that alarms may not use",
        "topics-are-under-our-key",
        "TopicKey:",
        "[cloudwatch.amazonaws.com, budgets.amazonaws.com]",
        "[budgets.amazonaws.com]",
    ),
    swap(
        "an address that hears no alarms",
        "first-recipient-hears-all",
        "OperationsEmailSubscription:",
        "TopicArn: !Ref OperationsTopic",
        "TopicArn: !Ref AlertTopic",
    ),
    swap("a budget that warns too late", "budget-is-watched", "Budget:", "Threshold: 80", "Threshold: 180"),
    # the API
    swap(
        "SAM's events",
        "api-is-of-plain-resources",
        "QueryFunction:",
        "      AutoPublishAlias: live\n",
        "      AutoPublishAlias: live\n      Events: {All: {Type: Api, Properties: {Path: /all, Method: GET}}}\n",
    ),
    swap("an open method", "nobody-asks-anonymously", "ApiPathAny:", IAM_OR_NONE, "NONE"),
    gone(
        "a method without authorization",
        "nobody-asks-anonymously",
        "ApiRootAny:",
        f"      AuthorizationType: {IAM_OR_NONE}\n",
    ),
    swap(
        "a key that is not asked for",
        "nobody-asks-anonymously",
        "ApiPathAny:",
        "!If [AccessByKey, true, false]",
        "false",
    ),
    swap("a root open to all", "callers-get-through-as-told", "ApiRootAny:", IAM_OR_NONE, "NONE"),
    swap("an open way beside ANY", "callers-get-through-as-told", "ApiPathAny:", "  ApiPathAny:\n", OPEN_GET),
    swap(
        "browsers asked for a key before they can send one",
        "callers-get-through-as-told",
        "ApiPathOptions:",
        "ApiKeyRequired: false",
        "ApiKeyRequired: true",
    ),
    swap("public as the default", "parameters-are-as-documented", "ApiAccess:", "Default: iam", "Default: public"),
    swap(
        "calls that go past the alias",
        "all-paths-lead-to-query",
        "ApiPathAny:",
        "${Arn}:live/invocations",
        "${Arn}/invocations",
    ),
    swap("browsers that may not post", "options-tell-nothing", "ApiPathOptions:", "GET,HEAD,POST,", "GET,HEAD,"),
    swap("browsers that may not send JSON", "options-tell-nothing", "ApiRootOptions:", "Content-Type,", ""),
    swap("OPTIONS that calls the function", "options-tell-nothing", "ApiRootOptions:", "Type: MOCK", "Type: AWS_PROXY"),
    swap(
        "OPTIONS that fails",
        "options-tell-nothing",
        "ApiPathOptions:",
        "        ContentHandling: CONVERT_TO_TEXT\n",
        "",
    ),
    swap("refusals that pages can't see", "refusals-reach-browsers", "ApiRefusals:", "DEFAULT_4XX", "UNAUTHORIZED"),
    gone(
        "calls without a limit",
        "calls-are-limited",
        "ApiStage:",
        "          ThrottlingRateLimit: !Ref ApiRequestsPerSecond\n",
    ),
    swap(
        "keys without a quota", "calls-are-limited", "ApiUsagePlan:", "      Quota: {Limit: 20000, Period: DAY}\n", ""
    ),
    gone("pictures that are spoiled", "api-answers-bytes", "Api:", '      BinaryMediaTypes: ["*/*"]\n'),
    swap(
        "a log of requests that is not written",
        "request-log-needs-asking",
        "ApiStage:",
        "AccessLogSetting:",
        "AccessLog:",
    ),
    swap("a changed method that is not deployed", "changed-api-is-deployed", "ApiPathOptions:", "'86400'", "'60'"),
    swap(
        "one deployment for all kinds of access",
        "changed-api-is-deployed",
        "AccessByIam:",
        "!Equals [!Ref ApiAccess, iam]",
        "!Not [!Equals [!Ref ApiAccess, none]]",
    ),
    swap(
        "a stage with the wrong deployment",
        "expansion",
        "ApiStage:",
        "!If [AccessByKey, !Ref",
        "!If [AccessIsPublic, !Ref",
    ),
    gone("a deployment before its methods", "changed-api-is-deployed", "ApiDeploymentIam", "ApiPathAny, "),
    # alarms
    gone("an alarm that tells nobody", "alarms-reach-somebody", "MailsWaitAlarm:", f"      {ALARM}\n"),
    swap(
        "an alarm that looks back a month",
        "alarms-reach-somebody",
        "SilenceAlarm:",
        "Period: 3600\n      EvaluationPeriods: 3",
        "Period: 86400\n      EvaluationPeriods: 30",
    ),
    swap(
        "dead letters without an alarm",
        "what-is-put-aside-is-told",
        "BackfillDeadLettersAlarm:",
        "!GetAtt BackfillDeadLetters.QueueName",
        "!GetAtt BackfillQueue.QueueName",
    ),
    swap(
        "an alarm from the hundredth dead letter on",
        "what-is-put-aside-is-told",
        "SitesDeadLettersAlarm:",
        "Threshold: 0",
        "Threshold: 99",
    ),
    swap(
        "an alarm in the midst of retries",
        "what-waits-is-told",
        "NoticesWaitAlarm:",
        "Threshold: 7200",
        "Threshold: 1800",
    ),
    swap(
        "errors of another function",
        "functions-are-watched",
        "ScoreErrorsAlarm:",
        "!Ref ScoreFunction",
        "!Ref ClipFunction",
    ),
    swap(
        "a time-out raised without its alarm",
        "functions-are-watched",
        "ReconcileFunction:",
        "Timeout: 300",
        "Timeout: 600",
    ),
    swap(
        "a dead reconcile that looks well",
        "silence-of-reconcile-is-bad",
        "ReconcileRunsAlarm:",
        "TreatMissingData: breaching",
        "TreatMissingData: notBreaching",
    ),
    swap(
        "a metric under another name",
        "silence-of-reconcile-is-bad",
        "UncoveredAlarm:",
        "UncoveredScenes",
        "UncoveredHours",
    ),
    swap(
        "an alarm on a queue that is not there",
        "alarms-watch-what-exists",
        "SitesWaitAlarm:",
        "!GetAtt SitesQueue.QueueName",
        "SitesQueue",
    ),
    # the whole
    swap(
        "an output that nobody finds",
        "outputs-tell-what-people-need",
        "NoticesQueueUrl:",
        "!Ref NoticesQueue",
        "!GetAtt NoticesQueue.Arn",
    ),
    swap(
        "a parameter that nobody knows",
        "parameters-are-as-documented",
        "SilenceDays:",
        "    Default: 16",
        "    Default: 30",
    ),
    swap(
        "a condition that always holds",
        "every-condition-is-looked-at",
        "HasBudget:",
        "!Not [!Equals [!Ref MonthlyBudgetDollars, 0]]",
        "!Not [!Equals [!Ref MonthlyBudgetDollars, -1]]",
    ),
]
