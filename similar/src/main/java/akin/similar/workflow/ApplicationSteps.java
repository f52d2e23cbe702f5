package akin.similar.workflow;

import akin.similar.compound.Layout;
import akin.similar.configuration.ApplicationSettings;
import akin.similar.feature.Part;
import akin.similar.files.Digest;
import akin.similar.files.Manifest;
import akin.similar.files.PartFolder;
import akin.similar.index.HnswSettings;
import akin.similar.index.Reach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of one application, from the vectors of features to what is kept and published. */
record ApplicationSteps(
        ApplicationSettings application,
        HnswSettings index,
        Folders folders,
        FlinkParts flink,
        Workflow.Told told,
        Manifest catalogue) {
    private static final int VERSION = 1;

    static Digest digest(Object... parts) {
        Digest digest = new Digest().add(VERSION);
        for (Object part : parts) {
            digest.add(part);
        }
        return digest;
    }

    private String name() {
        return application.name();
    }

    /** Vectors that products are compared by, and where they lie. */
    private record Embedding(Manifest manifest, Path folder) {}

    /**
     * Runs them.
     *
     * @param features by name
     * @return what is kept, or null when there is nothing to compare products by
     */
    Manifest run(Map<String, Feature> features) throws Exception {
        Map<String, Feature> inputs = new LinkedHashMap<>();
        application.inputs().forEach((name, weight) -> {
            if (features.containsKey(name) && weight > 0) {
                inputs.put(name, features.get(name));
            }
        });
        if (inputs.isEmpty()) {
            told.note("the application " + name() + " has no input that the catalogue has something for");
            return null;
        }
        Embedding embedding = embedding(inputs);
        Manifest indexes = index(embedding);
        told.step("index " + name(), indexes);
        Manifest found = query(embedding, indexes);
        told.step("query " + name(), found);
        Manifest kept = filter(found);
        told.step("filter " + name(), kept);
        Manifest published = flink.make(
                "publish " + name(),
                new PublishTask(folders.of("filter", name()).toString()),
                folders.of("publish", name()),
                kept.parts().stream().map(part -> digest(part.sha256()).hex()).toList());
        told.step("publish " + name(), published);
        return kept;
    }

    private Embedding embedding(Map<String, Feature> inputs) throws Exception {
        Manifest compound = compound(inputs);
        told.step("compound " + name(), compound);
        Manifest siamese = null;
        if (application.training() != null) {
            siamese = new TrainingSteps(application, folders, flink, told, catalogue, compound)
                    .run(Layout.of(parts(inputs)));
        }
        if (siamese == null) {
            // What a run before has made is of another catalogue, or soon will be.
            folders.forget("siamese", name());
            return new Embedding(compound, folders.of("compound", name()));
        }
        return new Embedding(siamese, folders.of("siamese", name()));
    }

    private static Map<String, List<Part>> parts(Map<String, Feature> inputs) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        inputs.forEach((input, feature) -> parts.put(input, feature.parts()));
        return parts;
    }

    private Manifest compound(Map<String, Feature> features) throws Exception {
        List<CompoundTask.Input> inputs = new ArrayList<>();
        features.keySet()
                .forEach(feature -> inputs.add(new CompoundTask.Input(
                        folders.of("embed", feature).toString(),
                        application.inputs().get(feature))));
        List<String> froms = new ArrayList<>();
        for (int part = 0; part < catalogue.parts().size(); part++) {
            Digest digest = digest();
            for (Map.Entry<String, Feature> feature : features.entrySet()) {
                digest.add(application.inputs().get(feature.getKey()))
                        .add(feature.getValue().manifest().part(part).sha256());
            }
            froms.add(digest.hex());
        }
        return flink.make("compound " + name(), new CompoundTask(inputs), folders.of("compound", name()), froms);
    }

    private Manifest index(Embedding embedding) throws Exception {
        Spread spread = new Spread(catalogue.parts().size(), application.depth().partitions());
        List<String> froms = new ArrayList<>();
        for (int part = 0; part < spread.indexes(); part++) {
            Digest digest = digest(index.edges(), index.construction(), application.keyAttributes());
            for (int partition : spread.partitions(part)) {
                digest.add(catalogue.part(partition).sha256())
                        .add(embedding.manifest().part(partition).sha256());
            }
            froms.add(digest.hex());
        }
        IndexTask task = new IndexTask(
                spread,
                folders.of("catalogue").toString(),
                embedding.folder().toString(),
                application.keyAttributes(),
                index);
        return flink.make("index " + name(), task, folders.of("index", name()), froms);
    }

    private Manifest query(Embedding embedding, Manifest indexes) throws Exception {
        PartFolder files = new PartFolder(folders.of("index", name()));
        List<QueryTask.IndexPart> parts = new ArrayList<>();
        indexes.parts()
                .forEach(part -> parts.add(new QueryTask.IndexPart(
                        files.file(part.number(), "hnsw").toString(), part.sha256())));
        Reach reach = index.reach(application.depth().candidates());
        QueryTask task = new QueryTask(
                folders.of("catalogue").toString(),
                embedding.folder().toString(),
                parts,
                application.keyAttributes().size(),
                indexes.parts().stream().mapToLong(part -> part.count("rows")).sum(),
                reach);
        List<String> froms = new ArrayList<>();
        embedding
                .manifest()
                .parts()
                .forEach(part -> froms.add(digest(
                                reach,
                                part.sha256(),
                                catalogue.part(part.number()).sha256(),
                                indexes.digest())
                        .hex()));
        return flink.make("query " + name(), task, folders.of("query", name()), froms);
    }

    private Manifest filter(Manifest found) throws Exception {
        FilterTask task = new FilterTask(
                folders.of("catalogue").toString(), folders.of("query", name()).toString(), application);
        List<String> froms = new ArrayList<>();
        found.parts()
                .forEach(part -> froms.add(digest(
                                application,
                                part.sha256(),
                                catalogue.part(part.number()).sha256())
                        .hex()));
        return flink.make("filter " + name(), task, folders.of("filter", name()), froms);
    }
}
