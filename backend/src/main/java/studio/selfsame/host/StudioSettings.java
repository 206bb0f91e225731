package studio.selfsame.host;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where a studio lies and what this process is in it: {@code selfsame.home}, {@code selfsame.role}.
 *
 * @param home folder of everything embedded
 * @param role server (HTTP, never decodes media), worker (native work) or inspector (one command, no server)
 */
@Validated
@ConfigurationProperties("selfsame")
record StudioSettings(@NotNull Path home, @NotNull Role role) {
    enum Role {
        SERVER,
        WORKER,
        INSPECTOR
    }

    StudioHome studioHome() {
        return new StudioHome(home);
    }
}
