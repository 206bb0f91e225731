package studio.selfsame.release.document;

/** A release for reading and signing. */
public final class ContractPdf {
    private ContractPdf() {}

    /**
     * Always the same bytes for the same contract. Its canonical JSON is attached as {@code contract.json}.
     *
     * @throws InvalidContractException when the contract is not one of that template
     */
    public static byte[] render(Contract contract, Template template) {
        throw new UnsupportedOperationException();
    }
}
