package studio.selfsame.sealing.c2pa;

import java.util.ArrayList;
import java.util.List;

/** Collects what a validation finds, in C2PA's three kinds. */
final class Findings {
    private static final int MOST = 100;
    private final List<CredentialsReport.Status> successes = new ArrayList<>();
    private final List<CredentialsReport.Status> failures = new ArrayList<>();
    private final List<CredentialsReport.Status> notes = new ArrayList<>();
    private String manifest = "";
    private String part = "";

    /** All that follows is about this manifest. */
    void about(String manifestLabel) {
        manifest = "self#jumbf=/c2pa/" + manifestLabel;
        part = "";
    }

    /** All that follows is about this part of the manifest, e.g. {@code c2pa.signature}. */
    void at(String path) {
        part = "/" + path;
    }

    void success(String code, String text) {
        add(successes, code, text);
    }

    void failure(String code, String text) {
        add(failures, code, text);
    }

    void note(String code, String text) {
        add(notes, code, text);
    }

    /** Found by another, about something else. */
    void failure(CredentialsReport.Status status) {
        add(failures, status);
    }

    /** Found by another, about something else. */
    void note(CredentialsReport.Status status) {
        add(notes, status);
    }

    private void add(List<CredentialsReport.Status> kind, String code, String text) {
        add(kind, new CredentialsReport.Status(code, text, manifest + part));
    }

    private static void add(List<CredentialsReport.Status> kind, CredentialsReport.Status status) {
        if (kind.size() < MOST) {
            kind.add(status);
        }
    }

    List<CredentialsReport.Status> successes() {
        return List.copyOf(successes);
    }

    List<CredentialsReport.Status> failures() {
        return List.copyOf(failures);
    }

    List<CredentialsReport.Status> notes() {
        return List.copyOf(notes);
    }
}
