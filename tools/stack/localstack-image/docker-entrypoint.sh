#!/bin/sh
# Starts LocalStack in the foreground. Testcontainers expects the script at this path.
mkdir -p /var/lib/localstack/logs
exec python3 -m localstack.runtime.main
