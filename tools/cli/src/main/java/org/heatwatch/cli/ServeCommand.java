package org.heatwatch.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.options.StackOptions;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.cli.serve.SiteEditService;
import org.heatwatch.cli.serve.SiteImportService;
import org.heatwatch.cli.serve.StackProxy;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.intake.ScoringRequests;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description =
                "Serves the dashboard, the footprint editor and the API (OGC API - Features, STAC) on this machine.",
        footer = {
            "",
            "The server accepts connections from this machine only, unless you give --host. It then answers "
                    + "only requests with the token in the address that it prints. With --stack, "
                    + "requests go to the API of the stack with your AWS credentials, so that the API need not be "
                    + "public. Edits of footprints are written to the table of the stack, also with your "
                    + "credentials, and the stack scores the site again.",
            "",
            "Examples:",
            "  heatwatch serve --data data/demo",
            "  heatwatch serve --stack heatwatch --port 8080"
        })
final class ServeCommand extends HeatWatchCommand {
    private static final int DEFAULT_PORT = 8750;

    @Option(names = "--port", description = "Port to listen on, 0 for any free port; default: " + DEFAULT_PORT + ".")
    private int port = DEFAULT_PORT;

    @Option(
            names = "--host",
            description =
                    "Address to listen on; default: 127.0.0.1. Any other address may expose the data to the network.")
    private String host = "127.0.0.1";

    @Mixin
    private final DataFolder data = new DataFolder();

    @ArgGroup(exclusive = false)
    private @Nullable StackOptions stack;

    @Override
    public Integer call() throws InterruptedException {
        if (stack != null) {
            RemoteStack remote = stack.find();
            try (StackProxy proxy = new StackProxy(remote.api(), remote.access())) {
                ScoringRequests scoring = remote.scoringRequests();
                SiteEditService edits = new SiteEditService(proxy, remote.ledger(), SiteDefinitions.AUTHOR, siteId -> {
                    scoring.requestScoring(siteId);
                    return false;
                });
                serve(new SiteImportService(edits, remote.ledger()), "the API of stack " + remote.name());
            }
            return 0;
        }
        try (LocalStore store = LocalStore.open(data.path())) {
            HeatWatchApi api =
                    new HeatWatchApi(store.sources(), fault -> err().println("heatwatch: a request failed: " + fault));
            LocalWatch watch = LocalWatch.of(store);
            SiteEditService edits = new SiteEditService(api::answer, store.ledger(), SiteDefinitions.AUTHOR, siteId -> {
                watch.score(siteId, store.today());
                return true;
            });
            serve(new SiteImportService(edits, store.ledger()), data.path().toString());
        }
        return 0;
    }

    private void serve(LocalServer.Answerer answerer, String what) throws InterruptedException {
        try (LocalServer server = LocalServer.start(InetAddress.getByName(host), host, port, answerer)) {
            out().printf("serving %s at %s (stop with Ctrl-C)%n", what, server.entrance());
            out().flush();
            CountDownLatch end = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
            end.await();
        } catch (BindException e) {
            throw new CommandFailure(
                    "cannot listen on port %d of %s: %s; give another --port".formatted(port, host, e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    "cannot listen on %s:%d: %s; give another --host or --port".formatted(host, port, e.getMessage()));
        }
    }
}
