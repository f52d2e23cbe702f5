package akin.models.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.component.Component;
import akin.models.loop.PlainLoop;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.ranking.Query;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranker;
import akin.models.ranking.Source;
import akin.models.rerank.CreComponent;
import akin.models.session.CovisitUnit;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.models.toy.LatestItems;
import akin.models.toy.SourceWeights;
import akin.models.toy.Toys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every component, source, ranker and space must hold to. */
class ComponentsTest {
    private static final int ITEMS = 150;
    private static final RecommenderSettings SETTINGS = Toys.added(published(Fixtures.recommenderSettings()));
    private static final RecommenderSettings TIGHT = Toys.added(published(Fixtures.tightSettings()));

    private static Recommender all;
    private static Recommender again;
    private static Recommender adopted;
    private static Recommender restored;
    private static Recommender tight;

    private static RecommenderSettings published(RecommenderSettings settings) {
        List<String> ids = new ArrayList<>(List.of("similar:visual"));
        settings.components().forEach(type -> ids.add(type.id()));
        return settings.with(Components.with(ids));
    }

    @BeforeAll
    static void learn() {
        List<ShardInput> inputs = inputs(SETTINGS, 2500);
        all = learned(SETTINGS, inputs);
        again = learned(SETTINGS, inputs);
        adopted = new Recommender(SETTINGS);
        adopted.adopt(all);
        restored = new Recommender(SETTINGS);
        all.memory().forEachPage(restored.memory()::load);
        restored.loaded();
        tight = learned(TIGHT, inputs(TIGHT, 3000));
    }

    private static List<ShardInput> inputs(RecommenderSettings settings, int n) {
        List<ShardInput> inputs = new ArrayList<>();
        PlainLoop loop = new PlainLoop(Fixtures.sessionSettings(CovisitUnit.USER), settings, ShardSettings.ONE);
        Fixtures.messages(17, 40, ITEMS, n).forEach(loop::add);
        loop.run(inputs::add, ranking -> {});
        return inputs;
    }

    private static Recommender learned(RecommenderSettings settings, List<ShardInput> inputs) {
        Recommender recommender = new Recommender(settings);
        inputs.forEach(input -> recommender.take(input, ranking -> {}));
        return recommender;
    }

    private static Component of(Recommender recommender, ComponentType type) {
        return recommender.components().stream()
                .filter(component -> component.id().equals(type.id()))
                .findFirst()
                .orElseThrow();
    }

    static Stream<ComponentType> types() {
        return SETTINGS.components().stream();
    }

    /** All that a component says of some anchors: what its sources name, and how its rankers score everything. */
    private static String answers(Recommender recommender, Component component) {
        StringBuilder answers = new StringBuilder();
        for (int number = 0; number < ITEMS; number += 7) {
            answers.append(answer(recommender, component, "i" + (number + 3) % ITEMS, "i" + number));
        }
        return answers.toString();
    }

    /** What a component says of an anchor, the last item of a window. */
    private static String answer(Recommender recommender, Component component, String... window) {
        Query query = query(recommender, window);
        StringBuilder answer = new StringBuilder();
        component.sources().forEach(source -> answer.append(named(recommender, source, query)));
        component.rankers().forEach(ranker -> answer.append(scored(recommender, ranker, query)));
        return answer.toString();
    }

    private static Query query(Recommender recommender, String... window) {
        return new Query()
                .set(
                        recommender.catalog().items(),
                        window[window.length - 1],
                        List.of(window),
                        window.length,
                        Fixtures.START + 1000,
                        0);
    }

