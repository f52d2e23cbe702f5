package akin.jobs.wire;

import akin.models.event.Ids;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads single values and refuses what doesn't fit, naming the field, what it holds and what is allowed. */
final class Values {
    private static final int LONGEST_SHOWN = 64;
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private Values() {}

    static Refusal wrong(String field, JsonParser parser, String allowed) throws IOException {
        String held = parser.currentToken().isScalarValue()
                ? parser.getText()
                : parser.currentToken().asString();
        String shown = held.length() <= LONGEST_SHOWN ? held : held.substring(0, LONGEST_SHOWN) + "…";
        return new Refusal(field + " is " + shown + ", allowed is " + allowed);
    }

    /** An id: a text or a whole number; null when the value is null. */
    static String id(String field, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        boolean readable = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
        if (!readable || !Ids.isValid(parser.getText())) {
            throw wrong(field, parser, Ids.ALLOWED);
        }
        return parser.getText();
    }

    /** A text without halves of characters. */
    static String whole(String field, String text) {
        if (!Ids.isWellFormed(text)) {
            throw new Refusal(field + " has half a character in it, allowed is a text of whole ones");
        }
        return text;
    }

    /** A text or null. */
    static String text(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(field, parser, "a text");
        }
        return whole(field, parser.getText());
    }

    /** Any scalar as text; null when the value is null. */
    static String scalar(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!parser.currentToken().isScalarValue()) {
            throw wrong(field, parser, "a text, number, true or false");
        }
        return whole(field, parser.getText());
    }

    static boolean flag(String field, JsonParser parser) throws IOException {
        if (!parser.currentToken().isBoolean()) {
            throw wrong(field, parser, "true or false");
        }
        return parser.getBooleanValue();
    }

    /** A number; NaN when the value is null. */
    static double number(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Double.NaN;
        }
        if (!parser.currentToken().isNumeric()) {
            throw wrong(field, parser, "a number");
        }
        return parser.getDoubleValue();
    }

    /** When an event happened: not before 2000 and not after {@code latest}. */
    static long eventTime(String field, JsonParser parser, long latest) throws IOException {
        long time = time(field, parser);
        if (time < YEAR_2000 || time > latest) {
            throw wrong(field, parser, "a time from 2000-01-01T00:00:00Z to " + Instant.ofEpochMilli(latest));
        }
        return time;
    }

    /** ISO-8601 with an offset, or epoch milliseconds. */
    static long time(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? Long.MAX_VALUE : parser.getLongValue();
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return OffsetDateTime.parse(parser.getText()).toInstant().toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                // Refused below like any other text.
            }
        }
        throw wrong(field, parser, "ISO-8601 with an offset or epoch milliseconds");
    }
}
