package studio.selfsame.sealing.c2pa;

import java.util.ArrayList;
import java.util.List;

/** Collects what a validation finds. */
final class Findings {
    private static final int MOST = 100;
    private final List<CredentialsReport.Status> failures = new ArrayList<>();
    private final List<CredentialsReport.Status> notes = new ArrayList<>();

    void failure(String code, String text) {
        if (failures.size() < MOST) {
            failures.add(new CredentialsReport.Status(code, text));
        }
    }

    void note(String code, String text) {
        if (notes.size() < MOST) {
            notes.add(new CredentialsReport.Status(code, text));
        }
    }

    List<CredentialsReport.Status> failures() {
        return List.copyOf(failures);
    }

    List<CredentialsReport.Status> notes() {
        return List.copyOf(notes);
    }
}
