package akin.similar.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.session.Seen;
import akin.models.session.Shopper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavedShoppersTest {
    private final SavedShoppers shoppers = new SavedShoppers(Integer::parseInt, new ViewToPurchase(2));

    private static Shopper shopper(List<String> history, List<String> bought) {
        List<Seen> seen = history.stream().map(id -> new Seen(id, 1)).toList();
        return new Shopper(1, 1, null, seen, bought, List.of(), List.of(), Shopper.NEW.quota());
    }

    @Test
    void whatWasLookedAtBeforeAPurchaseIsSimilarToIt() {
        shoppers.add(shopper(List.of("1", "2", "3", "4"), List.of("3", "9")));
        shoppers.add(shopper(List.of("5", "6"), List.of()));
        shoppers.add(shopper(List.of("7", "8"), List.of("8", "7")));

        assertThat(shoppers.pairs()).containsExactly(new Pair(2, 3, true), new Pair(1, 3, false), new Pair(7, 8, true));
        assertThat(shoppers.purchases()).isEqualTo(3);
    }
}
