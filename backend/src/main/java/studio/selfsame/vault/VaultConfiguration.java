package studio.selfsame.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where keys and objects lie. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private final Path keys;
    private final Path objects;

    VaultConfiguration(@Value("${selfsame.home}") String home) {
        this.keys = Path.of(home).toAbsolutePath().normalize().resolve("keys");
        this.objects = Path.of(home).toAbsolutePath().normalize().resolve("objects");
    }

    @Bean
    MasterKey masterKey() throws IOException, GeneralSecurityException {
        return FileMasterKey.openOrGenerate(keys.resolve("master.json"), keys.resolve("data"));
    }

    @Bean
    DataKeys dataKeys(MasterKey master) throws IOException {
        return new DataKeys(keys.resolve("data"), master);
    }

    @Bean
    ObjectStore objectStore(VaultProperties properties) throws IOException {
        return switch (properties.store()) {
            case FILESYSTEM -> new FilesystemObjectStore(objects);
            case S3 -> S3ObjectStore.connect(properties.s3());
        };
    }
}
