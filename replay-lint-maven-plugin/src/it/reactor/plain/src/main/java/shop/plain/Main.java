package shop.plain;

/** Has nothing to do with durable functions. */
public final class Main {

    public static void main(String[] args) {
        System.out.println(System.currentTimeMillis());
    }
}
