"""The parameter values with which the template is checked: each condition is true in one case and false in another."""

EXISTING_TABLE = "heat-watch-LedgerTable-1A2B3C"
EXISTING_STREAM = f"arn:aws:dynamodb:us-west-2:111122223333:table/{EXISTING_TABLE}/stream/2026-01-01T00:00:00.000"

CERTIFICATE = "arn:aws:acm:us-west-2:111122223333:certificate/1a2b3c"

CASES = {
    # name: parameters that differ from their defaults
    "default": {},
    "key": {"ApiAccess": "key", "AlertEmail": "watch@example.org", "ApiAccessLogs": "on"},
    "public": {"ApiAccess": "public", "MonthlyBudgetDollars": 0},
    "arm": {"Architecture": "arm64", "Tracing": "on"},
    "domain": {
        "ApiDomain": "heat.example.org",
        "ApiCertificateArn": CERTIFICATE,
        "DashboardUrl": "https://heat.example.org/",
    },
    "html-mail": {
        "HtmlMailFrom": "watch@example.org",
        "HtmlMailTo": "reports@example.org,editor@example.net",
        "Tracing": "on",
    },
    "no-topic": {"LandsatTopicArn": ""},
    "filter": {"SnsFilter": "on"},
    "one-scene": {"SnsFilter": "on", "SnsFilterPathRows": "012031"},
    "existing-stores": {
        "ExistingTable": EXISTING_TABLE,
        "ExistingTableStreamArn": EXISTING_STREAM,
        "ExistingClipsBucket": "heat-watch-clipsbucket-1a2b3c",
    },
}
