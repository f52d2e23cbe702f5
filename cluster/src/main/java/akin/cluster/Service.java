package akin.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process of the cluster: what it is called and how it is started. */
record Service(String name, List<String> command, Map<String, String> environment) {
    Process start(ClusterFolder folder) throws IOException {
        Path printed = folder.logs().resolve(name + ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(printed.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
