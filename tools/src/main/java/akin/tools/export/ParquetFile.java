package akin.tools.export;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.io.FileSystemOutputFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;

/** Parquet; lists are lists. */
final class ParquetFile<T> implements RowFile<T> {
    private final CarpetWriter<T> rows;

    ParquetFile(Path file, Class<T> type) throws IOException {
        rows = new CarpetWriter.Builder<>(new FileSystemOutputFile(file.toFile()), type)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .build();
    }

    @Override
    public void write(T row) throws IOException {
        rows.write(row);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
