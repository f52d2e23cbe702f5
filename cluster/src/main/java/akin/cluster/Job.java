package akin.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/** A job on the cluster. */
public record Job(String id, String name, String state, long startedAt) {
    static Job of(JsonNode json) {
        return new Job(
                json.path("jid").asText(),
                json.path("name").asText(),
                json.path("state").asText(),
                json.path("start-time").asLong());
    }

    boolean isOver() {
        return state.equals("FINISHED") || state.equals("CANCELED") || state.equals("FAILED");
    }
}
