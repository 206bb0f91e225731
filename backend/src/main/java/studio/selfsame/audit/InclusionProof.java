package studio.selfsame.audit;

import java.util.List;

/** RFC 9162 inclusion proof: leaf hash and sibling hashes from leaf to root, each 64 hex digits. */
public record InclusionProof(long index, long size, String leafHashHex, List<String> pathHex) {}
