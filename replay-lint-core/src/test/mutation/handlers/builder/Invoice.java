package builder;

/** An invoice, made with its builder. */
public final class Invoice {
    private final String customer;
    private final long cents;
    private final String note;

    private Invoice(Builder builder) {
        customer = builder.customer;
        cents = builder.cents;
        note = builder.note;
    }

    static Builder builder() {
        return new Builder();
    }

    public String customer() {
        return customer;
    }

    public long cents() {
        return cents;
    }

    public String note() {
        return note;
    }

    /** Makes invoices. */
    static final class Builder {
        private String customer = "";
        private long cents;
        private String note = "";

        Builder customer(String value) {
            customer = value;
            return this;
        }

        Builder cents(long value) {
            cents = value;
            return this;
        }

        Builder note(String value) {
            note = value;
            return this;
        }

        Invoice build() {
            return new Invoice(this);
        }
    }
}
