package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeighbourSettingsTest {
    @Test
    void namesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new NeighbourSettings(0, 7, 0, -1))
                .hasMessageContaining("embedding.neighbours.exact_items is 0, ")
                .hasMessageContaining("embedding.neighbours.listed is 7, ")
                .hasMessageContaining("embedding.neighbours.steps is 0, ")
                .hasMessageContaining("embedding.neighbours.refresh_below is -1.0, ");
    }
}
