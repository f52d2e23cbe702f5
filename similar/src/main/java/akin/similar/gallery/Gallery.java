package akin.similar.gallery;

import akin.similar.catalogue.Product;
import akin.similar.index.Match;
import akin.similar.index.ResultFile.Result;
import akin.similar.picture.Pictures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One page that shows products beside what is similar to them, with pictures, and what a filter took out. */
public final class Gallery {
    private static final int LARGEST_PICTURE = 300_000;
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Map<String, Product> products;
    private final Pictures pictures;
    private final Html to = new Html();

    /**
     * @param products by id, all that the results name
     * @param pictures null where there are none
     */
    public Gallery(Map<String, Product> products, Pictures pictures) {
        this.products = products;
        this.pictures = pictures;
    }

    /** Returns the page. */
    public String page(String application, String note, List<Result> results) throws IOException {
        to.open("html", "lang", "en").open("head").open("meta", "charset", "utf-8");
        to.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        to.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        to.leaf("title", "Akin: " + application)
                .style(css())
                .close("head")
                .open("body")
                .open("main");
        to.leaf("h1", "Similar products: " + application).leaf("p", note);
        for (Result result : results) {
            to.open("section");
            figure(products.get(result.id()), "query", "query", null);
            for (Match match : result.matches()) {
                figure(
                        products.get(match.item().id()),
                        match.why() == null ? "in" : "out",
                        String.format(Locale.ROOT, "%.3f", match.score()),
                        match.why());
            }
            to.close("section");
        }
        return to.close("main").close("body").close("html").done();
    }

    private void figure(Product product, String kind, String score, Match.Reason why) throws IOException {
        to.open("figure", "class", kind);
        String picture = picture(product);
        if (picture == null) {
            to.leaf("div", "no picture", "class", "none");
        } else {
            to.open("img", "alt", "", "src", picture);
        }
        to.open("figcaption").text(product.title() == null ? product.id() : shortened(product.title()));
        to.leaf("small", score + (product.hasPrice() ? " · " + product.price() : ""));
        if (why != null) {
            to.leaf("small", "out: " + why.name().toLowerCase(Locale.ROOT).replace('_', ' '), "class", "why");
        }
        to.close("figcaption").close("figure");
    }

    private static String shortened(String title) {
        int points = title.codePointCount(0, title.length());
        return points <= 90 ? title : title.substring(0, title.offsetByCodePoints(0, 89)) + "…";
    }

    /** The picture as it is, in the page itself; null when there is none that is small enough. */
    private String picture(Product product) throws IOException {
        byte[] bytes = pictures == null || product.image() == null ? null : pictures.read(product.image());
        if (bytes == null || bytes.length < 4 || bytes.length > LARGEST_PICTURE) {
            return null;
        }
        String type = (bytes[0] & 0xff) == 0xff ? "jpeg" : bytes[1] == 'P' ? "png" : bytes[0] == 'G' ? "gif" : null;
        return type == null
                ? null
                : "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String css() throws IOException {
        try (InputStream css = Gallery.class.getResourceAsStream("gallery.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
