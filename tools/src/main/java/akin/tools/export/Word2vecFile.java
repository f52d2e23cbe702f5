package akin.tools.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text format of word2vec: a line with the numbers of rows and of dimensions, then an id and its vector a line. An
 * item is written once, as its home shard knows it. The rows wait in a file beside until their number is known.
 */
final class Word2vecFile implements RowFile<EmbeddingRow> {
    private final Path file;
    private final Path body;
    private final BufferedWriter lines;
    private long rows;
    private int dimensions;

    Word2vecFile(Path file) throws IOException {
        this.file = file;
        body = file.resolveSibling(file.getFileName() + ".part");
        lines = Files.newBufferedWriter(body);
    }

    @Override
    public void write(EmbeddingRow row) throws IOException {
        if (!row.home()) {
            return;
        }
        if (row.itemId().chars().anyMatch(Character::isWhitespace)) {
            throw new IOException("the item id '" + row.itemId()
                    + "' has a blank, which the word2vec format can't hold: export to CSV or Parquet");
        }
        rows++;
        dimensions = row.vector().size();
        lines.write(row.itemId());
        for (float number : row.vector()) {
            lines.write(' ');
            lines.write(Float.toString(number));
        }
        lines.write('\n');
    }

    @Override
    public void close() throws IOException {
        lines.close();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((rows + " " + dimensions + "\n").getBytes(StandardCharsets.US_ASCII));
            Files.copy(body, out);
        } finally {
            Files.delete(body);
        }
    }
}
