package studio.selfsame.sealing.c2pa;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JUMBF from anybody: lengths, depth and number of boxes are bounded. */
final class JumbfReader {
    private static final int MOST_DEPTH = 16;
    private static final int MOST_BOXES = 10_000;
    private static final int LABELLED = 0x02;
    private static final List<JumbfType> MANIFESTS =
            List.of(JumbfType.MANIFEST, JumbfType.UPDATE, JumbfType.COMPRESSED);

    private int boxes;

    private JumbfReader() {}

    /** The manifest store; bytes after it must be zero padding. */
    static JumbfBox readStore(byte[] bytes) throws MalformedCredentialsException {
        try {
            Raw raw = new JumbfReader().next(ByteBuffer.wrap(bytes));
            if (!raw.type.equals("jumb")) {
                throw new MalformedCredentialsException("the manifest store is no JUMBF box");
            }
            return new JumbfReader().superbox(raw.content, 0);
        } catch (BufferUnderflowException cutOff) {
            throw new MalformedCredentialsException("JUMBF box cut off", cutOff);
        }
    }

    private record Raw(String type, ByteBuffer content) {}

    private Raw next(ByteBuffer in) throws MalformedCredentialsException {
        if (++boxes > MOST_BOXES) {
            throw new MalformedCredentialsException("too many JUMBF boxes");
        }
        int start = in.position();
        long size = Integer.toUnsignedLong(in.getInt());
        byte[] type = new byte[4];
        in.get(type);
        if (size == 1) {
            size = in.getLong();
        } else if (size == 0) {
            size = in.limit() - start;
        }
        long content = size - (in.position() - start);
        if (content < 0 || content > in.remaining()) {
            throw new MalformedCredentialsException("JUMBF box longer than what holds it");
        }
        ByteBuffer slice = in.slice(in.position(), (int) content);
        in.position(in.position() + (int) content);
        return new Raw(new String(type, StandardCharsets.US_ASCII), slice);
    }

    private JumbfBox superbox(ByteBuffer content, int depth) throws MalformedCredentialsException {
        if (depth > MOST_DEPTH) {
            throw new MalformedCredentialsException("JUMBF boxes nested too deeply");
        }
        ByteBuffer payload = content.slice();
        Raw description = next(content);
        if (!description.type.equals("jumd")) {
            throw new MalformedCredentialsException("JUMBF superbox without description");
        }
        byte[] uuid = new byte[16];
        description.content.get(uuid);
        String label = label(description.content);
        List<JumbfBox.Content> data = new ArrayList<>();
        List<JumbfBox> children = new ArrayList<>();
        while (content.hasRemaining()) {
            Raw raw = next(content);
            if (raw.type.equals("jumb")) {
                children.add(superbox(raw.content, depth + 1));
            } else {
                byte[] bytes = new byte[raw.content.remaining()];
                raw.content.get(bytes);
                data.add(new JumbfBox.Content(raw.type, bytes));
            }
        }
        return new JumbfBox(uuid, label, payload, List.copyOf(data), List.copyOf(children));
    }

    private static String label(ByteBuffer description) throws MalformedCredentialsException {
        if ((description.get() & LABELLED) == 0) {
            return "";
        }
        int start = description.position();
        while (description.get() != 0) {
            if (description.position() - start > 1024) {
                throw new MalformedCredentialsException("JUMBF label too long");
            }
        }
        byte[] text = new byte[description.position() - start - 1];
        description.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The last box of the store that is a manifest: the active one. */
    static Optional<JumbfBox> activeManifest(JumbfBox store) {
        return store.children().reversed().stream()
                .filter(box ->
                        MANIFESTS.stream().anyMatch(box::is) && !box.label().isEmpty())
                .findFirst();
    }
}
