package exceptions;

/** No money. Made of its message alone, so that it can be made again from its checkpoint. */
public final class LoanRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LoanRefused(String message) {
        super(message);
    }
}
