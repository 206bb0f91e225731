package studio.selfsame.vault;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects in a bucket of an S3 service. */
final class S3ObjectStore implements ObjectStore, AutoCloseable {
    private final S3Client s3;
    private final String bucket;

    private S3ObjectStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    static S3ObjectStore connect(VaultProperties.S3 service) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(service.region()))
                .forcePathStyle(service.pathStyle())
                // Older services refuse the checksums that newer clients send by default.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (service.endpoint() != null) {
            builder.endpointOverride(service.endpoint());
        }
        if (service.accessKey() != null && service.secretKey() != null) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(service.accessKey(), service.secretKey())));
        }
        return new S3ObjectStore(builder.build(), service.bucket());
    }

    @Override
    public void put(ObjectKey key, Content content) throws IOException {
        try (var upload = new S3Upload(s3, bucket, key)) {
            content.writeTo(upload);
            upload.complete();
        } catch (SdkException e) {
            throw new IOException("cannot store `" + key.value() + "`", e);
        }
    }

    @Override
    public SeekableByteChannel open(ObjectKey key) throws IOException {
        try {
            var head = s3.headObject(request -> request.bucket(bucket).key(key.value()));
            return new S3Channel(s3, bucket, key, head.contentLength(), head.eTag());
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(key.value());
        } catch (SdkException e) {
            throw new IOException("cannot open `" + key.value() + "`", e);
        }
    }

    @Override
    public boolean exists(ObjectKey key) throws IOException {
        try {
            s3.headObject(request -> request.bucket(bucket).key(key.value()));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw new IOException("cannot look for `" + key.value() + "`", e);
        }
    }

    @Override
    public void delete(ObjectKey key) throws IOException {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key.value()));
        } catch (SdkException e) {
            throw new IOException("cannot delete `" + key.value() + "`", e);
        }
    }

    @Override
    public void deleteAll(ObjectKey prefix) throws IOException {
        try {
            s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix.value() + "/"))
                    .contents()
                    .forEach(found ->
                            s3.deleteObject(request -> request.bucket(bucket).key(found.key())));
        } catch (SdkException e) {
            throw new IOException("cannot delete below `" + prefix.value() + "/`", e);
        }
    }

    @Override
    public boolean isEmpty(ObjectKey prefix) throws IOException {
        try {
            return s3.listObjectsV2(request ->
                            request.bucket(bucket).prefix(prefix.value() + "/").maxKeys(1))
                    .contents()
                    .isEmpty();
        } catch (SdkException e) {
            throw new IOException("cannot look below `" + prefix.value() + "/`", e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
