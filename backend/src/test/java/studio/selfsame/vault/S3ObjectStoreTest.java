package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real S3 service, which checks signatures. */
class S3ObjectStoreTest implements ObjectStoreContract {
    private static final String BUCKET = "selfsame";

    @RegisterExtension
    final S3ProxyExtension service =
            S3ProxyExtension.builder().withCredentials("access", "secret").build();

    private S3ObjectStore store;

    @BeforeEach
    void makeBucket() {
        try (var s3 = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .endpointOverride(service.getUri())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret")))
                .build()) {
            s3.createBucket(request -> request.bucket(BUCKET));
        }
        store = S3ObjectStore.connect(service(service.getUri(), "secret"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Test
    void read_ofAnObjectReplacedMeanwhile_isAnErrorAndNoMixture() throws IOException {
        put("model", ObjectStoreContract.random(3 << 20));
        try (var channel = store.open(new ObjectKey("model"))) {
            channel.read(ByteBuffer.allocate(10));
            put("model", ObjectStoreContract.random(4 << 20));
            channel.position(2 << 20);

            assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(10))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void connect_withAWrongSecret_isRefusedByTheService() {
        try (var stranger = S3ObjectStore.connect(service(service.getUri(), "guessed"))) {
            assertThatThrownBy(() -> stranger.put(new ObjectKey("model"), out -> out.write(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageNotContaining("guessed");
        }
    }

    @Test
    void toString_ofTheConfiguration_hidesTheKeys() {
        assertThat(service(service.getUri(), "top-secret").toString()).doesNotContain("top-secret", "access");
    }

    private static VaultProperties.S3 service(URI endpoint, String secret) {
        return new VaultProperties.S3(endpoint, "us-east-1", BUCKET, "access", secret, true);
    }
}
