package akin.similar.picture;

import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import java.io.IOException;
import java.nio.file.Path;

/** Describes a product's picture by colours and shapes, or by one of them. */
public final class PictureExtractor implements Extractor {
    /** A larger file is no product's picture. */
    public static final long MOST_BYTES = 64L << 20;
    /** More pixels are not unpacked. */
    public static final long MOST_PIXELS = 100_000_000;

    /** What is described. */
    public enum Part {
        COLOUR,
        SHAPE,
        BOTH
    }

    private final String id;
    private final Part part;
    private final Pictures pictures;

    public PictureExtractor(String id, Part part, Path place) throws IOException {
        this.id = id;
        this.part = part;
        pictures = Pictures.open(place, MOST_BYTES);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return "colour-shape-1-" + part;
    }

    @Override
    public int dimensions() {
        return switch (part) {
            case COLOUR -> ColourShape.COLOURS;
            case SHAPE -> ColourShape.SHAPES;
            case BOTH -> ColourShape.COLOURS + ColourShape.SHAPES;
        };
    }

    @Override
    public byte[] content(Product product) throws IOException {
        return product.image() == null ? null : pictures.read(product.image());
    }

    @Override
    public float[] extract(byte[] content) {
        Raster picture = Raster.read(content, ColourShape.SIZE, ColourShape.SIZE, MOST_PIXELS);
        if (picture == null) {
            return null;
        }
        float[] vector = new float[dimensions()];
        int at = 0;
        if (part != Part.SHAPE) {
            System.arraycopy(ColourShape.colour(picture), 0, vector, 0, ColourShape.COLOURS);
            at = ColourShape.COLOURS;
        }
        if (part != Part.COLOUR) {
            System.arraycopy(ColourShape.shape(picture), 0, vector, at, ColourShape.SHAPES);
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            pictures.close();
        } catch (IOException e) {
            // It was only read from.
        }
    }
}
