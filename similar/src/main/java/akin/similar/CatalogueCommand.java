package akin.similar;

import akin.similar.catalogue.Catalogue;
import akin.similar.catalogue.CatalogueFile;
import akin.similar.catalogue.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;

/** Says how a catalogue is understood, before anything is computed from it. */
@CommandLine.Command(
        name = "catalogue",
        description = "Reads a catalogue and says how many products have a title, a price, a picture, …",
        mixinStandardHelpOptions = true)
final class CatalogueCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Parameters(paramLabel = "FILE", description = "A csv or tsv file with a header line, gzip or plain.")
    private Path file;

    @CommandLine.Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "The column that holds the id, title, …; guessed from its name otherwise.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = new CatalogueFile(file, new LinkedHashMap<>(columns)).read();
        say(
                "%,d products, %,d repeated, %,d rows without an id%n",
                catalogue.size(), catalogue.repeated(), catalogue.rejected());
        say(catalogue, "title", product -> product.title() != null);
        say(catalogue, "description", product -> product.description() != null);
        say(catalogue, "category", product -> !product.category().isEmpty());
        say(catalogue, "brand", product -> product.brand() != null);
        say(catalogue, "price", Product::hasPrice);
        say(catalogue, "image", product -> product.image() != null);
        say(catalogue, "attributes", product -> !product.attributes().isEmpty());
        return 0;
    }

    private void say(Catalogue catalogue, String what, Predicate<Product> has) {
        say("  %-12s %,d%n", what, catalogue.products().stream().filter(has).count());
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format, values);
        spec.commandLine().getOut().flush();
    }
}
