package akin.tools.report;

/** The box of a chart with its two axes. Pixels; y grows upward in {@code y}. */
record Frame(Scale x, Scale y) {
    private static final double TEXT_DOWN = 4;

    /** Opens the picture; the caller closes it. */
    static void open(Markup to, double width, double height, String description) {
        to.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "role",
                "img",
                "viewBox",
                "0 0 " + Math.round(width) + " " + Math.round(height),
                "style",
                "width:" + Math.round(width) + "px",
                "aria-label",
                description);
    }

    void draw(Markup to, Scale.Tick[] xTicks, String xTitle, Scale.Tick[] yTicks, String yTitle) {
        for (Scale.Tick tick : yTicks) {
            double at = y.at(tick.value());
            line(to, "grid", x.start(), at, x.end(), at);
            text(to, tick.label(), "tick end", x.start() - 8, at + TEXT_DOWN);
        }
        for (Scale.Tick tick : xTicks) {
            double at = x.at(tick.value());
            line(to, "axis", at, y.start(), at, y.start() + 5);
            text(to, tick.label(), "tick middle", at, y.start() + 19);
        }
        line(to, "axis", x.start(), y.start(), x.end(), y.start());
        titles(to, xTitle, yTitle);
    }

    /** The axes' titles: below, and above the upper left corner, where it can be read without turning the head. */
    void titles(Markup to, String xTitle, String yTitle) {
        text(to, xTitle, "title middle", (x.start() + x.end()) / 2, y.start() + 40);
        text(to, yTitle, "title", Math.max(0, x.start() - 40), y.end() - 12);
    }

    static void line(Markup to, String style, double x1, double y1, double x2, double y2) {
        to.empty("line", "class", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    static void text(Markup to, String text, String style, double x, double y) {
        to.leaf("text", text, "class", style, "x", x, "y", y);
    }
}
