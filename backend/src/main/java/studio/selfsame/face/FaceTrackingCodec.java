package studio.selfsame.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes and reads a {@link FaceTracking} as a versioned binary stream, so that it can lie in the vault. */
public interface FaceTrackingCodec {
    void write(FaceTracking tracking, OutputStream out) throws IOException;

    FaceTracking read(InputStream in) throws IOException;
}
