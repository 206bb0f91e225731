package studio.selfsame.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The studio's own master key, unless the application brings one. Comes last, when that is known. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
class MasterKeyConfiguration {
    @Bean
    @ConditionalOnMissingBean
    MasterKey masterKey(@Value("${selfsame.home}") String home, VaultProperties properties)
            throws IOException, GeneralSecurityException {
        return open(VaultHome.of(home), properties);
    }

    static RotatingMasterKey open(VaultHome home, VaultProperties properties)
            throws IOException, GeneralSecurityException {
        return switch (properties.masterKeyKind()) {
            case FILE -> FileMasterKey.openOrGenerate(home.masterKey(), home.dataKeys());
            case PKCS11 -> Pkcs11MasterKey.openOrGenerate(properties.pkcs11(), home);
        };
    }
}