    private static String named(Recommender recommender, Source source, Query query) {
        CandidateList list = new CandidateList();
        list.clear(20);
        source.find(query, row -> row != query.anchor() && recommender.catalog().isShowable(row), list);
        StringBuilder named = new StringBuilder(source.name());
        List<Integer> rows = new ArrayList<>();
        for (int n = 0; n < list.size(); n++) {
            assertThat(list.score(n)).isFinite();
            assertThat(n == 0 || list.score(n) <= list.score(n - 1) || source.isLastResort())
                    .isTrue();
            assertThat(recommender.catalog().items().isAlive(list.row(n))).isTrue();
            assertThat(list.row(n)).isNotEqualTo(query.anchor());
            rows.add(list.row(n));
            named.append(' ').append(list.row(n)).append(' ').append(list.score(n));
        }
        assertThat(rows).doesNotHaveDuplicates();
        return named.append('\n').toString();
    }

    private static String scored(Recommender recommender, Ranker ranker, Query query) {
        Candidates all = new Candidates(16, recommender.sources());
        IntStream.range(1, recommender.catalog().items().end())
                .filter(recommender.catalog().items()::isAlive)
                .forEach(all::add);
        float[] scores = new float[all.size() + 1];
        scores[all.size()] = 42;
        ranker.score(query, all, scores);
        StringBuilder scored = new StringBuilder(ranker.name());
        for (int i = 0; i < all.size(); i++) {
            assertThat(scores[i]).isFinite();
            scored.append(' ').append(scores[i]);
        }
        assertThat(scores[all.size()]).isEqualTo(42);
        return scored.append('\n').toString();
    }

