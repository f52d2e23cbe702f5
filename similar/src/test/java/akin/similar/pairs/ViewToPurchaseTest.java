package akin.similar.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.settings.InvalidSettingsException;
import akin.similar.pairs.ViewToPurchase.Action;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewToPurchaseTest {
    private static Action view(int item) {
        return new Action(item, false);
    }

    private static Action purchase(int item) {
        return new Action(item, true);
    }

    @Test
    void theLastViewIsSimilarToThePurchaseAndOneLongBeforeIsNot() {
        List<Action> actions = List.of(view(1), view(2), view(3), view(9), purchase(9));

        assertThat(new ViewToPurchase(3).mine(actions)).containsExactly(new Pair(3, 9, true), new Pair(1, 9, false));
    }

    @Test
    void whoSawNothingElseMakesNoPair() {
        assertThat(new ViewToPurchase(2).mine(List.of(view(9), purchase(9)))).isEmpty();
        assertThat(new ViewToPurchase(2).mine(List.of(purchase(9)))).isEmpty();
    }

    @Test
    void aPageThatIsLoadedAgainIsOnePlace() {
        List<Action> actions = List.of(view(1), view(2), view(2), view(2), purchase(9));

        assertThat(new ViewToPurchase(2).mine(actions)).containsExactly(new Pair(2, 9, true), new Pair(1, 9, false));
    }

    @Test
    void viewsThatAreTooOldAreForgotten() {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            actions.add(view(i));
        }
        actions.add(purchase(5000));

        assertThat(new ViewToPurchase(20).mine(actions))
                .containsExactly(new Pair(999, 5000, true), new Pair(980, 5000, false));
    }

    @Test
    void oneShopperMakesNoMoreThanSoManyPairs() {
        List<Action> actions = new ArrayList<>(List.of(view(0)));
        for (int i = 1; i <= 1000; i++) {
            actions.add(purchase(i));
        }

        assertThat(new ViewToPurchase(20).mine(actions))
                .hasSize(ViewToPurchase.MOST_PAIRS)
                .endsWith(new Pair(0, 1000, true));
    }

    @Test
    void placesAreChecked() {
        assertThatThrownBy(() -> new ViewToPurchase(1)).isInstanceOf(InvalidSettingsException.class);
    }
}
