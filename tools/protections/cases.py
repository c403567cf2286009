"""The protections that check takes out one at a time, and the test that must fail without each."""

from __future__ import annotations

from dataclasses import dataclass

CORE = "libraries/core/src/main/java/org/heatwatch/"
AWS = "libraries/aws/src/main/java/org/heatwatch/"
API = "libraries/api/src/main/java/org/heatwatch/api/"
CLI = "tools/cli/src/main/java/org/heatwatch/"


@dataclass(frozen=True)
class Case:
    """A protection: in file, the text old is replaced by new, and test of module must then fail."""

    name: str
    file: str
    old: str
    new: str
    module: str
    test: str
    """Class, or Class#method: the class name without its package."""


CASES = [
    # A wrong result
    Case(
        "location-of-notification",
        CORE + "intake/NotificationReader.java",
        "if (!ProductLocation.isOf(product, bucket, location)) {",
        "if (location.isEmpty()) {",
        "libraries/core",
        "NotificationReaderTest",
    ),
    Case(
        "published-constants",
        CORE + "landsat/PlausibleMetadata.java",
        "        calibration(metadata, id.satellite());\n",
        "",
        "libraries/core",
        "PlausibleMetadataTest",
    ),
    Case(
        "metadata-of-the-product",
        CORE + "landsat/PlausibleMetadata.java",
        "        identity(metadata, id);\n",
        "",
        "libraries/core",
        "PlausibleMetadataTest",
    ),
    Case(
        "product-id-in-metadata",
        CORE + "intake/ProductIntake.java",
        "if (!clip.product().id().equals(product)) {",
        "if (clip.product().id().id().isEmpty()) {",
        "libraries/core",
        "ProductIntakeTest",
    ),
    Case(
        "possible-temperatures",
        CORE + "clip/PlausiblePixels.java",
        "LARGEST_SHARE = 0.01;",
        "LARGEST_SHARE = 2;",
        "libraries/aws",
        "ImpossibleProductsTest",
    ),
    Case(
        "checksum-of-block",
        AWS + "raster/GdalBandRaster.java",
        "blocks.forEach(this::requireIntact);",
        "",
        "libraries/aws",
        "DamagedBandTest",
    ),
    Case(
        "origin-of-request",
        CLI + "cli/serve/RequestGuard.java",
        "if (origin != null && ",
        "if (origin != null && origin.isEmpty() && ",
        "tools/cli",
        "SlowConnectionsTest",
    ),
    Case(
        "host-of-request",
        CLI + "cli/serve/RequestGuard.java",
        "return host.isEmpty()\n",
        "return true || host.isEmpty()\n",
        "tools/cli",
        "LocalServerTest",
    ),
    Case(
        "token",
        CLI + "cli/serve/RequestGuard.java",
        "if (token.isEmpty() || isKnown(bearer(headers))",
        "if (token.isEmpty() || token.isPresent() || isKnown(bearer(headers))",
        "tools/cli",
        "SlowConnectionsTest",
    ),
    Case(
        "escape-sequences-of-results",
        CLI + "cli/output/PrintableWriter.java",
        "default -> PrintableText.isPrintable(text, index);",
        "default -> true;",
        "tools/cli",
        "HostileTextTest",
    ),
    Case(
        "escape-sequences-of-texts",
        CORE + "errors/PrintableText.java",
        "return !Character.isISOControl(character) && ",
        "return ",
        "libraries/core",
        "PrintableTextTest",
    ),
    Case(
        "formulas-in-csv",
        API + "Csv.java",
        "return !text.isEmpty() && FORMULA",
        "return text.isEmpty() && FORMULA",
        "libraries/api",
        "ExportFilesTest",
    ),
    Case(
        "simulated-data-in-files",
        AWS + "raster/SimulatedTags.java",
        'raster.metadata(DESCRIPTION, "SIMULATED DATA: an invented story. Nothing here was observed.")\n'
        '                .metadata("SIMULATED", "true");',
        "",
        "libraries/aws",
        "ProductIntakeTest",
    ),
    Case(
        "simulated-data-in-messages",
        CORE + "mail/MailSentences.java",
        'facts.site().presentation().simulated() ? "subject.simulated" : "subject"',
        '"subject"',
        "libraries/core",
        "MailComposerTest",
    ),
    Case(
        "scene-changed-since-it-was-read",
        AWS + "aws/SceneWriter.java",
        "stored.map(replaced -> Condition.is(SampleParts.RANK, Items.text(replaced.rank())))\n"
        "                        .orElse(Condition.ABSENT)));",
        "Condition.NONE));",
        "libraries/aws",
        "DynamoLedgerIT",
    ),
    Case(
        "better-product-stays",
        AWS + "aws/DynamoLedger.java",
        "if (current.isPresent() && current.get().rank().atLeast(record.rank())) {",
        "if (current.isPresent() && current.get().rank().equals(record.rank())) {",
        "libraries/aws",
        "DynamoLedgerIT",
    ),
    Case(
        "outcome-of-a-scene-stays",
        AWS + "aws/DynamoLedger.java",
        "note(siteId, intake, HAS_NO_SCENE);",
        "note(siteId, intake, Condition.NONE);",
        "libraries/aws",
        "DynamoLedgerIT",
    ),
    Case(
        "next-version-of-site",
        AWS + "aws/DynamoSites.java",
        "item.attributes(), isNext),",
        "item.attributes(), isNext.names() == null ? isNext : Condition.NONE),",
        "libraries/aws",
        "DynamoLedgerIT",
    ),
    # No result
    Case(
        "any-failure-is-of-the-product",
        CORE + "clip/ReadFailure.java",
        "throw ProductUnreadable.unexpected(product, e);",
        "throw e;",
        "libraries/core",
        "ReadFailureTest",
    ),
    Case(
        "header-of-image",
        AWS + "raster/GdalBandRaster.java",
        "        LandsatLayout.require(bytes.name(), header);\n",
        "",
        "libraries/aws",
        "BoundedMemoryIT",
    ),
    Case(
        "memory-of-one-read",
        AWS + "raster/GdalBandRaster.java",
        "        requireBudget(blocks);\n",
        "",
        "libraries/aws",
        "BoundedMemoryIT",
    ),
    Case(
        "decompressed-size-of-block",
        AWS + "raster/CheckedSource.java",
        "if (inflater.getBytesWritten() > largest) {",
        "if (inflater.getBytesWritten() < 0) {",
        "libraries/aws",
        "DamagedBandTest",
    ),
    Case(
        "files-only",
        CORE + "files/TextFile.java",
        "if (Files.exists(file) && !Files.isRegularFile(file)) {",
        "if (Files.isDirectory(file)) {",
        "libraries/core",
        "TextFileTest",
    ),
    Case(
        "size-of-text-file",
        CORE + "files/TextFile.java",
        "byte[] bytes = stream.readNBytes(largest + 1);\n            if (bytes.length > largest) {",
        "byte[] bytes = stream.readAllBytes();\n            if (bytes.length < 0) {",
        "libraries/core",
        "TextFileTest",
    ),
    Case(
        "thread-for-each-connection",
        CLI + "cli/serve/LocalServer.java",
        "connections = Executors.newVirtualThreadPerTaskExecutor();",
        "connections = Executors.newFixedThreadPool(4);",
        "tools/cli",
        "SlowConnectionsTest",
    ),
    Case(
        "no-delay-of-small-writes",
        CLI + "cli/serve/ServerLimits.java",
        'PREFIX + "nodelay",',
        'PREFIX + "otherDelay",',
        "tools/cli",
        "SlowConnectionsTest#responsesOnOneConnectionDoNotWaitForAcknowledgements",
    ),
    Case(
        "time-of-request",
        CLI + "cli/serve/ServerLimits.java",
        'PREFIX + "maxReqTime",',
        'PREFIX + "otherTime",',
        "tools/cli",
        "RequestTimeIT",
    ),
    Case(
        "small-writes-of-responses",
        CLI + "cli/serve/LocalServer.java",
        "BYTES_PER_WRITE = 32_768;",
        "BYTES_PER_WRITE = 100_000_000;",
        "tools/cli",
        "SlowConnectionsTest#openConnectionsKeepNoBuffersOfLargeResponses",
    ),
    Case(
        "clip-before-record",
        CORE + "intake/ProductIntake.java",
        "        clips.put(key, format.encode(clip, watched.site().presentation().simulated()));\n"
        "        ProductId holder = ledger.record(watched.site().id(), sampled).holder();\n",
        "        ProductId holder = ledger.record(watched.site().id(), sampled).holder();\n"
        "        clips.put(key, format.encode(clip, watched.site().presentation().simulated()));\n",
        "libraries/core",
        "ProductIntakeTest",
    ),
    Case(
        "scoring-is-requested-again",
        CORE + "intake/ProductIntake.java",
        "            scoringRequests.requestScoring(watched.site().id());\n"
        "            return new IntakeOutcome.Recorded();",
        "            return new IntakeOutcome.Recorded();",
        "libraries/core",
        "ProductIntakeTest",
    ),
    Case(
        "unpublished-scenes-are-scored",
        CORE + "reconcile/Reconciler.java",
        "        if (isRequested) {\n",
        "        if (isRequested && siteId.isEmpty()) {\n",
        "libraries/core",
        "KilledRunsTest",
    ),
    Case(
        "undelivered-mail-is-sent-again",
        CORE + "reconcile/Reconciler.java",
        "undelivered.stream().filter(this::deliver).count();",
        "undelivered.stream().filter(Mail.class::isInstance).count();",
        "libraries/core",
        "KilledRunsTest",
    ),
    Case(
        "silence-is-counted",
        CORE + "reconcile/Reconciler.java",
        "            times.record(siteId, now.instant());\n",
        "",
        "libraries/core",
        "ReconcilerTest",
    ),
    Case(
        "last-delivery-is-recorded",
        CORE + "intake/NotificationProcessor.java",
        "delivery >= maxReceiveCount",
        "delivery > maxReceiveCount",
        "libraries/core",
        "NotificationProcessorTest",
    ),
    Case(
        "position-in-file",
        AWS + "aws/S3ByteSource.java",
        "|| ContentRange.parse(contentRange).start() != group.offset()\n",
        "",
        "libraries/aws",
        "FaultyArchiveIT",
    ),
    Case(
        "failures-of-the-disk",
        CLI + "store/StoreTable.java",
        "client = NamedFailures.of(server.dynamoDbClient(), failure -> unusable(original, failure));",
        "client = server.dynamoDbClient();",
        "tools/cli",
        "FullDiskIT",
    ),
    Case(
        "answer-that-is-cut-short",
        AWS + "aws/AwsErrors.java",
        "answer.statusCode() >= 500 || isCutShort(answer)",
        "answer.statusCode() >= 500 || (isCutShort(answer) && subject.isEmpty())",
        "libraries/aws",
        "FaultyServicesIT",
    ),
    Case(
        "time-of-archive-call",
        AWS + "aws/AwsClients.java",
        "                        .apiCallTimeout(S3_CALL_TIMEOUT)\n",
        "",
        "libraries/aws",
        "SlowArchiveIT#aResponseOfOneByteASecondIsAnErrorAtTheLimitAndTheNextAttemptReadsTheSameClip",
    ),
    Case(
        "time-on-thin-line",
        AWS + "aws/ReadLimits.java",
        "if (this == BY_LENGTH) {",
        "if (this == BY_LENGTH && length < 0) {",
        "libraries/aws",
        "SlowArchiveIT#aTransferThatGoesOnIsNotCutOnAThinLine",
    ),
    # Conflicts of transactions
    Case(
        "conflicts-are-retried",
        AWS + "aws/DynamoRetries.java",
        'Set.of(CONDITION, "TransactionConflict")',
        "Set.of(CONDITION)",
        "libraries/aws",
        "ConflictingWritesIT#anEditThatWasSavedIsNoConflictAlthoughItsAnswerIs(org.heatwatch.aws.RefusedTransaction)",
    ),
    Case(
        "time-of-retries",
        AWS + "aws/DynamoRetries.java",
        " && System.nanoTime() - end < 0",
        "",
        "libraries/aws",
        "ConflictingWritesIT#endlessConflictsAreAnErrorAfterABoundedNumberOfAttemptsAndChangeNothing"
        "(org.heatwatch.aws.RefusedTransaction, java.lang.String, java.lang.String, java.util.function.Consumer)",
    ),
    Case(
        "saved-edit-is-no-conflict",
        AWS + "aws/DynamoSites.java",
        " && !find(siteId).equals(Optional.of(definition))",
        "",
        "libraries/aws",
        "ConflictingWritesIT#anEditThatWasSavedIsNoConflictAlthoughItsAnswerIs(org.heatwatch.aws.RefusedTransaction)",
    ),
    # An alert that is sent twice, or never
    Case(
        "claim-before-sending",
        CORE + "mail/MailDispatcher.java",
        "if (!outbox.claim(mail, clock.instant())) {",
        "if (!outbox.claim(mail, clock.instant()) && mail.run().isEmpty()) {",
        "libraries/core",
        "MailDispatcherTest",
    ),
    Case(
        "claim-is-exclusive",
        AWS + "aws/DynamoOutbox.java",
        '" AND (attribute_not_exists(#claimed) OR #claimed <= :free)"',
        '" AND (attribute_not_exists(#claimed) OR #claimed <> :free)"',
        "libraries/aws",
        "DynamoOutboxIT",
    ),
    Case(
        "delivery-is-known",
        CORE + "mail/MailDispatcher.java",
        "if (found.get().deliveredAt().isPresent()) {",
        "if (found.get().deliveredAt().isPresent() && run.isEmpty()) {",
        "functions/alert",
        "ReplayedStreamTest",
    ),
    Case(
        "failed-mails-are-reported",
        "functions/alert/src/main/java/org/heatwatch/functions/alert/AlertHandler.java",
        "if (!isDone) {",
        "if (!isDone && keys.isNull()) {",
        "functions/alert",
        "ReplayedStreamTest",
    ),
    Case(
        "claim-is-released",
        CORE + "mail/MailDispatcher.java",
        "            outbox.release(mail);\n",
        "",
        "libraries/core",
        "MailDispatcherTest",
    ),
    Case(
        "revision-of-announcement",
        AWS + "aws/DynamoOutbox.java",
        ': Condition.is("revision", Items.number(announcement.revision() - 1)));',
        ": Condition.NONE);",
        "libraries/aws",
        "DynamoOutboxIT",
    ),
    # Cost
    Case(
        "unreadable-product-is-not-read-again",
        CORE + "intake/ProductIntake.java",
        "if (known.isPresent()) {",
        "if (known.isPresent() && lastTry && !lastTry) {",
        "libraries/core",
        "IncompleteProductTest",
    ),
    Case(
        "first-part-of-metadata",
        AWS + "aws/S3Product.java",
        '                .range("bytes=0-" + ProductText.LARGEST_BYTES)\n',
        "",
        "libraries/aws",
        "S3ArchiveIT",
    ),
    Case(
        "size-of-picture",
        API + "PicturesResource.java",
        '"Width in pixels.", 300, 3000,',
        '"Width in pixels.", 300, 300_000,',
        "libraries/api",
        "InvalidRequestsTest",
    ),
    # Data shown to others
    Case(
        "cached-responses-of-each-form",
        CLI + "cli/serve/ResponseCache.java",
        """                    VARYING.stream()
                            .map(name -> request.headers().getOrDefault(name, ""))
                            .toList());""",
        "                    VARYING);",
        "tools/cli",
        "ResponseCacheTest",
    ),
    Case(
        "private-clips",
        CLI + "store/PrivateBlobs.java",
        "        return ObjectCannedACL.PRIVATE;",
        "        return super.getBlobAccess(bucket, key);",
        "tools/cli",
        "EmbeddedS3Test",
    ),
    Case(
        "private-buckets",
        CLI + "store/PrivateBlobs.java",
        "        return BucketCannedACL.PRIVATE;",
        "        return super.getContainerAccess(bucket);",
        "tools/cli",
        "EmbeddedS3Test",
    ),
    Case(
        "no-cors-of-local-server",
        CLI + "cli/serve/LocalServer.java",
        'if (!name.startsWith("Access-Control-")) {',
        "if (!name.isEmpty()) {",
        "tools/cli",
        "LocalServerTest",
    ),
]
