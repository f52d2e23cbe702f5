package akin.tools.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rankings that a job wrote. */
final class RankingsFile {
    /**
     * One of them.
     *
     * @param items the first ones
     * @param pair where two neighbours are in random order, else 0
     */
    record Listed(String rankingId, long timestamp, List<String> items, int pair) {}

    private RankingsFile() {}

    /**
     * Reads rankings by user, in the order of event time.
     *
     * @param places how many items of each are of interest
     */
    static Map<String, List<Listed>> read(Path folder, String placement, int places) throws IOException {
        Path file = folder.resolve("rankings.jsonl");
        if (!Files.exists(file)) {
            throw new IOException("there is no " + file);
        }
        ObjectMapper json = new ObjectMapper();
        Map<String, List<Listed>> users = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode ranking = json.readTree(line);
                if (placement == null
                        || placement.equals(ranking.path("placement").asText())) {
                    users.computeIfAbsent(ranking.path("user_id").asText(), id -> new ArrayList<>())
                            .add(listed(ranking, places));
                }
            }
        }
        users.values()
                .forEach(lists -> lists.sort((a, b) -> a.timestamp() != b.timestamp()
                        ? Long.compare(a.timestamp(), b.timestamp())
                        : a.rankingId().compareTo(b.rankingId())));
        return users;
    }

    private static Listed listed(JsonNode ranking, int places) {
        List<String> items = new ArrayList<>();
        for (JsonNode item : ranking.path("items")) {
            if (items.size() < places) {
                items.add(item.path("item_id").asText());
            }
        }
        return new Listed(
                ranking.path("ranking_id").asText(),
                ranking.path("timestamp").asLong(),
                items,
                ranking.path("pair").asInt());
    }
}
