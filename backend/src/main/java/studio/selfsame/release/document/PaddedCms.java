package studio.selfsame.release.document;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.model.DSSException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * Reads signatures out of PDFs, where zeros fill up what was set aside for them (ISO 32000-2, 12.8.1). DSS 6.4 hands these
 * zeros to Bouncy Castle, which since 1.85 refuses anything after the signature. Found by DSS as a service, before its own.
 */
public final class PaddedCms extends CMSObjectUtils {
    @Override
    public CMS parseToCMS(byte[] padded) {
        var bytes = new ByteArrayInputStream(padded);
        try (var in = new ASN1InputStream(bytes, padded.length)) {
            in.readObject();
        } catch (IOException e) {
            throw new DSSException("This is no signature", e);
        }
        int length = padded.length - bytes.available();
        for (int i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new DSSException("Something hides behind the signature");
            }
        }
        return super.parseToCMS(Arrays.copyOf(padded, length));
    }
}
