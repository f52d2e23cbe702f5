package akin.similar.workflow;

import akin.similar.files.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Remembers what a workflow tells. */
final class Heard implements Workflow.Told {
    final List<String> notes = new ArrayList<>();
    final TreeMap<String, Manifest> steps = new TreeMap<>();

    @Override
    public void progress(String step, int done, int all) {}

    @Override
    public void step(String step, Manifest manifest) {
        steps.put(step, manifest);
    }

    @Override
    public void note(String note) {
        notes.add(note);
    }
}
