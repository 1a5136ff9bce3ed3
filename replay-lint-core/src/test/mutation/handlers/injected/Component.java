package injected;

/** Puts the parts together, as a generated component would. */
final class Component {
    private Component() {}

    static Doctor doctor() {
        return new Doctor(new TownPharmacy("pharmacy:live"), patient -> "it is " + patient.illness());
    }
}
