package akin.models.component;

import akin.models.ranking.Ranker;
import java.util.List;

/** A component that is a source and a ranker, and its only ones, under its own name. */
public interface RankingSourceComponent extends SourceComponent, Ranker {
    @Override
    default String name() {
        return id();
    }

    @Override
    default List<Ranker> rankers() {
        return List.of(this);
    }
}
