"""Faults in the template, each with the rule that must detect it."""

import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Fault:
    what: str
    detected_by: str  # name of a rule, "expansion" or "cfn-lint"
    resource: str  # start of the first line of a resource, parameter, condition or output
    old: str
    new: str

    def applied(self, text):
        """Returns the template with the fault."""
        part = re.search(rf"^  {self.resource}.*?(?=^ {{0,2}}\S)", text, re.DOTALL | re.MULTILINE)
        if part is None or self.old not in part.group():
            raise ValueError(
                f"fault '{self.what}': {self.resource} does not contain {self.old!r} any more; update the fault"
            )
        return text[: part.start()] + part.group().replace(self.old, self.new, 1) + text[part.end() :]


def gone(what, detected_by, resource, old):
    return Fault(what, detected_by, resource, old, "")


def swap(what, detected_by, resource, old, new):
    return Fault(what, detected_by, resource, old, new)


IAM_OR_NONE = "!If [AccessByIam, AWS_IAM, NONE]"
OPEN_GET = """\
  ApiPathGet:
    Type: AWS::ApiGateway::Method
    Properties:
      {RestApiId: !Ref Api, ResourceId: !Ref ApiPath, HttpMethod: GET, AuthorizationType: NONE,
       Integration: {Type: MOCK}}

  ApiPathAny:
"""
ALARM = "AlarmActions: [!Ref OperationsTopic]"
OK = "OKActions: [!Ref OperationsTopic]"

