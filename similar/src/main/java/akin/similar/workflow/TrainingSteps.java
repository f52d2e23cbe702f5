package akin.similar.workflow;

import akin.similar.compound.Layout;
import akin.similar.configuration.ApplicationSettings;
import akin.similar.configuration.TrainingSettings;
import akin.similar.files.Digest;
import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.files.PartFolder;
import akin.similar.settings.UsageException;
import akin.similar.training.MineTask;
import akin.similar.training.NamedProducts;
import akin.similar.training.SiameseTask;
import akin.similar.training.TrainTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The steps by which an application learns what similar means: mine, train, and the embedding of all products. */
record TrainingSteps(
        ApplicationSettings application,
        Folders folders,
        FlinkParts flink,
        Workflow.Told told,
        Manifest catalogue,
        Manifest compound) {
    /** Throws before anything is computed when there is no file of pairs or events, and no savepoint. */
    static void checkFiles(List<ApplicationSettings> applications) {
        for (ApplicationSettings application : applications) {
            TrainingSettings training = application.training();
            if (training != null && training.labelled() != null) {
                checkFile(application, "labelled.pairs", training.labelled().pairs());
            }
            if (training != null && training.behaviour() != null) {
                training.behaviour()
                        .files()
                        .forEach((key, file) -> checkFile(application, "behaviour." + key, file.toString()));
            }
        }
    }

    private static void checkFile(ApplicationSettings application, String key, String file) {
        if (!Files.isRegularFile(Path.of(file))) {
            throw new UsageException(key(application, key) + ": there is no file " + file);
        }
    }

    private static String key(ApplicationSettings application, String key) {
        return "applications." + application.name() + ".training." + key;
    }

    private String name() {
        return application.name();
    }

    private TrainingSettings training() {
        return application.training();
    }

    /**
     * Runs them.
     *
     * @param layout of the compound embeddings
     * @return the embedding of all products, or null when there is not enough to learn from
     */
    Manifest run(Layout layout) throws Exception {
        NamedProducts.Place place = new NamedProducts.Place(
                folders.of("catalogue").toString(),
                folders.of("compound", name()).toString(),
                catalogue.parts().size(),
                layout);
        Manifest mined = mine(place);
        told.step("mine " + name(), mined);
        if (!teaches(mined)) {
            return null;
        }
        Manifest trained = train(mined, place);
        told.step("train " + name(), trained);
        long validated = trained.count("valid_permille");
        long ofCompound = trained.count("valid_permille_of_compound");
        if (validated < ofCompound) {
            told.note(
                    "the net of %s is no better than its compound embedding: %d thousandths against %d on validation pairs"
                            .formatted(name(), validated, ofCompound));
        }
        Manifest siamese = embed(trained);
        told.step("siamese " + name(), siamese);
        return siamese;
    }

    /** In this process, which also cuts the catalogue into parts. */
    private Manifest mine(NamedProducts.Place place) throws IOException {
        Digest digest = ApplicationSteps.digest(
                training().others(), training().validation(), catalogue.digest(), compound.digest(), place.layout());
        if (training().labelled() != null) {
            digest.add(training().labelled())
                    .add(Digest.of(Path.of(training().labelled().pairs())));
        }
        if (training().behaviour() != null) {
            digest.add(training().behaviour());
            for (Path file : training().behaviour().files().values()) {
                digest.add(Digest.of(file));
            }
        }
        String from = digest.hex();
        Path folder = folders.of("mine", name());
        PartFolder files = new PartFolder(folder);
        if (files.valid(0, from) == null) {
            Manifest.delete(folder);
        }
        Part made = files.make(new MineTask(training(), place), 0, from);
        Manifest manifest = new Manifest("mine " + name(), List.of(made));
        if (Manifest.read(folder) == null) {
            manifest.write(folder);
        }
        return manifest;
    }

    /** Says what is lacking; where it is of a file that the user has labelled, throws. */
    private boolean teaches(Manifest mined) {
        if (training().labelled() != null && similar(mined, TrainingSettings.LABELLED) == 0) {
            throw new UsageException("%s: %s has no pair of similar products that the catalogue has: %s"
                    .formatted(
                            key(application, "labelled.pairs"),
                            training().labelled().pairs(),
                            dropped(mined, TrainingSettings.LABELLED)));
        }
        if (has(mined, "") && has(mined, "valid_")) {
            return true;
        }
        if (training().behaviour() == null) {
            throw new UsageException(
                    "%s: %s has too few pairs to learn from and to validate on, similar ones and others: name more, or raise %s"
                            .formatted(
                                    key(application, "labelled.pairs"),
                                    training().labelled().pairs(),
                                    key(application, "validation")));
        }
        told.note(
                "the application %s goes by its compound embedding, since too little was mined to learn from; of what shoppers did: %s"
                        .formatted(name(), dropped(mined, TrainingSettings.BEHAVIOUR)));
        return false;
    }

    private static long similar(Manifest mined, String task) {
        return mined.count(task + "_similar") + mined.count(task + "_valid_similar");
    }

    /** Whether some task has pairs of both kinds. */
    private static boolean has(Manifest mined, String use) {
        return List.of(TrainingSettings.LABELLED, TrainingSettings.BEHAVIOUR).stream()
                .anyMatch(task ->
                        mined.count(task + "_" + use + "similar") > 0 && mined.count(task + "_" + use + "others") > 0);
    }

    private static String dropped(Manifest mined, String task) {
        String rows = "%,d rows can't be read, %,d pairs are of unknown products, %,d of products without an input"
                .formatted(
                        mined.count(task + "_unreadable"),
                        mined.count(task + "_unknown"),
                        mined.count(task + "_without"));
        return task.equals(TrainingSettings.LABELLED)
                ? rows
                : "%,d purchases, %,d pairs of similar products, %s"
                        .formatted(mined.count(task + "_purchases"), similar(mined, task), rows);
    }

    private Manifest train(Manifest mined, NamedProducts.Place place) throws Exception {
        Path pairs = new PartFolder(folders.of("mine", name())).file(0, "jsonl");
        String from = ApplicationSteps.digest(
                        training().net(), training().weights(), mined.part(0).sha256(), place.layout())
                .hex();
        return flink.make(
                "train " + name(),
                new TrainTask(training(), place, pairs.toString()),
                folders.of("train", name()),
                List.of(from));
    }

    private Manifest embed(Manifest trained) throws Exception {
        Path net = new PartFolder(folders.of("train", name())).file(0, "net");
        List<String> froms = compound.parts().stream()
                .map(part -> ApplicationSteps.digest(trained.part(0).sha256(), part.sha256())
                        .hex())
                .toList();
        return flink.make(
                "siamese " + name(),
                new SiameseTask(net.toString(), folders.of("compound", name()).toString()),
                folders.of("siamese", name()),
                froms);
    }
}
