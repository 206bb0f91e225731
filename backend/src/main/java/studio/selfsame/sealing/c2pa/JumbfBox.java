package studio.selfsame.sealing.c2pa;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A JUMBF superbox as read.
 *
 * @param uuid content type, 16 bytes
 * @param raw the payload, where it lies in the store
 * @param data content boxes that are no superboxes
 */
record JumbfBox(byte[] uuid, String label, ByteBuffer raw, List<Content> data, List<JumbfBox> children) {
    /** @param type four letters */
    record Content(String type, byte[] bytes) {}

    /** All that follows the box header: what a hashed URI hashes. */
    byte[] payload() {
        byte[] payload = new byte[raw.remaining()];
        raw.duplicate().get(payload);
        return payload;
    }

    boolean is(JumbfType type) {
        return type.is(uuid);
    }

    Optional<JumbfBox> child(String wanted) {
        return children.stream().filter(child -> child.label.equals(wanted)).findFirst();
    }

    /** The whole box, header included. */
    byte[] bytes() {
        return JumbfWriter.box("jumb", payload());
    }

    /** The CBOR content. */
    byte[] cbor() throws MalformedCredentialsException {
        return content("cbor");
    }

    /** The first content box of this type. */
    byte[] content(String type) throws MalformedCredentialsException {
        for (Content content : data) {
            if (content.type().equals(type)) {
                return content.bytes();
            }
        }
        throw new MalformedCredentialsException("box without " + type);
    }
}
