package studio.selfsame.policy;

import java.util.Set;

/** What a performance contains, as far as anybody has said. */
public sealed interface Content {
    /** Nobody has said anything. */
    record Undeclared() implements Content {}

    /** @param flags all that applies; empty: nothing of the kind */
    record Declared(Set<ContentFlag> flags) implements Content {
        public Declared {
            flags = Set.copyOf(flags);
        }
    }

    /** What is declared; empty where nothing is. */
    default Set<ContentFlag> all() {
        return switch (this) {
            case Undeclared() -> Set.of();
            case Declared(var flags) -> flags;
        };
    }
}
