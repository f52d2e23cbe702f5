package akin.state.records;

import akin.models.experiment.Arm;
import akin.models.experiment.BucketRange;
import akin.models.experiment.Definitions;
import akin.models.experiment.Experiment;
import akin.models.experiment.FilterVariation;
import akin.models.experiment.Layer;
import akin.models.experiment.RampStep;
import akin.models.experiment.Variation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The definitions of experiments. */
final class DefinitionsCodec implements RecordCodec<Definitions> {
    static final DefinitionsCodec INSTANCE = new DefinitionsCodec();

    @Override
    public Class<Definitions> type() {
        return Definitions.class;
    }

    @Override
    public String name() {
        return "experiment-definitions";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Definitions definitions, DataOutputView target) throws IOException {
        target.writeLong(definitions.version());
        target.writeLong(definitions.effectiveAt());
        Fields.writeList(definitions.layers(), DefinitionsCodec::writeLayer, target);
        Fields.writeList(definitions.experiments(), DefinitionsCodec::writeExperiment, target);
    }

    @Override
    public Definitions read(DataInputView source, int version) throws IOException {
        return new Definitions(
                source.readLong(),
                source.readLong(),
                Fields.readList(DefinitionsCodec::readLayer, source),
                Fields.readList(DefinitionsCodec::readExperiment, source));
    }

    private static void writeLayer(Layer layer, DataOutputView target) throws IOException {
        Fields.writeString(layer.name(), target);
        Fields.writeString(layer.salt(), target);
        Fields.writeNullable(layer.holdOut(), DefinitionsCodec::writeRange, target);
    }

    private static Layer readLayer(DataInputView source) throws IOException {
        return new Layer(
                Fields.readString(source),
                Fields.readString(source),
                Fields.readNullable(DefinitionsCodec::readRange, source));
    }

    private static void writeRange(BucketRange range, DataOutputView target) throws IOException {
        Fields.writeSize(range.from(), target);
        Fields.writeSize(range.to(), target);
    }

    private static BucketRange readRange(DataInputView source) throws IOException {
        return new BucketRange(Fields.readSize(source), Fields.readSize(source));
    }

    private static void writeExperiment(Experiment experiment, DataOutputView target) throws IOException {
        Fields.writeString(experiment.id(), target);
        Fields.writeString(experiment.layer(), target);
        Fields.writeStrings(experiment.placements(), target);
        target.writeLong(experiment.period().start());
        target.writeLong(experiment.period().end());
        Fields.writeList(experiment.arms(), DefinitionsCodec::writeArm, target);
        Fields.writeList(experiment.ramp(), DefinitionsCodec::writeStep, target);
        Fields.writeStrings(pairs(experiment.forced()), target);
        target.writeDouble(experiment.pairs());
        DesignCodec.write(experiment.design(), target);
    }

    private static Experiment readExperiment(DataInputView source) throws IOException {
        return new Experiment(
                Fields.readString(source),
                Fields.readString(source),
                Fields.readStrings(source),
                new Experiment.Period(source.readLong(), source.readLong()),
                Fields.readList(DefinitionsCodec::readArm, source),
                Fields.readList(DefinitionsCodec::readStep, source),
                map(Fields.readStrings(source)),
                source.readDouble(),
                DesignCodec.read(source));
    }

    private static List<String> pairs(Map<String, String> map) {
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(map).forEach((key, value) -> {
            pairs.add(key);
            pairs.add(value);
        });
        return pairs;
    }

    private static Map<String, String> map(List<String> pairs) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            map.put(pairs.get(i), pairs.get(i + 1));
        }
        return map;
    }

    private static void writeStep(RampStep step, DataOutputView target) throws IOException {
        target.writeLong(step.at());
        target.writeDouble(step.share());
    }

    private static RampStep readStep(DataInputView source) throws IOException {
        return new RampStep(source.readLong(), source.readDouble());
    }

    private static void writeArm(Arm arm, DataOutputView target) throws IOException {
        Fields.writeString(arm.name(), target);
        writeRange(arm.buckets(), target);
        Variation variation = arm.variation();
        Fields.writeNullable(variation.sources(), Fields::writeStrings, target);
        Fields.writeString(variation.ranker(), target);
        Fields.writeString(variation.reranker(), target);
        Fields.writeNullable(variation.rerank(), Fields::writeSize, target);
        Fields.writeNullable(variation.top(), Fields::writeSize, target);
        Fields.writeString(variation.interleaveWith(), target);
        FilterVariation filters = variation.filters();
        Fields.writeNullable(filters.categoryLevels(), (levels, to) -> Fields.writeSize(levels + 1, to), target);
        Fields.writeNullable(filters.matching(), Fields::writeStrings, target);
        Fields.writeNullable(filters.hideBought(), (hides, to) -> to.writeBoolean(hides), target);
        Fields.writeNullable(filters.hideSeen(), (hides, to) -> to.writeBoolean(hides), target);
        Fields.writeNullable(filters.priceBand(), (band, to) -> to.writeDouble(band), target);
    }

    private static Arm readArm(DataInputView source) throws IOException {
        String name = Fields.readString(source);
        BucketRange buckets = readRange(source);
        List<String> sources = Fields.readNullable(Fields::readStrings, source);
        String ranker = Fields.readString(source);
        String reranker = Fields.readString(source);
        Integer rerank = Fields.readNullable(Fields::readSize, source);
        Integer top = Fields.readNullable(Fields::readSize, source);
        String interleaveWith = Fields.readString(source);
        FilterVariation filters = new FilterVariation(
                Fields.readNullable(from -> Fields.readSize(from) - 1, source),
                Fields.readNullable(Fields::readStrings, source),
                Fields.readNullable(DataInputView::readBoolean, source),
                Fields.readNullable(DataInputView::readBoolean, source),
                Fields.readNullable(DataInputView::readDouble, source));
        return new Arm(name, buckets, new Variation(sources, ranker, reranker, rerank, top, filters, interleaveWith));
    }
}
