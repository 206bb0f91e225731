package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.sealing.OutputTakedowns.Standing;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.watermark.Payload;

/** What was taken down is known again. */
@StudioTest
@Import(SealingRoom.class)
class OutputCopiesTest {
    @Autowired
    OutputCopies copies;

    @Autowired
    OutputTakedowns takedowns;

    @Autowired
    OutputRows outputs;

    @Autowired
    Delivery delivery;

    @Autowired
    SealingRoom.Station station;

    @Autowired
    SealingRoom.Heard heard;

    @Autowired
    PlayedRenders renders;

    @Autowired
    ObjectStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final long seed = UUID.randomUUID().getLeastSignificantBits();
    private final LikenessId likeness = new LikenessId(UUID.randomUUID());

    @Test
    void copies_areThoseThatShowAndSayTheSame() {
        String one = add(PrintedOutputs.scene(seed));
        String again = add(PrintedOutputs.scene(seed));
        add(PrintedOutputs.dubbed(seed, seed + 1));
        add(PrintedOutputs.scene(seed + 2));
        String mute = add(PrintedOutputs.muteScene(seed));

        assertThat(copies.of(PrintedOutputs.scene(seed))).containsExactlyInAnyOrder(one, again);
        assertThat(copies.of(PrintedOutputs.muteScene(seed)))
                .doesNotContain(mute)
                .isEmpty();
    }

    @Test
    void takenDown_isFoundAsLongAsItIsDown() {
        String one = add(PrintedOutputs.scene(seed));
        assertThat(copies.takenDown(PrintedOutputs.scene(seed))).isEmpty();

        for (Standing down : List.of(Standing.HELD, Standing.TAKEN_DOWN)) {
            stand(one, down);
            assertThat(copies.takenDown(PrintedOutputs.scene(seed))).contains(one);
            assertThat(copies.takenDown(PrintedOutputs.dubbed(seed, seed + 1))).isEmpty();
            assertThat(copies.takenDown(PrintedOutputs.muteScene(seed))).isEmpty();
        }
        stand(one, Standing.SHOWN);
        assertThat(copies.takenDown(PrintedOutputs.scene(seed))).isEmpty();
    }

    @Test
    void muteOutput_takenDown_isKnownByItsPicture() {
        String mute = add(PrintedOutputs.muteScene(seed));
        stand(mute, Standing.TAKEN_DOWN);

        assertThat(copies.takenDown(PrintedOutputs.muteScene(seed))).contains(mute);
        assertThat(copies.takenDown(PrintedOutputs.scene(seed))).isEmpty();
        assertThat(copies.takenDown(PrintedOutputs.muteScene(seed + 1))).isEmpty();
    }

    @Test
    void render_thatIsACopyOfWhatWasTakenDown_isNotDelivered() throws Exception {
        String down = add(PrintedOutputs.scene(seed));
        stand(down, Standing.TAKEN_DOWN);
        Person person = SealingRoom.SignedIn.fresh();
        UUID render = station.render(person, station.likenessOf(person), PlayedRenders.WIDTH, () -> {});

        assertThatThrownBy(() -> deliver(render, PrintedOutputs.scene(seed)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(down);

        assertThat(store.exists(Delivery.objectOf(new RenderId(render)))).isFalse();
        assertThat(outputs.ofRender(new RenderId(render))).isEmpty();
        assertThat(heard.about(render.toString())).containsExactly("UsePermitted", "CopyRefused");
    }

    @Test
    void standing_changed_isAuditedOnceAndOutlivesWithdrawal() {
        String one = add(PrintedOutputs.scene(seed));
        for (Standing standing : List.of(Standing.HELD, Standing.HELD, Standing.TAKEN_DOWN, Standing.TAKEN_DOWN)) {
            stand(one, standing);
        }
        var owner = new PersonId(UUID.randomUUID());
        var withdrawn = new ConsentWithdrawn(likeness, owner, Instant.now(), ConsentWithdrawn.Cause.OWNER);
        transaction.executeWithoutResult(status -> delivery.on(withdrawn));
        assertThat(outputs.find(one).orElseThrow().state()).isEqualTo(OutputRecord.State.TAKEN_DOWN);

        stand(one, Standing.SHOWN);

        assertThat(outputs.find(one).orElseThrow().state()).isEqualTo(OutputRecord.State.WITHDRAWN);
        assertThat(heard.about(one)).containsExactly("OutputHeld", "OutputTakenDown", "OutputShownAgain");
    }

    private String add(OutputPrints prints) {
        return new PrintedOutputs(jdbc).add(likeness, new PersonId(UUID.randomUUID()), prints);
    }

    private void stand(String output, Standing standing) {
        transaction.executeWithoutResult(status -> takedowns.stand(output, standing, Instant.now()));
    }

    /** It is refused before anything but its fingerprints is looked at. */
    private void deliver(UUID render, OutputPrints prints) throws Exception {
        Path file = Files.write(folder.resolve("file.mp4"), new byte[] {1});
        String hash = "ab".repeat(32);
        var disclosure = new OutputDisclosure(null, null, prints, "");
        var found = new SelfVerification.Found(new OutputMarks(true, true, true), List.of());
        delivery.deliver(
                new SealedFile(
                        new Payload(render.getLeastSignificantBits()).toHex(),
                        file,
                        1,
                        hash,
                        hash,
                        found,
                        Optional.of(disclosure)),
                renders.unsealed(new RenderId(render)).orElseThrow());
    }
}