FAULTS = [
    # faults that SAM or CloudFormation would reject
    swap("a property that functions do not have", "expansion", "ClipFunction:", "MemorySize: 1769", "MemorySise: 1769"),
    swap("a reference to a missing resource", "expansion", "ScoreFunction:", "!Ref ScoreLogs", "!Ref ScoreLog"),
    swap(
        "a reference to a conditional resource",
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
    swap(
        "a memory size that Lambda does not support", "cfn-lint", "AlertFunction:", "MemorySize: 512", "MemorySize: 64"
    ),
    # functions
    swap(
        "another runtime",
        "functions-are-the-expected-ones",
        "ScoreFunction:",
        "Timeout: 300",
        "Timeout: 300\n      Runtime: java21",
    ),
    swap(
        "a handler that is not built",
        "functions-are-the-expected-ones",
        "AlertFunction:",
        "alert.AlertHandler",
        "alert.MailHandler",
    ),
    swap(
        "code from another folder",
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
    gone(
        "clip without its layer",
        "only-clip-has-the-layer",
        "ClipFunction:",
        "      Layers: [!If [IsArm, !Ref GdalLayerArm, !Ref GdalLayer]]\n",
    ),
    swap(
        "a layer for another architecture",
        "only-clip-has-the-layer",
        "GdalLayerArm:",
        "CompatibleArchitectures: [arm64]",
        "CompatibleArchitectures: [x86_64]",
    ),
    swap(
        "the same layer for both architectures",
        "code-is-where-the-build-puts-it",
        "GdalLayerArm:",
        "layer-aarch64.zip",
        "layer-x86_64.zip",
    ),
    swap(
        "traces that the role refuses",
        "tracing-is-optional",
        "ScoreRole:",
        "- Traces",
        "- IsX86",
    ),
    swap(
        "a stage that always traces",
        "tracing-is-optional",
        "ApiStage:",
        "!If [Traces, true, false]",
        "true",
    ),
    swap(
        "a dashboard that is not valid JSON",
        "dashboard-shows-what-alarms-watch",
        "Dashboard:",
        '"stat": "Sum", ',
        '"stat": "Sum" ',
    ),
    swap(
        "a dashboard without a queue",
        "dashboard-shows-what-alarms-watch",
        "Dashboard:",
        "${AuditDeadLetters.QueueName}",
        "${AuditQueue.QueueName}",
    ),
    swap("a query of another log", "queries-are-saved", "RequestsQuery:", "[!Ref QueryLogs]", "[!Ref ClipFunction]"),
    swap("a query with a misspelled command", "queries-are-saved", "FindingsQuery:", "| sort", "| order"),
    swap(
        "a domain name that leads elsewhere",
        "domain-leads-to-the-stage",
        "ApiDomainMapping:",
        "Stage: !Ref ApiStage",
        "Stage: v2",
    ),
    swap(
        "a role of another function",
        "each-function-has-its-own-role",
        "QueryFunction:",
        "!GetAtt QueryRole.Arn",
        "!GetAtt ScoreRole.Arn",
    ),
    swap(
        "a name of a role, which needs another capability",
        "settings-of-sam-agree",
        "ScoreRole:",
        "    Properties:\n",
        "    Properties:\n      RoleName: heat-watch-score\n",
    ),
    swap(
        "a resource that the service role may not create",
        "service-role-suffices",
        "RequestsQuery:",
        "  RequestsQuery:\n",
        "  Setting: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: one}}\n\n  RequestsQuery:\n",
    ),
    swap(
        "a managed policy",
        "each-function-has-its-own-role",
        "AlertRole:",
        "      Policies:\n",
        "      ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]\n      Policies:\n",
    ),
    swap(
        "a role that others may assume",
        "each-function-has-its-own-role",
        "ScoreRole:",
        "Service: lambda.amazonaws.com",
        "Service: ec2.amazonaws.com",
    ),
    swap(
        "all actions of a service",
        "roles-name-actions-and-resources",
        "ClipRole:",
        "Action: s3:PutObject",
        "Action: s3:*",
    ),
    swap(
        "all resources",
        "roles-name-actions-and-resources",
        "ReconcileRole:",
        "Resource: [!GetAtt BackfillQueue.Arn, !GetAtt SitesQueue.Arn, !GetAtt AuditQueue.Arn]",
        'Resource: "*"',
    ),
    swap(
        "access to the whole bucket of clips",
        "roles-name-actions-and-resources",
        "ClipRole:",
        "${Bucket}/clips/*",
        "${Bucket}/*",
    ),
    swap(
        "listing the whole archive",
        "archive-access-is-restricted-to-products",
        "ClipRole:",
        "StringLike:\n                    s3:prefix:",
        "StringNotLike:\n                    s3:prefix:",
    ),
    swap(
        "read access where listing suffices",
        "archive-access-is-restricted-to-products",
        "ReconcileRole:",
        "Action: s3:ListBucket",
        "Action: [s3:ListBucket, s3:GetObject]",
    ),
    gone(
        "logs without retention",
        "each-function-has-a-log-group-with-retention",
        "QueryLogs:",
        "    Properties: {RetentionInDays: !Ref LogRetentionDays}\n",
    ),
    swap(
        "logging to another function's group",
        "each-function-has-a-log-group-with-retention",
        "ScoreRole:",
        "!GetAtt ScoreLogs.Arn",
        "!GetAtt ClipLogs.Arn",
    ),
    gone(
        "a queue that its function may not read",
        "roles-can-read-event-sources",
        "ClipRole:",
        ", !GetAtt BackfillQueue.Arn",
    ),
    gone(
        "a stream that its function may not read",
        "roles-can-read-event-sources",
        "AlertRole:",
        "                  - dynamodb:ListStreams\n",
    ),
    swap(
        "publishing without the key",
        "publishers-can-use-the-key",
        "AlertRole:",
        "[kms:GenerateDataKey, kms:Decrypt]",
        "[kms:Decrypt]",
    ),
    gone("SnapStart without an alias", "expansion", "QueryFunction:", "      AutoPublishAlias: live\n"),
    swap(
        "SnapStart on score",
        "only-query-uses-snapstart",
        "ScoreFunction:",
        "Timeout: 300",
        "Timeout: 300\n      AutoPublishAlias: live\n      SnapStart: {ApplyOn: PublishedVersions}",
    ),
    gone(
        "changed settings that do not publish a version",
        "only-query-uses-snapstart",
        "QueryFunction:",
        "      AutoPublishAliasAllProperties: true\n",
    ),
    swap(
        "a query time-out above that of API Gateway",
        "functions-have-time-and-memory",
        "QueryFunction:",
        "Timeout: 29",
        "Timeout: 60",
    ),
    swap(
        "a version that becomes inactive",
        "query-version-stays-active",
        "StayAwakeRule:",
        "!Sub ${QueryFunction.Arn}:live",
        "!GetAtt QueryFunction.Arn",
    ),
    # queues, events
    gone("an unencrypted queue", "queues-are-encrypted", "SitesQueue:", "      SqsManagedSseEnabled: true\n"),
    swap(
        "a dead-letter queue with a retention of four days",
        "messages-are-retained-for-14-days",
        "SitesDeadLetters:",
        ", MessageRetentionPeriod: 1209600",
        "",
    ),
    swap(
        "the wrong dead-letter queue",
        "queues-have-dead-letter-queues",
        "BackfillQueue:",
        "!GetAtt BackfillDeadLetters.Arn",
        "!GetAtt NoticesDeadLetters.Arn",
    ),
    swap(
        "a maxReceiveCount that differs from that of clip",
        "receive-counts-agree",
        "NoticesQueue:",
        "!FindInMap [MaxReceiveCounts, Notifications, Value]",
        "3",
    ),
    swap(
        "messages that are redelivered too early",
        "visibility-timeouts-are-long-enough",
        "BackfillQueue:",
        "VisibilityTimeout: 720",
        "VisibilityTimeout: 300",
    ),
    swap(
        "a time-out increased without the visibility timeout",
        "visibility-timeouts-are-long-enough",
        "ScoreFunction:",
        "Timeout: 300",
        "Timeout: 600",
    ),
    swap(
        "a queue that accepts messages of any topic",
        "queue-policies-are-narrow",
        "NoticesQueuePolicy:",
        '              Condition: {ArnEquals: {"aws:SourceArn": !Ref LandsatTopicArn}}\n',
        "",
    ),
    swap(
        "a queue that accepts messages of anyone",
        "queue-policies-are-narrow",
        "NoticesQueuePolicy:",
        "Principal: {Service: sns.amazonaws.com}",
        'Principal: "*"',
    ),
    gone(
        "a queue that accepts plain HTTP",
        "messages-are-sent-over-tls",
        "NoticesQueuePolicy:",
        '            Condition: {Bool: {"aws:SecureTransport": "false"}}\n',
    ),
    gone("a queue without a policy", "messages-are-sent-over-tls", "QueuesPolicy:", "        - !Ref SitesQueue\n"),
    swap(
        "a second policy that replaces the first",
        "messages-are-sent-over-tls",
        "QueuesPolicy:",
        "- !Ref SitesQueue",
        "- !Ref NoticesQueue",
    ),
    swap(
        "a topic that accepts plain HTTP",
        "messages-are-sent-over-tls",
        "AlertTopicPolicy:",
        '{"aws:SecureTransport": "false"}',
        '{"aws:SecureTransport": "true"}',
    ),
    gone(
        "a subscription to an empty topic",
        "subscription-is-optional",
        "NoticesSubscription:",
        "    Condition: HasTopic\n",
    ),
    gone(
        "an alarm on silence without a subscription",
        "subscription-is-optional",
        "SilenceAlarm:",
        "    Condition: HasTopic\n",
    ),
    swap(
        "notifications in an SNS envelope",
        "notifications-arrive-unwrapped",
        "NoticesSubscription:",
        "RawMessageDelivery: true",
        "RawMessageDelivery: false",
    ),
    swap(
        "the subscription in the stack's region",
        "notifications-arrive-unwrapped",
        "NoticesSubscription:",
        '!Select [3, !Split [":", !Sub "${LandsatTopicArn}:::"]]',
        '!Select [2, !Split [":", !Sub "${LandsatTopicArn}:::"]]',
    ),
    swap(
        "a filter on attributes",
        "filter-matches-its-parameter",
        "NoticesSubscription:",
        "FilterPolicyScope: MessageBody",
        "FilterPolicyScope: MessageAttributes",
    ),
    swap(
        "a scope that changes with the filter",
        "filter-matches-its-parameter",
        "NoticesSubscription:",
        "FilterPolicyScope: MessageBody",
        "FilterPolicyScope: !If [FilterBySns, MessageBody, !Ref AWS::NoValue]",
    ),
    swap(
        "a level missing in the subscription's filter",
        "filter-matches-its-parameter",
        "NoticesSubscription:",
        "LC09_L2SP_${S}_",
        "LC09_L1GT_${S}_",
    ),
    swap(
        "a filter behind the queue",
        "filter-matches-its-parameter",
        "NoticesToClip:",
        "      BatchSize: 1",
        """      FilterCriteria: {Filters: [{Pattern: '{"body": {"landsat_product_id": [{"prefix": "LC08_"}]}}'}]}
      BatchSize: 1""",
    ),
    swap(
        "a default filter for another site",
        "default-filter-matches-the-sites",
        "SnsFilterPathRows:",
        "Default: 116034,213210",
        "Default: 116033,213210",
    ),
    gone(
        "logs of HTML mail in every stack",
        "html-mail-is-optional",
        "MailLogs:",
        "    Condition: SendsHtmlMail\n",
    ),
    swap(
        "HTML mail from any address",
        "html-mail-is-optional",
        "MailRole:",
        'Condition: {StringEquals: {"ses:FromAddress": !Ref HtmlMailFrom}}',
        'Condition: {StringEquals: {"ses:FromAddress": "*"}}',
    ),
    swap(
        "mails wrapped by SNS",
        "html-mail-is-optional",
        "MailSubscription:",
        "RawMessageDelivery: true",
        "RawMessageDelivery: false",
    ),
    swap("recipients of other mails", "html-mail-is-optional", "MailFunction:", "!Ref HtmlMailTo", "!Ref AlertEmail"),
    swap(
        "a mail function that reads the whole table",
        "mail-reads-mails-and-publications-only",
        "MailRole:",
        '"history#*"',
        '"*"',
    ),
    swap(
        "a queue of mails that accepts any topic",
        "queue-policies-are-narrow",
        "MailQueuePolicy:",
        '{"aws:SourceArn": !Ref AlertTopic}',
        '{"aws:SourceArn": !Ref OperationsTopic}',
    ),
    swap(
        "errors of HTML mail without alarm",
        "functions-have-alarms",
        "MailErrorsAlarm:",
        "MetricName: Errors",
        "MetricName: Throttles",
    ),
    swap("alert invoked by all items", "only-new-mails-invoke-alert", "MailsToAlert:", "mail#", "m"),
    swap(
        "alert invoked by changed mails",
        "only-new-mails-invoke-alert",
        "MailsToAlert:",
        '["INSERT"]',
        '["INSERT", "MODIFY"]',
    ),
    swap("a pattern that is not valid JSON", "patterns-are-valid-json", "MailsToAlert:", "}]}}}}'", "}]}}}'"),
    swap("a pattern that matches nothing", "patterns-are-valid-json", "MailsToAlert:", '["INSERT"]', '"INSERT"'),
    swap(
        "a misspelled response type",
        "event-sources-report-failed-items",
        "SitesToScore:",
        "[ReportBatchItemFailures]",
        "[ReportBatchItemFailure]",
    ),
    swap(
        "several products in a batch",
        "event-sources-report-failed-items",
        "NoticesToClip:",
        "BatchSize: 1",
        "BatchSize: 10",
    ),
    gone(
        "a back-fill without limit of concurrency",
        "event-sources-report-failed-items",
        "BackfillToClip:",
        "      ScalingConfig: {MaximumConcurrency: 2}\n",
    ),
    swap("mails lost while the stack is created", "stream-loses-no-mail", "MailsToAlert:", "TRIM_HORIZON", "LATEST"),
    gone(
        "mails lost without a trace",
        "stream-loses-no-mail",
        "MailsToAlert:",
        "      DestinationConfig: {OnFailure: {Destination: !GetAtt AlertDeadLetters.Arn}}\n",
    ),
    swap(
        "retries that are used up while a mail is claimed",
        "stream-loses-no-mail",
        "MailsToAlert:",
        "MaximumRetryAttempts: -1",
        "MaximumRetryAttempts: 10",
    ),
    swap(
        "messages that are not tried in a batch of slow sites",
        "event-sources-report-failed-items",
        "AuditToReconcile:",
        "BatchSize: 1",
        "BatchSize: 10",
    ),
    swap("an invalid rate", "schedules-are-valid", "StayAwakeRule:", "rate(1 day)", "rate(1 dayz)"),
    swap("a Unix cron expression", "schedules-are-valid", "DailyRule:", "cron(40 5 * * ? *)", "cron(40 5 * * *)"),
    swap("two full runs and no light one", "schedules-are-valid", "HourlyRule:", '"light"', '"full"'),
    swap(
        "a rule that may not invoke",
        "rules-reach-their-targets",
        "HourlyRulePermission:",
        "!GetAtt HourlyRule.Arn",
        "!GetAtt DailyRule.Arn",
    ),
    gone(
        "an undeliverable event without dead-letter queue",
        "rules-reach-their-targets",
        "DailyRule:",
        "          DeadLetterConfig: {Arn: !GetAtt ReconcileDeadLetters.Arn}\n",
    ),
    gone(
        "any API may invoke",
        "permissions-name-their-source",
        "DailyRulePermission:",
        "      SourceArn: !GetAtt DailyRule.Arn\n",
    ),
    # stores and topics
    swap(
        "a table that is deleted with the stack",
        "data-is-retained",
        "LedgerTable:",
        "DeletionPolicy: Retain",
        "DeletionPolicy: Delete",
    ),
    swap(
        "a first deployment that leaves an empty bucket",
        "data-is-retained",
        "ClipsBucket:",
        "DeletionPolicy: RetainExceptOnCreate",
        "DeletionPolicy: Retain",
    ),
    swap("mails of alert and more", "alert-touches-mails-only", "AlertRole:", '"undelivered#*"', '"*"'),
    gone(
        "clips that are deleted on replacement", "data-is-retained", "ClipsBucket:", "    UpdateReplacePolicy: Retain\n"
    ),
    gone(
        "a table that can't be restored",
        "table-matches-the-ledger",
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
        "clips that expire",
        "clips-are-private",
        "ClipsBucket:",
        "NoncurrentVersionExpiration: {NoncurrentDays: 90}",
        "NoncurrentVersionExpiration: {NoncurrentDays: 90}\n            ExpirationInDays: 90",
    ),
    swap(
        "a role without access to an existing table",
        "existing-stores-are-used",
        "QueryRole:",
        "table/${ExistingTable}",
        "table/${AWS::StackName}",
    ),
    swap(
        "a role without access to existing clips",
        "existing-stores-are-used",
        "QueryRole:",
        "!Ref ExistingClipsBucket",
        "!Ref AWS::StackName",
    ),
    gone(
        "listing more than clips",
        "existing-stores-are-used",
        "QueryRole:",
        "                Condition: {StringLike: {s3:prefix: clips/*}}\n",
    ),
    swap(
        "a topic encrypted with the AWS managed key",
        "topics-use-our-key",
        "AlertTopic:",
        "!Ref TopicKey",
        "alias/aws/sns",
    ),
    swap(
        "alarms of any account",
        "topics-use-our-key",
        "OperationsTopicPolicy:",
        '            Condition: {StringEquals: {"aws:SourceAccount": !Ref AWS::AccountId}}\n',
        "",
    ),
    swap(
        "a key that alarms may not use",
        "topics-use-our-key",
        "TopicKey:",
        "[cloudwatch.amazonaws.com, budgets.amazonaws.com]",
        "[budgets.amazonaws.com]",
    ),
    swap(
        "an address that gets no alarms",
        "first-recipient-gets-all-mail",
        "OperationsEmailSubscription:",
        "TopicArn: !Ref OperationsTopic",
        "TopicArn: !Ref AlertTopic",
    ),
    swap(
        "a budget notification at a wrong threshold", "budget-sends-mail", "Budget:", "Threshold: 80", "Threshold: 180"
    ),
    # the API
    swap(
        "SAM's events",
        "api-uses-plain-resources",
        "QueryFunction:",
        "      AutoPublishAlias: live\n",
        "      AutoPublishAlias: live\n      Events: {All: {Type: Api, Properties: {Path: /all, Method: GET}}}\n",
    ),
    swap("an open method", "methods-require-authorization", "ApiPathAny:", IAM_OR_NONE, "NONE"),
    gone(
        "a method without authorization",
        "methods-require-authorization",
        "ApiRootAny:",
        f"      AuthorizationType: {IAM_OR_NONE}\n",
    ),
    swap(
        "a key that is not required",
        "methods-require-authorization",
        "ApiPathAny:",
        "!If [AccessByKey, true, false]",
        "false",
    ),
    swap("a root without authorization", "access-is-as-specified", "ApiRootAny:", IAM_OR_NONE, "NONE"),
    swap("an open method next to ANY", "access-is-as-specified", "ApiPathAny:", "  ApiPathAny:\n", OPEN_GET),
    swap(
        "a preflight request that requires a key",
        "access-is-as-specified",
        "ApiPathOptions:",
        "ApiKeyRequired: false",
        "ApiKeyRequired: true",
    ),
    swap("public as the default", "parameters-are-as-documented", "ApiAccess:", "Default: iam", "Default: public"),
    swap(
        "calls that bypass the alias",
        "all-paths-invoke-query",
        "ApiPathAny:",
        "${Arn}:live/invocations",
        "${Arn}/invocations",
    ),
    swap("browsers that may not post", "options-return-no-data", "ApiPathOptions:", "GET,HEAD,POST,", "GET,HEAD,"),
    swap("browsers that may not send JSON", "options-return-no-data", "ApiRootOptions:", "Content-Type,", ""),
    swap(
        "OPTIONS that invokes the function",
        "options-return-no-data",
        "ApiRootOptions:",
        "Type: MOCK",
        "Type: AWS_PROXY",
    ),
    swap(
        "OPTIONS that fails",
        "options-return-no-data",
        "ApiPathOptions:",
        "        ContentHandling: CONVERT_TO_TEXT\n",
        "",
    ),
    swap(
        "error responses that pages cannot read",
        "error-responses-have-cors-headers",
        "ApiRefusals:",
        "DEFAULT_4XX",
        "UNAUTHORIZED",
    ),
    gone(
        "requests without throttling",
        "requests-are-throttled",
        "ApiStage:",
        "          ThrottlingRateLimit: !Ref ApiRequestsPerSecond\n",
    ),
    swap(
        "keys without a quota",
        "requests-are-throttled",
        "ApiUsagePlan:",
        "      Quota: {Limit: !Ref ApiRequestsPerDay, Period: DAY}\n",
        "",
    ),
    gone("public access without an alarm", "requests-are-throttled", "ApiRequestsAlarm:", "      Period: 86400\n"),
    gone("images that are corrupted", "api-serves-binary-content", "Api:", '      BinaryMediaTypes: ["*/*"]\n'),
    swap(
        "an access log that is not written",
        "access-log-is-optional",
        "ApiStage:",
        "AccessLogSetting:",
        "AccessLog:",
    ),
    swap("a changed method that is not deployed", "changed-api-is-deployed", "ApiPathOptions:", "'86400'", "'60'"),
    swap(
        "a single deployment for all kinds of access",
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
    gone("a deployment created before its methods", "changed-api-is-deployed", "ApiDeploymentIam", "ApiPathAny, "),
    # alarms
    gone("an alarm without action", "alarms-notify-operators", "MailsWaitAlarm:", f"      {ALARM}\n"),
    gone("an alarm that ends silently", "alarms-notify-operators", "SitesWaitAlarm:", f"      {OK}\n"),
    swap(
        "an alarm that evaluates a month",
        "alarms-notify-operators",
        "SilenceAlarm:",
        "Period: 3600\n      EvaluationPeriods: 3",
        "Period: 86400\n      EvaluationPeriods: 30",
    ),
    swap(
        "a dead-letter queue without an alarm",
        "dead-letter-queues-have-alarms",
        "BackfillDeadLettersAlarm:",
        "!GetAtt BackfillDeadLetters.QueueName",
        "!GetAtt BackfillQueue.QueueName",
    ),
    swap(
        "an alarm raised by the hundredth failed message",
        "dead-letter-queues-have-alarms",
        "SitesDeadLettersAlarm:",
        "Threshold: 0",
        "Threshold: 99",
    ),
    swap(
        "an alarm raised during retries",
        "waiting-messages-have-alarms",
        "NoticesWaitAlarm:",
        "Threshold: 7200",
        "Threshold: 1800",
    ),
    swap(
        "errors of another function",
        "functions-have-alarms",
        "ScoreErrorsAlarm:",
        "!Ref ScoreFunction",
        "!Ref ClipFunction",
    ),
    swap(
        "a time-out increased without its alarm",
        "functions-have-alarms",
        "ReconcileFunction:",
        "Timeout: 300",
        "Timeout: 600",
    ),
    swap(
        "missing metrics of reconcile without an alarm",
        "missing-reconcile-metrics-raise-alarms",
        "ReconcileRunsAlarm:",
        "TreatMissingData: breaching",
        "TreatMissingData: notBreaching",
    ),
    swap(
        "a metric under another name",
        "missing-reconcile-metrics-raise-alarms",
        "UncoveredAlarm:",
        "UncoveredScenes",
        "UncoveredHours",
    ),
    swap(
        "an alarm on a missing queue",
        "alarms-refer-to-resources",
        "SitesWaitAlarm:",
        "!GetAtt SitesQueue.QueueName",
        "SitesQueue",
    ),
    # parameters, outputs and conditions
    swap(
        "an output with a wrong value",
        "outputs-are-as-documented",
        "NoticesQueueUrl:",
        "!Ref NoticesQueue",
        "!GetAtt NoticesQueue.Arn",
    ),
    swap(
        "a parameter with an undocumented default",
        "parameters-are-as-documented",
        "SilenceDays:",
        "    Default: 16",
        "    Default: 30",
    ),
    swap(
        "a condition that is always true",
        "every-condition-is-covered",
        "HasBudget:",
        "!Not [!Equals [!Ref MonthlyBudgetDollars, 0]]",
        "!Not [!Equals [!Ref MonthlyBudgetDollars, -1]]",
    ),
]
