package akin.bench.faults;

import akin.bench.Expected;
import akin.cluster.Cluster;
import akin.cluster.Deployment;
import akin.cluster.Home;
import akin.cluster.Submission;
import akin.jobs.config.AkinSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** One job from its start to its stop with a savepoint, under load, with faults on the way; with topics of its own. */
final class Run {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 200;
    /** Of the rankings asked for, those on their way aside. */
    private static final double PACE = 0.95;

    private final Cluster cluster;
    private final Home home;
    private final FaultSettings settings;
    private final String name;
    private final String brokers;

    Run(Cluster cluster, Home home, FaultSettings settings, String name) throws Exception {
        this.cluster = cluster;
        this.home = home;
        this.settings = settings;
        this.name = name;
        this.brokers = "localhost:" + cluster.settings().kafkaPort();
    }

    /**
     * Runs.
     *
     * @param isPoisoned whether some of the messages are unreadable
     * @param disk where checkpoints lie, or null for the cluster's folder
     */
    Outcome run(boolean isPoisoned, List<Fault> faults, SmallDisk disk) throws Exception {
        createTopics();
        Deployment deployment = new Deployment(cluster);
        List<String> assignments = new ArrayList<>(assignments());
        if (disk != null) {
            assignments.add("checkpoints.directory=" + disk.folder().toUri());
        }
        deployment.submit(new Submission(home.jar(), null, assignments, false), null);
        Traffic traffic = settings.traffic(isPoisoned);
        try (Watch watch = new Watch(brokers, topic("rankings"));
                Feed feed = new Feed(brokers, topic("events"), topic("catalog"), traffic.messages())) {
            watch.start();
            feed.start();
            awaitPace(feed, watch, traffic);
            List<Long> moments = strike(faults, new Scene(cluster, deployment, settings, disk));
            feed.finish(IntStream.range(0, Traffic.PARTITIONS)
                    .mapToObj(traffic::last)
                    .toList());
            await(watch, traffic);
            Scrape shards = new Scrape(deployment.jobs().required().id());
            awaitLearned(shards, traffic);
            double pause = shards.pauseMillis();
            String savepoint = deployment.stop();
            watch.finish();
            return outcome(traffic, watch, moments, pause, savepoint);
        }
    }

    private List<Long> strike(List<Fault> faults, Scene scene) throws Exception {
        List<Long> moments = new ArrayList<>();
        for (Fault fault : faults) {
            long moment = System.currentTimeMillis();
            moments.add(System.nanoTime());
            fault.strike(scene);
            scene.awaitCheckpointAfter(moment);
        }
        moments.add(System.nanoTime());
        return moments;
    }

    /** Waits until a third is sent and the job keeps up, but not beyond two thirds. */
    private static void awaitPace(Feed feed, Watch watch, Traffic traffic) throws InterruptedException {
        int third = traffic.messages().size() / 3;
        double asked =
                (double) traffic.views().cardinality() / traffic.messages().size();
        int sent = feed.sent();
        while (sent < third || sent < 2 * third && watch.rankings() < PACE * asked * sent) {
            Thread.sleep(POLL_MILLIS);
            sent = feed.sent();
        }
    }

    private static void await(Watch watch, Traffic traffic) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!watch.hasAll(traffic.views()) && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Waits until event time has passed the traffic: its rankings leave before its visits are learned. */
    private static void awaitLearned(Scrape shards, Traffic traffic) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (shards.watermark() < traffic.newest()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "after " + PATIENCE.toMinutes() + " minutes the last events are still not learned");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private Outcome outcome(Traffic traffic, Watch watch, List<Long> moments, double pause, String savepoint)
            throws Exception {
        List<Double> recovered = new ArrayList<>();
        for (int i = 0; i + 1 < moments.size(); i++) {
            recovered.add(watch.secondsToRecover(moments.get(i), moments.get(i + 1)));
        }
        AkinSettings configuration = configuration();
        Expected expected = traffic.expected(configuration);
        return new Outcome(
                traffic,
                recovered,
                watch.rankings(),
                watch.missing(traffic.views()),
                watch.repeated(),
                Topic.keys(brokers, topic("dead")),
                new TreeSet<>(Topic.keys(brokers, topic("late"))).size() - expected.late(),
                expected.late(),
                pause,
                SavedModel.digest(configuration, savepoint).equals(traffic.digest(expected)));
    }

    AkinSettings configuration() {
        return AkinSettings.load(null, assignments());
    }

    List<String> assignments() {
        List<String> all = new ArrayList<>(List.of(
                "kafka.group=" + name,
                "kafka.delivery=" + settings.delivery(),
                "kafka.topics.events=" + topic("events"),
                "kafka.topics.catalog=" + topic("catalog"),
                "kafka.topics.rankings=" + topic("rankings"),
                "kafka.topics.metrics=" + topic("metrics"),
                "kafka.topics.dead_letters=" + topic("dead"),
                "kafka.topics.late=" + topic("late"),
                "stream.parallelism=2",
                "checkpoints.interval=1s"));
        all.addAll(settings.assignments());
        return all;
    }

    private String topic(String of) {
        return name + "-" + of;
    }

    void createTopics() throws Exception {
        try (Admin admin = admin()) {
            List<NewTopic> topics = new ArrayList<>();
            topics.add(new NewTopic(topic("events"), Traffic.PARTITIONS, (short) 1));
            topics.add(new NewTopic(topic("catalog"), Traffic.CATALOG_PARTITIONS, (short) 1));
            for (String of : List.of("rankings", "metrics", "dead", "late")) {
                topics.add(new NewTopic(topic(of), 2, (short) 1));
            }
            admin.createTopics(topics).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", brokers));
    }
}
