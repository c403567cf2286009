package org.heatwatch.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heatwatch.announce.Kind;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.Rows;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.output.TableFormat;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.SentMail;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "alerts",
        description = "Lists the mails of a site, or prints the latest one.",
        footer = {
            "",
            "Examples:",
            "  heatwatch alerts --data data/demo",
            "  heatwatch alerts --data data/demo --kind activity --latest"
        })
final class AlertsCommand extends SiteDataCommand {
    private static final List<String> COLUMNS = Rows.components(Row.class).toList();

    @Option(names = "--kind", description = "List only mails of this kind: ${COMPLETION-CANDIDATES}.")
    private @Nullable Kind kind;

    @Option(names = "--latest", description = "Print subject and text of the latest mail as it was sent.")
    private boolean latest;

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    /** A mail in the JSON and CSV output. */
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
                throw new CommandFailure(
                        "site %s: no such mail was sent; leave --kind out, or list all mails without --latest"
                                .formatted(site.id()));
            }
            Mail mail = mails.getLast().mail();
            out.println(mail.subject());
            out.println();
            out.print(mail.text());
        } else if (format == TableFormat.TABLE) {
            Table table = Table.of("as of", "kind", "subject", "delivered");
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
