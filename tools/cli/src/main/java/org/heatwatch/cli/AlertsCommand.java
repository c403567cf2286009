package org.heatwatch.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.SentMail;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "alerts",
        description = "Lists the mails about a site, or prints the latest of them.",
        footer = {
            "",
            "Examples:",
            "  heatwatch alerts --data data/demo",
            "  heatwatch alerts --data data/demo --kind activity --latest"
        })
final class AlertsCommand extends ReadingCommand {
    private static final List<String> COLUMNS = Rows.components(Row.class).toList();

    @Option(names = "--kind", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private @Nullable Kind kind;

    @Option(names = "--latest", description = "Print the latest one as it was sent.")
    private boolean latest;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    /** A mail as this prints it. */
    private record Row(
            LocalDate asOf,
            String kind,
            String subject,
            int severity,
            int confidence,
            List<String> subjects,
            @Nullable Instant deliveredAt,
            boolean simulated) {

        static ObjectNode of(SentMail sent, boolean isSimulated) {
            Mail mail = sent.mail();
            return PublishedJson.object(new Row(
                    mail.asOf(),
                    mail.kind().code(),
                    mail.subject(),
                    mail.severity(),
                    mail.confidence(),
                    mail.subjects(),
                    sent.deliveredAt().orElse(null),
                    isSimulated));
        }
    }

    @Override
    void print(SiteSource source, PrintWriter out) {
        Site site = source.site();
        List<SentMail> mails = source.outbox().mails(site.id()).stream()
                .filter(sent -> kind == null || sent.mail().kind() == kind)
                .toList();
        if (latest) {
            if (mails.isEmpty()) {
                throw new CommandFailure("no such mail was sent of site %s".formatted(site.id()));
            }
            Mail mail = mails.getLast().mail();
            out.println(mail.subject());
            out.println();
            out.print(mail.text());
        } else if (format == TableFormat.TABLE) {
            Table table = new Table("as of", "kind", "subject", "delivered");
            mails.forEach(sent -> table.row(
                    sent.mail().asOf().toString(),
                    sent.mail().kind().code(),
                    sent.mail().subject(),
                    sent.deliveredAt().isEmpty() ? "no" : "yes"));
            table.print(out);
        } else {
            boolean isSimulated = site.presentation().simulated();
            new Rows(
                            COLUMNS,
                            mails.stream()
                                    .map(sent -> Row.of(sent, isSimulated))
                                    .toList())
                    .print(format, out);
        }
    }
}
