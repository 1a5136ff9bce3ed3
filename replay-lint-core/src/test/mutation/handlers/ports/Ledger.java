package ports;

/** Books money. */
interface Ledger {
    String book(String account, long cents, String key);

    default String reverse(String account, long cents, String key) {
        return book(account, -cents, "reverse-" + key);
    }
}
