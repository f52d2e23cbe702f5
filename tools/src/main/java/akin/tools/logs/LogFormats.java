package akin.tools.logs;

import akin.jobs.config.ConfigurationException;
import akin.jobs.config.WireLimits;
import akin.tools.logs.delimited.MappedReader;
import akin.tools.logs.delimited.Mapping;
import akin.tools.logs.delimited.RetailRocketReader;
import akin.tools.logs.lines.TimeRange;
import java.util.List;

/** All formats by name. */
public final class LogFormats {
    /** The format whose mapping the user gives. */
    public static final String CSV = "csv";

    private static final List<String> SHIPPED =
            List.of("uci-clothing", "taobao", "jdata", "rees46", "yoochoose", "diginetica");
    private static final List<String> NAMES = List.of(
            "events",
            "sessions",
            "uci-clothing",
            "taobao",
            "jdata",
            "rees46",
            "retailrocket",
            "yoochoose",
            "diginetica",
            CSV);

    private LogFormats() {}

    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns the format of a name that needs no mapping.
     *
     * @param latest the latest time that a line may be dated, epoch milliseconds
     * @throws ConfigurationException listing the names when there is none
     */
    public static LogFormat of(String name, WireLimits wire, long latest) {
        TimeRange range = new TimeRange(latest);
        if (SHIPPED.contains(name)) {
            return mapped(Mapping.shipped(name), name, latest);
        }
        return switch (name) {
            case "events" -> (files, newest) -> new EventsReader(wire, range, newest);
            case "sessions" -> (files, newest) -> new SessionsReader(newest);
            case "retailrocket" -> (files, newest) -> new RetailRocketReader(files, range);
            default ->
                throw new ConfigurationException(
                        "there is no format '" + name + "', there are " + String.join(", ", NAMES));
        };
    }

    /**
     * Returns the format that a mapping describes.
     *
     * @param yaml the mapping
     * @param name of the mapping, for messages
     */
    public static LogFormat mapped(String yaml, String name, long latest) {
        Mapping.parse(yaml, name);
        return (files, newest) -> new MappedReader(Mapping.parse(yaml, name), files, new TimeRange(latest), newest);
    }
}
