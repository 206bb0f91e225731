package studio.selfsame.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import studio.selfsame.host.EmbeddedStudio;

/**
 * Who takes part, each signed in: the person and a stranger to accounts made for the occasion with passwords nobody
 * keeps, the referee to the one the studio made on its first start.
 *
 * @param creator the person shown
 * @param stranger another account
 * @param anybody somebody without an account
 */
public record DemoCast(StudioClient creator, StudioClient referee, StudioClient stranger, StudioClient anybody) {
    private static final String REFEREE = "referee";

    /** With new accounts for the person and the stranger. */
    public static DemoCast at(EmbeddedStudio studio) {
        return new DemoCast(
                account(studio, "creator"),
                new StudioClient(studio.baseUrl(), SignIn.at(studio.issuer(), REFEREE, refereesPassword(studio))),
                account(studio, "stranger"),
                new StudioClient(studio.baseUrl(), () -> ""));
    }

    private static String refereesPassword(EmbeddedStudio studio) {
        try (Stream<String> lines = Files.lines(studio.accounts())) {
            return lines.filter(line -> line.startsWith(REFEREE + " "))
                    .map(line -> line.substring(REFEREE.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StudioClient account(EmbeddedStudio studio, String part) {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = Base64.getUrlEncoder().encodeToString(secret);
        String name = "demo-" + part + "-" + UUID.randomUUID();
        studio.admin().createAccount(name, password, Set.of());
        return new StudioClient(studio.baseUrl(), SignIn.at(studio.issuer(), name, password));
    }
}
