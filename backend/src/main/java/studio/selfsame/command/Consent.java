package studio.selfsame.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.selfsame.consent.DeletionCertificate;
import studio.selfsame.problem.ProblemException;

/** {@code ./selfsame consent verify CERTIFICATE --key KEY}: was this certificate of deletion issued by that studio? */
final class Consent implements Command {
    static final int VERIFIED = 0;
    static final int NOT_VERIFIED = 1;
    static final int UNREADABLE = 2;

    private static final int MOST_BYTES = 1 << 18;

    private final PrintStream out;

    Consent() {
        this(System.out);
    }

    Consent(PrintStream out) {
        this.out = out;
    }

    /** @param key verifier key of the studio, known from elsewhere */
    record Options(Path certificate, String key) {
        /** @throws ProblemException when the arguments are not of the form */
        static Options parse(List<String> arguments) {
            if (arguments.size() != 4
                    || !arguments.getFirst().equals("verify")
                    || !arguments.get(2).equals("--key")) {
                throw unusable("That is not a form of this command.");
            }
            return new Options(Path.of(arguments.get(1)), arguments.get(3));
        }
    }

    @Override
    public String name() {
        return "consent";
    }

    @Override
    public String summary() {
        return "a certificate of deletion: consent verify FILE --key KEY; exit code 0 verified, 1 not, 2 error";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            var options = Options.parse(arguments);
            var said = DeletionCertificate.verified(read(options.certificate()), options.key());
            said.ifPresent(out::println);
            out.println(
                    said.isPresent()
                            ? "Signed by " + options.key().strip() + "."
                            : "NOT VERIFIED: this key has not signed this text.");
            return said.isPresent() ? VERIFIED : NOT_VERIFIED;
        } catch (ProblemException e) {
            Told.problem(e.problem());
        } catch (IllegalArgumentException e) {
            Told.problem(unusable("It cannot be read: " + e.getMessage() + ".").problem());
        }
        return UNREADABLE;
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unusable("`" + file + "` is far too large for a certificate.");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw unusable("There is no readable text file `" + file + "`.");
        }
    }

    private static ProblemException unusable(String cause) {
        return ProblemException.unusable(
                "consent",
                cause,
                "Nothing was verified.",
                "Write `./selfsame consent verify CERTIFICATE --key KEY`; a studio's key is at /api/trust/deletion-key.");
    }
}
