package akin.models.attribution;

import java.util.ArrayList;
import java.util.List;

/** The lists that a user was shown, in the order of event time. */
final class ShownLists {
    private ShownLists() {}

    /** Returns lists with one more: the newest of them, and none that is older than what anything can still come of. */
    static List<Shown> add(List<Shown> before, Shown added, long oldest, int most) {
        List<Shown> lists = new ArrayList<>(before.size() + 1);
        int at = before.size();
        while (at > 0 && before.get(at - 1).timestamp() > added.timestamp()) {
            at--;
        }
        for (int i = 0; i <= before.size(); i++) {
            if (i == at) {
                lists.add(added);
            }
            if (i < before.size() && before.get(i).timestamp() >= oldest) {
                lists.add(before.get(i));
            }
        }
        return List.copyOf(lists.size() <= most ? lists : lists.subList(lists.size() - most, lists.size()));
    }

    /** Returns the place of a list, or -1. */
    static int find(List<Shown> lists, String rankingId) {
        for (int i = lists.size() - 1; i >= 0; i--) {
            if (lists.get(i).rankingId().equals(rankingId)) {
                return i;
            }
        }
        return -1;
    }
}
