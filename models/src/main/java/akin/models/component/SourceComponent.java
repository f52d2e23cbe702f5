package akin.models.component;

import akin.models.ranking.Source;
import java.util.List;

/** A component that is a source, and its only one, under its own name. */
public interface SourceComponent extends Component, Source {
    @Override
    default String name() {
        return id();
    }

    @Override
    default List<Source> sources() {
        return List.of(this);
    }
}
