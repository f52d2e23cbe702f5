package akin.jobs.command;

import akin.jobs.config.AkinSettings;
import akin.jobs.simulation.Limited;
import akin.jobs.simulation.Shop;
import akin.jobs.simulation.ShopSettings;
import akin.jobs.topology.LogJob;
import akin.jobs.wire.RunMetrics;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;

@CommandLine.Command(
        name = "demo",
        description = "Runs the whole job in this JVM on a simulated shop: no Kafka, no set-up.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int RANKINGS_PER_LINE = 2000;
    private static final long STOPPING_MILLIS = 20_000;
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
        AkinSettings loaded = settings.load("ranking.order=event-time", "stream.quality_every=5m");
        ShopSettings shop = ShopSettings.demo(seed);
        long limit = events == null ? Long.MAX_VALUE : events;
        Path folder = out.make();
        LogJob job = new LogJob(
                        loaded,
                        "demo-" + seed,
                        () -> new Limited(new Shop(shop), limit, STOP::get),
                        Long.MAX_VALUE,
                        folder)
                .showing(new LiveView.Rankings(RANKINGS_PER_LINE), new LiveView.Reports());
        Thread main = Thread.currentThread();
        Thread onInterrupt = new Thread(() -> stop(main));
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        RunMetrics metrics = job.run(counts -> {});
        metrics.write(folder);
        Summary.print(metrics, System.out);
        System.out.println("rankings, metrics and what was set aside: " + folder);
        if (!STOP.get()) {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
        return CommandLine.ExitCode.OK;
    }

    /** On Ctrl-C the shop closes, and the job comes to its end as if the log had ended. */
    private static void stop(Thread main) {
        STOP.set(true);
        try {
            main.join(STOPPING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
