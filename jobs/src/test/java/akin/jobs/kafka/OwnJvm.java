package akin.jobs.kafka;

import akin.jobs.Job;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The job in a JVM of its own. */
public final class OwnJvm {
    private OwnJvm() {}

    /**
     * Starts {@code akin run}.
     *
     * @param log takes what it prints
     * @param jvmOptions added to those that Akin needs
     */
    public static Process run(Path log, List<String> jvmOptions, List<String> options, List<String> assignments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(jvmOptions);
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), Job.class.getName(), "run"));
        command.addAll(options);
        assignments.forEach(assignment -> command.addAll(List.of("--set", assignment)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
