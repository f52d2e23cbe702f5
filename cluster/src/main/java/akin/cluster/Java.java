package akin.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that start a JVM. */
final class Java {
    private final ClusterFolder folder;

    Java(ClusterFolder folder) {
        this.folder = folder;
    }

    /**
     * The command of a process with a log of its own.
     *
     * @param name of the log
     * @param options of the JVM
     */
    List<String> command(String name, List<String> options, String classPath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlog.file=" + folder.logs().resolve(name + ".log"));
        command.add("-Dlog4j2.configurationFile=" + folder.conf().resolve(ClusterConf.LOG));
        command.add("-cp");
        command.add(classPath);
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    /** The words of options that are written in one line. */
    static List<String> words(String options) {
        return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
    }
}
