package akin.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Items in the plane, as {@code map.json} has them.
 *
 * @param explained shares of the variation that the directions keep, NaN where not known
 * @param items most visited first
 */
record ItemMap(String learner, double[] explained, List<Place> items) {
    /** @param category top level only */
    record Place(String itemId, String category, double visits, double x, double y) {}

    static ItemMap of(JsonNode json) {
        List<Place> items = new ArrayList<>();
        for (JsonNode item : json.path("items")) {
            double x = JsonFiles.number(item.path("x"));
            double y = JsonFiles.number(item.path("y"));
            if (Double.isFinite(x) && Double.isFinite(y)) {
                String category = item.path("category").asText("").split("/", 2)[0];
                items.add(new Place(
                        item.path("item_id").asText("?"),
                        category.isEmpty() || item.path("category").isNull() ? "no category" : category,
                        Math.max(0, item.path("visits").asDouble()),
                        x,
                        y));
            }
        }
        items.sort(Comparator.comparingDouble(Place::visits).reversed().thenComparing(Place::itemId));
        double[] explained = {
            JsonFiles.number(json.path("explained").path(0)),
            JsonFiles.number(json.path("explained").path(1))
        };
        return new ItemMap(json.path("learner").asText("?"), explained, items);
    }
}
