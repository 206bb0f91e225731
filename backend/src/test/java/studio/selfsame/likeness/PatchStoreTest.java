package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;

/** What was kept of the footage's pixels is what is drawn from. */
class PatchStoreTest {
    private static final int FRAMES = 140;
    /** What a store remembers. */
    private static final int REMEMBERED = 128;

    @TempDir
    static Path folder;

    private static Dataset data;
    private static Path pixels;

    @BeforeAll
    static void film() throws IOException {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.channels = List.of(4, 8);
        draft.resolution = 32;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data = TwoLooks.studio(FRAMES, draft.settle(), out);
        pixels = Files.write(folder.resolve("pixels"), out.toByteArray());
    }

    @Test
    void read_anySlot_givesThePatchThatWasCut() throws IOException {
        LikenessModel model = data.model();
        try (PatchStore store = store();
                MediaReader film = TwoLooks.film(0, FRAMES, false)) {
            for (SourceFrame source : model.sources()) {
                VideoFrame frame = film.nextFrame().orElseThrow();
                Patch cut =
                        Patch.cut(frame, source.leftPx(), source.topPx(), model.patchSidePx(), model.patchReduction());
                Patch read = store.read(source);
                assertThat(read.yuv()).isEqualTo(cut.yuv());
                assertThat(List.of(read.leftPx(), read.topPx(), read.sidePx(), read.reduction()))
                        .containsExactly(cut.leftPx(), cut.topPx(), cut.sidePx(), cut.reduction());
            }
        }
    }

    @Test
    void small_anySlotInAnyOrder_givesThePicturesThatWereCut() throws IOException {
        assertThat(data.model().sources()).hasSize(FRAMES);
        List<SourceFrame> order = new ArrayList<>(data.model().sources());
        order.addAll(order);
        Collections.shuffle(order, new Random(1));
        try (PatchStore store = store()) {
            for (SourceFrame source : order) {
                assertSame(store.small(source), source);
                store.read(source);
            }
        }
    }

    @Test
    void small_moreThanAreRemembered_forgetsTheOneNotAskedForLongest() throws IOException {
        List<SourceFrame> sources = data.model().sources();
        try (PatchStore store = store()) {
            List<Small> first = new ArrayList<>();
            for (SourceFrame source : sources.subList(0, REMEMBERED)) {
                first.add(store.small(source));
            }
            assertThat(store.small(sources.getFirst())).isSameAs(first.getFirst());
            store.small(sources.get(REMEMBERED));

            assertThat(store.small(sources.getFirst())).isSameAs(first.getFirst());
            assertThat(store.small(sources.get(2))).isSameAs(first.get(2));
            Small forgotten = store.small(sources.get(1));
            assertThat(forgotten).isNotSameAs(first.get(1));
            assertSame(forgotten, sources.get(1));
        }
    }

    @Test
    void read_pixelsThatEndEarly_isAnError() throws IOException {
        Path cut = folder.resolve("cut");
        byte[] all = Files.readAllBytes(pixels);
        Files.write(cut, Arrays.copyOf(all, all.length - 1));
        SourceFrame last = data.model().sources().getLast();
        try (PatchStore store = new PatchStore(Files.newByteChannel(cut), data.model())) {
            assertThatThrownBy(() -> store.small(last)).isInstanceOf(EOFException.class);
        }
    }

    private static void assertSame(Small read, SourceFrame source) {
        Small cut = data.smalls().get(source.slot());
        assertThat(read.wide()).isEqualTo(cut.wide());
        assertThat(read.grid()).isEqualTo(cut.grid());
    }

    private static PatchStore store() throws IOException {
        return new PatchStore(Files.newByteChannel(pixels), data.model());
    }
}
