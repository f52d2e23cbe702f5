package akin.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Keeps the processes of a cluster running: starts them, starts again what died, and ends all when it is ended. Runs in a
 * JVM of its own, so that the cluster outlives the command that started it.
 */
public final class Supervisor {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration HEALTHY = Duration.ofMinutes(1);
    private static final int SECONDS_TO_END = 10;

    private final ClusterFolder folder;
    private final Processes processes;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ending;

    private Supervisor(ClusterFolder folder) {
        this.folder = folder;
        this.processes = new Processes(folder);
    }

    /** Runs until it is ended: arguments are the cluster's folder, Akin's and the number of TaskManagers. */
    public static void main(String[] args) throws Exception {
        Supervisor supervisor = new Supervisor(new ClusterFolder(Path.of(args[0])));
        Home home = new Home(Path.of(args[1]), System.getenv());
        supervisor.run(new Services(supervisor.folder, home).all(Integer.parseInt(args[2])));
    }

    private void run(List<Service> services) throws InterruptedException {
        List<Thread> keepers = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAll(services)));
        for (Service service : services) {
            Thread keeper = new Thread(() -> keep(service), service.name());
            keeper.start();
            keepers.add(keeper);
        }
        ended.await();
    }

    /** Runs a service again and again, with longer pauses when it dies at once. */
    private void keep(Service service) {
        Duration pause = FIRST_PAUSE;
        while (!ending) {
            long start = System.nanoTime();
            try {
                int code = started(service).waitFor();
                System.out.println(Instant.now() + " " + service.name() + " ended with " + code);
            } catch (IOException e) {
                System.out.println(service.name() + " can't be started: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
            boolean wasHealthy = System.nanoTime() - start > HEALTHY.toNanos();
            pause = wasHealthy ? FIRST_PAUSE : pause.multipliedBy(2);
            sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }

    private synchronized Process started(Service service) throws IOException, InterruptedException {
        if (ending) {
            throw new InterruptedException();
        }
        Process process = service.start(folder);
        processes.add(service.name(), process.toHandle());
        return process;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what was started last first: Flink's processes still need ZooKeeper to say goodbye. */
    private void endAll(List<Service> services) {
        synchronized (this) {
            ending = true;
        }
        List<Service> backwards = new ArrayList<>(services);
        Collections.reverse(backwards);
        try {
            List<Service> workers = backwards.stream()
                    .filter(service -> service.name().startsWith(Services.TASK_MANAGER))
                    .toList();
            workers.parallelStream().forEach(this::end);
            backwards.stream().filter(service -> !workers.contains(service)).forEach(this::end);
            processes.remove(Processes.SUPERVISOR);
        } catch (IOException e) {
            System.out.println("a file of a process can't be removed: " + e.getMessage());
        } finally {
            ended.countDown();
        }
    }

    private void end(Service service) {
        try {
            Optional<ProcessHandle> process = processes.alive(service.name());
            process.ifPresent(alive -> Processes.end(alive, SECONDS_TO_END));
            processes.remove(service.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
