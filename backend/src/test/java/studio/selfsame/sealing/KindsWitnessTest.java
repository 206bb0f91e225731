package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.performance.PerformanceKind;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.CredentialsReport;
import studio.selfsame.sealing.c2pa.IncomingManifest;
import studio.selfsame.sealing.c2pa.ManifestDraft;
import studio.selfsame.sealing.c2pa.SampleCredentials;
import studio.selfsame.sealing.c2pa.SampleMp4;
import studio.selfsame.sealing.c2pa.Tamper;
import studio.selfsame.sealing.c2pa.Trust;
import studio.selfsame.sealing.c2pa.Witness;

/** What is claimed of every kind of performance, judged by another implementation and by our own. */
class KindsWitnessTest {
    private static final Instant NOW = Instant.now();
    private static final Map<String, Object> AGENT = Map.of("name", "Selfsame", "version", "1");

    private static final Set<PerformanceKind> RECORDED = Set.of(PerformanceKind.TAKE, PerformanceKind.RELIP);

    @TempDir
    Path folder;

    private Path plain;
    private final Map<Path, CredentialsReport> ours = new LinkedHashMap<>();

    @Test
    void witness_everyKindWithAndWithoutStampAndIncomingManifest_trustsItAndRefusesEveryTamper() throws Exception {
        plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        var stamping = new SampleCredentials(NOW, true);
        var unstamped = stamping.withoutStamp();
        List<Optional<Path>> recordings = List.of(
                Optional.empty(),
                Optional.of(recording("own", stamping)),
                Optional.of(recording("stranger", new SampleCredentials(NOW, false))),
                Optional.of(broken(recording("broken", stamping))));
        List<Path> good = new ArrayList<>();
        List<Path> bad = new ArrayList<>();
        for (PerformanceKind kind : PerformanceKind.values()) {
            for (var credentials : List.of(stamping, unstamped)) {
                for (Optional<Path> recording : RECORDED.contains(kind) ? recordings : recordings.subList(0, 1)) {
                    Path sealed = seal(kind, credentials, recording);
                    good.add(sealed);
                    ours.put(sealed, credentials.read(sealed, NOW));
                    if (credentials == stamping && recordings.indexOf(recording) < 2) {
                        bad.addAll(tampered(sealed, credentials));
                    }
                }
            }
        }
        List<Path> all = new ArrayList<>(good);
        all.addAll(bad);
        assertThat(bad)
                .filteredOn(file -> file.toString().endsWith("CARRIED.mp4"))
                .hasSize(2);

        List<Witness.Verdict> verdicts = Witness.judge(stamping.root(), all);

        assertThat(ours.entrySet())
                .allSatisfy(entry -> assertThat(entry.getValue().state())
                        .as(entry.toString())
                        .isEqualTo(
                                good.contains(entry.getKey())
                                        ? CredentialsReport.State.VALID
                                        : CredentialsReport.State.INVALID));
        assertThat(verdicts).hasSize(2 * all.size());
        assertThat(verdicts.subList(0, 2 * good.size()))
                .filteredOn(verdict -> !isTrusted(verdict))
                .isEmpty();
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.successes().contains("timeStamp.trusted"))
                .hasSizeGreaterThanOrEqualTo(good.size());
        assertThat(verdicts.subList(2 * good.size(), verdicts.size()))
                .filteredOn(verdict -> !isRefused(verdict))
                .isEmpty();
    }

    @Test
    void thirdWitness_everyKindWithAndWithoutIncomingManifest_findsItValidAndRefusesEveryTamper() throws Exception {
        plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        var credentials = new SampleCredentials(NOW, false).older(NOW);
        Path recording = recording("own", credentials);
        List<Path> good = new ArrayList<>();
        List<Path> bad = new ArrayList<>();
        for (PerformanceKind kind : PerformanceKind.values()) {
            good.add(seal(kind, credentials, Optional.empty()));
            if (RECORDED.contains(kind)) {
                good.add(seal(kind, credentials, Optional.of(recording)));
            }
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Path sealed : good) {
            ours.put(sealed, credentials.read(sealed, NOW));
            for (Tamper tamper : Tamper.values()) {
                Path file = tamper.of(sealed, sealed.getFileName() + "-" + tamper + ".mp4");
                bad.add(file);
                reasons.put(file.toAbsolutePath().toString(), tamper.code());
            }
        }

        assertThat(ours.values()).allMatch(report -> report.state() == CredentialsReport.State.VALID);
        assertThat(Witness.judgeByThird(good)).hasSize(good.size()).allSatisfy(verdict -> {
            assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Valid");
            assertThat(verdict.successes()).contains("claimSignature.validated", "assertion.bmffHash.match");
        });
        assertThat(Witness.judgeByThird(bad))
                .hasSize(bad.size())
                .allSatisfy(verdict ->
                        assertThat(verdict.failures()).as(verdict.toString()).contains(reasons.get(verdict.file())));
    }

    /** The native build withholds its trust from what was edited from a file of somebody unknown, and finds no fault with it. */
    private boolean isTrusted(Witness.Verdict verdict) {
        boolean ofStrangers = verdict.build().equals("native") && verdict.file().endsWith("RELIP-stranger.mp4");
        return verdict.failures().isEmpty() && verdict.state().equals(ofStrangers ? "Valid" : "Trusted");
    }

    /** The native build does not look at the manifest of what was merely used. */
    private static boolean isRefused(Witness.Verdict verdict) {
        boolean unseen = verdict.build().equals("native") && verdict.file().endsWith("TAKE-own.mp4-CARRIED.mp4");
        return unseen || Set.of("Invalid", "Unreadable").contains(verdict.state());
    }

    private List<Path> tampered(Path sealed, SampleCredentials credentials) throws Exception {
        List<Path> files = new ArrayList<>();
        for (Tamper tamper : Tamper.values()) {
            Path file = tamper.of(sealed, sealed.getFileName() + "-" + tamper + ".mp4");
            files.add(file);
        }
        byte[] carrying = Files.readAllBytes(sealed);
        if (new String(carrying, StandardCharsets.ISO_8859_1).contains("camera.mp4")) {
            files.add(Files.write(
                    sealed.resolveSibling(sealed.getFileName() + "-CARRIED.mp4"),
                    Tamper.flip(carrying, Tamper.find(carrying, "camera.mp4"))));
        }
        for (Path file : files) {
            ours.put(file, credentials.read(file, NOW));
        }
        return files;
    }

    /** Its manifest is no longer what was signed. */
    private static Path broken(Path recording) throws Exception {
        byte[] file = Files.readAllBytes(recording);
        return Files.write(recording, Tamper.flip(file, Tamper.find(file, "camera.mp4")));
    }

    private Path recording(String name, SampleCredentials camera) throws Exception {
        var draft = new ManifestDraft("camera.mp4", "Camera", "1", new SecureRandom());
        draft.add(
                "c2pa.actions.v2",
                Map.of(
                        "actions",
                        List.of(Map.of(
                                "action",
                                "c2pa.created",
                                "digitalSourceType",
                                "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"))));
        Path file = folder.resolve(name + ".mp4");
        SampleCredentials.sign(plain, file, draft, camera.signer());
        return file;
    }

    private Path seal(PerformanceKind kind, SampleCredentials credentials, Optional<Path> recording) throws Exception {
        var draft = new ManifestDraft("sample.mp4", "Selfsame", "1", new SecureRandom());
        Optional<IncomingManifest> incoming = Optional.empty();
        if (recording.isPresent()) {
            try (var channel = Files.newByteChannel(recording.get())) {
                incoming = IncomingManifest.read(channel, new CredentialsReader(Trust.of(credentials.anchors())), NOW);
            }
        }
        boolean spoken = kind == PerformanceKind.SCRIPT || kind == PerformanceKind.RELIP;
        new RenderActions(kind, spoken, "0123456789abcdef", incoming).addTo(draft, AGENT, NOW);
        draft.add(RenderManifest.CONSENT, Map.of("outputId", "unchanged"));
        Path file = folder.resolve(ours.size() + "-" + kind + "-"
                + recording.map(path -> path.getFileName().toString()).orElse("none.mp4"));
        SampleCredentials.sign(plain, file, draft, credentials.signer());
        return file;
    }
}
