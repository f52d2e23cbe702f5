package akin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Samples what the threads of this JVM do, and tells it by stage: that of the innermost frame that belongs to one. */
final class Profile implements AutoCloseable {
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final String OTHER = "other";

    /**
     * A part of the job.
     *
     * @param type the end of a class's name
     * @param methods of the class; empty: all
     */
    private record Stage(String name, String type, List<String> methods) {
        boolean has(RecordedMethod method) {
            return (method.getType().getName().endsWith(type)
                            || method.getType().getName().contains(type + "$"))
                    && (methods.isEmpty() || methods.contains(method.getName()));
        }
    }

    private static final List<Stage> STAGES = List.of(
            stage("parse", "jobs.wire.MessageReader"),
            stage("serialize rankings", "jobs.wire.MessageWriter"),
            stage("find the nearest", "neighbours.NearestItems", "nearest"),
            stage("keep cells", "neighbours.NearestItems", "moved"),
            stage("make lists", "candidates.Pools", "visited"),
            stage("make pools", "candidates.Pools", "pool"),
            stage("make pools", "candidates.Pools", "open"),
            stage("rank", "recommender.Stages", "order"),
            stage("answer", "recommender.Answers"),
            stage("test", "quality.Quality"),
            stage("learn item2vec", "embedding.Item2vec", "learn"),
            stage("learn window models", "embedding.WindowModel", "learn"),
            stage("draw examples", "embedding.Training"),
            stage("learn co-visits", "covisit.CovisitComponent", "learn"),
            stage("learn popularity", "popularity.Popularity", "learn"),
            stage("learn catalogue", "catalog.Catalog"),
            stage("learn the rest", "recommender.Recommender", "learn"),
            stage("sessions", "operators.SessionsFunction"),
            stage("write pages", "operators.ShardsOperator", "prepareSnapshotPreBarrier"),
            stage("order inputs", "operators.ShardsOperator"),
            stage("sort messages", "operators.SortMessages"),
            stage("exchange", "state.records.RecordSerializer"),
            stage("exchange", "org.apache.flink.runtime.io.network.partition.consumer.BufferManager"));

    private final Recording recording = new Recording();

    /** Starts to sample. */
    Profile() {
        recording.enable(SAMPLE).withPeriod(Duration.ofMillis(10));
        recording.enable("jdk.GCPhasePause");
        recording.start();
    }

    private static Stage stage(String name, String type, String... methods) {
        return new Stage(name, type, List.of(methods));
    }

    /** Ends sampling and tells the share of each stage in all samples, and of them the busiest thread's. */
    String end() throws IOException {
        Path file = Files.createTempFile("akin-profile", ".jfr");
        try {
            recording.stop();
            recording.dump(file);
            return table(RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    private static String table(List<RecordedEvent> events) {
        Map<String, Integer> byStage = new TreeMap<>();
        Map<String, Integer> byThread = new TreeMap<>();
        long pauses = 0;
        for (RecordedEvent event : events) {
            if (event.getEventType().getName().equals(SAMPLE)) {
                byStage.merge(stageOf(event.getStackTrace()), 1, Integer::sum);
                byThread.merge(event.getThread("sampledThread").getJavaName(), 1, Integer::sum);
            } else {
                pauses += event.getDuration().toMillis();
            }
        }
        StringBuilder table = new StringBuilder();
        append(table, byStage);
        table.append(String.format("by thread, collections of garbage %d ms:%n", pauses));
        append(table, byThread);
        return table.toString();
    }

    private static void append(StringBuilder table, Map<String, Integer> samples) {
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        samples.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .filter(entry -> entry.getValue() * 200 > all)
                .forEach(entry ->
                        table.append(String.format("%6.1f%%  %s%n", 100.0 * entry.getValue() / all, entry.getKey())));
    }

    private static String stageOf(RecordedStackTrace trace) {
        if (trace == null) {
            return OTHER;
        }
        for (RecordedFrame frame : trace.getFrames()) {
            for (Stage stage : STAGES) {
                if (stage.has(frame.getMethod())) {
                    return stage.name();
                }
            }
        }
        return OTHER;
    }

    @Override
    public void close() {
        recording.close();
    }
}
