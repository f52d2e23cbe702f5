package akin.tools.report;

/** A part of the page under a title. */
final class Section {
    private Section() {}

    static void write(Markup to, String title, String note, Runnable body) {
        to.open("section").leaf("h2", title);
        note(to, note);
        body.run();
        to.close();
    }

    static void note(Markup to, String text) {
        to.leaf("p", text, "class", "note");
    }
}
