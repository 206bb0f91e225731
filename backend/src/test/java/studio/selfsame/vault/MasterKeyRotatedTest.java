package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;
import studio.selfsame.audit.AuditTrail;

/** What the record learns of a rotation, done on the files of a studio that runs. */
@StudioTest
@RecordApplicationEvents
class MasterKeyRotatedTest {
    @Autowired
    Vault vault;

    @Autowired
    MasterKey masterKey;

    @Autowired
    AuditTrail trail;

    @Autowired
    ApplicationEvents events;

    @Test
    void rotation_ofARunningStudio_isRecordedOnceAndItsObjectsOpen() throws Exception {
        var master = (RotatingMasterKey) masterKey;
        var before = vault.createKey();
        var object = new ObjectKey("likeness/rotated/" + before.value());
        vault.seal(before, object, out -> out.write(7));
        var from = master.versions().getLast();

        KeyRotation.ofHome(TestStudio.home(), Map.of()).rotate();
        vault.createKey();
        vault.createKey();

        assertThat(vault.read(before, object)).containsExactly(7);
        assertThat(master.versions()).hasSize(1).doesNotContain(from);
        assertThat(events.stream(MasterKeyRotated.class))
                .containsExactlyElementsOf(
                        List.of(new MasterKeyRotated(from, master.versions().getLast())));
        assertThat(trail.latestIndexOf("master-key")).isPresent();
    }
}
