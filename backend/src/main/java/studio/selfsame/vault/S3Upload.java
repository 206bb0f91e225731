package studio.selfsame.vault;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Streams an object of unknown length into a bucket with one part in memory: in a single request when it fits into one
 * part, as a multipart upload otherwise. The object appears with {@link #complete}; closed without it, nothing does.
 */
final class S3Upload extends OutputStream {
    private static final int PART_BYTES = 8 << 20;

    private final S3Client s3;
    private final String bucket;
    private final ObjectKey key;
    private final ByteBuffer part = ByteBuffer.allocate(PART_BYTES);
    private final List<CompletedPart> sent = new ArrayList<>();
    private @Nullable String uploadId;
    private boolean completed;

    S3Upload(S3Client s3, String bucket, ObjectKey key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int done = 0; done < length; ) {
            if (!part.hasRemaining()) {
                sendPart();
            }
            int some = Math.min(length - done, part.remaining());
            part.put(bytes, offset + done, some);
            done += some;
        }
    }

    void complete() {
        if (uploadId == null) {
            s3.putObject(request -> request.bucket(bucket).key(key.value()), body());
        } else {
            sendPart();
            s3.completeMultipartUpload(request -> request.bucket(bucket)
                    .key(key.value())
                    .uploadId(uploadId)
                    .multipartUpload(upload -> upload.parts(sent)));
        }
        completed = true;
    }

    @Override
    public void close() {
        if (!completed && uploadId != null) {
            s3.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key.value()).uploadId(uploadId));
            uploadId = null;
        }
    }

    private void sendPart() {
        if (uploadId == null) {
            uploadId = s3.createMultipartUpload(
                            request -> request.bucket(bucket).key(key.value()))
                    .uploadId();
        }
        int number = sent.size() + 1;
        var answer = s3.uploadPart(
                request -> request.bucket(bucket)
                        .key(key.value())
                        .uploadId(uploadId)
                        .partNumber(number),
                body());
        sent.add(CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build());
        part.clear();
    }

    private RequestBody body() {
        return RequestBody.fromByteBuffer(part.duplicate().flip());
    }
}
