package studio.selfsame.vault;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where keys and objects lie. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private final VaultHome home;

    VaultConfiguration(@Value("${selfsame.home}") String home) {
        this.home = VaultHome.of(home);
    }

    @Bean
    DataKeys dataKeys(MasterKey master) throws IOException {
        return new DataKeys(home.dataKeys(), home.destroyed(), master);
    }

    /** For applications that bring a rotating master key of their own; the studio's own command needs no beans. */
    @Bean
    KeyRotation keyRotation(DataKeys keys, MasterKey master) {
        return new KeyRotation(home, keys, master);
    }

    @Bean
    ObjectStore objectStore(VaultProperties properties) throws IOException {
        return switch (properties.store()) {
            case FILESYSTEM -> new FilesystemObjectStore(home.objects());
            case S3 -> S3ObjectStore.connect(properties.s3());
        };
    }
}
