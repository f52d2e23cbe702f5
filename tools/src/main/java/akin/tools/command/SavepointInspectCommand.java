package akin.tools.command;

import akin.models.recommender.RecommenderSettings;
import akin.state.savepoint.SavedJob;
import akin.tools.inspect.Inspection;
import akin.tools.inspect.ItemView;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "inspect",
        description =
                "Tells what is in a savepoint: shards, tables, health, top items, users; or one item's neighbours.",
        mixinStandardHelpOptions = true)
final class SavepointInspectCommand implements Callable<Integer> {
    @CommandLine.Parameters(
            paramLabel = "PATH",
            converter = SavepointLocation.class,
            description = "The savepoint's folder.")
    private String path;

    @CommandLine.Option(
            names = "--item",
            paramLabel = "ID",
            description = "Show this item's neighbours in every candidate source and embedding space instead.")
    private String itemId;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws Exception {
        RecommenderSettings loaded = settings.load().recommender();
        SavedJob job = SavedJob.open(path);
        if (itemId == null) {
            Inspection.of(job, loaded).print(System.out);
            return CommandLine.ExitCode.OK;
        }
        ItemView view = new ItemView(itemId, System.out);
        job.forEachShard(ItemView.bySource(loaded), view::show);
        if (!view.wasFound()) {
            throw new IllegalArgumentException("no shard of " + path + " knows the item " + itemId);
        }
        return CommandLine.ExitCode.OK;
    }
}
