package akin.similar.longtail;

import akin.models.event.Printable;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.similar.files.TextFiles;
import akin.similar.settings.UsageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;

/** Shows what is near an item and by what. */
@CommandLine.Command(
        name = "why",
        description = "Shows the items nearest to one by behaviour, by content and by both, as als left them.",
        mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
    private static final List<String> SPACES = List.of("behaviour", "content", "als");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Parameters(paramLabel = "ITEM", description = "The id of an item.")
    private String id;

    @CommandLine.Option(names = "--from", required = true, description = "The folder that als wrote.")
    private Path folder;

    @CommandLine.Option(names = "--most", defaultValue = "10", description = "Items of each kind (${DEFAULT-VALUE}).")
    private int most;

    private final List<JsonNode> items = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        read();
        int asked = IntStream.range(0, items.size())
                .filter(item -> items.get(item).path("item_id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no item " + id + " in " + folder));
        say(describe(asked));
        for (String space : SPACES) {
            say("by " + (space.equals("als") ? "both, blended" : space) + ":");
            print(asked, space);
        }
        return 0;
    }

    private void read() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = TextFiles.open(folder.resolve(VectorFiles.ITEMS))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                items.add(mapper.readTree(line));
            }
        }
    }

    private void print(int asked, String space) {
        Matrix vectors = vectors(space);
        if (items.get(asked).path("embeddings").path(space).isMissingNode()) {
            say("  nothing is known");
            return;
        }
        record Near(int item, float cosine) {}
        IntStream.range(0, items.size())
                .filter(item -> item != asked)
                .mapToObj(item -> new Near(item, cosine(vectors, asked, item)))
                .sorted(Comparator.comparing(Near::cosine).reversed().thenComparing(Near::item))
                .limit(most)
                .forEach(near -> say(String.format("  %.3f  %s", near.cosine(), describe(near.item()))));
    }

    private Matrix vectors(String space) {
        int dimensions = items.stream()
                .mapToInt(item -> item.path("embeddings").path(space).size())
                .max()
                .orElse(0);
        Matrix vectors = new Matrix();
        vectors.zero(items.size(), dimensions);
        for (int item = 0; item < items.size(); item++) {
            JsonNode numbers = items.get(item).path("embeddings").path(space);
            for (int i = 0; i < numbers.size(); i++) {
                vectors.values()[vectors.offset(item) + i] =
                        (float) numbers.get(i).asDouble();
            }
        }
        return vectors;
    }

    private static float cosine(Matrix units, int item, int other) {
        return Kernels.dot(units.values(), units.offset(item), units.values(), units.offset(other), units.columns());
    }

    private String describe(int item) {
        JsonNode node = items.get(item);
        return String.format(
                "%s  %s  (%,d interactions)",
                node.path("item_id").asText(),
                node.path("title").asText(""),
                node.path("interactions").asInt());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(Printable.of(line));
        spec.commandLine().getOut().flush();
    }
}
