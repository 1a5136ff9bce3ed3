package injected;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Gets its parts from a component. */
public final class PatientHandler extends DurableHandler<Patient, String> {
    private final Doctor doctor = Component.doctor();

    @Override
    public String handleRequest(Patient patient, DurableContext ctx) {
        var medicine = doctor.treat(patient, ctx);
        ctx.invoke("deliver", "couriers:live", medicine, String.class);
        return medicine;
    }
}
