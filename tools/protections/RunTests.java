import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintWriter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes or methods, and prints their number and the number and names of those that failed. */
final class RunTests {
    private RunTests() {}

    public static void main(String[] tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String test : tests) {
            DiscoverySelector selector = test.contains("#") ? selectMethod(test) : selectClass(test);
            request.selectors(selector);
        }
        LauncherFactory.create().execute(request.build(), listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.err, true), 5);
        summary.getFailures()
                .forEach(failure -> System.out.println(
                        "FAILED " + failure.getTestIdentifier().getDisplayName()));
        System.out.printf(
                "RESULT %d %d%n", summary.getTestsSucceededCount(), summary.getTotalFailureCount());
        // The servers of some tests leave threads.
        Runtime.getRuntime().halt(0);
    }
}
