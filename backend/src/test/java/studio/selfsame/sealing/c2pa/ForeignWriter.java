package studio.selfsame.sealing.c2pa;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Collects files to be signed by another implementation, then has them signed in one run. */
final class ForeignWriter {
    private final CertificateIssuer issuer;
    private final CertificateIssuer.Identity root;
    private final Map<String, CertificateIssuer.Identity> signers = new LinkedHashMap<>();
    private final List<Map<String, Object>> jobs = new ArrayList<>();

    ForeignWriter(Instant now) throws Exception {
        issuer = new CertificateIssuer(now);
        root = issuer.root();
    }

    X509Certificate root() {
        return root.certificate();
    }

    /** A file to be signed, then changed by the methods below. */
    record Job(Map<String, Object> fields) {
        Job by(String alg, CertificateIssuer.Identity signer) throws Exception {
            fields.put("alg", alg);
            fields.put("chain", Witness.pem("CERTIFICATE", signer.certificate().getEncoded()));
            fields.put("key", Witness.pem("PRIVATE KEY", signer.key().getEncoded()));
            return this;
        }

        Job stampedBy(URI authority) {
            fields.put("authority", authority.toString());
            return this;
        }

        /** {@code edit} or {@code update}: of what the source already carries. */
        Job intent(String intent) {
            fields.put("intent", intent);
            return this;
        }

        Job core(Map<String, Object> settings) {
            fields.put("core", settings);
            return this;
        }

        /** Bound by its boxes, which this implementation does only together with compression, and then compressed no more. */
        Job boundByBoxes() {
            fields.put("expanded", true);
            return compressed();
        }

        Job compressed() {
            return core(Map.of("prefer_compress_manifests", true));
        }

        Job using(Path... ingredients) {
            fields.put("ingredients", paths(ingredients));
            return this;
        }

        Job redacting(String... labels) {
            fields.put("redactions", List.of(labels));
            return this;
        }
    }

    /** With ES256 unless told otherwise. */
    Job add(Path source, Path target, int claimVersion) throws Exception {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", source.toAbsolutePath().toString());
        fields.put("target", target.toAbsolutePath().toString());
        fields.put("claim", claimVersion);
        fields.put("ingredients", List.of());
        fields.put("redactions", List.of());
        jobs.add(fields);
        return new Job(fields).by("es256", signer("es256", "EC", 256));
    }

    CertificateIssuer.Identity signer(String alg, String kind, int bits) throws Exception {
        if (!signers.containsKey(alg)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            KeyPair keys = generator.generateKeyPair();
            signers.put(alg, issuer.claimSigner(root, keys));
        }
        return signers.get(alg);
    }

    List<Witness.Verdict> sign() throws Exception {
        String anchors = Witness.pem("CERTIFICATE", root().getEncoded());
        return Witness.sign(new JsonMapper().writeValueAsString(Map.of("anchors", anchors, "jobs", jobs)));
    }

    private static List<String> paths(Path... files) {
        return List.of(files).stream()
                .map(file -> file.toAbsolutePath().toString())
                .toList();
    }
}
