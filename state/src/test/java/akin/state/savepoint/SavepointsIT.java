package akin.state.savepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.Fixtures;
import akin.models.loop.PlainLoop;
import akin.models.recommender.Components;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.session.Shopper;
import akin.models.shard.ShardInput;
import akin.state.Uids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the State Processor API reads, leaves out and brings under other settings. */
class SavepointsIT {
    private static final RecommenderSettings FEWER_NEIGHBOURS =
            Fixtures.recommenderSettings(8, 200, Fixtures.embeddingSettings());

    @TempDir
    private static Path folder;

    private static PlainLoop loop;
    private static String written;

    @TempDir
    private Path here;

    @BeforeAll
    static void write() throws Exception {
        loop = WrittenSavepoint.loop();
        written = folder.resolve("savepoint").toUri().toString();
        WrittenSavepoint.write(loop, written);
    }

    private String to() {
        return here.resolve("to").toUri().toString();
    }

    private static Savepoint open(String path) throws IOException {
        return SavedJob.open(path).savepoint();
    }

    private static List<SessionsEntry> users(String path) throws Exception {
        List<SessionsEntry> users = new ArrayList<>();
        SavedStates states = new SavedStates(SavepointEnvironment.create(), open(path));
        try (CloseableIterator<SessionsEntry> all = states.users().executeAndCollect()) {
            all.forEachRemaining(users::add);
        }
        return users;
    }

    private static List<ShardInput> pending(String path) throws Exception {
        List<ShardInput> pending = new ArrayList<>();
        SavedJob.open(path).forEachPending(pending::add);
        return pending;
    }

    private static List<SavedPage> pages(String path) throws Exception {
        List<SavedPage> pages = new ArrayList<>();
        SavedJob.open(path).forEachPageInOrder(pages::add);
        return pages;
    }

    private static Map<Integer, String> digests(String path, RecommenderSettings settings) throws Exception {
        Map<Integer, String> digests = new TreeMap<>();
        SavedJob.open(path).forEachShard(settings, shard -> digests.put(shard.number(), digest(shard.recommender())));
        return digests;
    }

    private static String digest(Recommender recommender) {
        return HexFormat.of().formatHex(recommender.memory().digest());
    }

    @Test
    void shardsAreReadAsTheyWereLearned() throws Exception {
        assertThat(digests(written, WrittenSavepoint.SETTINGS))
                .isEqualTo(Map.of(0, digest(loop.shard(0)), 1, digest(loop.shard(1))));
    }

    @Test
    void eachEntryIsReadOnceThoughItsKeyIsInManyStates() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        for (int shard = 0; shard < 2; shard++) {
            loop.shard(shard).memory().forEachPage((table, number, page) -> pages.incrementAndGet());
        }

