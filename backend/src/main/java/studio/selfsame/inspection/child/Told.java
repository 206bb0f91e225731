package studio.selfsame.inspection.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a child says to its parent. Reading refuses whatever is no such thing, or longer than it needs to be. */
sealed interface Told {
    JsonMapper JSON = new JsonMapper();
    int MOST_EVIDENCE_BYTES = 4 << 20;
    int MOST_RANGE_BYTES = 1 << 20;

    /** Give me these bytes of the file. */
    record Wanted(long offset, int length) implements Told {
        @Override
        public void writeTo(DataOutputStream out) throws IOException {
            out.writeByte('R');
            out.writeLong(offset);
            out.writeInt(length);
        }
    }

    /** I am here. */
    record At(Stage stage, double done) implements Told {
        @Override
        public void writeTo(DataOutputStream out) throws IOException {
            out.writeByte('P');
            out.writeByte(stage.ordinal());
            out.writeDouble(done);
        }
    }

    /** I found this, beside what I found before. */
    record Found(Evidence evidence) implements Told {
        @Override
        public void writeTo(DataOutputStream out) throws IOException {
            byte[] bytes = JSON.writeValueAsBytes(evidence);
            out.writeByte('E');
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** That was all there is to this file. */
    record Done() implements Told {
        @Override
        public void writeTo(DataOutputStream out) throws IOException {
            out.writeByte('D');
        }
    }

    /** Not said by anybody: the child is dead, or talks nonsense. */
    record Gone() implements Told {
        @Override
        public void writeTo(DataOutputStream out) throws IOException {
            throw new IOException("the dead say nothing");
        }
    }

    void writeTo(DataOutputStream out) throws IOException;

    /** @throws IOException if that is nothing that a child says */
    static Told readFrom(DataInputStream in) throws IOException {
        int type = in.read();
        return switch (type) {
            case 'R' -> {
                Wanted wanted = new Wanted(in.readLong(), in.readInt());
                if (wanted.offset < 0 || wanted.length < 0 || wanted.length > MOST_RANGE_BYTES) {
                    throw new IOException("a range that no file has");
                }
                yield wanted;
            }
            case 'P' -> {
                int stage = in.readUnsignedByte();
                if (stage >= Stage.values().length) {
                    throw new IOException("no such stage");
                }
                yield new At(Stage.values()[stage], in.readDouble());
            }
            case 'E' -> {
                int length = in.readInt();
                if (length < 0 || length > MOST_EVIDENCE_BYTES) {
                    throw new IOException("more evidence than any file gives");
                }
                yield new Found(evidence(in.readNBytes(length)));
            }
            case 'D' -> new Done();
            case -1 -> throw new EOFException();
            default -> throw new IOException("not a word of ours");
        };
    }

    private static Evidence evidence(byte[] json) throws IOException {
        try {
            return JSON.readValue(json, Evidence.class);
        } catch (JacksonException | NullPointerException | IllegalArgumentException nonsense) {
            throw new IOException("evidence that makes no sense", nonsense);
        }
    }
}
