package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeighbourSettingsTest {
    @Test
    void namesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new NeighbourSettings(0, 100, 0, 1, 0, 4097))
                .hasMessage("embedding.neighbours.exact_items is 0, allowed is a whole number from 1 to 1000000; "
                        + "embedding.neighbours.rebuild_lag is 0, allowed is a whole number from 1 to 1073741823; "
                        + "embedding.neighbours.edges is 1, allowed is a whole number from 2 to 256; "
                        + "embedding.neighbours.construction is 0, allowed is a whole number from 1 to 4096; "
                        + "embedding.neighbours.search is 4097, allowed is a whole number from 1 to 4096");
        assertThatThrownBy(() -> new NeighbourSettings(1000, 10, 10, 16, 100, 64))
                .hasMessage("embedding.neighbours.rebuild_visits is 10, allowed is "
                        + "a whole number above rebuild_lag, 10");
    }
}
