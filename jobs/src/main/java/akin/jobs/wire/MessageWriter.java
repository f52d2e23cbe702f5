package akin.jobs.wire;

import akin.models.catalog.Content;
import akin.models.catalog.Item;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.experiment.ExperimentReport;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardReport;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes messages of the wire format, each as one line of JSON without its end; of one thread. */
public final class MessageWriter {
    // Names that come thirty times in a ranking are encoded once.
    private static final SerializedString ITEM_ID = new SerializedString("item_id");
    private static final SerializedString SCORE = new SerializedString("score");
    private static final SerializedString SOURCES_FIELD = new SerializedString("sources");

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private final ByteArrayBuilder bytes = new ByteArrayBuilder(4096);
    /** Of the last ranking, and their names encoded. */
    private List<String> sources = List.of();

    private SerializedString[] sourceNames = {};

    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private byte[] write(Body body) {
        bytes.reset();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public byte[] ranking(Ranking ranking) {
        return write(out -> {
            out.writeStringField("ranking_id", ranking.rankingId());
            out.writeStringField("user_id", ranking.userId());
            out.writeStringField("anchor_id", ranking.anchorId());
            out.writeStringField("placement", ranking.placement());
            if (ranking.provenance() != null) {
                ExperimentFields.provenance(ranking.provenance(), out);
            }
            out.writeNumberField("timestamp", ranking.timestamp());
            out.writeNumberField("model_version", ranking.modelVersion());
            out.writeArrayFieldStart("items");
            for (RankedItem item : ranking.items()) {
                rankedItem(item, out);
            }
            out.writeEndArray();
        });
    }

    /** A look at an experiment for the metrics topic. */
    public byte[] experiment(ExperimentReport report) {
        return write(out -> ExperimentFields.report(report, out));
    }

    private void rankedItem(RankedItem item, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeFieldName(ITEM_ID);
        out.writeString(item.itemId());
        out.writeFieldName(SCORE);
        out.writeNumber(item.score());
        out.writeFieldName(SOURCES_FIELD);
        out.writeStartObject();
        encode(item.ranks().sources());
        for (int source = 0; source < sourceNames.length; source++) {
            int rank = item.ranks().rank(source);
            if (rank > 0) {
                out.writeFieldName(sourceNames[source]);
                out.writeNumber(rank);
            }
        }
        out.writeEndObject();
        if (!item.because().isEmpty()) {
            out.writeArrayFieldStart("because");
            for (String because : item.because()) {
                out.writeString(because);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void encode(List<String> names) {
        if (names != sources) {
            sources = names;
            sourceNames = names.stream().map(SerializedString::new).toArray(SerializedString[]::new);
        }
    }

    public byte[] event(Event event) {
        return write(out -> {
            out.writeStringField("event_id", event.eventId());
            out.writeStringField("user_id", event.userId());
            if (event.type() != EventType.FORGET) {
                out.writeStringField("item_id", event.itemId());
            }
            out.writeStringField("type", event.type().wireName());
            out.writeNumberField("timestamp", event.timestamp());
            optional("session_id", event.sessionId(), out);
            optional("placement", event.placement(), out);
            optional("anchor_id", event.anchorId(), out);
            optional("ranking_id", event.rankingId(), out);
            if (event.value() != 0) {
                out.writeNumberField("value", event.value() / 100.0);
            }
        });
    }

    public byte[] item(Item item) {
        return write(out -> {
            out.writeStringField("item_id", item.itemId());
            if (item.deleted()) {
                out.writeBooleanField("deleted", true);
                return;
            }
            out.writeArrayFieldStart("category");
            for (String name : item.category()) {
                out.writeString(name);
            }
            out.writeEndArray();
            optional("brand", item.brand(), out);
            if (!Double.isNaN(item.price())) {
                out.writeNumberField("price", item.price());
            }
            out.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> attribute : item.attributes().entrySet()) {
                out.writeStringField(attribute.getKey(), attribute.getValue());
            }
            out.writeEndObject();
            out.writeBooleanField("available", item.available());
            if (item.createdAt() != 0) {
                out.writeNumberField("created_at", item.createdAt());
            }
            content(item.content(), out);
        });
    }

    private static void content(Content content, JsonGenerator out) throws IOException {
        optional("title", content.title(), out);
        if (!content.embeddings().isEmpty()) {
            out.writeObjectFieldStart("embeddings");
            for (Map.Entry<String, Content.Embedding> embedding :
                    content.embeddings().entrySet()) {
                out.writeArrayFieldStart(embedding.getKey());
                for (int i = 0; i < embedding.getValue().dimensions(); i++) {
                    out.writeNumber(embedding.getValue().get(i));
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        }
        if (!content.similar().isEmpty()) {
            out.writeObjectFieldStart("similar");
            for (Map.Entry<String, List<String>> list : content.similar().entrySet()) {
                out.writeArrayFieldStart(list.getKey());
                for (String id : list.getValue()) {
                    out.writeString(id);
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        }
    }

    public byte[] deadLetter(DeadLetter letter) {
        return write(out -> {
            out.writeStringField("origin", letter.origin());
            out.writeStringField("reason", letter.reason());
            out.writeStringField("text", letter.text());
        });
    }

    /** A shard's report for the metrics topic. */
    public byte[] report(ShardReport report) {
        return write(out -> ReportFields.report(report, out));
    }

    private static void optional(String field, String value, JsonGenerator out) throws IOException {
        if (value != null) {
            out.writeStringField(field, value);
        }
    }
}
