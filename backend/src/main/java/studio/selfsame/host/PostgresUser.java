package studio.selfsame.host;

import java.util.ArrayList;
import java.util.List;

/** Postgres refuses to run as root; a user namespace of its own takes that identity away without touching any file. */
final class PostgresUser {
    private PostgresUser() {}

    static List<String> command(List<String> line) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return line;
        }
        var wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(line);
        return wrapped;
    }
}
