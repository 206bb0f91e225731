package studio.selfsame.inspection.takedown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** What is written about a case, under a data key of the case's own; and for a while the file that came with it, under another. */
@Component
class ClaimVault {
    private static final String PREFIX = "takedown/";

    private final Vault vault;
    private final ObjectStore store;
    private final JsonMapper json;

    ClaimVault(Vault vault, ObjectStore store, JsonMapper json) {
        this.vault = vault;
        this.store = store;
        this.json = json;
    }

    static ObjectKey file(UUID about) {
        return new ObjectKey(PREFIX + about + "/file");
    }

    private static ObjectKey claim(UUID about) {
        return new ObjectKey(PREFIX + about + "/claim");
    }

    private static ObjectKey reason(UUID about) {
        return new ObjectKey(PREFIX + about + "/reason");
    }

    void seal(UUID about, DataKeyId key, Claim claim) throws IOException {
        byte[] bytes = json.writeValueAsBytes(claim);
        vault.seal(key, claim(about), out -> out.write(bytes));
    }

    Claim claim(TakedownCase about) throws IOException {
        return json.readValue(vault.read(about.dataKey(), claim(about.id())), Claim.class);
    }

    void answer(TakedownCase about, String reason) throws IOException {
        vault.seal(about.dataKey(), reason(about.id()), out -> out.write(reason.getBytes(StandardCharsets.UTF_8)));
    }

    /** Why it was decided as it was; only of a decided case. */
    String answer(TakedownCase about) throws IOException {
        return new String(vault.read(about.dataKey(), reason(about.id())), StandardCharsets.UTF_8);
    }

    private static ObjectKey objection(UUID about, UUID objection) {
        return new ObjectKey(PREFIX + about + "/objection-" + objection);
    }

    void object(TakedownCase about, UUID objection, String text) throws IOException {
        vault.seal(
                about.dataKey(),
                objection(about.id(), objection),
                out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    String objection(TakedownCase about, UUID objection) throws IOException {
        return new String(vault.read(about.dataKey(), objection(about.id(), objection)), StandardCharsets.UTF_8);
    }

    /** The file is gone for good, wherever copies of its bytes may lie. */
    void eraseFile(UUID about, DataKeyId fileKey) throws IOException {
        vault.destroy(fileKey);
        store.delete(file(about));
    }

    /** Nothing of it can be read any more. */
    void erase(UUID about, DataKeyId key) throws IOException {
        vault.destroy(key);
        store.deleteAll(new ObjectKey(PREFIX + about));
    }
}
