package akin.jobs.wire;

import akin.jobs.config.WireLimits;
import akin.models.event.DeadLetter;
import akin.models.event.Message;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads messages of the wire format. Whatever can't be used becomes a dead letter with the reason; nothing is thrown.
 */
public final class MessageReader {
    private final WireLimits limits;
    private final JsonFactory json;

    public MessageReader(WireLimits limits) {
        this.limits = limits;
        json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(limits.maxBytes())
                        .maxStringLength(limits.maxBytes())
                        .maxNestingDepth(limits.maxDepth())
                        .maxNumberLength(limits.maxNumberLength())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /**
     * Reads an event.
     *
     * @param arrival when the message arrived, epoch milliseconds: the event may not be dated much later
     * @param origin where the message came from, for the dead letter
     */
    public Message event(byte[] bytes, long arrival, String origin) {
        return read(bytes, origin, parser -> Message.of(new EventFields(latest(arrival)).read(parser)));
    }

    /**
     * Reads a catalogue message.
     *
     * @param timestamp event time from which it holds, epoch milliseconds
     */
    public Message item(byte[] bytes, long timestamp, String origin) {
        return read(bytes, origin, parser -> Message.of(new ItemFields(timestamp).read(parser)));
    }

    /**
     * Reads an event or a catalogue message, whichever the fields say: an item's message has no user, no event's id and no
     * type of event.
     *
     * @param latest the latest time that an event may be dated, epoch milliseconds
     * @param timestamp event time from which a catalogue message holds
     */
    public Message message(byte[] bytes, long latest, long timestamp, String origin) {
        return read(
                bytes,
                origin,
                parser -> isItem(bytes)
                        ? Message.of(new ItemFields(timestamp).read(parser))
                        : Message.of(new EventFields(latest).read(parser)));
    }

    private boolean isItem(byte[] bytes) throws IOException {
        boolean namesItem = false;
        try (JsonParser parser = json.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (EventFields.tells(field, parser)) {
                    return false;
                }
                namesItem |= field.equals("item_id");
                parser.skipChildren();
            }
        }
        return namesItem;
    }

    private long latest(long arrival) {
        return arrival + limits.maxSkew().toMillis();
    }

    @FunctionalInterface
    private interface Body {
        Message read(JsonParser parser) throws IOException;
    }

    private Message read(byte[] bytes, String origin, Body body) {
        if (bytes.length > limits.maxBytes()) {
            return deadLetter(bytes, origin, bytes.length + " bytes, allowed are " + limits.maxBytes());
        }
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Refusal("not a JSON object");
            }
            Message message = body.read(parser);
            if (parser.nextToken() != null) {
                throw new Refusal("something follows the JSON object");
            }
            return message;
        } catch (Refusal e) {
            return deadLetter(bytes, origin, e.getMessage());
        } catch (JsonProcessingException e) {
            return deadLetter(bytes, origin, "not readable as JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return deadLetter(bytes, origin, e.getMessage());
        }
    }

    private static Message deadLetter(byte[] bytes, String origin, String reason) {
        return Message.of(DeadLetter.of(origin, reason, new String(bytes, StandardCharsets.UTF_8)));
    }
}
