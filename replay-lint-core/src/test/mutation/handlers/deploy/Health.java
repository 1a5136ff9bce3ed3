package deploy;

/** Looks whether a service answers. */
final class Health {
    private Health() {}

    static boolean of(String service, String region) {
        return !service.isBlank() && !region.isBlank();
    }
}
