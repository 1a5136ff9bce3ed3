package injected;

import java.util.function.Function;
import software.amazon.lambda.durable.DurableContext;

/** Treats patients. */
final class Doctor {
    private final Pharmacy pharmacy;
    private final Function<Patient, String> diagnosis;

    Doctor(Pharmacy pharmacy, Function<Patient, String> diagnosis) {
        this.pharmacy = pharmacy;
        this.diagnosis = diagnosis;
    }

    String treat(Patient patient, DurableContext ctx) {
        var found = ctx.step("diagnose", String.class, step -> diagnosis.apply(patient));
        return pharmacy.prescribe(found, ctx);
    }
}
