package akin.tools.simulation;

import java.util.Arrays;

/** Who comes next and what for. Tastes are a hash of the user, so they need no memory. */
final class Shoppers {
    private static final int STREAM = 2;
    private static final int FAVOURITE_LEAVES = 3;
    private static final long PAUSE = 31 * 60_000L;
    private static final int TRIES = 4;
    private static final double MEAN_VISITS = 6;

    private final ShopSettings settings;
    private final Draws draws;
    private final int leaves;
    private final long[] free;
    private long guests;

    Shoppers(ShopSettings settings, Draws draws, int leaves) {
        this.settings = settings;
        this.draws = draws;
        this.leaves = leaves;
        free = new long[settings.users()];
        Arrays.fill(free, Long.MIN_VALUE);
    }

    /** A session that starts now. A user's sessions are more than half an hour apart; when nobody is free, a guest comes. */
    Walk next(long serial, long now) {
        boolean bot = draws.chance(settings.botShare());
        for (int tries = 0; tries < TRIES; tries++) {
            int user = draws.below(settings.users());
            if (free[user] <= now) {
                free[user] = Long.MAX_VALUE;
                return new Walk(plan("u" + user, user, bot, serial), serial, now);
            }
        }
        long guest = guests++;
        return new Walk(plan("g" + guest, -1 - guest, bot, serial), serial, now);
    }

    /** Lets a user come again after a pause. */
    void left(Walk walk) {
        if (walk.plan.userId().startsWith("u")) {
            free[Integer.parseInt(walk.plan.userId().substring(1))] = walk.time + PAUSE;
        }
    }

    private Walk.Plan plan(String id, long user, boolean bot, long serial) {
        int taste = (int) Long.remainderUnsigned(Draws.hash(settings.seed(), STREAM, 8 * user), Assortment.STYLES);
        long favourite = Draws.hash(settings.seed(), STREAM, 8 * user + 1 + draws.below(FAVOURITE_LEAVES));
        int leaf = draws.chance(0.8) ? (int) Long.remainderUnsigned(favourite, leaves) : draws.below(leaves);
        int style = draws.chance(0.7) ? taste : draws.below(Assortment.STYLES);
        int visits = bot ? 300 : 1 + (int) draws.wait(MEAN_VISITS);
        boolean ownSession = Long.remainderUnsigned(user, 5) == 0;
        return new Walk.Plan(id, ownSession ? "s" + serial : null, leaf, style, taste, bot, visits);
    }
}
