package akin.state.records;

import akin.models.attribution.Exposure;
import akin.models.attribution.Outcome;
import akin.models.attribution.Participation;
import akin.models.attribution.Shown;
import akin.models.attribution.Trail;
import akin.models.attribution.UserInputs;
import akin.models.event.EventType;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What attribution remembers of a user. The versions are those of {@link ExposureCodec}; version 1 told of all places what came of them. */
final class UserInputsCodec implements RecordCodec<UserInputs> {
    static final UserInputsCodec INSTANCE = new UserInputsCodec();

    @Override
    public Class<UserInputs> type() {
        return UserInputs.class;
    }

    @Override
    public String name() {
        return "attribution-user";
    }

    @Override
    public int version() {
        return ExposureCodec.INSTANCE.version();
    }

    @Override
    public void write(UserInputs user, DataOutputView target) throws IOException {
        Trail trail = user.trail();
        target.writeLong(trail.lastSeen());
        target.writeLong(trail.activity());
        Fields.writeList(trail.shown(), UserInputsCodec::writeShown, target);
        Fields.writeList(trail.participations(), UserInputsCodec::writeParticipation, target);
        Fields.writeList(trail.waiting(), UserInputsCodec::writeOutcome, target);
        Fields.writeList(user.exposures(), ExposureCodec.INSTANCE::write, target);
        Fields.writeList(user.outcomes(), UserInputsCodec::writeOutcome, target);
    }

    @Override
    public UserInputs read(DataInputView source, int version) throws IOException {
        Trail trail = new Trail(
                source.readLong(),
                source.readLong(),
                Fields.readList(shown -> readShown(shown, version), source),
                Fields.readList(UserInputsCodec::readParticipation, source),
                Fields.readList(UserInputsCodec::readOutcome, source));
        return new UserInputs(
                trail,
                Fields.readList(exposure -> ExposureCodec.INSTANCE.read(exposure, version), source),
                Fields.readList(UserInputsCodec::readOutcome, source));
    }

    private static void writeShown(Shown shown, DataOutputView target) throws IOException {
        ExposureCodec.INSTANCE.write(shown.exposure(), target);
        target.writeBoolean(shown.isSeen());
        Fields.writeSize(shown.done().length, target);
        target.write(shown.done());
    }

    private static Shown readShown(DataInputView source, int version) throws IOException {
        Exposure exposure = ExposureCodec.INSTANCE.read(source, version);
        boolean isSeen = source.readBoolean();
        byte[] done = new byte[version == 1 ? exposure.items().size() : Fields.readSize(source)];
        source.readFully(done);
        return new Shown(exposure, isSeen, done);
    }

    private static void writeParticipation(Participation participation, DataOutputView target) throws IOException {
        Fields.writeString(participation.experiment(), target);
        Fields.writeString(participation.arm(), target);
        target.writeLong(participation.until());
        Fields.writeLongs(participation.counts(), target);
    }

    private static Participation readParticipation(DataInputView source) throws IOException {
        return new Participation(
                Fields.readString(source), Fields.readString(source), source.readLong(), Fields.readLongs(source));
    }

    private static void writeOutcome(Outcome outcome, DataOutputView target) throws IOException {
        Fields.writeString(outcome.userId(), target);
        Fields.writeString(outcome.itemId(), target);
        target.writeByte(outcome.type().code());
        target.writeLong(outcome.timestamp());
        Fields.writeString(outcome.rankingId(), target);
        target.writeLong(outcome.value());
    }

    private static Outcome readOutcome(DataInputView source) throws IOException {
        return new Outcome(
                Fields.readString(source),
                Fields.readString(source),
                EventType.ofCode(source.readByte()),
                source.readLong(),
                Fields.readString(source),
                source.readLong());
    }
}
