package akin.similar.compound;

import akin.similar.feature.Extractor;
import akin.similar.feature.Part;
import akin.similar.feature.PartedExtractor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What compound embeddings are made of: the parts of all inputs one after the other. */
public record Layout(List<Block> blocks) implements Serializable {
    public Layout {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a compound embedding needs an input");
        }
    }

    public static Layout of(List<? extends Extractor> extractors) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        extractors.forEach(extractor -> parts.put(extractor.id(), PartedExtractor.parts(extractor)));
        return of(parts);
    }

    /**
     * Lays parts one after the other.
     *
     * @param parts by input, in their order
     */
    public static Layout of(Map<String, List<Part>> parts) {
        List<Block> blocks = new ArrayList<>();
        int offset = 0;
        for (Map.Entry<String, List<Part>> input : parts.entrySet()) {
            for (Part part : input.getValue()) {
                blocks.add(new Block(input.getKey(), part.name(), offset, part.width()));
                offset += part.width();
            }
        }
        return new Layout(blocks);
    }

    /** Floats per compound embedding. */
    public int width() {
        Block last = blocks.get(blocks.size() - 1);
        return last.offset() + last.width();
    }

    /** The ids of the inputs, in their order. */
    public List<String> inputs() {
        return blocks.stream().map(Block::input).distinct().toList();
    }

    /** Returns where an input begins. */
    public int offset(String input) {
        return of(input).get(0).offset();
    }

    /** Returns how many floats an input has. */
    public int width(String input) {
        return of(input).stream().mapToInt(Block::width).sum();
    }

    /** Returns the blocks of an input. */
    public List<Block> of(String input) {
        return blocks.stream().filter(block -> block.input().equals(input)).toList();
    }
}
