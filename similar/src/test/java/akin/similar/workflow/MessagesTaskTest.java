package akin.similar.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Atomic;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.index.Facet;
import akin.similar.index.Match;
import akin.similar.index.ResultFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTaskTest {
    @TempDir
    private Path folder;

    @Test
    void aListIsNoLongerThanTheStreamTakes() throws IOException {
        Product product = new Product("p", "cup", null, List.of(), null, Double.NaN, Map.of(), null, true);
        List<Match> matches = IntStream.range(0, 1200)
                .mapToObj(n -> new Match(new Facet("q" + n, true, 1, List.of()), 1, null))
                .toList();
        Path catalogue = folder.resolve("catalogue");
        Path kept = folder.resolve("kept");
        Atomic.write(new PartFolder(catalogue).file(0, "jsonl"), out -> ProductFile.write(product, out));
        Atomic.write(new PartFolder(kept).file(0, "kept"), out -> {
            ResultFile.begin(1, 0, out);
            ResultFile.write(new ResultFile.Result("p", matches), out);
        });
        Path messages = folder.resolve("messages.jsonl");

        new MessagesTask(catalogue.toString(), new TreeMap<>(), new TreeMap<>(Map.of("things", kept.toString())))
                .make(0, messages, new Counts());

        JsonNode similar = new ObjectMapper().readTree(messages.toFile()).at("/similar/things");
        assertThat(similar).hasSize(1000);
        assertThat(similar.get(999).asText()).isEqualTo("q999");
    }
}
