package studio.selfsame.speech;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.modules.MaryModule;
import marytts.modules.ModuleRegistry;
import marytts.modules.synthesis.Voice;
import marytts.server.Request;
import marytts.util.MaryRuntimeUtils;
import marytts.util.data.audio.MaryAudioUtils;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The MaryTTS engine with its voice {@code cmu-slt-hsmm}. It is given tokens and returns, from one and the same run, the
 * sound and the MaryXML in which every sound has its realised duration.
 *
 * <p>Of the engine's modules only those between tokens and sound are started: its own tokeniser needs a library that is
 * not published any more.
 */
final class MaryVoice {
    private static final String VOICE = "cmu-slt-hsmm";
    private static final String LAZY_START = "server";

    private final Voice voice;

    private MaryVoice(Voice voice) {
        this.voice = voice;
    }

    /** Starts the engine and the modules between tokens and sound; about two seconds, once in a process. */
    static MaryVoice start() {
        // The engine writes the text it speaks into its log; a script is nobody's but its author's.
        LoggingSystem.get(MaryVoice.class.getClassLoader()).setLogLevel("marytts", LogLevel.OFF);
        try {
            startEngine();
            Voice found = Voice.getVoice(VOICE);
            for (MaryModule module : ModuleRegistry.modulesRequiredForProcessing(
                    MaryDataType.TOKENS, MaryDataType.AUDIO, Locale.US, found)) {
                if (module.getState() == MaryModule.MODULE_OFFLINE) {
                    module.startup();
                }
            }
            return new MaryVoice(found);
        } catch (Exception e) {
            throw new IllegalStateException("the speech engine did not start", e);
        }
    }

    private static void startEngine() throws Exception {
        String before = System.getProperty(LAZY_START);
        try {
            System.setProperty(LAZY_START, "commandline");
            MaryRuntimeUtils.ensureMaryStarted();
        } finally {
            if (before == null) {
                System.clearProperty(LAZY_START);
            } else {
                System.setProperty(LAZY_START, before);
            }
        }
    }

    int sampleRateHz() {
        return Math.round(voice.dbAudioFormat().getSampleRate());
    }

    SpokenSentence speak(Sentence sentence) throws Exception {
        MaryData tokens = new MaryData(MaryDataType.TOKENS, Locale.US);
        tokens.readFrom(new StringReader(MaryXml.of(sentence)));
        AudioFileFormat format =
                new AudioFileFormat(AudioFileFormat.Type.WAVE, voice.dbAudioFormat(), AudioSystem.NOT_SPECIFIED);
        Request request = new Request(
                MaryDataType.TOKENS, MaryDataType.AUDIO, Locale.US, voice, null, null, 1, format, false, null);
        request.setInputData(tokens);
        request.process();
        MaryData spoken = request.getOutputData();
        return new SpokenTimes(sentence, sampleRateHz())
                .read(spoken.getDocument().getDocumentElement(), samples(spoken));
    }

    private static float[] samples(MaryData spoken) throws IOException {
        double[] all = MaryAudioUtils.getSamplesAsDoubleArray(spoken.getAudio());
        float[] mono = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            mono[i] = (float) all[i];
        }
        return mono;
    }
}
