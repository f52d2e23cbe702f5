package akin.tools.experiments;

import akin.models.statistics.Verdict;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many users told the better ranker.
 *
 * @param abUsers median of the A/B tests; one that came to no decision counts with all its users
 * @param abRight share of the A/B tests that named the better one
 */
record InterleavingResult(int runs, double abUsers, double abRight, double interleavedUsers, double interleavedRight) {

    static InterleavingResult of(
            int runs, List<InterleavingSimulation.Decision> ab, List<InterleavingSimulation.Decision> interleaved) {
        return new InterleavingResult(runs, median(ab), right(ab), median(interleaved), right(interleaved));
    }

    private static double median(List<InterleavingSimulation.Decision> decisions) {
        return decisions.stream()
                .mapToDouble(InterleavingSimulation.Decision::users)
                .sorted()
                .toArray()[decisions.size() / 2];
    }

    private static double right(List<InterleavingSimulation.Decision> decisions) {
        return (double) decisions.stream()
                        .filter(decision -> decision.verdict() == Verdict.BETTER)
                        .count()
                / decisions.size();
    }

    Path write(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("runs", runs);
        root.putObject("ab").put("median_users", abUsers).put("right", abRight);
        root.putObject("interleaving").put("median_users", interleavedUsers).put("right", interleavedRight);
        Path file = folder.resolve("interleaving.json");
        Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        return file;
    }

    String text() {
        return String.format(
                "%,d runs of two rankers%n  A/B           median %,.0f users, named the better one in %.1f %%%n"
                        + "  interleaving  median %,.0f users, named the better one in %.1f %%: %.1f times fewer users",
                runs, abUsers, 100 * abRight, interleavedUsers, 100 * interleavedRight, abUsers / interleavedUsers);
    }
}
