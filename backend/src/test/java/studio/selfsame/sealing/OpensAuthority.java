package studio.selfsame.sealing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;

/** Opens a studio's own authority in a process of its own when it is told to, and prints its signer's number. */
final class OpensAuthority {
    private OpensAuthority() {}

    /** The authority's folder, and an algorithm; begins when a line comes in. */
    public static void main(String... arguments) throws Exception {
        var keys = new KeyFolder(Path.of(arguments[0]));
        var algorithm = CoseAlgorithm.valueOf(arguments[1]);
        System.out.println("ready");
        System.in.read();
        var identity = new OwnAuthority(keys, Clock.systemUTC(), Optional.empty(), algorithm).openOrMake();
        System.out.println(identity.signer().chain().getFirst().getSerialNumber());
    }
}
