package akin.tools.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.jobs.config.AkinSettings;
import akin.tools.logs.MessageLog;
import akin.tools.replay.GoldenSavepoint;
import akin.tools.replay.LogJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.state.api.runtime.SavepointLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapIT {
    @TempDir
    private Path folder;

    private AkinSettings settings;
    private MessageLog first;
    private MessageLog rest;
    private MessageLog all;
    private String to;

    private void setUp(String... assignments) throws IOException {
        Path log = GoldenSavepoint.log(folder);
        settings = GoldenSavepoint.settings(assignments);
        first = GoldenSavepoint.part(log, 0, GoldenSavepoint.LEARNED);
        rest = GoldenSavepoint.part(log, GoldenSavepoint.LEARNED, Integer.MAX_VALUE);
        all = GoldenSavepoint.part(log, 0, Integer.MAX_VALUE);
        to = folder.resolve("made").toUri().toString();
    }

    private LogJob job(String name, MessageLog log) {
        return new LogJob(settings, name, log, folder);
    }

    @Test
    void learnsWhatAReplayLearnsAndGoesOnAsIfNothingHadHappened() throws Exception {
        setUp("sessions.rank_views=false", "ranking.order=arrival");
        String digest =
                new Bootstrap(settings, "log", first).run(counts -> {}, to).digest();
        setUp("shards.by=hash");
        LogJob.Saved replayed = job("log", first)
                .runAndSave(counts -> {}, folder.resolve("replayed").toUri().toString());

        assertThat(digest).isEqualTo(replayed.metrics().digest());
        assertThat(job("rest", rest).from(to).run(counts -> {}).digest())
                .isEqualTo(job("all", all).run(counts -> {}).digest());
    }

    @Test
    void holdsNoStateOfWhatReadTheLog() throws Exception {
        setUp();
        new Bootstrap(settings, "log", first).run(counts -> {}, to);
        CheckpointMetadata metadata = SavepointLoader.loadSavepointMetadata(to);

        assertThat(metadata.getOperatorStates().stream()
                        .map(operator -> operator.getOperatorUid().orElseThrow()))
                .contains("sessions", "shards", "directory")
                .noneMatch(uid -> uid.startsWith("log-source"));
        assertThat(metadata.getOperatorStates().stream()
                        .filter(operator -> operator.getCoordinatorState() != null)
                        .map(OperatorState::getOperatorID))
                .isEmpty();
    }

    @Test
    void writesOverNothing() throws Exception {
        setUp();
        Files.createDirectories(folder.resolve("made"));

        assertThatThrownBy(() -> new Bootstrap(settings, "log", first).run(counts -> {}, to))
                .hasMessageContaining("is there already: name a path that is not");
    }
}
