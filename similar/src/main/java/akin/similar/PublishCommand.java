package akin.similar;

import akin.similar.publish.MessageSender;
import akin.similar.settings.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerConfig;
import picocli.CommandLine;

/** Hands the results of a run to the streaming job. */
@CommandLine.Command(
        name = "publish",
        description = "Sends the catalogue messages of a run, with embeddings and similar items, to Kafka.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the run.")
    private Path out;

    @CommandLine.Option(
            names = "--servers",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Kafka's bootstrap servers.")
    private String servers;

    @CommandLine.Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = "catalog",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "The streaming job's catalogue topic.")
    private String topic;

    @CommandLine.Option(
            names = "--properties",
            paramLabel = "FILE",
            description =
                    "Other properties of the producer, such as how to log in; a file, so that no secret is on a command line.")
    private Path properties;

    @Override
    public Integer call() throws IOException {
        Properties all = new Properties();
        if (properties != null) {
            try (Reader reader = Files.newBufferedReader(properties)) {
                all.load(reader);
            } catch (IOException e) {
                throw new UsageException("--properties " + properties + " can't be read: " + e);
            }
        }
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        long sent = new MessageSender(all, topic).send(out.resolve("publish").resolve("messages"));
        spec.commandLine().getOut().printf("%,d catalogue messages sent to %s%n", sent, topic);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
