package akin.similar.workflow;

import akin.models.catalog.Content.Embedding;
import akin.similar.configuration.ApplicationSettings;
import akin.similar.configuration.SimilarSettings;
import akin.similar.feature.Extractor;
import akin.similar.feature.ExtractorFactory;
import akin.similar.feature.Part;
import akin.similar.feature.PartedExtractor;
import akin.similar.files.Digest;
import akin.similar.files.Manifest;
import akin.similar.files.PartFolder;
import akin.similar.files.VectorFile;
import akin.similar.picture.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The steps from a catalogue to similar products: catalogue, embed, compound, then mine, train and siamese of applications
 * that learn from pairs, index, query, filter, publish. Each leaves a folder with a manifest; a part whose inputs are the
 * same as before is not made again.
 */
public final class Workflow {
    private final SimilarSettings settings;
    private final Folders folders;
    private final FlinkParts flink;
    private final Told told;
    private Manifest catalogue;
    private final Map<String, Feature> features = new LinkedHashMap<>();

    /** Hears what the steps have done. */
    public interface Told {
        /** Says how far a step is. */
        void progress(String step, int done, int all);

        /** Says what a step has counted. */
        void step(String step, Manifest manifest);

        /** Says anything else. */
        void note(String note);
    }

    public Workflow(SimilarSettings settings, Path out, Told told) {
        this.settings = settings;
        this.told = told;
        folders = new Folders(out);
        flink = new FlinkParts(settings.workflow().parallelism(), told::progress);
    }

    /** Runs all steps of some applications. */
    public void run(List<ApplicationSettings> applications) throws Exception {
        TrainingSteps.checkFiles(applications);
        catalogue = new Split(settings, folders.of("catalogue")).make();
        told.step("catalogue", catalogue);
        embed(applications);
        Map<String, Manifest> kept = new TreeMap<>();
        for (ApplicationSettings application : applications) {
            Manifest manifest = run(application);
            if (manifest != null) {
                kept.put(application.name(), manifest);
            }
        }
        if (applications.size() < settings.applications().size()) {
            told.note("no catalogue messages were made: they carry all applications, and some did not run");
        } else if (!kept.isEmpty()) {
            told.step("publish messages", messages(kept));
        }
    }

    private void embed(List<ApplicationSettings> applications) throws Exception {
        Set<String> wanted = new TreeSet<>();
        applications.forEach(application -> wanted.addAll(application.inputs().keySet()));
        Map<String, ExtractorFactory> factories =
                new Extractors(settings, new TextModels(folders, catalogue)).all(wanted);
        for (String feature : settings.features().keySet()) {
            if (factories.containsKey(feature)) {
                Feature made = embed(feature, factories.get(feature));
                told.step("embed " + feature, made.manifest());
                features.put(feature, made);
            } else if (wanted.contains(feature)) {
                told.note("there is no " + feature + ": nothing in the configuration says where to find it");
            }
        }
    }

    private Feature embed(String feature, ExtractorFactory factory) throws Exception {
        Path cache = settings.workflow().cache() == null
                ? folders.of("cache")
                : settings.workflow().cache().toAbsolutePath();
        String version;
        List<Part> parts;
        try (Extractor extractor = factory.open()) {
            version = extractor.id() + " " + extractor.version();
            parts = PartedExtractor.parts(extractor);
            long cleared = EmbedTask.clearOthers(extractor, cache);
            if (cleared > 0) {
                told.note("%,d vectors of other versions of %s were cleared".formatted(cleared, feature));
            }
        }
        List<String> froms = new ArrayList<>();
        String images = stamp();
        catalogue
                .parts()
                .forEach(part -> froms.add(
                        new Digest().add(version).add(images).add(part.sha256()).hex()));
        EmbedTask task = new EmbedTask(factory, folders.of("catalogue").toString(), cache.toString());
        return new Feature(flink.make("embed " + feature, task, folders.of("embed", feature), froms), parts);
    }

    private String stamp() throws IOException {
        Path images = settings.catalogue().images();
        return images == null ? "" : Pictures.stamp(images);
    }

    private Manifest run(ApplicationSettings application) throws Exception {
        ApplicationSteps steps = new ApplicationSteps(application, settings.index(), folders, flink, told, catalogue);
        Manifest kept = steps.run(features);
        if (kept != null) {
            new GalleryStep(settings, folders.of("catalogue"), catalogue.parts().size())
                    .write(
                            application.name(),
                            folders.of("filter", application.name()),
                            folders.of("publish", application.name(), "gallery.html"));
        }
        return kept;
    }

    /** Folders of the vectors that messages carry, by their name there. */
    private TreeMap<String, String> embeddings() throws IOException {
        TreeMap<String, String> embeddings = new TreeMap<>();
        for (Map.Entry<String, String> published : settings.published().entrySet()) {
            String feature = published.getValue();
            if (features.containsKey(feature)) {
                PartFolder files = new PartFolder(folders.of("embed", feature));
                int dimensions = VectorFile.dimensions(files.file(0, "vec"));
                if (dimensions <= Embedding.MOST_DIMENSIONS) {
                    embeddings.put(
                            published.getKey(), folders.of("embed", feature).toString());
                } else {
                    told.note("messages carry no %s: it has %d dimensions, the stream takes up to %d"
                            .formatted(feature, dimensions, Embedding.MOST_DIMENSIONS));
                }
            }
        }
        return embeddings;
    }

    private Manifest messages(Map<String, Manifest> kept) throws Exception {
        TreeMap<String, String> embeddings = embeddings();
        TreeMap<String, String> results = new TreeMap<>();
        kept.keySet()
                .forEach(name -> results.put(name, folders.of("filter", name).toString()));
        List<String> froms = new ArrayList<>();
        for (int part = 0; part < catalogue.parts().size(); part++) {
            Digest digest = new Digest().add(settings.published());
            digest.add(catalogue.part(part).sha256());
            for (String name : embeddings.keySet()) {
                digest.add(name)
                        .add(features.get(settings.published().get(name))
                                .manifest()
                                .part(part)
                                .sha256());
            }
            for (Map.Entry<String, Manifest> result : kept.entrySet()) {
                digest.add(result.getKey()).add(result.getValue().part(part).sha256());
            }
            froms.add(digest.hex());
        }
        MessagesTask task = new MessagesTask(folders.of("catalogue").toString(), embeddings, results);
        return flink.make("publish messages", task, folders.of("publish", "messages"), froms);
    }
}
