package akin.state.records;

import akin.models.attribution.Change;
import akin.models.attribution.Exposure;
import akin.models.attribution.UserInputs;
import akin.models.catalog.Item;
import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Message;
import akin.models.event.SourceTime;
import akin.models.experiment.ArmChange;
import akin.models.experiment.Definitions;
import akin.models.experiment.ExperimentReport;
import akin.models.experiment.Standing;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardReport;
import akin.models.session.SessionsControl;
import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.models.shard.ItemUpdate;
import akin.models.shard.ShardInput;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The types of all records in streams and state. */
public final class RecordTypes {
    public static final TypeInformation<Event> EVENT = new RecordTypeInfo<>(EventCodec.INSTANCE);
    public static final TypeInformation<Arrival> ARRIVAL = new RecordTypeInfo<>(ArrivalCodec.INSTANCE);
    public static final TypeInformation<SourceTime> SOURCE_TIME = new RecordTypeInfo<>(SourceTimeCodec.INSTANCE);
    public static final TypeInformation<Item> ITEM = new RecordTypeInfo<>(ItemCodec.INSTANCE);
    public static final TypeInformation<Message> MESSAGE = new RecordTypeInfo<>(MessageCodec.INSTANCE);
    public static final TypeInformation<DeadLetter> DEAD_LETTER = new RecordTypeInfo<>(DeadLetterCodec.INSTANCE);
    public static final TypeInformation<ShardInput> SHARD_INPUT = new RecordTypeInfo<>(ShardInputCodec.INSTANCE);
    public static final TypeInformation<ItemUpdate> ITEM_UPDATE = new RecordTypeInfo<>(ItemUpdateCodec.INSTANCE);
    public static final TypeInformation<Ranking> RANKING = new RecordTypeInfo<>(RankingCodec.INSTANCE);
    public static final TypeInformation<Shopper> SHOPPER = new RecordTypeInfo<>(ShopperCodec.INSTANCE);
    public static final TypeInformation<ShardVersions> SHARD_VERSIONS =
            new RecordTypeInfo<>(ShardVersionsCodec.INSTANCE);
    public static final TypeInformation<ShardReport> SHARD_REPORT = new RecordTypeInfo<>(ShardReportCodec.INSTANCE);
    public static final TypeInformation<SessionsControl> SESSIONS_CONTROL =
            new RecordTypeInfo<>(SessionsControlCodec.INSTANCE);
    public static final TypeInformation<Definitions> DEFINITIONS = new RecordTypeInfo<>(DefinitionsCodec.INSTANCE);
    public static final TypeInformation<Exposure> EXPOSURE = new RecordTypeInfo<>(ExposureCodec.INSTANCE);
    public static final TypeInformation<UserInputs> USER_INPUTS = new RecordTypeInfo<>(UserInputsCodec.INSTANCE);
    public static final TypeInformation<Change> CHANGE = new RecordTypeInfo<>(ChangeCodec.INSTANCE);
    public static final TypeInformation<ArmChange> ARM_CHANGE = new RecordTypeInfo<>(ArmChangeCodec.INSTANCE);
    public static final TypeInformation<Standing> STANDING = new RecordTypeInfo<>(StandingCodec.INSTANCE);
    public static final TypeInformation<ExperimentReport> EXPERIMENT_REPORT =
            new RecordTypeInfo<>(ExperimentReportCodec.INSTANCE);

    private static final List<RecordCodec<?>> CODECS = List.of(
            EventCodec.INSTANCE,
            ArrivalCodec.INSTANCE,
            SourceTimeCodec.INSTANCE,
            ItemCodec.INSTANCE,
            MessageCodec.INSTANCE,
            DeadLetterCodec.INSTANCE,
            ShardInputCodec.INSTANCE,
            ItemUpdateCodec.INSTANCE,
            RankingCodec.INSTANCE,
            ShopperCodec.INSTANCE,
            ShardVersionsCodec.INSTANCE,
            ShardReportCodec.INSTANCE,
            SessionsControlCodec.INSTANCE,
            DefinitionsCodec.INSTANCE,
            ExposureCodec.INSTANCE,
            UserInputsCodec.INSTANCE,
            ChangeCodec.INSTANCE,
            ArmChangeCodec.INSTANCE,
            StandingCodec.INSTANCE,
            ExperimentReportCodec.INSTANCE);

    private RecordTypes() {}

    /** All codecs. */
    static List<RecordCodec<?>> codecs() {
        return CODECS;
    }

    /** The codec of this name. */
    @SuppressWarnings("unchecked")
    static <T> RecordCodec<T> codec(String name) throws IOException {
        for (RecordCodec<?> codec : CODECS) {
            if (codec.name().equals(name)) {
                return (RecordCodec<T>) codec;
            }
        }
        throw new IOException("records named '" + name + "' are not known to this build");
    }
}
