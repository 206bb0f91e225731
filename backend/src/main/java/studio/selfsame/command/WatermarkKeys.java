package studio.selfsame.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.sealing.MarkKeyFile;
import studio.selfsame.watermark.WatermarkKey;

/** Key files of {@code ./selfsame watermark}, of the same form as the studio's own {@code keys/watermark.key}. */
final class WatermarkKeys {
    private static final long MOST_BYTES = 1 << 16;
    private static final int NAME_BYTES = 4;

    private WatermarkKeys() {}

    /** All keys of these files, none twice, the first one for new marks. */
    static List<WatermarkKey> read(List<Path> files) {
        Set<WatermarkKey> keys = new LinkedHashSet<>();
        files.forEach(file -> keys.addAll(read(file)));
        long names = keys.stream().map(WatermarkKey::keyId).distinct().count();
        if (names < keys.size()) {
            throw unusable(
                    "Two of these keys have the same name but not the same secret.", "Try one key file at a time.");
        }
        return List.copyOf(keys);
    }

    private static List<WatermarkKey> read(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw unusable(
                    "There is no readable key file `" + file + "`.",
                    "Check the path, or make one: " + "./selfsame watermark key FILE");
        }
        String expected =
                "A key file has one key a line: its name, a space, its secret of 32 bytes or more in hexadecimal.";
        try {
            String content = Files.size(file) > MOST_BYTES ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
            List<WatermarkKey> keys = MarkKeyFile.parse(content, "`" + file + "`");
            if (keys.isEmpty()) {
                throw unusable("`" + file + "` holds no key.", expected);
            }
            return keys;
        } catch (IllegalArgumentException notKeys) {
            throw unusable(notKeys.getMessage() + ".", expected);
        } catch (IOException e) {
            throw unusable("`" + file + "` cannot be read.", "Check its permissions.");
        }
    }

    /**
     * Makes a key file that only its owner can read.
     *
     * @return the key's name
     */
    static String make(Path file, Optional<String> name) {
        byte[] own = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(own);
        String keyId = name.orElse("key-" + HexFormat.of().formatHex(own));
        try {
            String content = MarkKeyFile.fresh(keyId);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content, StandardCharsets.US_ASCII);
            return keyId;
        } catch (IllegalArgumentException unfit) {
            throw unusable(unfit.getMessage() + ".", "Give another `--name`.");
        } catch (FileAlreadyExistsException e) {
            throw unusable(
                    "`" + file + "` is there already.",
                    "Choose another name: marks made with a lost key can never be read again.");
        } catch (IOException | UnsupportedOperationException e) {
            throw unusable("`" + file + "` cannot be written.", "Check that its folder is there and yours.");
        }
    }

    private static ProblemException unusable(String cause, String remedy) {
        return ProblemException.unusable(WatermarkOptions.STAGE, cause, "Nothing was done.", remedy);
    }
}
