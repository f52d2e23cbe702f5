package akin.bench.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Kinds of messages that no well-behaved sender sends, each with what is known to have broken other systems. */
enum Harm {
    CUT_OFF {
        @Override
        Posted make(Random random, long number, long now) {
            String whole = event(number, "u" + number, "i1", "view", now);
            return Posted.event(whole.substring(0, 1 + random.nextInt(whole.length() - 1)));
        }
    },
    NO_JSON {
        @Override
        Posted make(Random random, long number, long now) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return new Posted(false, noise);
        }
    },
    BAD_UTF8 {
        @Override
        Posted make(Random random, long number, long now) {
            byte[] bytes = event(number, "u1", "caf#", "view", now).getBytes(StandardCharsets.ISO_8859_1);
            bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xE9;
            return new Posted(false, bytes);
        }
    },
    HALF_A_CHARACTER {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(number, "u" + number + "\\ud83d", "i\\udc00", "view", now));
        }
    },
    NO_VALUE {
        @Override
        Posted make(Random random, long number, long now) {
            return new Posted(random.nextBoolean(), null);
        }
    },
    UNKNOWN_TYPE {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(number, "u1", "i1", "stare", now));
        }
    },
    FIELDS_MISSING {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event("{\"event_id\":\"h%d\",\"type\":\"view\",\"timestamp\":%d}".formatted(number, now));
        }
    },
    WRONG_TYPES {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event("{\"event_id\":{},\"user_id\":[1],\"item_id\":true,\"type\":\"view\",\"timestamp\":%d}"
                    .formatted(now));
        }
    },
    A_FIELD_TWICE {
        @Override
        Posted make(Random random, long number, long now) {
            String whole = event(number, "u1", "i1", "view", now);
            return Posted.event("{\"user_id\":\"u2\"," + whole.substring(1));
        }
    },
    HUGE {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(number, "u1", "x".repeat(40_000 + random.nextInt(200_000)), "view", now));
        }
    },
    DEEP {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
        }
    },
    LONG_NUMBER {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(number, "u1", "i1", "view", now)
                    .replace(String.valueOf(now), "9".repeat(1 + random.nextInt(3000))));
        }
    },
    /** Within what is allowed and beyond it. */
    CLOCK_AHEAD {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(number, "ahead", item(random), "view", now + 50_000L * random.nextInt(100)));
        }
    },
    LATE {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(
                    number, "behind" + random.nextInt(50), item(random), "view", now - (1L << random.nextInt(40))));
        }
    },
    ENDLESS_USERS {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(number, "fresh" + number, item(random), "view", now));
        }
    },
    ENDLESS_SESSIONS {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(session(event(number, "restless", item(random), "cart", now), "s" + number));
        }
    },
    ONE_SESSION_FOR_EVER {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(session(event(number, "still", item(random), "purchase", now), "always"));
        }
    },
    ONE_EVENT_ID {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(0, "counter", item(random), "view", now));
        }
    },
    ITEMS_THAT_ARE_NOT_THERE {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event(event(number, "dreamer" + random.nextInt(20), "none" + number, "view", now));
        }
    },
    FORGETTING_STRANGERS {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.event("{\"event_id\":\"h%d\",\"user_id\":\"nobody%d\",\"type\":\"forget\",\"timestamp\":%d}"
                    .formatted(number, number, now));
        }
    },
    DELETING_STRANGERS {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.item("{\"item_id\":\"gone%d\",\"deleted\":true}".formatted(number));
        }
    },
    ENDLESS_FEATURES {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.item(
                    "{\"item_id\":\"flood%d\",\"category\":[\"c%d\",\"d\"],\"brand\":\"b%d\",\"attributes\":{\"a%d\":\"v%d\"}}"
                            .formatted(random.nextInt(100), number, number, number, number));
        }
    },
    SENSELESS_ITEMS {
        @Override
        Posted make(Random random, long number, long now) {
            return Posted.item(
                    "{\"item_id\":\"odd%d\",\"price\":%s,\"created_at\":%d,\"category\":[\"\",null,%d],\"available\":\"maybe\"}"
                            .formatted(
                                    random.nextInt(100), random.nextBoolean() ? "-1e308" : "1e999", -number, number));
        }
    };

    /** The same bytes for the same draws. */
    abstract Posted make(Random random, long number, long now);

    /** A record's value, or null, of the topic of events or of the catalogue. */
    record Posted(boolean isItem, byte[] value) {
        static Posted event(String json) {
            return new Posted(false, json.getBytes(StandardCharsets.UTF_8));
        }

        static Posted item(String json) {
            return new Posted(true, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String item(Random random) {
        return "i" + random.nextInt(1000);
    }

    private static String event(long number, String user, String item, String type, long time) {
        return "{\"event_id\":\"h%d\",\"user_id\":\"%s\",\"item_id\":\"%s\",\"type\":\"%s\",\"timestamp\":%d}"
                .formatted(number, user, item, type, time);
    }

    private static String session(String event, String id) {
        return event.substring(0, event.length() - 1) + ",\"session_id\":\"" + id + "\"}";
    }
}
