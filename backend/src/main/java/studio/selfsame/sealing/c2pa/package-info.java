/**
 * Content Credentials (C2PA 2.4) for MP4: CBOR, JUMBF and BMFF boxes, claims, COSE signatures, time stamps; written and read.
 * Of this studio it knows nothing; the {@code sealing} room decides what is claimed.
 */
@NullMarked
package studio.selfsame.sealing.c2pa;

import org.jspecify.annotations.NullMarked;
