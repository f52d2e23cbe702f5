package akin.similar.longtail;

import akin.models.als.Als;
import akin.models.als.AlsModel;
import akin.models.als.AlsSettings;
import akin.models.als.Feedback;
import akin.models.als.FoldIn;
import akin.models.als.Workers;
import akin.models.kernel.Matrix;
import akin.models.longtail.ContentNetwork;
import akin.models.longtail.UnitVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What was learned from histories, and what content foretells of it. */
final class Behaviour {
    private static final Recency LONG = new Recency(0.8, 20);
    private static final Recency SHORT = new Recency(0.5, 3);
    private static final Recency WHOLE = new Recency(1, 1000);
    private static final Recency ANCHOR = new Recency(1, 1);

    private final Histories histories;
    private final Content content;
    private final AlsModel als;
    private final Matrix users;
    private final Neighbours neighbours;
    private final Neighbours cosines;
    private final Matrix learned;
    private final Matrix foretold;
    private final double error;
    private final Propagation propagation;

    Behaviour(Histories histories, Content content, LongTailSettings settings, Workers workers) {
        this(
                histories,
                content,
                new Als(settings.als(), histories.interactions(), workers).train(loss -> {}),
                settings,
                workers);
    }

    Behaviour(Histories histories, Content content, AlsModel als, LongTailSettings settings, Workers workers) {
        this.histories = histories;
        this.content = content;
        this.als = als;
        users = shoppers(settings.als(), als, histories);
        neighbours = Neighbours.shrunk(histories);
        cosines = Neighbours.cosine(histories);
        learned = UnitVectors.of(als.columns());
        ContentNetwork network = new ContentNetwork(settings.inputs(), learned.columns(), settings.content());
        error = network.train(wellKnown(settings), content.input(settings.inputs()), learned);
        foretold = UnitVectors.of(network.foretell(histories.items(), content.input(settings.inputs())));
        forgetUnknown();
        propagation = new Propagation(histories.items(), neighbours, content.pieces(), workers);
    }

    /** Returns vectors of users as they are now: what they took of late counts more. */
    static Matrix shoppers(AlsSettings settings, AlsModel als, Histories histories) {
        boolean implicit = settings.feedback() == Feedback.IMPLICIT;
        return new FoldIn(settings, als.columns(), new Workers(1))
                .fold(implicit ? histories.recent(0.8, 0.02) : histories.interactions());
    }

    private int[] wellKnown(LongTailSettings settings) {
        int least = settings.content().leastInteractions();
        return IntStream.range(0, histories.items())
                .filter(item ->
                        histories.count(item) >= least && content.pieces().knows(item))
                .toArray();
    }

    /** Nothing is foretold of an item without content. */
    private void forgetUnknown() {
        for (int item = 0; item < foretold.rows(); item++) {
            for (int i = 0; i < foretold.columns() && !content.pieces().knows(item); i++) {
                foretold.values()[foretold.offset(item) + i] = 0;
            }
        }
    }

    AlsModel als() {
        return als;
    }

    int interactions(int item) {
        return histories.count(item);
    }

    int[] interactions() {
        return histories.counts();
    }

    /** Returns a vector per user, what was taken of late counting more. */
    Matrix users() {
        return users;
    }

    Matrix learned() {
        return learned;
    }

    Matrix foretold() {
        return foretold;
    }

    /** Returns the mean squared error on items held out. */
    double error() {
        return error;
    }

    Matrix blended(double kappa) {
        return UnitVectors.blend(learned, foretold, histories.counts(), kappa);
    }

    /** Returns item kNN as it is known, to compare with; it is no signal of the blend. */
    Signal itemKnn() {
        return Signal.sum("item-knn", WHOLE, cosines::addSimilarities);
    }

    /** Returns the signals for what a user takes next. */
    List<Signal> ofUsers(double kappa) {
        List<Signal> signals = new ArrayList<>();
        signals.add(VectorSignal.preference("als", users, als.columns()));
        addShared(signals, kappa, LONG);
        Signal words = Signal.sum("words", SHORT, content.words()::addCosines);
        signals.add(words);
        signals.add(Signal.root(words));
        return signals;
    }

    /** Returns the signals for what is similar to an item. */
    List<Signal> ofAnchors(double kappa) {
        List<Signal> signals = new ArrayList<>();
        signals.add(VectorSignal.cosine("als", ANCHOR, learned));
        addShared(signals, kappa, ANCHOR);
        signals.add(Signal.root(Signal.sum("pieces", ANCHOR, content.pieces()::addCosines)));
        signals.add(Signal.sum("words", ANCHOR, content.words()::addCosines));
        return signals;
    }

    private void addShared(List<Signal> signals, double kappa, Recency recency) {
        signals.add(VectorSignal.cosine("content", recency, foretold));
        Matrix blended = blended(kappa);
        signals.add(VectorSignal.cosine("blended", recency, blended));
        signals.add(VectorSignal.cosine("graph", recency, propagation.of(blended)));
        Signal covisits = Signal.sum("covisits", recency, neighbours::addSimilarities);
        signals.add(covisits);
        signals.add(Signal.root(covisits));
        signals.add(Signal.sum("pieces", recency, content.pieces()::addCosines));
        signals.add(Signal.popularity(histories.counts()));
    }
}
