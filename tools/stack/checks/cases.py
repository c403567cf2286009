"""The values of parameters for which the template is looked at: each condition holds in one and not in another."""

KEPT_TABLE = "heat-watch-LedgerTable-1A2B3C"
KEPT_STREAM = f"arn:aws:dynamodb:us-west-2:111122223333:table/{KEPT_TABLE}/stream/2026-01-01T00:00:00.000"

CASES = {
    # name: what differs from the defaults
    "default": {},
    "key": {"ApiAccess": "key", "AlertEmail": "watch@example.org", "ApiAccessLogs": "on"},
    "public": {"ApiAccess": "public", "MonthlyBudgetDollars": 0},
    "open-filter": {"SnsFilter": "off"},
    "kept": {
        "ExistingTable": KEPT_TABLE,
        "ExistingTableStreamArn": KEPT_STREAM,
        "ExistingClipsBucket": "heat-watch-clipsbucket-1a2b3c",
    },
}
