package akin.models.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.component.Component;
import akin.models.component.PoolLearner;
import akin.models.component.RankedPool;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.ranking.Filters;
import akin.models.session.CovisitUnit;
import akin.models.shard.ShardSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What those learn from that learn from pools. */
class LearnedPoolsTest {
    private final List<String> learned = new ArrayList<>();

    /** Notes of each pool the anchor, how many items the session has, the visited item, and whether the pool has these two. */
    private final class Notes implements Component, PoolLearner {
        @Override
        public String id() {
            return "notes";
        }

        @Override
        public List<PoolLearner> poolLearners() {
            return List.of(this);
        }

        @Override
        public void learn(RankedPool pool) {
            int anchor = pool.query().anchor();
            learned.add(pool.visit().window().get(pool.visit().window().size() - 1)
                    + pool.query().size()
                    + pool.visit().itemId()
                    + (pool.candidates().position(anchor) >= 0 ? " anchor" : "")
                    + (pool.target() >= 0 ? " target" : ""));
        }
    }

    private PlainLoop loop() {
        List<ComponentType> components =
                new ArrayList<>(Fixtures.recommenderSettings().components());
        components.add(new ComponentType("notes", List.of(), List.of(), parts -> new Notes()));
        // What placements show makes no difference.
        Filters hidden = new Filters(0, List.of("brand"), true, true, 0.1);
        RecommenderSettings settings = Fixtures.recommenderSettings()
                .with(components)
                .withPlacements(List.of(Fixtures.placement("similar", hidden)));
        return new PlainLoop(Fixtures.sessionSettings(CovisitUnit.SESSION), settings, ShardSettings.ONE);
    }

    private static void visit(PlainLoop loop, String user, String... items) {
        long time = Fixtures.START + 1000L * user.charAt(0);
        for (int i = 0; i < items.length; i++) {
            loop.add(Message.of(Event.of(user + i, user, items[i], EventType.VIEW, time + i, user)));
        }
        loop.run(ranking -> {});
    }

    @Test
    void learnsWhereTheShopperWentNextFromAllThatWasSeen() {
        PlainLoop loop = loop();
        visit(loop, "1", "a", "b", "c");
        learned.clear();
        visit(loop, "2", "a", "b", "b", "a", "new");

        assertThat(learned).containsExactly("a1b anchor target", "b2b anchor target", "b2a anchor target");
    }

    @Test
    void aReloadAtTheBeginningOfASessionTellsWhatIsNextToo() {
        PlainLoop loop = loop();
        visit(loop, "1", "a", "b", "c");
        learned.clear();
        visit(loop, "2", "a", "a", "a", "b");

        assertThat(learned).containsExactly("a1a anchor target", "a1a anchor target", "a1b anchor target");
    }
}