        assertThat(pages(written)).hasSize(pages.get());
        assertThat(pending(written))
                .containsExactlyInAnyOrder(
                        WrittenSavepoint.waiting(0, "ann"),
                        WrittenSavepoint.waiting(0, "bob"),
                        WrittenSavepoint.waiting(1, "ann"),
                        WrittenSavepoint.waiting(1, "bob"));
    }

    @Test
    void tellsTheSettingsThatShapedTheMemory() throws Exception {
        assertThat(SavedJob.open(written).shape())
                .contains("shards.by=hash", "shards.count=2", "embedding.dimensions=8", "covisit.neighbours=256")
                .anyMatch(assignment -> assignment.startsWith("embedding.learners=[item2vec"));
        assertThat(SavedJob.open(written).shardNames()).containsExactly(Map.entry(5, "shoes"));
    }

    @Test
    void usersAreReadInTheOrderOfTheirIds() throws Exception {
        List<String> ids = new ArrayList<>();
        List<Shopper> shoppers = new ArrayList<>();
        SavedJob.open(written).forEachShopper((id, shopper) -> {
            ids.add(id);
            shoppers.add(shopper);
        });

        assertThat(ids).containsExactly("ann", "bob");
        assertThat(shoppers).containsExactly(WrittenSavepoint.shopper("ann"), WrittenSavepoint.shopper("bob"));
    }

    @Test
    void whoIsForgottenIsGoneAndNothingElse() throws Exception {
        new DerivedSavepoint(open(written)).forgetting("ann").dropping("ann").write(to());

        assertThat(users(to())).singleElement().satisfies(user -> {
            assertThat(user.id()).isEqualTo("bob");
            assertThat(user.timers()).isEqualTo(WrittenSavepoint.TIMERS);
            assertThat(user.shopper()).isEqualTo(WrittenSavepoint.shopper("bob"));
        });
        assertThat(pending(to()))
                .containsExactlyInAnyOrder(WrittenSavepoint.waiting(0, "bob"), WrittenSavepoint.waiting(1, "bob"));
        assertThat(pages(to())).usingRecursiveComparison().isEqualTo(pages(written));
        assertThat(SavedJob.open(to()).shape()).isEqualTo(SavedJob.open(written).shape());
        SavedStates states = new SavedStates(SavepointEnvironment.create(), open(to()));
        try (CloseableIterator<SessionsEntry> items = states.shardsOfItems().executeAndCollect()) {
            assertThat(items.next().shards().at(Fixtures.START, 0)).isEqualTo(1);
        }
    }

    /** Sessions doesn't know the definitions of experiments any more. */
    @Test
    void afterSomeoneWasForgottenTheControlTopicIsReadAnew() throws Exception {
        Savepoint.open(written, List.of(Uids.CONTROL_SOURCE));
        new DerivedSavepoint(open(written)).forgetting("ann").write(to());

        assertThatThrownBy(() -> Savepoint.open(to(), List.of(Uids.CONTROL_SOURCE)))
                .hasMessageContaining("no operator with the uid " + Uids.CONTROL_SOURCE);
    }

    @Test
    void whatIsMigratedIsWhatARecommenderOfThatShapeAdopts() throws Exception {
        new DerivedSavepoint(open(written))
                .migrated(WrittenSavepoint.SETTINGS, FEWER_NEIGHBOURS, WrittenSavepoint.CUT)
                .write(to());

        Map<Integer, String> adopted = new TreeMap<>();
        for (int shard = 0; shard < 2; shard++) {
            Recommender recommender = new Recommender(FEWER_NEIGHBOURS);
            recommender.adopt(loop.shard(shard));
            adopted.put(shard, digest(recommender));
        }
        assertThat(digests(to(), FEWER_NEIGHBOURS)).isEqualTo(adopted);
        assertThat(SavedJob.open(to()).shape()).contains("covisit.neighbours=8", "shards.count=2");
        assertThat(pending(to())).hasSize(4);
        assertThat(users(to())).hasSize(2);
    }

    /** A job may start from it only with the maximum parallelism that all operators were saved with. */
    @Test
    void theMaximumParallelismStays() throws Exception {
        new DerivedSavepoint(open(written))
                .forgetting("ann")
                .migrated(WrittenSavepoint.SETTINGS, FEWER_NEIGHBOURS, WrittenSavepoint.CUT)
                .write(to());

        assertThat(List.of(Uids.SHARDS, Uids.SESSIONS, Uids.DIRECTORY))
                .allSatisfy(
                        uid -> assertThat(open(to()).maxParallelism(uid)).isEqualTo(WrittenSavepoint.MAX_PARALLELISM));
    }

    @Test
    void anOperatorCanBeLeftOut() throws Exception {
        new DerivedSavepoint(open(written)).without(Uids.DIRECTORY).write(to());

        assertThatThrownBy(() -> SavedJob.open(to()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another job")
                .hasMessageContaining(Uids.DIRECTORY);
    }

    @Test
    void otherSettingsThanTheJobsAreRefused() {
        RecommenderSettings other = Fixtures.recommenderSettings(256, 200, Fixtures.embeddingSettings(4, 4, 500))
                .with(Components.with(List.of("item2vec")));

        assertThatThrownBy(() -> digests(written, other))
                .hasMessageContaining("the savepoint does not fit the settings, give those of its job");
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Files.createDirectories(here.resolve("to"));

        assertThatThrownBy(() ->
                        new DerivedSavepoint(open(written)).forgetting("ann").write(to()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is there already");
        assertThat(here.resolve("to")).isEmptyDirectory();
    }

    @Test
    void whatIsNoSavepointIsRefused() {
        String nothing = here.toUri().toString();

        assertThatThrownBy(() -> SavedJob.open(nothing))
                .hasMessageContaining(nothing + " can't be read as a savepoint");
    }
}
