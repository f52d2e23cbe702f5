package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeighbourSettingsTest {
    @Test
    void namesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new NeighbourSettings(0, 100, 10, 16, 100, 64))
                .hasMessage("exactItems is 0, must be at least 1");
        assertThatThrownBy(() -> new NeighbourSettings(1000, 100, 0, 16, 100, 64))
                .hasMessage("rebuildLag is 0, must be at least 1");
        assertThatThrownBy(() -> new NeighbourSettings(1000, 100, 10, 1, 100, 64))
                .hasMessage("neighbours is 1, must be at least 2");
        assertThatThrownBy(() -> new NeighbourSettings(1000, 100, 10, 16, 0, 64))
                .hasMessage("construction is 0, must be at least 1");
        assertThatThrownBy(() -> new NeighbourSettings(1000, 100, 10, 16, 100, 0))
                .hasMessage("search is 0, must be at least 1");
        assertThatThrownBy(() -> new NeighbourSettings(1000, 10, 10, 16, 100, 64))
                .hasMessage("rebuildVisits is 10, must be more than rebuildLag, 10");
    }
}
