package akin.tools.simulation;

/** One shopper's session under way: what is wanted, where the shopper is, what is in the cart. */
final class Walk {
    /**
     * What a session is about.
     *
     * @param sessionId or null
     * @param style wanted in this session
     * @param taste the style that the shopper likes in general
     */
    record Plan(String userId, String sessionId, int leaf, int style, int taste, boolean bot, int visits) {}

    final Plan plan;
    final long serial;
    long time;
    int left;
    int item = -1;
    int previous = -1;
    int carted = -1;

    Walk(Plan plan, long serial, long time) {
        this.plan = plan;
        this.serial = serial;
        this.time = time;
        this.left = plan.visits();
    }
}
