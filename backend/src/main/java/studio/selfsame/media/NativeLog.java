package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what FFmpeg prints to our log file: errors only, repeats dropped, anything like a path removed. What matters of it
 * is told as a problem by whoever made the call.
 */
final class NativeLog extends LogCallback {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLog.class);
    // FFmpeg keeps only the native address: this reference keeps the object alive.
    private static final NativeLog INSTALLED = install();

    private final AtomicReference<String> last = new AtomicReference<>("");

    private NativeLog() {}

    /** Makes sure that the redirection stands. */
    static void redirect() {
        assert INSTALLED != null;
    }

    private static NativeLog install() {
        NativeLog log = new NativeLog();
        av_log_set_level(AV_LOG_ERROR);
        setLogCallback(log);
        return log;
    }

    @Override
    public void call(int level, BytePointer message) {
        String text = message.getString().strip().replaceAll("\\S*[/\\\\]\\S*|@ 0x[0-9a-f]+", "…");
        if (!text.isEmpty() && !text.equals(last.getAndSet(text))) {
            LOG.info("FFmpeg: {}", text);
        }
    }
}
