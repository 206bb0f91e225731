package studio.selfsame.release.document;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.PersonId;
import tools.jackson.databind.JsonNode;

/** {@code signatures.json}: who signed, in a form that anybody can check without this studio. */
final class EvidenceJson {
    static final String FORMAT = "selfsame release signatures 1";
    private static final String HOW =
            "digest is SHA-256 of the bytes of contract.json followed by the first document.bytes bytes of"
                    + " this PDF. Each signature is a W3C WebAuthn assertion over authenticatorData followed by SHA-256 of clientDataJSON;"
                    + " the challenge in clientDataJSON begins with the 32 bytes of digest. All values are base64url; publicKey is an X.509"
                    + " SubjectPublicKeyInfo.";

    private EvidenceJson() {}

    /**
     * What the file says.
     *
     * @param documentBytes how much of the PDF was signed
     */
    record Content(int documentBytes, String documentSha256, SignatureEvidence evidence) {}

    static String write(byte[] document, SignatureEvidence evidence) {
        return CanonicalJson.of(Map.of(
                "format",
                FORMAT,
                "how",
                HOW,
                "digest",
                evidence.digest(),
                "document",
                Map.of("bytes", document.length, "sha256", Hex.of(Hex.sha256(document))),
                "signatures",
                List.of(signature("studio", evidence.studio()), signature("talent", evidence.talent()))));
    }

    private static Map<String, Object> signature(String side, Passkeys.Signature signature) {
        var json = new HashMap<String, Object>();
        json.put("side", side);
        json.put("signer", signature.signer().value().toString());
        json.put("credentialId", signature.credentialId());
        json.put("publicKey", signature.publicKey());
        json.put("authenticatorData", signature.authenticatorData());
        json.put("clientDataJSON", signature.clientDataJson());
        json.put("signature", signature.signature());
        json.put("at", signature.at().toString());
        return json;
    }

    /** @throws IllegalArgumentException when it is none */
    static Content read(String json) {
        var tree = Json.tree(json);
        var signatures = tree.path("signatures");
        if (!tree.path("format").asString("").equals(FORMAT) || signatures.size() != 2) {
            throw new IllegalArgumentException("`signatures.json` is in another format");
        }
        var evidence = new SignatureEvidence(
                tree.path("digest").asString(""), signature(signatures.get(0)), signature(signatures.get(1)));
        var document = tree.path("document");
        return new Content(
                document.path("bytes").asInt(0), document.path("sha256").asString(""), evidence);
    }

    private static Passkeys.Signature signature(JsonNode json) {
        try {
            return new Passkeys.Signature(
                    new PersonId(Readers.id(json.path("signer").asString(""))),
                    json.path("credentialId").asString(""),
                    json.path("publicKey").asString(""),
                    json.path("authenticatorData").asString(""),
                    json.path("clientDataJSON").asString(""),
                    json.path("signature").asString(""),
                    Instant.parse(json.path("at").asString("")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("`signatures.json` names no time of signing", e);
        }
    }
}
