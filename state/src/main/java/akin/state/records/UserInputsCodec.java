package akin.state.records;

import akin.models.attribution.Outcome;
import akin.models.attribution.Participation;
import akin.models.attribution.Shown;
import akin.models.attribution.Trail;
import akin.models.attribution.UserInputs;
import akin.models.event.EventType;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What attribution remembers of a user. Version 1 had the items of a list one by one, and told of all places what came of
 * them; up to version 2 each list and outcome named the user, and what waits stood in the order of arrival.
 */
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
        return 3;
    }

    @Override
    public void write(UserInputs user, DataOutputView target) throws IOException {
        Trail trail = user.trail();
        target.writeLong(trail.lastSeen());
        target.writeLong(trail.activity());
        Fields.writeList(trail.shown(), UserInputsCodec::writeShown, target);
        Fields.writeList(trail.participations(), UserInputsCodec::writeParticipation, target);
        Fields.writeList(trail.waiting(), UserInputsCodec::writeOutcome, target);
        Fields.writeList(user.lists(), ExposureCodec::writeList, target);
        Fields.writeList(user.outcomes(), UserInputsCodec::writeOutcome, target);
    }

    @Override
    public UserInputs read(DataInputView source, int version) throws IOException {
        Trail trail = new Trail(
                source.readLong(),
                source.readLong(),
                Fields.readList(shown -> readShown(shown, version), source),
                Fields.readList(UserInputsCodec::readParticipation, source),
                Fields.readList(outcome -> readOutcome(outcome, version), source));
        List<Shown> lists = Fields.readList(list -> readList(list, version), source);
        List<Outcome> outcomes = Fields.readList(outcome -> readOutcome(outcome, version), source);
        return version <= 2 ? inOrder(trail, lists, outcomes) : new UserInputs(trail, lists, outcomes);
    }

    private static UserInputs inOrder(Trail trail, List<Shown> lists, List<Outcome> outcomes) {
        UserInputs user = new UserInputs(trail, List.of(), List.of());
        for (Shown list : lists) {
            user = user.with(list);
        }
        for (Outcome outcome : outcomes) {
            user = user.with(outcome);
        }
        return user;
    }

    private static void skipUser(DataInputView source, int version) throws IOException {
        if (version <= 2) {
            Fields.readString(source);
        }
    }

    private static Shown readList(DataInputView source, int version) throws IOException {
        skipUser(source, version);
        return ExposureCodec.readList(source, version);
    }

    private static void writeShown(Shown shown, DataOutputView target) throws IOException {
        ExposureCodec.writeList(shown, target);
        target.writeBoolean(shown.isSeen());
        Fields.writeSize(shown.done().length, target);
        target.write(shown.done());
    }

    private static Shown readShown(DataInputView source, int version) throws IOException {
        Shown list = readList(source, version);
        boolean isSeen = source.readBoolean();
        byte[] done = new byte[version == 1 ? list.items().size() : Fields.readSize(source)];
        source.readFully(done);
        return new Shown(list.rankingId(), list.timestamp(), list.items(), list.trials(), list.teams(), isSeen, done);
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
        Fields.writeString(outcome.itemId(), target);
        target.writeByte(outcome.type().code());
        target.writeLong(outcome.timestamp());
        Fields.writeString(outcome.rankingId(), target);
        target.writeLong(outcome.value());
    }

    private static Outcome readOutcome(DataInputView source, int version) throws IOException {
        skipUser(source, version);
        return new Outcome(
                Fields.readString(source),
                EventType.ofCode(source.readByte()),
                source.readLong(),
                Fields.readString(source),
                source.readLong());
    }
}
