package studio.selfsame.sealing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.SourceTypes;
import studio.selfsame.sealing.c2pa.Trust;
import studio.selfsame.watermark.WatermarkKey;

/**
 * What reads marks and Content Credentials, with nothing in it that could sign: for a process of its own, into which
 * strangers' files are taken. It travels over a pipe alone, and is never printed.
 */
public final class ReadingKit {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ROOTS = 10_000;

    private final String marks;
    private final Trust trust;

    /** @param marks content of the file of the marks' keys */
    ReadingKit(String marks, Trust trust) {
        this.marks = marks;
        this.trust = trust;
    }

    /** The keys of this studio's marks. */
    public List<WatermarkKey> markKeys() {
        return MarkKeyFile.parse(marks, "the keys of the marks");
    }

    /**
     * Never throws for what the file holds. Leaves the channel open, its position anywhere.
     *
     * @param now time of signing where no trusted time stamp gives one
     */
    public FileCredentials credentials(SeekableByteChannel file, Instant now) throws IOException {
        return ContentCredentials.told(new CredentialsReader(trust).read(file, now));
    }

    /**
     * What the credentials of a file, or of anything it was made from, name as made by a trained model; valid or not.
     *
     * @return terms of IPTC's digital source types, e.g. {@code trainedAlgorithmicMedia}; none where none is named
     * @throws IOException only if the file cannot be read
     */
    public Set<String> generated(SeekableByteChannel file) throws IOException {
        return SourceTypes.generatedIn(file);
    }

    /** Keys included: only into a pipe to a process of ours. */
    public void writeTo(DataOutputStream out) throws IOException {
        write(marks.getBytes(StandardCharsets.US_ASCII), out);
        write(trust.signers(), out);
        write(trust.timeStampers(), out);
    }

    /** What {@link #writeTo} wrote. */
    public static ReadingKit readFrom(DataInputStream in) throws IOException {
        String marks = new String(read(in), StandardCharsets.US_ASCII);
        return new ReadingKit(marks, new Trust(roots(in), roots(in)));
    }

    private static void write(Set<X509Certificate> roots, DataOutputStream out) throws IOException {
        out.writeInt(roots.size());
        for (X509Certificate root : roots) {
            try {
                write(root.getEncoded(), out);
            } catch (GeneralSecurityException unfit) {
                throw new IOException(unfit);
            }
        }
    }

    private static Set<X509Certificate> roots(DataInputStream in) throws IOException {
        Set<X509Certificate> roots = new HashSet<>();
        int count = in.readInt();
        if (count < 0 || count > MOST_ROOTS) {
            throw new IOException(count + " roots");
        }
        for (int i = 0; i < count; i++) {
            try {
                roots.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(read(in))));
            } catch (GeneralSecurityException unfit) {
                throw new IOException(unfit);
            }
        }
        return roots;
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException(length + " bytes");
        }
        return in.readNBytes(length);
    }

    @Override
    public String toString() {
        return "ReadingKit";
    }
}
