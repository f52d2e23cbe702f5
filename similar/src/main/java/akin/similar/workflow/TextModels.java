package akin.similar.workflow;

import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Atomic;
import akin.similar.files.Manifest;
import akin.similar.files.PartFolder;
import akin.similar.text.TermStatistics;
import akin.similar.text.TextField;
import akin.similar.text.Words;
import akin.similar.wordvectors.WordVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What extractors of texts count or learn over a whole catalogue before they extract: made once per catalogue, and kept in
 * files by what was read.
 */
final class TextModels {
    /** Texts that word vectors are learned from, at most. */
    private static final int MOST_TEXTS = 200_000;

    private final Folders folders;
    private final Manifest catalogue;

    TextModels(Folders folders, Manifest catalogue) {
        this.folders = folders;
        this.catalogue = catalogue;
    }

    /** Returns the file of a field's term statistics. */
    Path terms(TextField field) throws IOException {
        Path file = folders.of(
                "embed", "terms-" + field.name() + "-" + catalogue.digest().substring(0, 16));
        if (!Files.isRegularFile(file)) {
            TermStatistics statistics = new TermStatistics();
            forEach(field, statistics::add);
            Atomic.write(file, statistics::write);
        }
        return file;
    }

    /** Returns the file of the vectors of a field's words. */
    Path words(TextField field, int dimensions) throws IOException {
        Path file = folders.of(
                "embed",
                "words-" + field.name() + "-" + dimensions + "-"
                        + catalogue.digest().substring(0, 16));
        if (!Files.isRegularFile(file)) {
            List<List<String>> texts = new ArrayList<>();
            forEach(field, text -> {
                if (texts.size() < MOST_TEXTS) {
                    texts.add(Words.of(text));
                }
            });
            Atomic.write(file, WordVectors.learn(texts, dimensions)::write);
        }
        return file;
    }

    private void forEach(TextField field, Consumer<String> texts) throws IOException {
        PartFolder files = new PartFolder(folders.of("catalogue"));
        for (int part = 0; part < catalogue.parts().size(); part++) {
            for (Product product : ProductFile.read(files.file(part, "jsonl"))) {
                String text = field.text().apply(product);
                if (text != null) {
                    texts.accept(text);
                }
            }
        }
    }
}
