package akin.tools.simulation;

import akin.jobs.wire.MessageWriter;
import akin.models.catalog.Item;
import akin.models.event.Message;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;

/**
 * The simulated shop as files: {@code items.csv} with titles and attributes, {@code images} with a picture each, and
 * {@code events.jsonl}, the log of what shoppers did, in the wire format.
 */
public final class ShopFiles {
    private final ShopSettings settings;

    public ShopFiles(ShopSettings settings) {
        this.settings = settings;
    }

    /** Writes all into a folder. */
    public void write(Path folder, long events) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Assortment assortment = new Assortment(settings.seed(), settings.items());
        try (SequenceWriter rows = rows(Files.newBufferedWriter(folder.resolve("items.csv")))) {
            for (int n = 0; n < settings.items(); n++) {
                int item = assortment.add();
                Look look = assortment.look(item);
                rows.write(row(assortment.describe(item, 0, 1, true, 1)));
                Path file = images.resolve(Assortment.id(item) + ".png");
                if (!ImageIO.write(Drawing.of(look), "png", file.toFile())) {
                    throw new IOException("this Java writes no PNG files");
                }
            }
        }
        events(folder.resolve("events.jsonl"), events);
    }

    private static SequenceWriter rows(Writer out) throws IOException {
        CsvSchema schema = CsvSchema.builder()
                .addColumn("id")
                .addColumn("title")
                .addColumn("department")
                .addColumn("group")
                .addColumn("leaf")
                .addColumn("brand")
                .addColumn("price")
                .addColumn("colour")
                .addColumn("material")
                .addColumn("image")
                .build()
                .withHeader();
        return new CsvMapper().writer(schema).writeValues(out);
    }

    private static Object[] row(Item item) {
        return new Object[] {
            item.itemId(),
            item.content().title(),
            item.category().get(0),
            item.category().get(1),
            item.category().get(2),
            item.brand(),
            item.price(),
            item.attributes().get("colour"),
            item.attributes().get("material"),
            item.itemId() + ".png"
        };
    }

    private void events(Path file, long events) throws IOException {
        MessageWriter writer = new MessageWriter();
        Iterator<Message> shop = new Limited(new Shop(settings), events, () -> false);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            while (shop.hasNext()) {
                if (shop.next() instanceof Message.ShopEvent happened) {
                    out.write(writer.event(happened.event()));
                    out.write('\n');
                }
            }
        }
    }
}
