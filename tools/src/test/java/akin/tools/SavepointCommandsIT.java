package akin.tools;

import static org.assertj.core.api.Assertions.assertThat;

import akin.tools.replay.GoldenSavepoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Savepoints that are made, refused and changed, as a user meets them. */
class SavepointCommandsIT {
    /** A page of item2vec's vectors of four floats, a bias and two accumulators: version 1, seven numbers a row. */
    private static final byte[] HEADER = {1, 0, 0, 0, 7, 0, 0, 0};

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path log;

    @BeforeEach
    void unpack() throws IOException {
        log = GoldenSavepoint.log(folder);
    }

    private int run(List<String> command, String... assignments) {
        List<String> arguments = new ArrayList<>(command);
        Stream.of("shards.by=hash", "shards.count=2", "embedding.dimensions=4", "embedding.negatives=8")
                .forEach(one -> arguments.addAll(List.of("--set", one)));
        Stream.of("embedding.reservoir=1024", "covisit.neighbours=16", "pool.size=30")
                .forEach(one -> arguments.addAll(List.of("--set", one)));
        Stream.of(assignments).forEach(one -> arguments.addAll(List.of("--set", one)));
        return Akin.commandLine().setErr(new PrintWriter(err)).execute(arguments.toArray(String[]::new));
    }

    private List<String> replay(String... options) {
        List<String> command = new ArrayList<>(List.of("replay", "--format", "events", "--data", log.toString()));
        command.addAll(List.of("--out", folder.resolve("out").toString()));
        command.addAll(List.of(options));
        return command;
    }

    private String only(Path parent) throws IOException {
        try (Stream<Path> savepoints = Files.list(parent)) {
            return savepoints.toList().get(0).toUri().toString();
        }
    }

    @Test
    void anotherShapeIsRefusedInOneLine() throws IOException {
        Path saved = folder.resolve("saved");
        assertThat(run(replay("--savepoint", saved.toString())))
                .as(err.toString())
                .isZero();

        assertThat(run(replay("--from", only(saved)), "embedding.dimensions=8", "embedding.window=4"))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "akin: failed: embedding.dimensions is 8 and embedding.window is 4, the savepoint was written "
                                + "with 4 and 8: set embedding.dimensions=4, embedding.window=8, or run ./akin savepoint "
                                + "migrate FROM TO --set embedding.dimensions=8 --set embedding.window=4\n");
    }

    @Test
    void aBootstrappedSavepointIsMigratedOnceThatIsAgreedTo() throws IOException {
        String made = folder.resolve("made").toString();
        String to = folder.resolve("to").toString();
        List<String> bootstrap = List.of("savepoint", "bootstrap", "--format", "events", "--data", log.toString());
        List<String> out = new ArrayList<>(bootstrap);
        out.addAll(List.of("--out", made));
        assertThat(run(out)).as(err.toString()).isZero();

        List<String> migrate = List.of("savepoint", "migrate", made, to, "--set", "embedding.dimensions=3");
        assertThat(Akin.commandLine().setErr(new PrintWriter(err)).execute(migrate.toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nothing was written: there is no terminal to ask on, so agree by --yes");
        assertThat(Path.of(to)).doesNotExist();
        List<String> agreed = new ArrayList<>(migrate);
        agreed.add("--yes");
        assertThat(Akin.commandLine().execute(agreed.toArray(String[]::new))).isZero();
        assertThat(run(replay("--from", to), "embedding.dimensions=3")).isZero();
        assertThat(run(replay("--from", to))).isEqualTo(1);
        assertThat(err.toString()).contains("embedding.dimensions is 4, the savepoint was written with 3");
    }

    @Test
    void aDamagedPageIsRefusedInOneLine() throws IOException {
        // Not compressed, so that its pages can be found.
        String savepoint = GoldenSavepoint.unpack(GoldenSavepoint.WITHOUT_SLOTS, folder);
        assertThat(run(replay("--from", savepoint))).as(err.toString()).isZero();
        assertThat(damage(Path.of(URI.create(savepoint)))).isTrue();

        assertThat(run(replay("--from", savepoint))).isEqualTo(1);
        assertThat(err.toString())
                .matches("akin: failed: table [a-z0-9.-]+, page \\d+: checksum [0-9a-f]{8}, expected [0-9a-f]{8}, "
                        + "the savepoint is damaged\n");
    }

    /** Flips a bit in the first page that has the header. */
    private static boolean damage(Path savepoint) throws IOException {
        try (Stream<Path> files = Files.list(savepoint)) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                int at = find(bytes);
                if (at >= 0) {
                    bytes[at + 60] ^= 1;
                    Files.write(file, bytes);
                    return true;
                }
            }
        }
        return false;
    }

    private static int find(byte[] bytes) {
        for (int at = 0; at + HEADER.length < bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + HEADER.length, HEADER, 0, HEADER.length)) {
                return at;
            }
        }
        return -1;
    }
}
