package studio.selfsame.sealing;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.watermark.Likeness;
import studio.selfsame.watermark.SoundFingerprint;

/**
 * Looks for a sound among those of all outputs. Every one is looked at: of a copy that was changed much no word of the
 * fingerprint need be left as it was, so no index would find it.
 */
@Repository
public class OutputSounds {
    private static final int AT_ONCE = 500;
    private static final String SOME = """
            select output_id, sound_print from output_disclosure join sealed_output using (output_id)
            where output_id > ? and sound_print is not null %s order by output_id limit %d
            """;

    private final JdbcClient jdbc;

    OutputSounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which outputs. */
    public enum Among {
        ALL(""),
        /** And those that are held. */
        TAKEN_DOWN("and state = 'TAKEN_DOWN'");

        private final String where;

        Among(String where) {
            this.where = where;
        }

        String where() {
            return where;
        }
    }

    private record Kept(String outputId, byte[] print) {}

    /**
     * Ids of the outputs that sound the same, in their order.
     *
     * @param goOn asked every now and then
     * @param take given each; false: no more are wanted
     * @return false if not all were looked at because {@code goOn} said no
     */
    public boolean same(SoundFingerprint heard, Among among, BooleanSupplier goOn, Predicate<String> take) {
        SoundSieve sieve = new SoundSieve(heard);
        String after = "";
        for (List<Kept> some = some(among, after); !some.isEmpty(); some = some(among, after)) {
            for (Kept sealed : some) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                if (sieve.passes(sealed.print())
                        && SoundFingerprint.ofBytes(sealed.print()).compare(heard) instanceof Likeness.Same
                        && !take.test(sealed.outputId())) {
                    return true;
                }
            }
            after = some.getLast().outputId();
        }
        return true;
    }

    private List<Kept> some(Among among, String after) {
        return jdbc.sql(SOME.formatted(among.where(), AT_ONCE))
                .param(after)
                .query((row, number) -> new Kept(row.getString("output_id"), row.getBytes("sound_print")))
                .list();
    }
}
