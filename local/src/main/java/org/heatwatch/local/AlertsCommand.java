package org.heatwatch.local;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.SentMail;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "alerts",
        description = "Lists the mails about a site, or prints the latest of them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  heatwatch alerts --data data/demo",
            "  heatwatch alerts --data data/demo --kind activity --latest"
        })
final class AlertsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--kind", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private @Nullable Kind kind;

    @Option(names = "--latest", description = "Print the latest one as it was sent.")
    private boolean latest;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    /** A mail as this prints it. */
    private record Row(
            String asOf,
            String kind,
            String subject,
            int severity,
            int confidence,
            List<String> subjects,
            @Nullable String deliveredAt,
            boolean simulated) {
        private static final List<String> COLUMNS =
                List.of("asOf", "kind", "subject", "severity", "confidence", "subjects", "deliveredAt", "simulated");

        private static Row of(SentMail sent, Site site) {
            return new Row(
                    sent.mail().asOf().toString(),
                    sent.mail().kind().code(),
                    sent.mail().subject(),
                    sent.mail().severity(),
                    sent.mail().confidence(),
                    sent.mail().subjects(),
                    sent.deliveredAt().map(Instant::toString).orElse(null),
                    site.presentation().simulated());
        }

        private List<Object> cells() {
            return List.of(
                    asOf,
                    kind,
                    subject,
                    severity,
                    confidence,
                    String.join("; ", subjects),
                    deliveredAt == null ? "" : deliveredAt,
                    simulated);
        }
    }

    @Override
    public Integer call() {
        try (LocalStore store = options.open()) {
            Site site = options.site(store);
            List<SentMail> mails = store.outbox().mails(site.id()).stream()
                    .filter(sent -> kind == null || sent.mail().kind() == kind)
                    .toList();
            PrintWriter out = spec.commandLine().getOut();
            if (latest) {
                if (mails.isEmpty()) {
                    throw new CommandFailure("no such mail was sent of site %s".formatted(site.id()));
                }
                out.println(mails.getLast().mail().subject());
                out.println();
                out.print(mails.getLast().mail().text());
                out.flush();
                return 0;
            }
            List<Row> rows = mails.stream().map(sent -> Row.of(sent, site)).toList();
            switch (format) {
                case JSON -> Output.json(out, rows);
                case CSV ->
                    CsvOutput.print(
                            out, Row.COLUMNS, rows.stream().map(Row::cells).toList());
                case TABLE -> {
                    Table table = new Table("as of", "kind", "subject", "delivered");
                    rows.forEach(row ->
                            table.row(row.asOf(), row.kind(), row.subject(), row.deliveredAt() == null ? "no" : "yes"));
                    table.print(out);
                }
            }
            return 0;
        }
    }
}
