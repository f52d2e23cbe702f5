package akin.similar.workflow;

import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.index.Match;
import akin.similar.index.ResultFile;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.io.FileSystemOutputFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;

/** Writes what is similar as Parquet, a row per pair. */
record PublishTask(String kept) implements PartTask {
    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        try (CarpetWriter<SimilarRow> rows = new CarpetWriter.Builder<>(
                        new FileSystemOutputFile(file.toFile()), SimilarRow.class)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .build()) {
            ResultFile.read(new PartFolder(Path.of(kept)).file(part, "kept"), result -> {
                int rank = 0;
                for (Match match : result.matches()) {
                    if (match.why() == null) {
                        rows.write(
                                new SimilarRow(result.id(), ++rank, match.item().id(), match.score()));
                    }
                }
                counts.add("rows", rank);
            });
        }
    }

    @Override
    public String ending() {
        return "parquet";
    }
}
