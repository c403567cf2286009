package org.heatwatch.cli;

import java.util.List;

/**
 * The commands by their names. A run prepares only the command that it calls: to describe the options of all commands
 * takes longer than many of them need.
 */
final class Commands {
    /** Names in the order of the help. */
    static final List<String> NAMES = List.of(
            "doctor",
            "demo",
            "sample",
            "inspect",
            "score",
            "sites",
            "simulate",
            "notify",
            "backfill",
            "reextract",
            "scenes",
            "history",
            "hotspots",
            "sources",
            "composite",
            "activity",
            "heatmap",
            "serve",
            "alerts",
            "export",
            "publish",
            "subscribe",
            "unsubscribe",
            "subscribers",
            "validate");

    private Commands() {}

    /**
     * A command with its default options.
     *
     * @throws IllegalArgumentException if there is no such command
     */
    static Object named(String name) {
        return switch (name) {
            case "doctor" -> new DoctorCommand();
            case "demo" -> new DemoCommand();
            case "sample" -> new SampleCommand();
            case "inspect" -> new InspectCommand();
            case "score" -> new ScoreCommand();
            case "sites" -> new SitesCommand();
            case "simulate" -> new SimulateCommand();
            case "notify" -> new NotifyCommand();
            case "backfill" -> new BackfillCommand();
            case "reextract" -> new ReextractCommand();
            case "scenes" -> new ScenesCommand();
            case "history" -> new HistoryCommand();
            case "hotspots" -> new HotSpotsCommand();
            case "sources" -> new SourcesCommand();
            case "composite" -> new CompositeCommand();
            case "activity" -> new ActivityCommand();
            case "heatmap" -> new HeatMapCommand();
            case "serve" -> new ServeCommand();
            case "alerts" -> new AlertsCommand();
            case "export" -> new ExportCommand();
            case "publish" -> new PublishCommand();
            case "subscribe" -> new SubscribeCommand();
            case "unsubscribe" -> new UnsubscribeCommand();
            case "subscribers" -> new SubscribersCommand();
            case "validate" -> new ValidateCommand();
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }
}
