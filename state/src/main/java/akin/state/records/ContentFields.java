package akin.state.records;

import akin.models.catalog.Content;
import akin.models.catalog.Content.Embedding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The content of an item: title, vectors by name, lists by name. */
final class ContentFields {
    private ContentFields() {}

    static void write(Content content, DataOutputView target) throws IOException {
        Fields.writeString(content.title(), target);
        Fields.writeSize(content.embeddings().size(), target);
        for (Map.Entry<String, Embedding> entry : content.embeddings().entrySet()) {
            Fields.writeString(entry.getKey(), target);
            Fields.writeSize(entry.getValue().dimensions(), target);
            for (int i = 0; i < entry.getValue().dimensions(); i++) {
                target.writeFloat(entry.getValue().get(i));
            }
        }
        Fields.writeSize(content.similar().size(), target);
        for (Map.Entry<String, List<String>> entry : content.similar().entrySet()) {
            Fields.writeString(entry.getKey(), target);
            Fields.writeStrings(entry.getValue(), target);
        }
    }

    static Content read(DataInputView source) throws IOException {
        String title = Fields.readString(source);
        TreeMap<String, Embedding> embeddings = new TreeMap<>();
        for (int left = Fields.readSize(source); left > 0; left--) {
            String name = Fields.readString(source);
            float[] values = new float[Fields.readSize(source)];
            for (int i = 0; i < values.length; i++) {
                values[i] = source.readFloat();
            }
            embeddings.put(name, Embedding.of(values));
        }
        TreeMap<String, List<String>> similar = new TreeMap<>();
        for (int left = Fields.readSize(source); left > 0; left--) {
            similar.put(Fields.readString(source), Fields.readStrings(source));
        }
        return new Content(title, embeddings, similar);
    }
}
