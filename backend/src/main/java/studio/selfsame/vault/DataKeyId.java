package studio.selfsame.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a data key; the key itself never leaves the vault. */
public record DataKeyId(UUID value) {
    private static final Pattern FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** The data keys after which files of a folder are named; other files are nobody's. */
    static List<DataKeyId> namedIn(Path folder, String suffix) throws IOException {
        var ids = new ArrayList<DataKeyId>();
        try (var files = Files.newDirectoryStream(folder, "*" + suffix)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                var id = name.substring(0, name.length() - suffix.length());
                if (FORM.matcher(id).matches()) {
                    ids.add(new DataKeyId(UUID.fromString(id)));
                }
            }
        }
        return ids;
    }
}
