package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.tools.logs.MessageIterator;
import akin.tools.replay.LogJob;
import akin.tools.replay.RunMetrics;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Paced;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;

@CommandLine.Command(
        name = "demo",
        description = "Runs the whole job in this JVM on a simulated shop: no Kafka, no set-up.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int RANKINGS_PER_LINE = 1000;
    private static final double ENDLESS_RATE = 200;
    private static final long STOPPING_SECONDS = 20;
    /** Read by the source, which runs in this JVM. */
    private static final AtomicBoolean STOP = new AtomicBoolean();

    @CommandLine.Option(
            names = "--events",
            paramLabel = "N",
            description = "Stop after N events; without it, on Ctrl-C.")
    private Long events;

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "N",
            description = "Which shop is simulated.",
            defaultValue = "1")
    private long seed;

    @CommandLine.Mixin
    private OutputFolder out;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (events != null && events < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--events is " + events + ", allowed is a whole number of at least 1");
        }
        AkinSettings loaded = settings.load(
                "ranking.order=event-time", "quality.sample=1", "stream.quality_every=1m", "experiments.look_every=1m");
        ShopSettings shop = ShopSettings.demo(seed);
        Long limit = events;
        Path folder = out.make();
        LogJob job = new LogJob(loaded, "demo-" + seed, () -> log(shop, limit), folder)
                .showing(new LiveView.Rankings(RANKINGS_PER_LINE), new LiveView.Reports());
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(finished)));
        try {
            RunMetrics metrics = job.run(counts -> {});
            metrics.write(folder);
            Summary.print(metrics, System.out);
            System.out.println("rankings, metrics and what was set aside: " + folder);
        } finally {
            finished.countDown();
        }
        return CommandLine.ExitCode.OK;
    }

    /** All at once up to a number of events, or without end at the pace of a busy shop. */
    private static MessageIterator log(ShopSettings shop, Long limit) {
        MessageIterator endless = new Shop(shop);
        return limit == null
                ? new Limited(new Paced(endless, ENDLESS_RATE), Long.MAX_VALUE, STOP::get)
                : new Limited(endless, limit, STOP::get);
    }

    /** On Ctrl-C the shop closes, and the job comes to its end as if the log had ended. */
    private static void stop(CountDownLatch finished) {
        STOP.set(true);
        try {
            finished.await(STOPPING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
