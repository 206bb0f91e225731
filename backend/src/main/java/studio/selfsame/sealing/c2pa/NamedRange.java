package studio.selfsame.sealing.c2pa;

/**
 * A part of a picture as {@code c2pa.hash.boxes} names it.
 *
 * @param name of a JPEG marker or a PNG chunk; {@link #STORE} for all that carries the manifest store
 */
record NamedRange(String name, ByteRange range) {
    static final String STORE = "C2PA";
}
