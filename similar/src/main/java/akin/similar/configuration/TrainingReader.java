package akin.similar.configuration;

import akin.similar.configuration.TrainingSettings.BehaviourSettings;
import akin.similar.configuration.TrainingSettings.LabelledSettings;
import akin.similar.pairs.PairCleaning;
import akin.similar.pairs.ViewToPurchase;
import akin.similar.settings.Section;
import akin.similar.siamese.PairLoss;
import akin.similar.siamese.SiameseSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the group {@code training} of an application. */
final class TrainingReader {
    private static final int FEWEST_PLACES = 2;

    private TrainingReader() {}

    /** Returns null where there is nothing to learn from. */
    static TrainingSettings read(Section application) {
        Section section = application.section("training");
        if (section.names().isEmpty()) {
            return null;
        }
        LabelledSettings labelled = labelled(section.section("labelled"));
        BehaviourSettings behaviour = behaviour(section.section("behaviour"));
        int others = section.whole("others", 0, 1000);
        double validation = section.number("validation", 0.01, 0.9);
        SiameseSettings net = net(section.section("net"));
        section.end();
        return labelled == null && behaviour == null
                ? null
                : new TrainingSettings(labelled, behaviour, others, validation, net);
    }

    private static LabelledSettings labelled(Section section) {
        if (section.names().isEmpty()) {
            return null;
        }
        String pairs = section.text("pairs");
        Map<String, String> columns = new TreeMap<>();
        section.map("columns").forEach((what, name) -> {
            if (List.of("left", "right", "label").contains(what)) {
                columns.put(what, String.valueOf(name));
            } else {
                section.problem("columns." + what, name, "no such key, known are left, right, label");
            }
        });
        double weight = section.number("weight", 0.001, 1000);
        section.end();
        return pairs == null ? null : new LabelledSettings(pairs, columns, weight);
    }

    private static BehaviourSettings behaviour(Section section) {
        if (section.names().isEmpty()) {
            return null;
        }
        String events = section.text("events");
        String savepoint = section.text("savepoint");
        int places = section.whole("places", FEWEST_PLACES);
        double leastOfSimilar = section.number("least_of_similar", 0.0);
        double mostOfOthers = section.number("most_of_others", 0.0);
        ViewToPurchase mining = section.make(() -> new ViewToPurchase(places));
        PairCleaning cleaning = section.make(() -> new PairCleaning(leastOfSimilar, mostOfOthers));
        double weight = section.number("weight", 0.001, 1000);
        section.end();
        return events == null && savepoint == null
                ? null
                : new BehaviourSettings(events, savepoint, mining, cleaning, weight);
    }

    private static SiameseSettings net(Section section) {
        SiameseSettings otherwise = SiameseSettings.DEFAULT;
        List<Integer> layers = section.wholes("layers");
        String loss = section.text("loss", PairLoss.names());
        int epochs = section.whole("epochs", otherwise.epochs());
        int patience = section.whole("patience", otherwise.patience());
        int batch = section.whole("batch", otherwise.batch());
        double rate = section.number("rate", otherwise.rate());
        double worthRate = section.number("worth_rate", otherwise.worthRate());
        double dropout = section.number("dropout", otherwise.dropout());
        int seed = section.whole("seed", 0, Integer.MAX_VALUE);
        section.end();
        return section.make(() -> new SiameseSettings(
                layers, PairLoss.ofName(loss), epochs, patience, batch, rate, worthRate, dropout, seed));
    }
}
