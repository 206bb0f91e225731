package studio.selfsame.performance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.PhonemeTimeline.Word;
import studio.selfsame.speech.Utterance;

/**
 * An utterance as bytes, big-endian: version, timeline, then 16-bit PCM. The timeline lies in front, so that it can be
 * read without the sound.
 */
final class UtteranceCodec {
    private static final int VERSION = 1;
    private static final float FULL_SCALE = 32767;

    private UtteranceCodec() {}

    static void write(Utterance utterance, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(VERSION);
        data.writeInt(utterance.timeline().phones().size());
        for (Phone phone : utterance.timeline().phones()) {
            writeSpan(data, phone.symbol(), phone.startUs(), phone.endUs());
        }
        data.writeInt(utterance.timeline().words().size());
        for (Word word : utterance.timeline().words()) {
            writeSpan(data, word.text(), word.startUs(), word.endUs());
        }
        AudioSamples audio = utterance.audio();
        data.writeInt(audio.sampleRateHz());
        data.writeInt(audio.channels());
        data.writeInt(audio.interleaved().length);
        byte[] pcm = new byte[audio.interleaved().length * 2];
        for (int i = 0; i < audio.interleaved().length; i++) {
            int sample = Math.round(Math.clamp(audio.interleaved()[i], -1f, 1f) * FULL_SCALE);
            pcm[2 * i] = (byte) (sample >> 8);
            pcm[2 * i + 1] = (byte) sample;
        }
        data.write(pcm);
        data.flush();
    }

    static Utterance read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        PhonemeTimeline timeline = readTimeline(data);
        int sampleRateHz = data.readInt();
        int channels = data.readInt();
        float[] samples = new float[data.readInt()];
        byte[] pcm = new byte[samples.length * 2];
        data.readFully(pcm);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = ((pcm[2 * i] << 8) | (pcm[2 * i + 1] & 0xff)) / FULL_SCALE;
        }
        return new Utterance(new AudioSamples(sampleRateHz, channels, samples), timeline);
    }

    /** Only what stands in front of the sound. */
    static PhonemeTimeline readTimeline(InputStream in) throws IOException {
        DataInputStream data = in instanceof DataInputStream already ? already : new DataInputStream(in);
        int version = data.readInt();
        if (version != VERSION) {
            throw new IOException("utterance of version " + version + ", only " + VERSION + " is known");
        }
        List<Phone> phones = new ArrayList<>();
        for (int left = data.readInt(); left > 0; left--) {
            phones.add(new Phone(data.readUTF(), data.readLong(), data.readLong()));
        }
        List<Word> words = new ArrayList<>();
        for (int left = data.readInt(); left > 0; left--) {
            words.add(new Word(data.readUTF(), data.readLong(), data.readLong()));
        }
        return new PhonemeTimeline(List.copyOf(phones), List.copyOf(words));
    }

    private static void writeSpan(DataOutputStream data, String text, long startUs, long endUs) throws IOException {
        data.writeUTF(text);
        data.writeLong(startUs);
        data.writeLong(endUs);
    }
}
