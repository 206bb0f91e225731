package studio.selfsame.likeness;

import java.io.IOException;
import java.util.Locale;

/** Discloses a picture that a model drew, in the picture and in its credentials. Nothing drawn is shown without it. */
public interface StillDisclosure {
    /**
     * @param png a picture, at least 64 pixels wide
     * @param language of whoever looks; English where the label is not known in it
     * @return the same below a label that says what it is, with signed Content Credentials
     * @throws IOException if it could not be disclosed, or its credentials could not be read back
     */
    byte[] disclose(byte[] png, Locale language) throws IOException;
}
