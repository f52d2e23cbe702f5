package akin.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One page about the experiments of a run, without anything from elsewhere. */
public final class ExperimentsPage {
    private static final String FILE = "experiments.jsonl";

    private ExperimentsPage() {}

    /**
     * Returns the page about what a job wrote into a folder.
     *
     * @throws IOException which says what is missing or can't be read
     */
    public static String of(Path folder) throws IOException {
        Map<String, List<JsonNode>> experiments = read(folder);
        Markup to = new Markup();
        to.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        Page.head(to, "Akin: experiments of " + folder.getFileName());
        to.open("body").open("main").leaf("h1", "Which arm is better?");
        experiments.forEach((name, looks) -> new ExperimentSection(to, name, looks).draw());
        return to.close().close().close().done();
    }

    /** Returns in a sentence for each experiment how it stands. */
    public static List<String> verdicts(Path folder) throws IOException {
        List<String> verdicts = new ArrayList<>();
        read(folder)
                .forEach((name, looks) ->
                        verdicts.add(name + ": " + ExperimentWords.verdict(looks.get(looks.size() - 1))));
        return verdicts;
    }

    private static Map<String, List<JsonNode>> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new IOException(
                    "there is no " + file + "; run the job with experiments (--set experiments.file=FILE) first");
        }
        Map<String, List<JsonNode>> experiments = new TreeMap<>();
        JsonFiles.lines(
                file,
                look -> experiments
                        .computeIfAbsent(look.path("experiment").asText(), name -> new ArrayList<>())
                        .add(look));
        if (experiments.isEmpty()) {
            throw new IOException(file + " holds no look at any experiment: nobody was shown a list of one");
        }
        return experiments;
    }
}
