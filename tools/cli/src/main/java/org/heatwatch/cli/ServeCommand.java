package org.heatwatch.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.cli.serve.SiteDesk;
import org.heatwatch.cli.serve.StackProxy;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.intake.SiteWaker;
import org.heatwatch.store.LocalStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description =
                "Answers over HTTP on this machine: the dashboard and the editor of footprints for a browser, OGC API - "
                        + "Features and STAC for programs.",
        footer = {
            "",
            "Nobody but this machine is listened to, unless --host says so. A deployed stack is asked with your AWS",
            "credentials, so that a browser needs no public API. What the editor saves is written with them too, into the",
            "stack's table, and the stack scores it.",
            "",
            "Examples:",
            "  heatwatch serve --data data/demo",
            "  heatwatch serve --stack heatwatch --port 8080"
        })
final class ServeCommand extends HeatWatchCommand {
    private static final int USUAL_PORT = 8750;

    @Option(names = "--port", description = "Port to listen on, 0 for any; default: " + USUAL_PORT + ".")
    private int port = USUAL_PORT;

    @Option(
            names = "--host",
            description = "Address to listen on; default: 127.0.0.1. Any other opens what is served to the network.")
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
                SiteWaker waker = remote.siteWaker();
                serve(
                        new SiteDesk(proxy, remote.ledger(), SiteDefinitions.AUTHOR, siteId -> {
                            waker.wake(siteId);
                            return false;
                        }),
                        "the API of stack " + remote.name());
            }
            return 0;
        }
        try (LocalStore store = LocalStore.open(data.path())) {
            HeatWatchApi api =
                    new HeatWatchApi(store.sources(), fault -> err().println("heatwatch: a request failed: " + fault));
            LocalWatch watch = new LocalWatch(store);
            serve(
                    new SiteDesk(api::answer, store.ledger(), SiteDefinitions.AUTHOR, siteId -> {
                        watch.score(siteId, store.today());
                        return true;
                    }),
                    data.path().toString());
        }
        return 0;
    }

    private void serve(LocalServer.Answerer answerer, String what) throws InterruptedException {
        try (LocalServer server = LocalServer.start(InetAddress.getByName(host), port, answerer)) {
            out().printf("serving %s at %s (Ctrl-C ends it)%n", what, server.address());
            out().flush();
            CountDownLatch end = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
            end.await();
        } catch (BindException e) {
            throw new CommandFailure("port %d at %s can't be listened on: %s; give another --port"
                    .formatted(port, host, e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure("%s:%d: %s; give another --host or --port".formatted(host, port, e.getMessage()));
        }
    }
}
