package akin.tools.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFilesTest {
    private static final List<String> ODD =
            List.of("a b", "c,d", "=1+1", "\"q\"", "'x", "-", "50%", "\ud83d\ude00", "plain");

    @TempDir
    private Path folder;

    private static UserRow user(String id, List<String> bought) {
        return new UserRow(id, 5, 1, 0, List.of(), List.of(), bought, List.of());
    }

    private static List<String[]> read(String text, char separator) throws IOException {
        return new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .<String[]>readValues(text)
                .readAll();
    }

    @Test
    void listsOfAnyIdsComeBackFromCsv() throws IOException {
        Path file = folder.resolve("users.csv");
        try (RowFile<UserRow> out = FileFormat.CSV.open(file, UserRow.class)) {
            out.write(user("u", ODD));
            out.write(user("v", List.of()));
        }
        List<String[]> rows = read(Files.readString(file), ',');

        assertThat(rows.get(0))
                .containsExactly(
                        "user_id", "last_seen", "events", "session_visits", "session", "history", "bought", "waiting");
        assertThat(read(rows.get(1)[6], ' ').get(0)).containsExactlyElementsOf(ODD);
        assertThat(rows.get(2)[6]).isEmpty();
    }

    @Test
    void noCellIsAFormula() throws IOException {
        Path file = folder.resolve("users.csv");
        try (RowFile<UserRow> out = FileFormat.CSV.open(file, UserRow.class)) {
            for (String id : List.of("=cmd()", "+1", "-1", "@a", "'a", "a=")) {
                out.write(user(id, List.of("=x", "y")));
            }
        }
        List<String[]> rows = read(Files.readString(file), ',');

        assertThat(rows.subList(1, rows.size()))
                .extracting(row -> row[0])
                .containsExactly("'=cmd()", "'+1", "'-1", "'@a", "''a", "a=");
        assertThat(rows.get(1)[6]).isEqualTo("'=x y");
        assertThat(rows.get(1)[1]).isEqualTo("5");
    }

    @Test
    void wordsOfAnyIdsComeBackFromWord2vec() throws IOException {
        Path file = folder.resolve("items.w2v");
        try (RowFile<EmbeddingRow> out = FileFormat.WORD2VEC.open(file, EmbeddingRow.class)) {
            for (String id : ODD) {
                out.write(new EmbeddingRow(0, id, true, List.of(0.5f, -1f)));
            }
            out.write(new EmbeddingRow(1, "guest", false, List.of(0.5f, -1f)));
        }
        List<String> lines = Files.readAllLines(file);

        assertThat(lines.get(0)).isEqualTo(ODD.size() + " 2");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.split(" ").length == 3)
                .extracting(line -> URLDecoder.decode(line.split(" ")[0].replace("+", "%2B"), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(ODD);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
