package akin.similar.rank;

import akin.similar.catalogue.Catalogue;
import akin.similar.catalogue.CatalogueFile;
import akin.similar.figures.MetricsFile;
import akin.similar.settings.UsageException;
import akin.similar.siamese.SiameseOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Measures how well embeddings rank similar products. */
@CommandLine.Command(
        name = "rank",
        description =
                "Measures how well each input, the compound and the Siamese embedding rank the similar products of a catalogue.",
        mixinStandardHelpOptions = true)
public final class RankCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = "--catalogue",
            paramLabel = "FILE",
            required = true,
            description = "A csv or tsv file with a header line, gzip or plain.")
    private Path catalogue;

    @CommandLine.Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "The column that holds the id, title, …; guessed from its name otherwise.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @CommandLine.Option(
            names = "--images",
            paramLabel = "PLACE",
            description = "Folder or uncompressed tar archive of the pictures that the column image names.")
    private Path images;

    @CommandLine.Option(
            names = "--gain",
            paramLabel = "GAIN=PROPERTY,…",
            required = true,
            description =
                    "What products are worth to each other that have these properties in common; of several, the highest counts.")
    private List<String> gains = List.of();

    @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true, description = "Where metrics.json goes.")
    private Path out;

    @CommandLine.Mixin
    private SiameseOptions siamese;

    @Override
    public Integer call() throws IOException {
        List<Gains.Level> levels = gains.stream().map(Gains.Level::parse).toList();
        Catalogue products = new CatalogueFile(catalogue, new LinkedHashMap<>(columns)).read();
        if (products.size() == 0) {
            throw new UsageException("the catalogue " + catalogue + " has no products");
        }
        say(String.format("%,d products", products.size()));
        Rank rank = new Rank(
                products.products(),
                levels,
                images,
                siamese.settings(),
                out.resolve("learning"),
                siamese.everyDepth(),
                this::say);
        new MetricsFile(out).write(rank.run());
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
