package akin.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.tools.logs.MessageIterator;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint of a model of real size, where Flink on its own keeps no more than 5 MiB of an operator's state. */
class LargeSavepointIT {
    private static final int EVENTS = 20_000;

    @TempDir
    private Path folder;

    private static MessageIterator shop(int events) {
        return new Limited(new Shop(ShopSettings.load(1, 20_000, 5000, 100)), events, () -> false);
    }

    /** Messages after those of {@link #EVENTS}. */
    private static MessageIterator goneOn() {
        MessageIterator messages = shop(EVENTS + 1000);
        try (MessageIterator before = shop(EVENTS)) {
            while (before.hasNext()) {
                before.next();
                messages.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    @Test
    void isWrittenAndGoneOnFrom() throws Exception {
        AkinSettings settings = AkinSettings.load(null, List.of("quality.enabled=false"));

        LogJob.Saved saved = new LogJob(settings, "first", () -> shop(EVENTS), folder)
                .runAndSave(counts -> {}, folder.resolve("savepoints").toUri().toString());
        RunMetrics goneOn = new LogJob(settings, "second", LargeSavepointIT::goneOn, folder)
                .from(saved.path())
                .run(counts -> {});

        RunMetrics unbroken = new LogJob(settings, "first", () -> shop(EVENTS + 1000), folder).run(counts -> {});
        assertThat(goneOn.digest()).isEqualTo(unbroken.digest());
    }
}
