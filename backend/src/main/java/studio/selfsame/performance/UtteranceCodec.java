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
 * An utterance as bytes, big-endian: version, timeline, breaks, then 16-bit PCM. The timeline lies in front, so that it can
 * be read without the sound. Version 1 had no breaks.
 */
final class UtteranceCodec {
    private static final int VERSION = 2;
    private static final int WITHOUT_BREAKS = 1;
    private static final float FULL_SCALE = 32767;

    private UtteranceCodec() {}

    static void write(PacedUtterance paced, OutputStream out) throws IOException {
        Utterance utterance = paced.utterance();
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
        data.writeInt(paced.breaksUs().size());
        for (long time : paced.breaksUs()) {
            data.writeLong(time);
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

    static PacedUtterance read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int version = readVersion(data);
        PhonemeTimeline timeline = readSpans(data);
        List<Long> breaksUs = new ArrayList<>();
        for (int left = version == WITHOUT_BREAKS ? 0 : data.readInt(); left > 0; left--) {
            breaksUs.add(data.readLong());
        }
        int sampleRateHz = data.readInt();
        int channels = data.readInt();
        float[] samples = new float[data.readInt()];
        byte[] pcm = new byte[samples.length * 2];
        data.readFully(pcm);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = ((pcm[2 * i] << 8) | (pcm[2 * i + 1] & 0xff)) / FULL_SCALE;
        }
        return new PacedUtterance(new Utterance(new AudioSamples(sampleRateHz, channels, samples), timeline), breaksUs);
    }

    /** Only what stands in front of the sound. */
    static PhonemeTimeline readTimeline(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        readVersion(data);
        return readSpans(data);
    }

    private static int readVersion(DataInputStream data) throws IOException {
        int version = data.readInt();
        if (version < WITHOUT_BREAKS || version > VERSION) {
            throw new IOException("utterance of version " + version + ", only up to " + VERSION + " is known");
        }
        return version;
    }

    private static PhonemeTimeline readSpans(DataInputStream data) throws IOException {
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
