package org.heatwatch.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.options.StackOptions;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.cli.serve.SiteEditService;
import org.heatwatch.cli.serve.SiteImportService;
import org.heatwatch.cli.serve.StackProxy;
import org.heatwatch.cli.serve.StoreServer;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.intake.ScoringRequests;
import org.heatwatch.store.ServeAddress;
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
    private static final int LARGEST_PORT = 65_535;

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
        if (port < 0 || port > LARGEST_PORT) {
            throw misuse("--port %d: give 0 to %d, such as %d".formatted(port, LARGEST_PORT, DEFAULT_PORT));
        }
        if (stack != null) {
            RemoteStack remote = stack.find();
            try (StackProxy proxy = new StackProxy(remote.api(), remote.access())) {
                ScoringRequests scoring = remote.scoringRequests();
                SiteEditService edits = new SiteEditService(proxy, remote.ledger(), SiteDefinitions.AUTHOR, siteId -> {
                    scoring.requestScoring(siteId);
                    return false;
                });
                serve(new SiteImportService(edits, remote.ledger()), "the API of stack " + remote.name(), _ -> {});
            }
            return 0;
        }
        try (StoreServer served =
                        new StoreServer(data.path(), fault -> err().println("heatwatch: a request failed: " + fault));
                ServeAddress address = ServeAddress.reserve(data.path())) {
            serve(served, data.path().toString(), address::set);
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be written: %s; check the permissions of the folder"
                    .formatted(data.path(), FileProblem.of(e)));
        }
        return 0;
    }

    /** What is done with the address of the server. */
    @FunctionalInterface
    private interface Publishing {
        void publish(URI address) throws IOException;
    }

    private void publish(Publishing publishing, LocalServer server) {
        try {
            publishing.publish(server.address());
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be written: %s; check the disk and its permissions"
                    .formatted(data.path(), FileProblem.of(e)));
        }
    }

    private void serve(LocalServer.Answerer answerer, String what, Publishing publishing) throws InterruptedException {
        try (LocalServer server = LocalServer.start(InetAddress.getByName(host), host, port, answerer)) {
            publish(publishing, server);
            out().printf("serving %s at %s (stop with Ctrl-C)%n", what, server.entrance());
            out().flush();
            CountDownLatch end = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
            end.await();
        } catch (UnknownHostException e) {
            throw new CommandFailure(
                    "--host %s: no such host; leave --host out to serve this machine only".formatted(host));
        } catch (BindException e) {
            throw new CommandFailure("cannot listen on port %d of %s: %s; give another --port, or 0 for any free one"
                    .formatted(port, host, FileProblem.of(e)));
        } catch (IOException e) {
            throw new CommandFailure("cannot listen on %s:%d: %s; give another --host or --port"
                    .formatted(host, port, FileProblem.of(e)));
        }
    }
}
