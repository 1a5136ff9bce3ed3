package shop.legacy;

/** Posts bookings; the code behind it is native. */
public final class Ledger {

    public static native void post(String booking);

    private Ledger() {}
}