    @Test
    void idsAndNamesAreGivenOnce() {
        assertThat(types().map(ComponentType::id)).doesNotHaveDuplicates();
        assertThat(types().flatMap(type -> type.sources().stream())).doesNotHaveDuplicates();
        assertThat(types().flatMap(type -> type.rankers().stream())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("types")
    void bringsWhatItsTypeSays(ComponentType type) {
        Component component = of(new Recommender(SETTINGS), type);

        assertThat(component.sources()).extracting(Source::name).containsExactlyElementsOf(type.sources());
        assertThat(component.rankers()).extracting(Ranker::name).containsExactlyElementsOf(type.rankers());
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEmptyModelNamesNothingAndScoresNothing(ComponentType type) {
        Recommender recommender = new Recommender(SETTINGS);
        IntStream.range(0, ITEMS).forEach(i -> recommender.catalog().know("i" + i, 1));
        String answers = answers(recommender, of(recommender, type));

        assertThat(answers.lines()).allMatch(line -> line.matches("[a-z0-9:-]+( 0\\.0)*"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSameInputMakesTheSameAnswersAlsoAfterARestoreOrATakeover(ComponentType type) {
        String expected = answers(all, of(all, type));

        assertThat(answers(again, of(again, type))).isEqualTo(expected);
        assertThat(answers(adopted, of(adopted, type))).isEqualTo(expected);
        assertThat(answers(restored, of(restored, type))).isEqualTo(expected);
        assertThat(of(restored, type).learning()).isEqualTo(of(all, type).learning());
        // Source weights say something of pools only.
        if (type != SourceWeights.TYPE
                && !(type.sources().isEmpty() && type.rankers().isEmpty())) {
            assertThat(expected).containsPattern(" [1-9]| 0\\.[0-9]*[1-9]");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void itemsThatGoAreForgotten(ComponentType type) {
        Component component = of(tight, type);

        // What is named is alive, and what is scored is finite: both are looked at on the way.
        assertThat(answers(tight, component)).isNotNull();
        component
                .spaces()
                .forEach((name, space) -> IntStream.range(
                                1, tight.catalog().items().end())
                        .filter(row -> !tight.catalog().items().isAlive(row))
                        .forEach(row ->
                                assertThat(space.has(row)).as(name + " " + row).isFalse()));
        assertThat(tight.catalog().items().end()).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whoGetsTheRowOfAnItemThatIsGoneInheritsNothing(ComponentType type) {
        Recommender full = new Recommender(TIGHT);
        full.adopt(tight);
        Component component = of(full, type);
        int end = full.catalog().items().end();
        List<String> strangers =
                IntStream.range(0, 20).mapToObj(n -> "stranger" + n).toList();
        int[] rows = strangers.stream()
                .mapToInt(id -> full.catalog().know(id, Fixtures.START + 1_000_000_000L))
                .toArray();
        String known = IntStream.range(0, ITEMS)
                .mapToObj(number -> "i" + number)
                .filter(id -> full.catalog().items().row(id) != 0)
                .findFirst()
                .orElseThrow();

        assertThat(Arrays.stream(rows).boxed()).allMatch(row -> row < end).doesNotHaveDuplicates();
        // What is in the window counts by its being there.
        if (!type.id().equals(CreComponent.ID)) {
            String unknown = answer(full, component, "unheard of");
            assertThat(strangers)
                    .allSatisfy(id -> assertThat(answer(full, component, id)).isEqualTo(unknown));
        }
        for (Ranker ranker : component.rankers()) {
            Candidates candidates = new Candidates(16, full.sources());
            Arrays.stream(rows).forEach(candidates::add);
            float[] scores = new float[rows.length];
            ranker.score(query(full, known), candidates, scores);
            assertThat(scores).containsOnly(scores[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void spacesHoldFiniteVectors(ComponentType type) {
        of(all, type).spaces().forEach((name, space) -> {
            int vectors = 0;
            for (int row = 1; row < space.end(); row++) {
                for (int i = 0; space.has(row) && i < space.dimensions(); i++) {
                    assertThat(space.page(row)[space.offset(row) + i]).isFinite();
                }
                vectors += space.has(row) ? 1 : 0;
            }
            assertThat(vectors).as(name).isGreaterThan(50);
        });
    }

    @Test
    void componentsThatComeAndGoAndChangePlacesLeaveTheOthersAsTheyAre() {
        RecommenderSettings without = SETTINGS.with(SETTINGS.components().stream()
                        .filter(type -> type != LatestItems.TYPE && type != SourceWeights.TYPE)
                        .toList())
                .withPlacements(Fixtures.recommenderSettings().placements());
        for (RecommenderSettings other : List.of(without, Toys.reordered(without))) {
            Recommender fewer = new Recommender(other);
            all.memory().forEachPage((table, number, page) -> {
                if (fewer.memory().knows(table)) {
                    fewer.memory().load(table, number, page);
                }
            });
            fewer.loaded();
            for (ComponentType type : withoutRerankers(other)) {
                assertThat(answers(fewer, of(fewer, type))).as(type.id()).isEqualTo(answers(all, of(all, type)));
            }
            assertThat(fewer.report(0, false).quality())
                    .allSatisfy((ranker, slices) -> assertThat(slices)
                            .isEqualTo(all.report(0, false).quality().get(ranker)));
        }
    }

    /** What ranks by all sources and rankers says something else when some are gone. */
    private static List<ComponentType> withoutRerankers(RecommenderSettings settings) {
        return settings.components().stream()
                .filter(type -> !type.id().equals(CreComponent.ID))
                .toList();
    }

    @Test
    void theSecondStageOrdersTheFirstOfTheFirstStageOnly() {
        List<String> one = items(all, "latest", null);
        List<String> two = items(all, "latest", "source-weights");

        assertThat(two.subList(0, 10)).containsExactlyInAnyOrderElementsOf(one.subList(0, 10));
        assertThat(two.subList(0, 10)).isNotEqualTo(one.subList(0, 10));
        assertThat(two.subList(10, two.size())).isEqualTo(one.subList(10, one.size()));
    }

    private static List<String> items(Recommender model, String ranker, String reranker) {
        Recommender asked = new Recommender(SETTINGS.withPlacements(List.of(new Placement(
                "similar",
                List.of(),
                ranker,
                reranker == null ? null : new Placement.Reranking(reranker, 10),
                30,
                Filters.NONE))));
        asked.adopt(model);
        return asked
                .rank(new RankRequest(0, Fixtures.START, "u", 0, 0, "r", "i3", "similar", List.of("i3"), List.of()))
                .ranking()
                .items()
                .stream()
                .map(RankedItem::itemId)
                .toList();
    }
}
