package akin.tools.replay;

import akin.jobs.config.AkinSettings;
import akin.jobs.wire.MessageWriter;
import akin.models.event.Message;
import akin.models.recommender.Components;
import akin.tools.logs.Logs;
import akin.tools.logs.MessageIterator;
import akin.tools.logs.MessageLog;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Savepoints that released versions took after {@link #LEARNED} messages of a small log, and that log; both lie beside
 * this class, so that neither follows what later versions would make.
 */
public final class GoldenSavepoint {
    /** Messages of the log that the savepoints have learned; more follow. */
    public static final int LEARNED = 700;
    /** Events among the messages that follow. */
    public static final int EVENTS_LEFT = 620;

    /** A savepoint from before the settings that shape memory were kept in it. */
    public static final String WITHOUT_SETTINGS = "without-settings";

    /** A savepoint from when vectors lay at the rows of their items. */
    public static final String WITHOUT_SLOTS = "without-slots";

    /**
     * A savepoint of the version to come, with all components on. It is written again when what is learned differs on purpose;
     * when that version is released, it gets its name and stays.
     */
    public static final String NEXT = "next";

    private static final int EVENTS = 1200;
    private static final String LOG = "golden.jsonl.gz";

    private GoldenSavepoint() {}

    /**
     * Writes the savepoint of this build: {@link #NEXT}, and never over a released version's.
     *
     * @param arguments the folder of the resources, a folder for the work
     */
    public static void main(String[] arguments) throws Exception {
        Path resources = Path.of(arguments[0]);
        Path work = Files.createDirectories(Path.of(arguments[1]));
        if (!Files.exists(resources.resolve(LOG))) {
            writeLog(resources.resolve(LOG));
        }
        Path log = Files.copy(resources.resolve(LOG), work.resolve(LOG));
        LogJob job = new LogJob(nextSettings(), "golden", part(log, 0, LEARNED), work);
        String savepoint = job.runAndSave(counts -> {}, work.toUri().toString()).path();
        zip(Path.of(URI.create(savepoint)), resources.resolve(NEXT + ".zip"));
    }

    private static void writeLog(Path file) throws IOException {
        MessageWriter writer = new MessageWriter();
        try (MessageIterator shop = new Limited(new Shop(ShopSettings.load(5, 120, 60, 0.5)), EVENTS, () -> false);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            while (shop.hasNext()) {
                Message message = shop.next();
                if (message instanceof Message.ShopEvent happened) {
                    out.write(writer.event(happened.event()));
                } else if (message instanceof Message.ItemChange change) {
                    out.write(writer.item(change.item()));
                }
                out.write('\n');
            }
        }
    }

    private static void zip(Path folder, Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, out);
            }
        }
    }

    /** The settings under which they were taken, but for {@code assignments}. */
    public static AkinSettings settings(String... assignments) {
        List<String> all = new ArrayList<>(List.of(
                "ranking.order=event-time",
                "shards.by=hash",
                "shards.count=2",
                "stream.parallelism=2",
                "embedding.dimensions=4",
                "embedding.negatives=8",
                "embedding.reservoir=1024",
                "covisit.neighbours=16",
                "pool.size=30",
                "quality.sample=1"));
        all.addAll(Arrays.asList(assignments));
        return AkinSettings.load(null, all);
    }

    /** The settings under which {@link #NEXT} is taken, but for {@code assignments}. */
    public static AkinSettings nextSettings(String... assignments) {
        List<String> all = new ArrayList<>(List.of(
                "embedding.learners=" + Components.learners(),
                "components=" + Components.others(),
                "cre.reservoir=64",
                "cre.sample=20",
                "cre.candidates=20",
                "placements=[{name: similar, reranker: cre, rerank: 20}]",
                "session_knn.sessions=200",
                "session_knn.postings=20"));
        all.addAll(Arrays.asList(assignments));
        return settings(all.toArray(String[]::new));
    }

    /** Puts the log into a folder. */
    public static Path log(Path folder) throws IOException {
        try (InputStream log = GoldenSavepoint.class.getResourceAsStream(LOG)) {
            Path file = folder.resolve(LOG);
            Files.copy(log, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }

    /** Unpacks a version's savepoint into a folder; gives its path as a URI. */
    public static String unpack(String version, Path folder) throws IOException {
        Path savepoint = Files.createDirectories(folder.resolve("golden-" + version));
        try (ZipInputStream zip = new ZipInputStream(GoldenSavepoint.class.getResourceAsStream(version + ".zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, savepoint.resolve(entry.getName()));
            }
        }
        return savepoint.toUri().toString();
    }

    /** Messages of the log from a number on, up to another one. */
    public static MessageLog part(Path log, int from, int to) {
        String file = log.toString();
        return () -> {
            MessageIterator messages = Logs.of("events", Path.of(file)).open();
            for (int i = 0; i < from; i++) {
                messages.next();
            }
            return new First(messages, to - from);
        };
    }

    /** The first messages of a log. */
    private static final class First implements MessageIterator {
        private final MessageIterator messages;
        private int left;

        First(MessageIterator messages, int left) {
            this.messages = messages;
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && messages.hasNext();
        }

        @Override
        public Message next() {
            left--;
            return messages.next();
        }

        @Override
        public void close() throws IOException {
            messages.close();
        }
    }
}
