package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeighbourSettingsTest {
    @Test
    void namesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new NeighbourSettings(7, 0, 0))
                .hasMessageContaining("embedding.neighbours.cell is 7, ")
                .hasMessageContaining("embedding.neighbours.looked_at is 0, ");
    }
}
