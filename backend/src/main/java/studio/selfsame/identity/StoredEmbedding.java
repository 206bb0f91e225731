package studio.selfsame.identity;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import studio.selfsame.face.FaceEmbedding;

/** A face embedding as bytes for the vault: version 1, then each vector as its length and big-endian floats. */
final class StoredEmbedding {
    private static final int VERSION = 1;
    private static final int MOST_FLOATS = 4096;

    private StoredEmbedding() {}

    static void write(FaceEmbedding embedding, OutputStream out) throws IOException {
        var data = new DataOutputStream(out);
        data.writeInt(VERSION);
        write(embedding.primary(), data);
        write(embedding.second(), data);
        data.flush();
    }

    static FaceEmbedding read(byte[] bytes) throws IOException {
        var data = new DataInputStream(new ByteArrayInputStream(bytes));
        var version = data.readInt();
        if (version != VERSION) {
            throw new IOException("embedding of the unknown version " + version);
        }
        return new FaceEmbedding(read(data), read(data));
    }

    private static void write(float[] vector, DataOutputStream data) throws IOException {
        data.writeInt(vector.length);
        for (var value : vector) {
            data.writeFloat(value);
        }
    }

    private static float[] read(DataInputStream data) throws IOException {
        var length = data.readInt();
        if (length < 0 || length > MOST_FLOATS) {
            throw new IOException("embedding of the impossible length " + length);
        }
        var vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = data.readFloat();
        }
        return vector;
    }
}
