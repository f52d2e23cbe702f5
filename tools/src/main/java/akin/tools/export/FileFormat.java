package akin.tools.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** How rows lie in a file. */
public enum FileFormat {
    CSV,
    PARQUET,
    WORD2VEC;

    /** The format that a file's ending tells, or null. */
    public static FileFormat of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CSV;
        }
        if (name.endsWith(".parquet")) {
            return PARQUET;
        }
        return name.endsWith(".w2v") || name.endsWith(".txt") ? WORD2VEC : null;
    }

    /** Opens a file, over one that is there. */
    @SuppressWarnings("unchecked")
    public <T extends Record> RowFile<T> open(Path file, Class<T> type) throws IOException {
        return switch (this) {
            case CSV -> new CsvFile<>(file, type);
            case PARQUET -> new ParquetFile<>(file, type);
            case WORD2VEC -> {
                if (type != EmbeddingRow.class) {
                    throw new IllegalArgumentException("the word2vec format holds embeddings only");
                }
                yield (RowFile<T>) new Word2vecFile(file);
            }
        };
    }
}
