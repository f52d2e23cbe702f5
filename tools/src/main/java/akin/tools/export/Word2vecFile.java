package akin.tools.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The text format of word2vec: a line with the numbers of rows and of dimensions, then an id and its vector a line. An
 * item is written once, as its home shard knows it. Blanks in ids are percent-encoded, as is the percent sign. The rows wait in a file beside until their number is known.
 */
final class Word2vecFile implements RowFile<EmbeddingRow> {
    private static final Pattern BLANK = Pattern.compile("[%\\s\\p{Z}]");

    private final Path file;
    private final Path body;
    private final BufferedWriter lines;
    private long rows;
    private int dimensions;

    Word2vecFile(Path file) throws IOException {
        this.file = file;
        body = file.resolveSibling(file.getFileName() + ".rows");
        lines = Files.newBufferedWriter(body);
    }

    @Override
    public void write(EmbeddingRow row) throws IOException {
        if (!row.home()) {
            return;
        }
        rows++;
        dimensions = row.vector().size();
        lines.write(word(row.itemId()));
        for (float number : row.vector()) {
            lines.write(' ');
            lines.write(Float.toString(number));
        }
        lines.write('\n');
    }

    private static String word(String id) {
        return BLANK.matcher(id)
                .replaceAll(blank ->
                        URLEncoder.encode(blank.group(), StandardCharsets.UTF_8).replace("+", "%20"));
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
