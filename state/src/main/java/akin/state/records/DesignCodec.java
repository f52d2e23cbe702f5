package akin.state.records;

import akin.models.statistics.Design;
import akin.models.statistics.Guardrail;
import akin.models.statistics.Metric;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How an experiment is judged, as part of {@link DefinitionsCodec}; metrics by their names. */
final class DesignCodec {
    private DesignCodec() {}

    static void write(Design design, DataOutputView target) throws IOException {
        Fields.writeStrings(design.arms(), target);
        Fields.writeList(design.shares(), (share, to) -> to.writeDouble(share), target);
        writeMetric(design.primary(), target);
        Fields.writeList(design.others(), DesignCodec::writeMetric, target);
        Fields.writeList(design.guardrails(), DesignCodec::writeGuardrail, target);
        target.writeDouble(design.alpha());
        target.writeLong(design.users());
        target.writeDouble(design.effect());
        target.writeBoolean(design.usesActivity());
    }

    static Design read(DataInputView source) throws IOException {
        return new Design(
                Fields.readStrings(source),
                Fields.readList(DataInputView::readDouble, source),
                readMetric(source),
                Fields.readList(DesignCodec::readMetric, source),
                Fields.readList(DesignCodec::readGuardrail, source),
                source.readDouble(),
                source.readLong(),
                source.readDouble(),
                source.readBoolean());
    }

    private static void writeMetric(Metric metric, DataOutputView target) throws IOException {
        Fields.writeString(metric.name(), target);
    }

    private static Metric readMetric(DataInputView source) throws IOException {
        String name = Fields.readString(source);
        Metric metric = Design.PREFERENCE.name().equals(name) ? Design.PREFERENCE : Metric.of(name);
        if (metric == null) {
            throw new IOException("the metric " + name + " is not known to this build");
        }
        return metric;
    }

    private static void writeGuardrail(Guardrail guardrail, DataOutputView target) throws IOException {
        writeMetric(guardrail.metric(), target);
        target.writeDouble(guardrail.margin());
    }

    private static Guardrail readGuardrail(DataInputView source) throws IOException {
        return new Guardrail(readMetric(source), source.readDouble());
    }
}
