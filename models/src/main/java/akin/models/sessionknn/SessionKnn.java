package akin.models.sessionknn;

import akin.models.catalog.Items;
import akin.models.kernel.Scalars;
import akin.models.memory.Memory;
import akin.models.memory.RowPositions;
import akin.models.neighbours.Best;
import java.util.Arrays;

/**
 * Finds candidates in past sessions like the shopper's, in the manner of VMIS-kNN [Kersbergen et al., SIGMOD 2022]: by
 * posting lists, each walked from its newest session on and no farther than what is remembered. With the places p of the
 * window, 0 the newest, and the distance d between a candidate and the newest item that its session shares,
 * <pre>  similarity(s) = Σ_p [s has item p] exp(-p / windowDecay)
 *  score(i) = log(1 + sessions / sessions with i) Σ_s similarity(s) exp(-d / distanceDecay)</pre>
 * over the most similar sessions [distances as in Garg et al., STAN, SIGIR 2019]. A session is found from its second
 * visit on.
 */
public final class SessionKnn {
    private final SessionKnnSettings settings;
    private final Items items;
    private final PastSessions sessions;
    private final PostingLists postings;
    private final float[] windowWeights;
    private final float[] distanceWeights;
    private final int[] list;
    private final int[] content;

    private final RowPositions found = new RowPositions();
    private int[] numbers = new int[256];
    private float[] similarities = new float[256];
    /** Of each session found, the newest place of the window that it shares, and the last one that was counted. */
    private int[] shared = new int[256];

    private int[] counted = new int[256];
    private int sizeOfFound;

    private final Best best = new Best();
    private final int[] nearest;
    private final float[] nearestSimilarities;

    private final RowPositions positions = new RowPositions();
    private int[] rows = new int[256];
    private float[] scores = new float[256];
    private int size;

    public SessionKnn(Memory memory, SessionKnnSettings settings, Items items) {
        this.settings = settings;
        this.items = items;
        sessions = new PastSessions(memory, settings);
        postings = new PostingLists(memory, settings);
        windowWeights = decay(settings.windowDecay(), settings.window());
        distanceWeights = decay(settings.distanceDecay(), settings.items());
        list = new int[settings.postings()];
        content = new int[settings.items()];
        nearest = new int[settings.neighbours()];
        nearestSimilarities = new float[settings.neighbours()];
    }

    private static float[] decay(double decay, int n) {
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            weights[i] = (float) Scalars.exp(-i / decay);
        }
        return weights;
    }

    /** Rebuilds what is derived from memory, after memory was loaded. */
    public void loaded() {
        sessions.loaded();
    }

    /** Learns anew what one of another shape remembers, session after session. */
    public void adopt(SessionKnn other) {
        if (Arrays.equals(settings.shape(), other.settings.shape())) {
            return;
        }
        long started = other.sessions.started();
        int[] refs = new int[other.settings.items()];
        for (long n = Math.max(0, started - other.settings.sessions()); n < started; n++) {
            int number = (int) (n + 1);
            int size = other.sessions.items(number, refs);
            for (int i = 0; i < size; i++) {
                if (items.resolve(refs[i]) != 0) {
                    learn(other.sessions.id(number), items.resolve(refs[i]));
                }
            }
        }
    }

    /**
     * Learns a visit.
     *
     * @param session hash of the session's id
     * @param row of the item
     */
    public void learn(long session, int row) {
        int number = sessions.open(session);
        int ref = items.ref(row);
        int n = sessions.items(number, content);
        sessions.add(number, ref);
        int first = n == 1 ? items.resolve(content[0]) : 0;
        if (first != 0) {
            postings.add(first, number);
        }
        if (n > 0 && !contains(n, ref)) {
            postings.add(row, number);
        }
    }

    private boolean contains(int n, int ref) {
        for (int i = 0; i < n; i++) {
            if (content[i] == ref) {
                return true;
            }
        }
        return false;
    }

    /** Forgets an item: sessions keep a reference to it that is stale. */
    public void forget(int row) {
        postings.clear(row);
    }

    /**
     * Finds what similar sessions hold.
     *
     * @param session hash of the id of the shopper's own session, which is left out
     * @param window rows of its items, newest first
     * @return how many candidates there are
     */
    public int find(long session, int[] window, int n) {
        findSessions(sessions.number(session), window, Math.min(n, settings.window()));
        best.clear(settings.neighbours());
        for (int i = 0; i < sizeOfFound; i++) {
            best.offer(similarities[i], i);
        }
        int neighbours = best.drain(nearest, nearestSimilarities);
        positions.clear();
        size = 0;
        for (int i = 0; i < neighbours; i++) {
            addItems(nearest[i], window[shared[nearest[i]]]);
        }
        for (int i = 0; i < size; i++) {
            scores[i] *= rarity(rows[i]);
        }
        return size;
    }

    private void findSessions(int own, int[] window, int n) {
        found.clear();
        sizeOfFound = 0;
        for (int place = 0; place < n; place++) {
            int length = isRepeat(window, place) ? 0 : postings.newest(window[place], list);
            for (int i = 0; i < length && sessions.has(list[i]); i++) {
                if (list[i] != own) {
                    count(list[i], place);
                }
            }
        }
    }

    private static boolean isRepeat(int[] window, int place) {
        for (int newer = 0; newer < place; newer++) {
            if (window[newer] == window[place]) {
                return true;
            }
        }
        return false;
    }

    private void count(int number, int place) {
        int key = number & (1 << 24) - 1;
        int at = found.get(key);
        if (at < 0) {
            at = appendSession(number, place);
            found.put(key, at);
        } else if (counted[at] == place) {
            // An item that comes back after a long session has forgotten it is posted twice.
            return;
        }
        counted[at] = place;
        similarities[at] += windowWeights[place];
    }

    private int appendSession(int number, int place) {
        if (sizeOfFound == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * sizeOfFound);
            similarities = Arrays.copyOf(similarities, 2 * sizeOfFound);
            shared = Arrays.copyOf(shared, 2 * sizeOfFound);
            counted = Arrays.copyOf(counted, 2 * sizeOfFound);
        }
        numbers[sizeOfFound] = number;
        similarities[sizeOfFound] = 0;
        shared[sizeOfFound] = place;
        return sizeOfFound++;
    }

    private void addItems(int session, int sharedRow) {
        int n = sessions.items(numbers[session], content);
        int at = -1;
        for (int i = 0; i < n; i++) {
            content[i] = items.resolve(content[i]);
            at = content[i] == sharedRow ? i : at;
        }
        for (int i = 0; i < n; i++) {
            if (content[i] != 0) {
                float weight = distanceWeights[at < 0 ? n - 1 : Math.abs(i - at)];
                add(content[i], similarities[session] * weight);
            }
        }
    }

    private void add(int row, float score) {
        int at = positions.get(row);
        if (at < 0) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
                scores = Arrays.copyOf(scores, 2 * size);
            }
            at = size++;
            positions.put(row, at);
            rows[at] = row;
            scores[at] = 0;
        }
        scores[at] += score;
    }

    private float rarity(int row) {
        double occurrences = Math.max(1, postings.added(row));
        return (float) StrictMath.log1p(sessions.started() / occurrences);
    }

    /** Returns the row of the n-th candidate found, in no order of scores. */
    public int row(int n) {
        return rows[n];
    }

    public float score(int n) {
        return scores[n];
    }

    /** Returns the score of an item by its row, 0 if it was not found. */
    public float scoreOf(int row) {
        int at = positions.get(row);
        return at < 0 ? 0 : scores[at];
    }
}
