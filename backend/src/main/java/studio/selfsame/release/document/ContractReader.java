package studio.selfsame.release.document;

final class ContractReader {
    private ContractReader() {}

    static Contract contract(String json) {
        throw new UnsupportedOperationException();
    }

    static Terms terms(String json) {
        throw new UnsupportedOperationException();
    }
}
