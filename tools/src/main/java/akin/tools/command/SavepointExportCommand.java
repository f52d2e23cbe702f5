package akin.tools.command;

import akin.state.savepoint.SavedJob;
import akin.tools.export.Export;
import akin.tools.export.FileFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "export",
        description = "Writes what is in a savepoint into a CSV or Parquet file; vectors as word2vec text too.",
        mixinStandardHelpOptions = true)
final class SavepointExportCommand implements Callable<Integer> {
    private enum What {
        embeddings,
        covisits,
        users,
        pages
    }

    @CommandLine.Parameters(
            paramLabel = "PATH",
            converter = SavepointLocation.class,
            description = "The savepoint's folder.")
    private String path;

    @CommandLine.Option(names = "--what", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private What what;

    @CommandLine.Option(
            names = "--space",
            paramLabel = "NAME",
            defaultValue = "item2vec.items",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Which vectors are exported; inspect lists the spaces.")
    private String space;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file; .csv, .parquet and .w2v or .txt (word2vec) tell the format.")
    private Path out;

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORMAT",
            description = "csv, parquet or word2vec, when the file's ending doesn't tell.",
            converter = FormatName.class)
    private FileFormat format;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private static final class FormatName implements CommandLine.ITypeConverter<FileFormat> {
        @Override
        public FileFormat convert(String name) {
            for (FileFormat format : FileFormat.values()) {
                if (format.name().equalsIgnoreCase(name)) {
                    return format;
                }
            }
            throw new CommandLine.TypeConversionException("'" + name + "' is not csv, parquet or word2vec");
        }
    }

    @Override
    public Integer call() throws Exception {
        FileFormat chosen = chosen();
        Export export = new Export(SavedJob.open(path), settings.load().recommender(), out, chosen);
        switch (what) {
            case embeddings -> export.embeddings(space);
            case covisits -> export.covisits();
            case users -> export.users();
            case pages -> export.pages();
        }
        System.out.printf("%,d %s: %s%n", export.rows(), what, out);
        return CommandLine.ExitCode.OK;
    }

    private FileFormat chosen() {
        FileFormat chosen = format == null ? FileFormat.of(out) : format;
        if (chosen == null) {
            throw wrong(out + " has no ending that tells the format: name it .csv, .parquet or .w2v, or give --as");
        }
        if (chosen == FileFormat.WORD2VEC && what != What.embeddings) {
            throw wrong("the word2vec format holds embeddings only: choose csv or parquet for " + what);
        }
        return chosen;
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
