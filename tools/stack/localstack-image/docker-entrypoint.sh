#!/bin/sh
# Starts LocalStack in the foreground. Testcontainers calls it by this path.
mkdir -p /var/lib/localstack/logs
exec python3 -m localstack.runtime.main
