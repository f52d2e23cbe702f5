package akin.similar.longtail;

import akin.models.als.Als;
import akin.models.als.AlsModel;
import akin.models.als.AlsSettings;
import akin.models.als.AlsSettings.Regularization;
import akin.models.als.Workers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Chooses on the validation, then ranks the test with what was learned from all that came before it. */
final class Experiment {
    private static final List<Double> LAMBDAS = List.of(3.0, 10.0, 30.0, 100.0, 300.0);
    private static final List<Double> KAPPAS = List.of(1.0, 2.0, 5.0, 10.0, 20.0);
    private static final int CHOICES = 3000;

    private final LeaveOneOut split;
    private final Content content;
    private final int items;
    private final Workers workers;
    private final Consumer<String> log;
    private final Map<String, Map<String, Figures>> byInteractions = new LinkedHashMap<>();
    private LongTailSettings settings;
    private Behaviour behaviour;

    Experiment(
            UserSequences sequences,
            Content content,
            LongTailSettings settings,
            Workers workers,
            Consumer<String> log) {
        split = new LeaveOneOut(sequences);
        this.content = content;
        items = sequences.items();
        this.workers = workers;
        this.log = log;
        this.settings = settings;
    }

    /** What came of it. */
    record Outcome(
            LongTailSettings settings,
            Map<String, Map<String, Double>> weights,
            Map<String, Map<String, Figures>> validation,
            Map<String, Map<String, Figures>> quality,
            Map<String, Map<String, Figures>> byInteractions,
            Behaviour behaviour,
            int tooShort,
            int takenBefore) {}

    Outcome run() {
        List<Task> validation = split.tasks(2, CHOICES);
        choose(validation);
        Map<String, Ranker> blends = new LinkedHashMap<>();
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        for (Task task : validation) {
            List<Signal> signals = signals(task);
            Ranks ranks = new Ranks(items, signals, workers);
            Ranker blend = new BlendFit(ranks, signals, workers).fit("blend", task, items);
            blends.put(task.name(), blend);
            weights.put(task.name(), named(signals, blend));
            log.accept("weights of " + task.name() + ": " + weights.get(task.name()));
        }
        Map<String, Map<String, Figures>> onValidation = evaluate(validation, blends);
        byInteractions.clear();
        behaviour = new Behaviour(split.known(1), content, settings, workers);
        Map<String, Map<String, Figures>> quality = evaluate(split.tasks(1, Integer.MAX_VALUE), blends);
        return new Outcome(
                settings,
                weights,
                onValidation,
                quality,
                byInteractions,
                behaviour,
                split.tooShort(),
                split.takenBefore());
    }

    private void choose(List<Task> validation) {
        Histories train = split.known(2);
        AlsSettings best = settings.als();
        double most = -1;
        for (double lambda : LAMBDAS) {
            AlsSettings tried = lambda(best, lambda);
            AlsModel model = new Als(tried, train.interactions(), workers).train(loss -> {});
            List<Signal> signals =
                    List.of(VectorSignal.preference("als", Behaviour.shoppers(tried, model, train), model.columns()));
            double ndcg = ndcg(validation.get(0), signals, "als");
            log.accept("lambda " + lambda + ": ndcg@10 " + ndcg);
            if (ndcg > most) {
                most = ndcg;
                settings = settings.with(tried);
            }
        }
        behaviour = new Behaviour(train, content, settings, workers);
        log.accept("error of content " + behaviour.error());
        chooseKappa(validation);
    }

    private static AlsSettings lambda(AlsSettings settings, double lambda) {
        Regularization regularization =
                new Regularization(lambda, settings.regularization().power());
        return new AlsSettings(
                settings.rank(),
                settings.rounds(),
                settings.feedback(),
                settings.confidence(),
                regularization,
                settings.solver(),
                settings.seed());
    }

    private void chooseKappa(List<Task> validation) {
        double most = -1;
        double best = settings.kappa();
        for (double kappa : KAPPAS) {
            double ndcg = ndcg(validation.get(1), behaviour.ofAnchors(kappa), "blended")
                    + ndcg(validation.get(2), behaviour.ofUsers(kappa), "blended");
            log.accept("kappa " + kappa + ": ndcg@10 of both rare tasks " + ndcg);
            if (ndcg > most) {
                most = ndcg;
                best = kappa;
            }
        }
        settings = settings.with(best);
    }

    private double ndcg(Task task, List<Signal> signals, String signal) {
        List<Signal> alone =
                signals.stream().filter(one -> one.name().equals(signal)).toList();
        Ranker ranker = Ranker.of(signal, signal, alone);
        return Figures.of(new Ranks(items, alone, workers).of(task, List.of(ranker))[0])
                .ndcg10();
    }

    private List<Signal> signals(Task task) {
        return task.name().equals("rare_anchor")
                ? behaviour.ofAnchors(settings.kappa())
                : behaviour.ofUsers(settings.kappa());
    }

    private Map<String, Map<String, Figures>> evaluate(List<Task> tasks, Map<String, Ranker> blends) {
        Map<String, Map<String, Figures>> quality = new LinkedHashMap<>();
        for (Task task : tasks) {
            List<Signal> signals = new ArrayList<>(signals(task));
            signals.add(behaviour.itemKnn());
            List<Ranker> rankers = new ArrayList<>();
            rankers.add(Ranker.of("popular", "popularity", signals));
            rankers.add(Ranker.of("item-knn", "item-knn", signals));
            rankers.add(Ranker.of("tfidf", "words", signals));
            rankers.add(Ranker.of("als", "als", signals));
            rankers.add(Ranker.of("content", "content", signals));
            rankers.add(Ranker.of("blended", "blended", signals));
            rankers.add(Ranker.of("graph", "graph", signals));
            rankers.add(blends.get(task.name()));
            double[][] places = new Ranks(items, signals, workers).of(task, rankers);
            for (int i = 0; i < rankers.size(); i++) {
                if (task.name().equals("all")) {
                    byInteractions.put(rankers.get(i).name(), Buckets.of(task, places[i], behaviour.interactions()));
                }
                quality.computeIfAbsent(rankers.get(i).name(), name -> new LinkedHashMap<>())
                        .put(task.name(), Figures.of(places[i]));
            }
        }
        return quality;
    }

    private static Map<String, Double> named(List<Signal> signals, Ranker ranker) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < signals.size(); i++) {
            named.put(signals.get(i).name(), ranker.weights()[i]);
        }
        return named;
    }
}
