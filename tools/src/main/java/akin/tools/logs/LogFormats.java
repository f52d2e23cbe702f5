package akin.tools.logs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All formats by name. */
public final class LogFormats {
    private static final Map<String, LogFormat> FORMATS = new LinkedHashMap<>();

    static {
        register(new EventsFormat());
        register(new SessionsFormat());
        register(new UciClothingFormat());
        register(new TaobaoFormat());
        register(new JdataFormat());
        register(new Rees46Format());
        register(new RetailRocketFormat());
        register(new YooChooseFormat());
        register(new DigineticaFormat());
    }

    private LogFormats() {}

    private static void register(LogFormat format) {
        FORMATS.put(format.name(), format);
    }

    public static Set<String> names() {
        return FORMATS.keySet();
    }

    /** The format of this name; an {@code IllegalArgumentException} lists the names when there is none. */
    public static LogFormat of(String name) {
        LogFormat format = FORMATS.get(name);
        if (format == null) {
            throw new IllegalArgumentException(
                    "there is no format '" + name + "', there are " + String.join(", ", names()));
        }
        return format;
    }
}
