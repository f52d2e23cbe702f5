package akin.similar.rank;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.SimilarCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RankCommandTest {
    private static final String[] TYPES = {"shirt", "shoe", "watch", "belt"};
    private static final String[] COLOURS = {"red", "green", "blue"};

    @TempDir
    private Path folder;

    @Test
    void measuresEveryInputAndLearns() throws IOException {
        StringBuilder text = new StringBuilder("id,title,category,type,colour\n");
        for (int i = 0; i < 240; i++) {
            String type = TYPES[i % 4];
            String colour = COLOURS[i % 3];
            String title = "brand" + i * 7 % 11 + " " + colour + " " + type + " no" + i / 2;
            text.append(i)
                    .append(',')
                    .append(title)
                    .append(",wear,")
                    .append(type)
                    .append(',')
                    .append(colour)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("catalogue.csv"), text);
        Path out = folder.resolve("out");
        StringWriter err = new StringWriter();
        CommandLine command = SimilarCommand.commandLine();
        command.setErr(new PrintWriter(err, true)).setOut(new PrintWriter(new StringWriter(), true));

        int code = command.execute(
                "rank",
                "--catalogue",
                file.toString(),
                "--gain",
                "1=type",
                "--gain",
                "2=type,colour",
                "--layers",
                "16",
                "--out",
                out.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        JsonNode metrics =
                new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
        double compound = metrics.at("/quality/compound/ndcg@10").asDouble();
        assertThat(metrics.at("/quality/siamese/ndcg@10").asDouble()).isGreaterThan(compound);
        assertThat(metrics.at("/quality/title-ngrams/map").asDouble()).isBetween(0.0, 1.0);
        assertThat(metrics.at("/quality/type").isMissingNode())
                .as("what says the gain is no input")
                .isTrue();
        assertThat(metrics.at("/categories/wear/siamese/ndcg@10").asDouble()).isPositive();
    }
}
