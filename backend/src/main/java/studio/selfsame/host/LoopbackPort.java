package studio.selfsame.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Ports on 127.0.0.1. */
final class LoopbackPort {
    private LoopbackPort() {}

    /**
     * The wanted port if it is free, or any free one for 0.
     *
     * @param owner who wants it, e.g. {@code Keycloak}
     * @param key the configuration key that chooses another
     */
    static int choose(String owner, int wanted, String key) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted));
            return socket.getLocalPort();
        } catch (BindException e) {
            var holder = holder(wanted).map(name -> " by `" + name + "`").orElse("");
            throw new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    new Problem(
                            "start",
                            "port " + wanted + ", which " + owner + " needs, is taken" + holder,
                            "The studio was not started.",
                            "Stop the other program, or choose another port with `--" + key + "=PORT`."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program that listens there, as far as this user may see it (Linux). */
    private static Optional<String> holder(int port) {
        try {
            var hex = String.format(Locale.ROOT, ":%04X", port);
            var sockets = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
            // Java's own sockets are IPv6 ones even where they listen on 127.0.0.1
            sockets.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
            var inode = sockets.stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > 9 && words[1].endsWith(hex) && words[3].equals("0A"))
                    .map(words -> "socket:[" + words[9] + "]")
                    .findFirst();
            return inode.flatMap(socket -> ProcessHandle.allProcesses()
                    .filter(process -> holds(process, socket))
                    .findFirst()
                    .map(process -> process.info().command().orElse("process") + ", process " + process.pid()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.anyMatch(descriptor -> linksTo(descriptor, socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean linksTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }
}
