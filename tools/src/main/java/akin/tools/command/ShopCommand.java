package akin.tools.command;

import akin.tools.simulation.ShopFiles;
import akin.tools.simulation.ShopSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "shop",
        description = "Writes the simulated shop of the demo as files: catalogue, drawn pictures and a log of events.",
        mixinStandardHelpOptions = true)
public final class ShopCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Events in the log.")
    private long events;

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which shop is simulated.")
    private long seed;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for items.csv, images and events.jsonl; made when missing.")
    private Path out;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (events < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--events is " + events + ", allowed is a whole number of at least 1");
        }
        new ShopFiles(ShopSettings.demo(seed)).write(out, events);
        spec.commandLine().getOut().println("wrote items.csv, images and events.jsonl to " + out);
        return 0;
    }
}
