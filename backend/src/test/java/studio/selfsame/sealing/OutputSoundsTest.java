package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.sealing.OutputSounds.Among;

/** A copy is found among ten thousand outputs of half a minute; what that costs is printed. */
@StudioTest
@Import(SealingRoom.class)
class OutputSoundsTest {
    private static final int OTHERS = 10_000;
    /** Of half a minute of sound: a header, 937 words. */
    private static final String OTHER_SOUNDS = """
            with made as (
              insert into sealed_output (output_id, render_id, likeness_id, requester_id, file_bytes, file_sha256,
                  manifest_sha256, state, sealed_at)
              select lpad(to_hex(i), 16, '0'), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, repeat('0', 64),
                  repeat('0', 64), 'IN_FORCE', now() from generate_series(1, ?) i returning output_id)
            insert into output_disclosure (output_id, manifest_id, manifest, picture_print, sound_print, label, language,
                authorization_id)
            select output_id, 'urn:c2pa:' || gen_random_uuid(), '', ?,
                decode('5353465301000003a9' || (select substr(string_agg(md5(output_id || k), ''), 1, 7496)
                    from generate_series(1, 235) k), 'hex'),
                'AI', 'en', gen_random_uuid()
            from made
            """;

    @Autowired
    OutputSounds sounds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final long seed = UUID.randomUUID().getLeastSignificantBits();

    @Test
    void copy_isFoundAmongTenThousand() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            OutputPrints scene = PrintedOutputs.scene(seed);
            jdbc.sql(OTHER_SOUNDS).params(OTHERS, scene.picture().bytes()).update();
            String copy = new PrintedOutputs(jdbc)
                    .add(new LikenessId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), scene);
            var longer = PrintedOutputs.murmur(seed, 60);
            List<String> found = new ArrayList<>();

            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            boolean complete = sounds.same(longer, Among.ALL, () -> true, found::add);
            System.out.printf(
                    Locale.ROOT,
                    "a minute of sound among %d outputs of half a minute: %.2f s of processor time%n",
                    OTHERS,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9);

            assertThat(complete).isTrue();
            assertThat(found).containsExactly(copy);
        });
    }

    @Test
    void search_thatIsToStop_saysThatItIsNotComplete() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            OutputPrints scene = PrintedOutputs.scene(seed);
            for (int i = 0; i < 2; i++) {
                new PrintedOutputs(jdbc).add(new LikenessId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), scene);
            }
            List<String> found = new ArrayList<>();

            assertThat(sounds.same(scene.sound().orElseThrow(), Among.ALL, () -> false, found::add))
                    .isFalse();
            assertThat(found).isEmpty();
            assertThat(sounds.same(scene.sound().orElseThrow(), Among.ALL, () -> true, id -> {
                        found.add(id);
                        return false;
                    }))
                    .isTrue();
            assertThat(found).hasSize(1);
            assertThat(sounds.same(scene.sound().orElseThrow(), Among.TAKEN_DOWN, () -> true, found::add))
                    .isTrue();
            assertThat(found).hasSize(1);
        });
    }
}
