package akin.tools.command;

import akin.jobs.config.AkinSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The options that every command takes to be configured. */
final class SettingsOptions {
    @CommandLine.Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Configuration laid over the defaults (conf/akin.yaml lists every key).")
    private Path file;

    @CommandLine.Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One key of the configuration; may be repeated, wins over the file.")
    private List<String> assignments = new ArrayList<>();

    @CommandLine.Option(names = "--parallelism", paramLabel = "N", description = "Same as --set stream.parallelism=N.")
    private Integer parallelism;

    /**
     * Loads the settings.
     *
     * @param presets what the command would have other than by default; the user's file and assignments lie over it
     */
    AkinSettings load(String... presets) {
        List<String> all = new ArrayList<>(assignments);
        if (parallelism != null) {
            all.add("stream.parallelism=" + parallelism);
        }
        return AkinSettings.load(List.of(presets), file, all);
    }
}
