package studio.selfsame.vault;

import java.nio.file.Path;
import java.util.Map;

/** Rotates the master key of a home until it is killed, and says a dot for each time. */
final class RotatingForever {
    private RotatingForever() {}

    public static void main(String[] home) throws Exception {
        while (true) {
            KeyRotation.ofHome(Path.of(home[0]), Map.of()).rotate();
            System.out.print('.');
            System.out.flush();
        }
    }
}
