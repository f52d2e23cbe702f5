package akin.models.recommender;

import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.memory.Memory;
import akin.models.neighbours.Space;
import akin.models.ranking.Ranker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a component of a shard is made of: the shard's memory and catalogue, and the components made before it. */
public final class Parts {
    private final Memory memory;
    private final RecommenderSettings settings;
    private final Catalog catalog;
    private final List<Component> components = new ArrayList<>();

    Parts(Memory memory, RecommenderSettings settings, Catalog catalog) {
        this.memory = memory;
        this.settings = settings;
        this.catalog = catalog;
    }

    /** Makes all components that are on, in the order of the settings. */
    List<Component> makeAll() {
        for (ComponentType type : settings.components()) {
            components.add(type.maker().make(this));
        }
        return List.copyOf(components);
    }

    public Memory memory() {
        return memory;
    }

    public RecommenderSettings settings() {
        return settings;
    }

    public Catalog catalog() {
        return catalog;
    }

    /**
     * Returns a space of vectors that a component made before learns.
     *
     * @throws IllegalStateException when there is none of this name
     */
    public Space space(String name) {
        return components.stream()
                .map(component -> component.spaces().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("a component needs the vectors " + name + ", which are off"));
    }

    /** Returns the rankers of these names, in their order; to be asked when all components are made. */
    public List<Ranker> rankers(List<String> names) {
        Map<String, Ranker> byName = new HashMap<>();
        components.forEach(component -> component.rankers().forEach(ranker -> byName.put(ranker.name(), ranker)));
        return names.stream().map(byName::get).toList();
    }

    /** Returns the components of a class that were made before. */
    public <T extends Component> List<T> all(Class<T> type) {
        return components.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Returns the component of a class that was made before, if there is one. */
    public <T extends Component> Optional<T> find(Class<T> type) {
        return all(type).stream().findFirst();
    }

    /**
     * Returns the component of a class that was made before.
     *
     * @throws IllegalStateException when there is none
     */
    public <T extends Component> T get(Class<T> type) {
        return find(type)
                .orElseThrow(() -> new IllegalStateException(
                        "a component needs " + type.getSimpleName() + ", which must be on and listed before it"));
    }
}
