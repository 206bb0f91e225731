package studio.selfsame.performance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import studio.selfsame.media.FrameRate;
import studio.selfsame.speech.Synthesizers;
import studio.selfsame.speech.Utterance;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/** Has sealed scripts spoken, sentence by sentence on the frames of the output. Only in a worker. */
@Component
class ScriptVoice {
    private final Synthesizers synthesizers;
    private final Vault vault;

    ScriptVoice(Synthesizers synthesizers, Vault vault) {
        this.synthesizers = synthesizers;
        this.vault = vault;
    }

    PacedUtterance speak(PerformanceRow row, FrameRate frameRate, WorkMonitor monitor) throws IOException {
        String script = new String(vault.read(row.dataKey(), row.script()), StandardCharsets.UTF_8);
        Utterance utterance = synthesizers
                .forLanguage(row.language())
                .engine()
                .speak(script, row.language(), fraction -> {
                    monitor.checkCancelled();
                    monitor.progress("speaking", fraction, Map.of());
                });
        monitor.checkCancelled();
        return SentencePacing.pace(utterance, script, frameRate);
    }
}
