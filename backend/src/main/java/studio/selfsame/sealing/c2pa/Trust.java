package studio.selfsame.sealing.c2pa;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;

/**
 * Whom a validator believes.
 *
 * @param signers roots that may certify signers of claims
 * @param timeStampers roots that may certify time stamping authorities; they are lists apart (C2PA 2.4, section 14.4)
 */
public record Trust(Set<X509Certificate> signers, Set<X509Certificate> timeStampers) {
    public Trust {
        signers = Set.copyOf(signers);
        timeStampers = Set.copyOf(timeStampers);
    }

    /** The same roots for both. */
    public static Trust of(Set<X509Certificate> roots) {
        return new Trust(roots, roots);
    }

    /** Both lists made longer. */
    public Trust and(Trust more) {
        Set<X509Certificate> allSigners = new HashSet<>(signers);
        allSigners.addAll(more.signers);
        Set<X509Certificate> allStampers = new HashSet<>(timeStampers);
        allStampers.addAll(more.timeStampers);
        return new Trust(allSigners, allStampers);
    }
}
