package studio.selfsame.sealing.c2pa;

import org.jspecify.annotations.Nullable;

/** A tagged CBOR item, e.g. tag 0 for a date in RFC 3339 text. */
record CborTag(long number, @Nullable Object item) {}
