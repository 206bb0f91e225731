package studio.selfsame.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import studio.selfsame.audit.AuditErasure;
import studio.selfsame.audit.AuditExport;
import studio.selfsame.audit.AuditVerification;
import studio.selfsame.audit.UnreadableExportException;
import studio.selfsame.audit.VerificationReport;
import studio.selfsame.problem.ProblemException;

/**
 * {@code ./selfsame audit export|verify|erase}: the trail as files, verified with nothing but the files. Export and erasure
 * go to the database itself, as whoever owns the studio's home may; an export holds what should not travel over a network.
 */
final class Audit implements Command {
    static final int SOUND = 0;
    static final int NOT_SOUND = 1;
    static final int UNREADABLE = 2;

    private final PrintStream out;

    Audit() {
        this(System.out);
    }

    Audit(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String summary() {
        return "the audit trail: export DIR [--public], verify EXPORT [--key KEY] [--since FILE] [--witness KEY],"
                + " erase SUBJECT… --reason CODE; exit code 0 done or sound, 1 not sound, 2 error";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        try {
            return switch (AuditOptions.parse(arguments)) {
                case AuditOptions.Export export -> export(export);
                case AuditOptions.Verify verify -> verify(verify);
                case AuditOptions.Erase erase -> erase(erase);
            };
        } catch (ProblemException e) {
            Told.problem(e.problem());
            return UNREADABLE;
        }
    }

    private int export(AuditOptions.Export asked) throws IOException {
        try (var studio = DatabaseAlone.open(Settings.home(Map.of()))) {
            var written = studio.room(AuditExport.class).write(asked.folder(), asked.disclose());
            out.println("Exported the trail of " + written.size() + " entries to " + asked.folder()
                    + (asked.disclose()
                            ? ": `public` may be given to anybody, `operator` says what was recorded."
                            : ": hashes only, which may be given to anybody."));
            if (written.trouble().isPresent()) {
                out.println("It is as of the newest checkpoint that was kept, because no new one can be signed. "
                        + written.trouble().get());
                return NOT_SOUND;
            }
            return SOUND;
        }
    }

    private int verify(AuditOptions.Verify asked) {
        try {
            VerificationReport report = AuditVerification.verify(asked.export(), asked.with());
            report.checked().forEach(line -> out.println("  " + line));
            report.faults().forEach(line -> out.println("FAULT " + line));
            out.println(report.sound() ? "The trail is sound." : "The trail is NOT SOUND.");
            return report.sound() ? SOUND : NOT_SOUND;
        } catch (UnreadableExportException e) {
            out.println("Nothing can be said of it: " + e.getMessage() + ".");
            return UNREADABLE;
        }
    }

    private int erase(AuditOptions.Erase asked) throws IOException {
        try (var studio = DatabaseAlone.open(Settings.home(Map.of()))) {
            int erased = studio.room(AuditErasure.class).erase(asked.subjects(), asked.reason());
            out.println(erased + " entries erased"
                    + (erased == 0 ? ": there are none about that." : ", which is on the trail."));
            return SOUND;
        }
    }
}
