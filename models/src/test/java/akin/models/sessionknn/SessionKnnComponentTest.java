package akin.models.sessionknn;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.catalog.Catalog;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.shard.Visit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionKnnComponentTest {
    private static final long OWN = 99;

    private final Memory memory = new Memory();
    private final Catalog catalog =
            new Catalog(memory, Fixtures.recommenderSettings().catalog(), row -> {});

    private SessionKnnComponent component(boolean wholeSession) {
        return new SessionKnnComponent(memory, new SessionKnnSettings(100, 10, 50, 20, 8, 2, 3, wholeSession), catalog);
    }

    private void learn(SessionKnnComponent component, long session, String... items) {
        for (String item : items) {
            catalog.visit(item, 1);
            component.learn(new Visit(
                    0,
                    1,
                    "u",
                    0,
                    session,
                    EventType.VIEW,
                    item,
                    List.of(),
                    true,
                    true,
                    true,
                    false,
                    EventType.VIEW,
                    List.of()));
        }
    }

    private List<String> named(SessionKnnComponent component, String... window) {
        Query query = query(window);
        CandidateList list = new CandidateList();
        list.clear(10);
        component.find(query, row -> row != query.anchor(), list);
        return IntStream.range(0, list.size())
                .mapToObj(i -> catalog.items().id(list.row(i)))
                .toList();
    }

    private Query query(String... window) {
        List<String> ids = List.of(window);
        return new Query().set(catalog.items(), ids.get(ids.size() - 1), ids, ids.size(), 1, OWN);
    }

    @Test
    void namesAndScoresWhatSessionsLikeTheShoppersHold() {
        SessionKnnComponent component = component(true);
        learn(component, 1, "a", "b", "c");
        learn(component, 2, "a", "d");
        learn(component, OWN, "b", "a", "e");

        assertThat(named(component, "b", "a")).containsExactlyInAnyOrder("b", "c", "d");
        Candidates candidates = new Candidates(2);
        candidates.add(catalog.items().row("c"));
        candidates.add(catalog.items().row("e"));
        float[] scores = new float[2];
        component.score(query("b", "a"), candidates, scores);
        assertThat(scores[0]).isPositive();
        assertThat(scores[1]).isZero();
    }

    @Test
    void knowsAtOnceWhatItHasLearned() {
        SessionKnnComponent component = component(true);
        learn(component, 1, "a", "b");
        assertThat(named(component, "a")).containsExactly("b");
        learn(component, 2, "a", "c");
        assertThat(named(component, "a")).containsExactlyInAnyOrder("b", "c");
        component.forget(catalog.items().row("a"));
        assertThat(named(component, "a")).isEmpty();
    }

    @Test
    void withoutConsentLooksAtTheCurrentItemOnly() {
        SessionKnnComponent component = component(false);
        learn(component, 1, "a", "b");
        learn(component, 2, "c", "d");

        assertThat(named(component, "c", "a")).containsExactly("b");
    }

    @Test
    void leavesOutVisitsWithoutASession() {
        SessionKnnComponent component = component(true);
        learn(component, 0, "a", "b");

        assertThat(named(component, "a")).isEmpty();
    }
}
