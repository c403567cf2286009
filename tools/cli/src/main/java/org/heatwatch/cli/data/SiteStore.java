package org.heatwatch.cli.data;

import org.heatwatch.aws.SiteEraser;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.intake.ScoringRequests;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.store.LocalStore;

/** The store in which sites are added, changed and removed: a local one, or that of a deployed stack. */
public interface SiteStore extends AutoCloseable {

    /** The ledger. */
    Ledger ledger();

    /** The name for people, such as {@code stack heatwatch}. */
    String name();

    /** What a user of this store adds to a command line to select it, such as {@code --stack heatwatch}. */
    String option();

    /** Requests that a site be scored; a local store is scored by the commands that add scenes. */
    void requestScoring(String siteId);

    /** Deletes data of removed sites. */
    SiteEraser eraser();

    @Override
    void close();

    /** A local store, which is closed with this one. */
    static SiteStore of(LocalStore store, String folder) {
        return new SiteStore() {
            @Override
            public Ledger ledger() {
                return store.ledger();
            }

            @Override
            public String name() {
                return folder;
            }

            @Override
            public String option() {
                return "--data " + folder;
            }

            @Override
            public void requestScoring(String siteId) {}

            @Override
            public SiteEraser eraser() {
                return store.siteEraser();
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    /** The store of a stack. */
    static SiteStore of(RemoteStack stack) {
        ScoringRequests scoring = stack.scoringRequests();
        return new SiteStore() {
            @Override
            public Ledger ledger() {
                return stack.ledger();
            }

            @Override
            public String name() {
                return "stack " + stack.name();
            }

            @Override
            public String option() {
                return "--stack " + stack.name();
            }

            @Override
            public void requestScoring(String siteId) {
                scoring.requestScoring(siteId);
            }

            @Override
            public SiteEraser eraser() {
                return stack.siteEraser();
            }

            @Override
            public void close() {}
        };
    }
}
