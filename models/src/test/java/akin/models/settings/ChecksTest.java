package akin.models.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.catalog.CatalogSettings;
import akin.models.embedding.ForetoldSettings;
import akin.models.quality.QualitySettings;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.rerank.CreSettings;
import akin.models.rerank.GeneratorCreSettings;
import akin.models.rerank.PoolLearningSettings;
import akin.models.session.CovisitUnit;
import akin.models.session.SessionSettings;
import akin.models.shard.ShardSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void bothEndsOfARangeBelongToIt() {
        assertThatCode(() -> Checks.of("g")
                        .range("a", 1, 1, 3)
                        .range("b", 3, 1, 3)
                        .range("c", 0.5, 0.5, 1.0)
                        .range("d", DAY, DAY, DAY)
                        .notNegative("e", Duration.ZERO)
                        .positive("f", Checks.LONGEST)
                        .verify())
                .doesNotThrowAnyException();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> Checks.of("g")
                        .range("a", 0, 1, 3)
                        .range("b", Double.NaN, 0, 1)
                        .positive("c", Duration.ZERO)
                        .require(false, "d", "x", "y")
                        .verify())
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(
                        "g.a is 0, allowed is a whole number from 1 to 3; g.b is NaN, allowed is a number from 0.0 to 1.0; "
                                + "g.c is 0ms, allowed is a duration from 1ms to 3650d; g.d is x, allowed is y");
    }

    @Test
    void recordsOfSettingsCheckThemselves() {
        assertThatThrownBy(() ->
                        new SessionSettings(Duration.ZERO, 65, CovisitUnit.USER, 0, DAY, DAY.negated(), 1, 1, 0, true))
                .hasMessageContaining("sessions.gap is 0ms")
                .hasMessageContaining("sessions.window is 65, allowed is a whole number from 1 to 64")
                .hasMessageContaining("sessions.history_items is 0")
                .hasMessageContaining("sessions.duplicate_window is -1d")
                .hasMessageContaining("sessions.waiting_events is 0");
        assertThatThrownBy(() -> new ShardSettings(ShardSettings.By.HASH, 17, 0))
                .hasMessageContaining("shards.depth is 17")
                .hasMessageContaining("shards.count is 0");
        assertThatThrownBy(() -> new CatalogSettings(List.of(), 0, Duration.ZERO, true, DAY))
                .hasMessageContaining("catalog.max_items is 0")
                .hasMessageContaining("catalog.idle_expiry is 0ms");
        assertThatThrownBy(() -> new QualitySettings(true, 0, 0, -1))
                .hasMessageContaining("quality.sample is 0.0, allowed is a number from 1.0E-6 to 1.0")
                .hasMessageContaining("quality.choices is 0")
                .hasMessageContaining("quality.cold_visits is -1");
        assertThatThrownBy(() -> new CreSettings(0, true, true, null, null, -1))
                .hasMessageContaining("cre.hidden is 0")
                .hasMessageContaining("cre.seed is -1");
        assertThatThrownBy(() -> new GeneratorCreSettings(1, 17, 1.5))
                .hasMessageContaining("cre.candidates is 1")
                .hasMessageContaining("cre.generator_replays is 17")
                .hasMessageContaining("cre.generator_share is 1.5");
        assertThatThrownBy(() -> new ForetoldSettings(0, 0, 2, -1))
                .hasMessageContaining("foretold.least_visits is 0")
                .hasMessageContaining("foretold.kappa is 0.0")
                .hasMessageContaining("foretold.rate is 2.0")
                .hasMessageContaining("foretold.covisits is -1.0");
        assertThatThrownBy(() -> new PoolLearningSettings(0, 0, 0, 17, 0, 1, -1, 1.5))
                .hasMessageContaining("cre.learning_rate is 0.0")
                .hasMessageContaining("cre.batch is 0")
                .hasMessageContaining("cre.replays is 17")
                .hasMessageContaining("cre.reservoir is 0")
                .hasMessageContaining("cre.sample is 1")
                .hasMessageContaining("cre.warm_up is -1")
                .hasMessageContaining("cre.share is 1.5");
    }

    @Test
    void partsOfAListLeaveTheirPlaceThereToOthers() {
        assertThatThrownBy(() -> new Placement("p", List.of(), "popular", null, 0, Filters.NONE))
                .hasMessage("top is 0, allowed is a whole number from 1 to 1000");
        assertThatThrownBy(() -> new Placement.Reranking("popular", 0)).hasMessageStartingWith("rerank is 0, ");
        assertThatThrownBy(() -> new Filters(17, List.of(), false, false, 101))
                .hasMessage("category_levels is 17, allowed is any, or a whole number from 0 to 16; "
                        + "price_band is 101.0, allowed is a number from 0.0 to 100.0");
    }
}
