package akin.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import akin.cluster.Cluster;
import akin.cluster.ClusterFolder;
import akin.cluster.ClusterSettings;
import akin.cluster.Deployment;
import akin.cluster.Home;
import akin.cluster.Job;
import akin.cluster.Ports;
import akin.cluster.Submission;
import akin.tools.simulation.ShopSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code ./akin bench faults}: a real cluster with a real broker, broken again and again. */
class FaultsIT {
    private static final FaultSettings SETTINGS = new FaultSettings(
            ShopSettings.load(1, 500, 2000, 400),
            40_000,
            Duration.ofSeconds(15),
            "exactly-once",
            List.of("embedding.learners=[item2vec]", "embedding.dimensions=16"));

    @TempDir
    private static Path folder;

    private static Home home;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        home = new Home(Path.of(System.getProperty("akin.root")), System.getenv());
        cluster = new Cluster(new ClusterFolder(folder.resolve("cluster")), home);
        cluster.start(new ClusterSettings(2, 2, "1200m", Ports.free(), Ports.free(), Scrape.REPORTER));
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
    }

    @Test
    @Tag("long")
    void everyRankingLeavesOnceAndTheModelIsThatOfALoopWhateverDies() throws Exception {
        Run run = new Run(cluster, home, SETTINGS, "all");
        List<Fault> faults = List.of(
                Fault.KILL_TASKMANAGER,
                Fault.KILL_JOBMANAGER,
                Fault.KILL_BROKER,
                Fault.STOP_TASKMANAGER,
                Fault.UPGRADE);

        Outcome outcome = run.run(true, faults, null);
        Traffic traffic = outcome.traffic();

        assertThat(outcome.missing()).isZero();
        assertThat(outcome.repeated()).isZero();
        assertThat(outcome.rankings()).isEqualTo(traffic.views().cardinality());
        assertThat(outcome.moreLate()).isZero();
        assertThat(outcome.late()).isPositive();
        assertThat(outcome.deadLetters()).hasSize(traffic.unreadable()).doesNotHaveDuplicates();
        assertThat(outcome.isEqual()).isTrue();
    }

    @Test
    void anUpgradeThatFailsGoesBack() throws Exception {
        Run run = new Run(cluster, home, SETTINGS, "back");
        run.createTopics();
        Deployment deployment = new Deployment(cluster);
        Job job = deployment.submit(new Submission(home.jar(), null, run.assignments(), false), null);
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "no_such_key: 1");

        Deployment.Upgraded upgraded = deployment.upgrade(null, wrong);

        assertThat(upgraded.done()).isFalse();
        assertThat(upgraded.told()).contains("no_such_key");
        assertThat(upgraded.job().id()).isNotEqualTo(job.id());
        assertThat(deployment.jobs().view(upgraded.job()).runs()).isTrue();
        assertThat(deployment.stop()).contains("savepoint");
    }
}
