package akin.similar.workflow;

import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Makes the parts of a step as a bounded job of Flink: the manifest's parts go round to the tasks, each of which makes the
 * file of one part at a time. Parts that are valid are left as they are.
 */
final class FlinkParts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int parallelism;
    private final Progress progress;

    /** Told how far a step is. */
    interface Progress {
        void at(String step, int done, int all);
    }

    FlinkParts(int parallelism, Progress progress) {
        this.parallelism = parallelism;
        this.progress = progress;
    }

    /** Where a step's parts are made. */
    private record Making(PartTask task, String folder) implements MapFunction<Tuple2<Integer, String>, String> {
        @Override
        public String map(Tuple2<Integer, String> part) throws IOException {
            Part made = new PartFolder(Path.of(folder)).make(task, part.f0, part.f1);
            return JSON.writeValueAsString(made);
        }
    }

    /**
     * Makes what is not valid, and writes the manifest.
     *
     * @param froms by part, a digest of what it is made from
     */
    Manifest make(String step, PartTask task, Path folder, List<String> froms) throws Exception {
        List<Part> parts = new ArrayList<>();
        List<Tuple2<Integer, String>> missing = new ArrayList<>();
        PartFolder files = new PartFolder(folder);
        for (int part = 0; part < froms.size(); part++) {
            Part valid = files.valid(part, froms.get(part));
            if (valid == null) {
                missing.add(Tuple2.of(part, froms.get(part)));
            } else {
                parts.add(valid);
            }
        }
        int before = parts.size();
        if (!missing.isEmpty()) {
            Manifest.delete(folder);
            try (CloseableIterator<String> made = run(step, new Making(task, folder.toString()), missing)) {
                while (made.hasNext()) {
                    parts.add(JSON.readValue(made.next(), Part.class));
                    progress.at(step, parts.size(), froms.size());
                }
            }
        }
        parts.sort(Comparator.comparingInt(Part::number));
        Manifest manifest = new Manifest(step, parts);
        if (before < parts.size() || Manifest.read(folder) == null) {
            manifest.write(folder);
            files.clean(manifest);
        }
        return manifest;
    }

    private CloseableIterator<String> run(String step, Making making, List<Tuple2<Integer, String>> parts)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
        int tasks = Math.min(parallelism, parts.size());
        // The cluster that this runs on, or one in this process.
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        flink.setParallelism(tasks);
        flink.setRuntimeMode(RuntimeExecutionMode.BATCH);
        return flink.fromData(parts, Types.TUPLE(Types.INT, Types.STRING))
                .name("manifest")
                .rebalance()
                .map(making)
                .returns(Types.STRING)
                .name(step)
                .executeAndCollect("akin similar " + step);
    }
}
