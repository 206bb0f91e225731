package studio.selfsame.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.selfsame.vault.DataKeyId;

/** Tells of sealed things by the key that they were sealed with. */
public final class SealedHoldings {
    private SealedHoldings() {}

    /** Looks into the store. */
    public interface Look<T> {
        boolean isCleared(T thing) throws IOException;
    }

    /**
     * One for each key.
     *
     * @param what they are, in plain words
     * @throws UncheckedIOException where the store cannot be read
     */
    public static <T> List<Holding> of(Collection<T> things, Function<T, DataKeyId> key, String what, Look<T> look) {
        return things.stream().collect(Collectors.groupingBy(key)).entrySet().stream()
                .<Holding>map(each -> new Holding.Sealed(
                        each.getKey(),
                        what,
                        each.getValue().size(),
                        each.getValue().stream().allMatch(thing -> isCleared(thing, look))))
                .toList();
    }

    private static <T> boolean isCleared(T thing, Look<T> look) {
        try {
            return look.isCleared(thing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
