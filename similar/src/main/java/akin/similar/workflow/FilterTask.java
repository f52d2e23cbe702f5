package akin.similar.workflow;

import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.configuration.ApplicationSettings;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.index.Facet;
import akin.similar.index.Match;
import akin.similar.index.PostFilter;
import akin.similar.index.ResultFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Takes out of what was found what doesn't do, and keeps the best of the rest; what was taken out before these stays told. */
record FilterTask(String catalogue, String found, ApplicationSettings settings) implements PartTask {
    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        List<Product> products = ProductFile.read(new PartFolder(Path.of(catalogue)).file(part, "jsonl"));
        Iterator<Product> next = products.iterator();
        PostFilter filter = new PostFilter(settings.availableOnly(), settings.priceBand());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            ResultFile.begin(products.size(), settings.keyAttributes().size(), out);
            ResultFile.read(new PartFolder(Path.of(found)).file(part, "found"), result -> {
                Facet query = Facet.of(next.next(), settings.keyAttributes());
                List<Match> kept = filter(filter, query, result.matches(), counts);
                ResultFile.write(new ResultFile.Result(result.id(), kept), out);
            });
        }
    }

    private List<Match> filter(PostFilter filter, Facet query, List<Match> matches, Counts counts) {
        List<Match> told = new ArrayList<>();
        int left = settings.depth().k();
        for (Match match : matches) {
            if (left == 0) {
                break;
            }
            Match.Reason why = filter.reason(query, match.item());
            told.add(new Match(match.item(), match.score(), why));
            if (why == null) {
                left--;
            } else {
                counts.add("removed_" + why.name().toLowerCase(Locale.ROOT), 1);
            }
        }
        counts.add("kept", settings.depth().k() - left);
        counts.add("queries", 1);
        counts.add("short", left > 0 ? 1 : 0);
        counts.add("empty", left == settings.depth().k() ? 1 : 0);
        return told;
    }

    @Override
    public String ending() {
        return "kept";
    }
}
