package studio.selfsame.consent.deletion;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.audit.NoteKey;
import studio.selfsame.problem.ProblemException;

/** Where the key of the certificates lies, and what it is called. */
@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {
    static final String NAME = "selfsame.consent.deletion-key-name";

    /** A name of its own: no signature of this key may pass for one of the audit trail's. */
    @Bean
    DeletionKey deletionKey(
            @Value("${" + NAME + ":selfsame.studio/deletion}") String name,
            @Value("${selfsame.audit.origin:selfsame.studio/audit}") String auditName,
            @Value("${selfsame.home}") Path home)
            throws IOException, GeneralSecurityException {
        if (!name.matches("[^\\s+]+") || name.equals(auditName)) {
            throw ProblemException.unusable(
                    "start",
                    "`" + NAME + "` is `" + name
                            + "`; allowed is a name without spaces and plus signs that is not that of"
                            + " the audit trail, `" + auditName + "`.",
                    "Nothing was started.",
                    "Write for instance `--" + NAME + "=studio.example/deletion`.");
        }
        return new DeletionKey(NoteKey.openOrGenerate(
                name, home.toAbsolutePath().normalize().resolve("keys").resolve("deletion.key")));
    }
}
