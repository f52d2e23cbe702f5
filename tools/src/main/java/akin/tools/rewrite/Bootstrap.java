package akin.tools.rewrite;

import akin.jobs.config.AkinSettings;
import akin.state.savepoint.DerivedSavepoint;
import akin.state.savepoint.Savepoint;
import akin.tools.logs.MessageLog;
import akin.tools.replay.LogJob;
import akin.tools.replay.RunMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Learns a log and leaves a savepoint that the job on Kafka starts from: that of the job over the log, without the state
 * of what reads the log.
 */
public final class Bootstrap {
    private final AkinSettings settings;
    private final String name;
    private final MessageLog log;

    /**
     * @param name of the log
     */
    public Bootstrap(AkinSettings settings, String name, MessageLog log) {
        this.settings = settings;
        this.name = name;
        this.log = log;
    }

    /**
     * Runs to the log's end.
     *
     * @param to where the savepoint is to be; nothing may be there
     */
    public RunMetrics run(LogJob.Progress progress, String to) throws Exception {
        DerivedSavepoint.requireNew(to);
        Path work = Files.createTempDirectory("akin-bootstrap");
        try {
            LogJob job = new LogJob(settings, name, log, work);
            LogJob.Saved saved = job.runAndSave(progress, work.toUri().toString());
            new DerivedSavepoint(Savepoint.open(saved.path(), List.of()))
                    .without(LogJob.sourceUid(name))
                    .write(to);
            return saved.metrics();
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
