package akin.similar.longtail;

import akin.models.random.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shop whose users each have one taste, which the titles of the items that they take tell of; or titles tell nothing. */
final class PlantedShop {
    static final int ITEMS = 1000;
    private static final int TASTES = 20;
    private static final int USERS = 1600;
    private static final int TAKEN = 8;

    private PlantedShop() {}

    /** Returns a popular item of a taste often, and a rare one sometimes: places are the cube of a draw. */
    static int item(int taste, float draw) {
        int of = ITEMS / TASTES;
        return taste + TASTES * (int) (draw * draw * draw * of);
    }

    static void write(Path sequences, Path items, boolean titlesTell) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int user = 0; user < USERS; user++) {
            lines.append('u').append(user);
            int last = -1;
            for (int n = 0; n < TAKEN; n++) {
                int item = item(user % TASTES, Hash.unit(Hash.of(1, user, n)));
                lines.append(item == last ? "" : " i" + item);
                last = item;
            }
            lines.append('\n');
        }
        Files.writeString(sequences, lines);
        StringBuilder titles = new StringBuilder("item_id\ttitle\n");
        for (int item = 0; item < ITEMS; item++) {
            long taste = titlesTell ? item % TASTES : Hash.below(Hash.of(2, item, 0), TASTES);
            titles.append("i%d\tkind%dx thing number%d\n".formatted(item, taste, item));
        }
        Files.writeString(items, titles);
    }
}
