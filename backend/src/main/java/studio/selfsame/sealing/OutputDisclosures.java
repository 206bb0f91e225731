package studio.selfsame.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.sealing.c2pa.MalformedCredentialsException;
import studio.selfsame.sealing.c2pa.StoredManifest;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.SoundFingerprint;
import tools.jackson.databind.json.JsonMapper;

/**
 * How every output was disclosed, by which copies of it are known again: it outlives the file. Outputs of before this was
 * written down have none.
 */
@Repository
public class OutputDisclosures {
    /** Name of this studio's mark, in manifests and to whoever asks for what it is bound to. */
    public static final String MARK = "studio.selfsame.watermark.1";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutputDisclosures(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<OutputPrints> prints(String outputId) {
        return jdbc.sql("select picture_print, sound_print from output_disclosure where output_id = ?")
                .param(outputId)
                .query((row, number) ->
                        new OutputPrints(PictureFingerprint.ofBytes(row.getBytes("picture_print")), sound(row)))
                .optional();
    }

    /**
     * The manifest store of the output whose active manifest has this id. Of one that is in force no more, without the manifests
     * that it carries on from a recording: they may name people.
     */
    public Optional<byte[]> manifest(String manifestId) {
        return jdbc.sql("""
                        select manifest, state from output_disclosure join sealed_output using (output_id)
                        where manifest_id = ?
                        """)
                .param(manifestId)
                .query((row, number) -> manifest(row))
                .optional();
    }

    private static byte[] manifest(ResultSet row) throws SQLException {
        byte[] store = row.getBytes("manifest");
        try {
            return row.getString("state").equals(OutputRecord.State.IN_FORCE.name())
                    ? store
                    : StoredManifest.alone(store);
        } catch (MalformedCredentialsException broken) {
            throw new SQLException("a manifest that is kept and cannot be read", broken);
        }
    }

    /** Id of the active manifest of this output. */
    public Optional<String> manifestIdOf(String outputId) {
        return jdbc.sql("select manifest_id from output_disclosure where output_id = ?")
                .param(outputId)
                .query(String.class)
                .optional();
    }

    /**
     * @param authorization under which it was drawn
     * @param model that drew it; null where it is not this studio's
     */
    void insert(String outputId, OutputDisclosure disclosure, UUID authorization, @Nullable ModelProvenance model) {
        Declared declared = disclosure.declared();
        Grounds grounds = declared.grounds();
        jdbc.sql("""
                insert into output_disclosure
                  (output_id, manifest_id, manifest, picture_print, sound_print, label, language, authorization_id,
                   training_authorization_id, mark_key, decision_sha256, decision_index, release_id, notices, model)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""")
                .param(outputId)
                .param(disclosure.manifest().id())
                .param(disclosure.manifest().bytes())
                .param(disclosure.prints().picture().bytes())
                .param(disclosure.prints().sound().map(SoundFingerprint::bytes).orElse(null))
                .param(declared.words())
                .param(declared.language().toLanguageTag())
                .param(authorization)
                .param(model == null ? null : model.authorization())
                .param(disclosure.markKey())
                .param(grounds.decision().commitmentHex())
                .param(grounds.decision().index())
                .param(grounds.release().map(Grounds.Release::id).orElse(null))
                .param(Notice.codes(declared.notices()).toArray(String[]::new))
                .param(model == null ? null : json.writeValueAsString(OutputModel.of(model)))
                .update();
    }

    private static Optional<SoundFingerprint> sound(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getBytes("sound_print")).map(SoundFingerprint::ofBytes);
    }
}
