package akin.state;

/** The operators' uids: they tie savepoints to operators, so they never change. */
public final class Uids {
    public static final String EVENTS_SOURCE = "events-source";
    public static final String CATALOG_SOURCE = "catalog-source";
    public static final String LOG_SOURCE = "log-source";
    public static final String SORT_MESSAGES = "sort-messages";
    public static final String SORT_CATALOG = "sort-catalog";
    public static final String DIRECTORY = "directory";
    public static final String DIRECTORY_BROADCAST = "directory-broadcast";
    public static final String CATALOG_UPDATES = "catalog-updates";
    public static final String SESSIONS = "sessions";
    public static final String SHARDS = "shards";
    public static final String RANKINGS_SINK = "rankings-sink";
    public static final String METRICS_SINK = "metrics-sink";
    public static final String DEAD_LETTERS_SINK = "dead-letters-sink";
    public static final String LATE_SINK = "late-sink";
    public static final String CONTROL_SOURCE = "control-source";
    public static final String CONTROL = "control";
    public static final String CONTROL_BROADCAST = "control-broadcast";
    public static final String OUTCOMES = "outcomes";
    public static final String EXPOSURES = "exposures";
    public static final String ATTRIBUTION = "attribution";
    public static final String SUM_CHANGES = "sum-changes";
    public static final String STATISTICS = "statistics";
    public static final String EXPERIMENTS_SINK = "experiments-sink";
    public static final String RANKINGS_VIEW = "rankings-view";
    public static final String QUALITY_VIEW = "quality-view";

    private Uids() {}
}
