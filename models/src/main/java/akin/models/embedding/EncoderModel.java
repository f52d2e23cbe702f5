package akin.models.embedding;

import akin.models.encoder.Narm;
import akin.models.encoder.SessionEncoder;
import akin.models.encoder.Stamp;
import akin.models.layers.Adam;
import akin.models.layers.AdamSettings;
import akin.models.layers.Parameters;
import akin.models.memory.Memory;

/**
 * A model whose shopper is what a neural encoder makes of the window: {@link Stamp} or {@link Narm}. Examples, replay,
 * sampled softmax and scores are those of the other models.
 */
final class EncoderModel extends WindowModel {
    static final String STAMP = "stamp";
    static final String NARM = "narm";

    private static final double RATE = 0.001;

    private final String name;

    private interface EncoderMaker {
        SessionEncoder make(Parameters parameters, int dimensions);
    }

    private EncoderModel(String name, Memory memory, EmbeddingSettings settings, WindowTables tables, Users users) {
        super(new Progress(memory, name), settings, Loss.SOFTMAX, tables, users, Biases.NONE);
        this.name = name;
    }

    private static EncoderModel of(
            String name, Memory memory, EmbeddingSettings settings, ColdStart coldStart, EncoderMaker maker) {
        WindowTables tables = new WindowTables(memory, name, settings, coldStart);
        Parameters parameters = new Parameters(memory, name, settings.seed(), settings.shapeOfVectors());
        Users users = new EncodedUsers(
                tables.history(),
                maker.make(parameters, settings.dimensions()),
                parameters,
                new Adam(memory, parameters, AdamSettings.atRate(RATE)),
                settings.windows().scale());
        return new EncoderModel(name, memory, settings, tables, users);
    }

    static EncoderModel stamp(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        return of(STAMP, memory, settings, coldStart, (parameters, n) -> new Stamp(parameters, "encoder", n));
    }

    static EncoderModel narm(Memory memory, EmbeddingSettings settings, ColdStart coldStart) {
        return of(NARM, memory, settings, coldStart, (parameters, n) -> new Narm(parameters, "encoder", n, n));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    float weight(Batch batch, int example) {
        return batch.weight(example);
    }
}
