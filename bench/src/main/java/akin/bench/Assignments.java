package akin.bench;

import akin.jobs.config.AkinSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The keys of the configuration that a benchmark is run with. */
final class Assignments {
    @CommandLine.Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One key of the configuration; may be repeated.")
    private List<String> given = new ArrayList<>();

    /**
     * Loads the settings.
     *
     * @param presets what the benchmark would have other than by default
     */
    AkinSettings load(String... presets) {
        return AkinSettings.load(List.of(presets), null, given);
    }

    /** Loads the settings of a job that only learns: it ranks and tests nothing, whatever was given. */
    AkinSettings learning() {
        List<String> all = new ArrayList<>(given);
        all.addAll(List.of("sessions.rank_views=false", "quality.enabled=false"));
        return AkinSettings.load(null, all);
    }

    @Override
    public String toString() {
        return given.isEmpty() ? "default settings" : String.join(" ", given);
    }
}
