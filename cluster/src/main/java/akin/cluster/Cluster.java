package akin.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;

/** The processes of a cluster in a folder: started, looked at, stopped. */
public final class Cluster {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 200;
    private static final int SECONDS_TO_END = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClusterFolder folder;
    private final Home home;
    private final Processes processes;

    public Cluster(ClusterFolder folder, Home home) {
        this.folder = folder;
        this.home = home;
        this.processes = new Processes(folder);
    }

    public ClusterFolder folder() {
        return folder;
    }

    Home home() {
        return home;
    }

    /** Starts all processes and waits until they are ready. A job that ran when it was stopped goes on. */
    public void start(ClusterSettings settings) throws IOException, InterruptedException {
        if (!processes.alive().isEmpty()) {
            throw new IllegalStateException(
                    "a cluster already runs in " + folder + ": stop it first, or give another folder with --dir");
        }
        Ports.requireFree(settings.restPort(), "--rest-port");
        if (settings.hasKafka()) {
            Ports.requireFree(settings.kafkaPort(), "--kafka-port");
        }
        folder.make();
        new ClusterConf(folder, settings).write(home);
        JSON.writeValue(settingsFile().toFile(), settings);
        Thread stop = new Thread(this::stopQuietly);
        Runtime.getRuntime().addShutdownHook(stop);
        startSupervisor(settings.taskManagers());
        awaitReady(settings.taskManagers());
        Runtime.getRuntime().removeShutdownHook(stop);
    }

    private void startSupervisor(int taskManagers) throws IOException {
        List<String> command = new Java(folder)
                .command(
                        Processes.SUPERVISOR,
                        List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        System.getProperty("java.class.path"),
                        Supervisor.class.getName(),
                        List.of(folder.toString(), home.folder().toString(), String.valueOf(taskManagers)));
        Process supervisor = new Service(Processes.SUPERVISOR, command, Map.of()).start(folder);
        processes.add(Processes.SUPERVISOR, supervisor.toHandle());
    }

    private void awaitReady(int wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (registered() < wanted) {
            boolean alive = processes.alive(Processes.SUPERVISOR).isPresent();
            if (!alive || System.nanoTime() > deadline) {
                stop();
                throw new IllegalStateException("the cluster did not come up"
                        + (alive ? " in " + PATIENCE.toSeconds() + " s" : "") + ": see the logs in " + folder.logs());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** TaskManagers that the JobManager knows. */
    private int registered() throws IOException, InterruptedException {
        try {
            return rest().get("/taskmanagers").path("taskmanagers").size();
        } catch (NoAnswerException e) {
            return 0;
        }
    }

    /** Ends all processes; whatever goes wrong is told on standard error only. */
    public void stopQuietly() {
        try {
            stop();
        } catch (IOException e) {
            System.err.println("akin: the cluster is not fully stopped: " + e.getMessage());
        }
    }

    /** Ends all processes; gives how many there were. What they stored stays. */
    public int stop() throws IOException {
        TreeMap<String, ProcessHandle> alive = processes.alive();
        ProcessHandle supervisor = alive.get(Processes.SUPERVISOR);
        if (supervisor != null) {
            Processes.end(supervisor, SECONDS_TO_END);
        }
        for (ProcessHandle process : processes.alive().values()) {
            Processes.end(process, SECONDS_TO_END);
        }
        for (String name : processes.names()) {
            processes.remove(name);
        }
        return alive.size();
    }

    /** What it was started with last. */
    public ClusterSettings settings() throws IOException {
        if (!Files.exists(settingsFile())) {
            throw new IllegalStateException(
                    "there is no cluster in " + folder + ": start one, or say where it is with --dir");
        }
        return JSON.readValue(settingsFile().toFile(), ClusterSettings.class);
    }

    private Path settingsFile() {
        return folder.conf().resolve("cluster.json");
    }

    FlinkRest rest() throws IOException {
        return new FlinkRest(settings().restPort());
    }

    /** Throws when no process of it is alive. */
    public void requireStarted() throws IOException {
        settings();
        if (processes.alive().isEmpty()) {
            throw new IllegalStateException("the cluster in " + folder + " is stopped: start it first");
        }
    }

    /** Its processes by name; empty for one that should run and does not. */
    public Map<String, Optional<ProcessHandle>> processes() throws IOException {
        Map<String, Optional<ProcessHandle>> all = new TreeMap<>();
        for (String name : processes.names()) {
            all.put(name, processes.alive(name));
        }
        return all;
    }

    /** Returns the parallelism of a job that has no wish of its own: what the cluster has, unless it was started with another. */
    int usualParallelism() {
        return GlobalConfiguration.loadConfiguration(folder.conf().toString()).get(CoreOptions.DEFAULT_PARALLELISM);
    }

    /** Slots that no job has taken. */
    public int freeSlots() throws IOException, InterruptedException {
        int free = 0;
        for (JsonNode taskManager : rest().get("/taskmanagers").path("taskmanagers")) {
            free += taskManager.path("freeSlots").asInt();
        }
        return free;
    }
}
